// Every way to call a function of the C API wrongly, found from the types of its parameters: NULL, a handle of another kind, one
// that was freed, a struct_size that cannot be, an index beyond the end, a number that no enumeration has, a day that is none.
//
//   Misuse misuse(world);
//   misuse.of("rehab_catalog_measure", rehab_catalog_measure, catalog, 0, &measure);
#pragma once

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "c/owned.hpp"

namespace rehab_test {

// A host whose memory is never used again while the test runs, so that a freed handle can be looked at.
class KeepingHost {
 public:
  KeepingHost() {
    allocator_.struct_size = sizeof allocator_;
    allocator_.allocate = [](void* host, std::size_t size) {
      auto& blocks = static_cast<KeepingHost*>(host)->blocks_;
      blocks.push_back({std::malloc(size), size});
      return blocks.back().memory;
    };
    allocator_.release = [](void* host, void* block, std::size_t size) {
      auto& self = *static_cast<KeepingHost*>(host);
      ++self.given_back_;
      const auto is_it = [&](const Block& b) { return b.memory == block && b.size == size; };
      if (std::none_of(self.blocks_.begin(), self.blocks_.end(), is_it)) std::abort();  // of another size, or never taken
    };
    allocator_.host = this;
  }
  ~KeepingHost() {
    for (const Block& block : blocks_) std::free(block.memory);
  }
  KeepingHost(const KeepingHost&) = delete;
  KeepingHost& operator=(const KeepingHost&) = delete;

  const rehab_allocator* allocator() const { return &allocator_; }
  std::size_t out() const { return blocks_.size() - given_back_; }  // blocks that were not given back

 private:
  struct Block {
    void* memory;
    std::size_t size;
  };
  rehab_allocator allocator_{};
  std::vector<Block> blocks_;
  std::size_t given_back_ = 0;
};

// One handle of each kind that is alive, and one that was freed.
struct World {
  KeepingHost host;
  rehab_catalog *catalog = nullptr, *freed_catalog = nullptr;
  rehab_case *person = nullptr, *freed_person = nullptr;
  rehab_plan *plan = nullptr, *freed_plan = nullptr;
  rehab_report *report = nullptr, *freed_report = nullptr;

  World();
  ~World();

  // What calls write to.
  struct Outs {
    rehab_diagnostic diagnostic = sized<rehab_diagnostic>();
    rehab_protocol protocol = sized<rehab_protocol>();
    rehab_red_flag red_flag = sized<rehab_red_flag>();
    rehab_tag tag = sized<rehab_tag>();
    rehab_equipment equipment = sized<rehab_equipment>();
    rehab_measure measure = sized<rehab_measure>();
    rehab_source source = sized<rehab_source>();
    rehab_plan_info info = sized<rehab_plan_info>();
    rehab_phase phase = sized<rehab_phase>();
    rehab_session session = sized<rehab_session>();
    rehab_workout workout = sized<rehab_workout>();
    rehab_dose dose = sized<rehab_dose>();
    rehab_exercise exercise = sized<rehab_exercise>();
    rehab_change change = sized<rehab_change>();
    rehab_text name{}, media_type{};
    rehab_uuid uuid{};
    rehab_string string{};
    std::size_t index = 77, count = 77, size = 77;
    char buffer[200'000] = "untouched";
  } outs;
  rehab_catalog* out_catalog = nullptr;
  rehab_case* out_person = nullptr;
  rehab_plan* out_plan = nullptr;
  rehab_report* out_report = nullptr;

  // Gives back what a call has given.
  void clean();
};

inline constexpr std::string_view calf_toml =
    "schema = 1\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\nseverity = \"moderate\"\nstart = 2026-12-01\nzone = "
    "\"Europe/Berlin\"\n"
    "[[diary]]\ndate = 2026-12-02\npart = \"evening\"\npain = 8\n";

inline void make(World& world, rehab_catalog** catalog, rehab_case** person, rehab_plan** plan, rehab_report** report) {
  const rehab_text id = given("calf-strain");
  auto options = sized<rehab_catalog_options>();
  options.protocols = {&id, 1};
  options.allocator = world.host.allocator();
  REQUIRE(rehab_catalog_builtin(&options, catalog, nullptr) == REHAB_OK);
  REQUIRE(rehab_case_read(given("case.toml"), given(calf_toml), options.allocator, person, nullptr) == REHAB_OK);
  REQUIRE(rehab_plan_make(*catalog, *person, nullptr, plan, nullptr) == REHAB_OK);
  rehab_case* none = nullptr;
  REQUIRE(rehab_case_read(given("bad.toml"), given("schema = 2\n"), options.allocator, &none, report) == REHAB_BAD_CASE);
}

inline World::World() {
  make(*this, &catalog, &person, &plan, &report);
  make(*this, &freed_catalog, &freed_person, &freed_plan, &freed_report);
  rehab_catalog_free(freed_catalog);
  rehab_case_free(freed_person);
  rehab_plan_free(freed_plan);
  rehab_report_free(freed_report);
}

inline World::~World() {
  rehab_catalog_free(catalog);
  rehab_case_free(person);
  rehab_plan_free(plan);
  rehab_report_free(report);
  CHECK(host.out() == 0);
}

inline void World::clean() {
  const auto drop = [this](auto*& handle, auto free) {
    if (static_cast<void*>(handle) != this) free(handle);
    handle = nullptr;
  };
  drop(out_catalog, rehab_catalog_free);
  drop(out_person, rehab_case_free);
  drop(out_plan, rehab_plan_free);
  drop(out_report, rehab_report_free);
  rehab_string_free(&outs.string);
}

inline rehab_intake sample_intake() {
  auto intake = sized<rehab_intake>();
  intake.protocol = given("calf-strain");
  intake.severity = REHAB_MILD;
  intake.start = {2026, 12, 1};
  return intake;
}

inline rehab_entry sample_entry() {
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 3};
  entry.pain = {1, 2};
  return entry;
}

template <class T>
struct Wrongly {
  std::string what;
  T value;
  rehab_status wanted;  // REHAB_OK: it is none, the call must work
  std::shared_ptr<void> keep{};
};

template <class T>
concept Handle = std::is_same_v<T, rehab_catalog> || std::is_same_v<T, rehab_case> || std::is_same_v<T, rehab_plan> ||
    std::is_same_v<T, rehab_report>;
template <class T>
concept Sized = std::is_class_v<T> && requires {
  &T::struct_size;
};
template <class T>
concept Required = std::is_same_v<T, rehab_intake> || std::is_same_v<T, rehab_entry>;

class Misuse {
 public:
  explicit Misuse(World& world) : world_(world) {}

  const std::set<std::string>& seen() const { return seen_; }
  // Functions whose misuse is spelled out.
  void spelled(const char* function) { seen_.insert(function); }

  template <class... Parameters, class... Arguments>
  void of(const char* name, rehab_status (*function)(Parameters...), Arguments... arguments) {
    spelled(name);
    INFO(name);
    const std::tuple<Parameters...> good(arguments...);
    {
      INFO("called as it should be");
      CHECK(std::apply(function, good) == REHAB_OK);
      world_.clean();
    }
    each(function, good, std::index_sequence_for<Parameters...>());
  }

 private:
  template <class... Parameters, std::size_t... places>
  void each(rehab_status (*function)(Parameters...), const std::tuple<Parameters...>& good, std::index_sequence<places...>) {
    (at<places>(function, good), ...);
  }

  template <std::size_t place, class... Parameters>
  void at(rehab_status (*function)(Parameters...), const std::tuple<Parameters...>& good) {
    for (const auto& wrongly : wrongs(std::get<place>(good))) {
      std::tuple<Parameters...> arguments = good;
      std::get<place>(arguments) = wrongly.value;
      INFO("argument " << (place + 1) << ": " << wrongly.what);
      expect(wrongly.wanted, [&] { return std::apply(function, arguments); });
    }
  }

 public:
  // The status, and nothing written.
  template <class Call>
  void expect(rehab_status wanted, Call call) {
    const auto* const octets = reinterpret_cast<const unsigned char*>(&world_.outs);
    const std::vector<unsigned char> before(octets, octets + sizeof world_.outs);
    const std::size_t blocks = world_.host.out();
    world_.out_catalog = reinterpret_cast<rehab_catalog*>(&world_);
    world_.out_person = reinterpret_cast<rehab_case*>(&world_);
    world_.out_plan = reinterpret_cast<rehab_plan*>(&world_);
    CHECK(call() == wanted);
    for (void* out :
         {static_cast<void*>(world_.out_catalog), static_cast<void*>(world_.out_person), static_cast<void*>(world_.out_plan)})
      CHECK((out == nullptr || out == &world_ || wanted == REHAB_OK));
    rehab_report_free(world_.out_report);
    world_.out_report = nullptr;
    if (wanted != REHAB_OK) {
      CHECK(std::memcmp(before.data(), octets, before.size()) == 0);
      CHECK(world_.host.out() == blocks);
    }
    world_.clean();
  }

 private:
  template <class T>
  auto wrongs(T value) {
    if constexpr (std::is_pointer_v<T>) {
      return pointers(value);
    } else {
      return values(value);
    }
  }

  std::vector<Wrongly<std::size_t>> values(std::size_t) { return {{"beyond the end", ~std::size_t{0}, REHAB_OUT_OF_RANGE}}; }
  std::vector<Wrongly<std::int32_t>> values(std::int32_t) {
    return {{"below the enumeration", -1, REHAB_BAD_VALUE}, {"above the enumeration", 99, REHAB_BAD_VALUE}};
  }
  std::vector<Wrongly<rehab_text>> values(rehab_text) { return {{"a size without data", {nullptr, 3}, REHAB_NULL_ARGUMENT}}; }
  std::vector<Wrongly<rehab_date>> values(rehab_date) {
    std::vector<Wrongly<rehab_date>> out;
    for (const rehab_date no_day : {rehab_date{0, 0, 0}, rehab_date{2026, 2, 29}, rehab_date{2026, 13, 1}, rehab_date{2026, 4, 31},
                                    rehab_date{2026, 1, 257}, rehab_date{10'000, 1, 1}, rehab_date{-1, 1, 1}})
      out.push_back({"no day", no_day, REHAB_BAD_VALUE});
    return out;
  }

  template <class T>
  std::vector<Wrongly<T*>> pointers(T* good) {
    using Value = std::remove_const_t<T>;
    if constexpr (Handle<Value>) {
      return {{"NULL", nullptr, REHAB_NULL_ARGUMENT},
              {"another kind", reinterpret_cast<T*>(another<Value>()), REHAB_WRONG_HANDLE},
              {"freed", freed(good), REHAB_WRONG_HANDLE}};
    } else if constexpr (Sized<Value>) {
      constexpr bool optional = std::is_const_v<T> && !Required<Value>;
      std::vector<Wrongly<T*>> out{{"NULL", nullptr, optional ? REHAB_OK : REHAB_NULL_ARGUMENT}};
      if (!good) return out;
      for (const std::size_t size : {std::size_t{0}, sizeof(Value) - 1, std::size_t{5000}, ~std::size_t{0}})
        out.push_back(of_size<T>(*good, size));
      if (std::is_const_v<T>) out.push_back(of_later_version<T>(*good));
      return out;
    } else if constexpr (std::is_pointer_v<Value>) {
      const bool optional = std::is_same_v<Value, rehab_report*>;
      return {{"NULL", nullptr, optional ? REHAB_OK : REHAB_NULL_ARGUMENT}};
    } else if constexpr (std::is_void_v<Value>) {
      return {};
    } else {
      return {{"NULL", nullptr, REHAB_NULL_ARGUMENT}};
    }
  }

  template <class T>
  Wrongly<T*> of_size(T& good, std::size_t size) {
    const auto copy = std::make_shared<std::remove_const_t<T>>(good);
    copy->struct_size = size;
    return {"a struct_size of " + std::to_string(size), copy.get(), REHAB_BAD_STRUCT_SIZE, copy};
  }
  // One that gives a member which is not known here.
  template <class T>
  Wrongly<T*> of_later_version(T& good) {
    struct Later {
      std::remove_const_t<T> known;
      std::size_t unknown;
    };
    const auto later = std::make_shared<Later>(Later{good, 1});
    later->known.struct_size = sizeof(Later);
    return {"a member of a later version", &later->known, REHAB_BAD_STRUCT_SIZE, later};
  }

  template <class T>
  void* another() {
    if constexpr (std::is_same_v<T, rehab_plan>) {
      return world_.catalog;
    } else {
      return world_.plan;
    }
  }
  const rehab_catalog* freed(const rehab_catalog*) { return world_.freed_catalog; }
  const rehab_plan* freed(const rehab_plan*) { return world_.freed_plan; }
  const rehab_report* freed(const rehab_report*) { return world_.freed_report; }
  const rehab_case* freed(const rehab_case*) { return world_.freed_person; }
  rehab_case* freed(rehab_case*) { return world_.freed_person; }

  World& world_;
  std::set<std::string> seen_;
};

}  // namespace rehab_test
