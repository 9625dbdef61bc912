// Every call that takes memory is made with memory that ends: at the first block, at the second, and so on until the call succeeds.
// Each time it answers that there is none, has written nothing, and has kept nothing. A program of its own, because it replaces
// operator new; the host's allocator counts with it. Under a sanitizer a leak inside shows too.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <vector>

#include "rehab/rehab.h"

namespace {

// --- Memory that ends ----------------------------------------------------------------------------------------------------------

constexpr long never = -1;
long left = never;       // blocks until there is none
long alive = 0;          // blocks that were not given back
bool only_host = false;  // it is only the host's memory that ends

void* block_of(std::size_t size, bool of_host = false) {
  if (left == 0 && (of_host || !only_host)) return nullptr;
  if (left > 0 && (of_host || !only_host)) --left;
  void* const block = std::malloc(size == 0 ? 1 : size);
  if (block) ++alive;
  return block;
}

void give_back(void* block) {
  if (!block) return;
  --alive;
  std::free(block);
}

void* new_block(std::size_t size) {
  if (void* const block = block_of(size)) return block;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return new_block(size); }
void* operator new[](std::size_t size) { return new_block(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return block_of(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return block_of(size); }
void operator delete(void* block) noexcept { give_back(block); }
void operator delete[](void* block) noexcept { give_back(block); }
void operator delete(void* block, std::size_t) noexcept { give_back(block); }
void operator delete[](void* block, std::size_t) noexcept { give_back(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { give_back(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { give_back(block); }

namespace {

template <class Struct>
Struct sized() {
  Struct out{};
  out.struct_size = sizeof(Struct);
  return out;
}

rehab_allocator host_memory() {
  auto memory = sized<rehab_allocator>();
  memory.allocate = [](void*, std::size_t size) { return block_of(size, true); };
  memory.release = [](void*, void* block, std::size_t) { give_back(block); };
  return memory;
}
const rehab_allocator memory = host_memory();

// --- What is called ------------------------------------------------------------------------------------------------------------

struct World {
  rehab_catalog* catalog = nullptr;
  rehab_case *person = nullptr, *moved = nullptr;
  rehab_plan *plan = nullptr, *next = nullptr;
  rehab_report* report = nullptr;
};

// What a call writes to; as it is here before each.
struct Outs {
  rehab_catalog* catalog = nullptr;
  rehab_case* person = nullptr;
  rehab_plan* plan = nullptr;
  rehab_report* report = nullptr;
  rehab_string string{};
  std::size_t size = 77;

  bool untouched() const { return !catalog && !person && !plan && !report && !string.data && string.size == 0 && size == 77; }
  void clean() {
    rehab_catalog_free(catalog);
    rehab_case_free(person);
    rehab_plan_free(plan);
    rehab_report_free(report);
    rehab_string_free(&string);
    *this = {};
  }
};

struct Call {
  const char* name;
  rehab_status wanted;  // once there is memory enough
  std::function<rehab_status(Outs&)> once;
  bool in_toml = false;  // toml++ ends the program where operator new fails in it, so only the host's memory may
  long step = 1;         // from block to block
};

int failures = 0;

void fail(const Call& call, long nth, const char* what, rehab_status status) {
  std::printf("%s, block %ld: %s (%s)\n", call.name, nth, what, rehab_status_name(status));
  ++failures;
}

// Until the call has what it needs; how many blocks that is.
long starve(const Call& call) {
  Outs outs;
  only_host = call.in_toml;
  for (long nth = 0;; nth += call.step) {
    const long before = alive;
    left = nth;
    const rehab_status status = call.once(outs);
    const bool ended = left == 0;
    left = never;
    if (status == call.wanted) {
      outs.clean();
      if (!ended || nth == 0) return nth;
      continue;  // it came to an end with the last of them, or could do without the next
    }
    if (status != REHAB_OUT_OF_MEMORY) fail(call, nth, "answers otherwise", status);
    if (!outs.untouched()) fail(call, nth, "something was written", status);
    outs.clean();
    if (alive != before) fail(call, nth, "something was kept", status);
    if (failures > 20) return nth;
  }
}

// --- The calls -----------------------------------------------------------------------------------------------------------------

rehab_text given(const char* text) { return rehab_text_of(text); }
const char* const diary =
    "[[diary]]\ndate = 2026-12-09\npart = \"evening\"\ndone = \"part\"\npain = 7\n"
    "measured = { \"stiffness-next-morning\" = 4 }\nnote = \"a note that is longer than what a string holds within\"\n";
const char* const json_diary =
    "{\"diary\": [{\"date\": \"2026-12-09\", \"pain\": 7, \"note\": \"a note that is longer than what a string holds\"}]}";
const char* const json_case =
    "{\"schema\": 1, \"protocol\": \"calf-strain\", \"version\": \"1.0.0\", \"severity\": \"mild\", \"start\": \"2026-12-01\"}";
const char* const old_case =
    "{\"schema\": 1, \"protocol\": \"calf-strain\", \"version\": \"0.9.0\", \"severity\": \"mild\", \"start\": \"2026-12-01\"}";
const char* const head =
    "schema = 1\nid = \"7c9e6679-7425-40de-944b-e07fc1f90ae7\"\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\n"
    "severity = \"moderate\"\nstart = 2026-12-01\nzone = \"Europe/Berlin\"\n";

rehab_catalog_options for_one_plan(const rehab_text& id) {
  auto options = sized<rehab_catalog_options>();
  options.protocols = {&id, 1};
  options.allocator = &memory;
  return options;
}

rehab_entry painful() {
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 10};
  entry.pain = {1, 6};
  entry.note = given("another note that is longer than what a string holds within");
  return entry;
}

World make_world() {
  World w;
  const rehab_text id = given("calf-strain");
  const rehab_catalog_options options = for_one_plan(id);
  static const std::string text = std::string(head) + diary;
  rehab_case* none = nullptr;
  const bool ok = !rehab_catalog_builtin(&options, &w.catalog, nullptr) &&
                  !rehab_case_read(given("case.toml"), given(head), &memory, &w.person, nullptr) &&
                  !rehab_plan_make(w.catalog, w.person, nullptr, &w.plan, nullptr) &&
                  !rehab_case_read(given("case.toml"), {text.data(), text.size()}, &memory, &w.moved, nullptr) &&
                  !rehab_plan_make(w.catalog, w.moved, nullptr, &w.next, nullptr) &&
                  rehab_case_read(given("bad.toml"), given("schema = 2\n"), &memory, &none, &w.report) == REHAB_BAD_CASE;
  if (!ok) fail({"the world", REHAB_OK, {}}, 0, "cannot be made", REHAB_BUG);
  return w;
}

std::vector<Call> calls_of_catalogs(const World& w) {
  static const rehab_text id = given("calf-strain"), other = given("no-such-protocol");
  static auto one = for_one_plan(id), german = one, nobody = one, own = sized<rehab_catalog_options>();
  static const rehab_file broken{given("own.toml"), given("titel = \"x\"\n[phase\n")};
  german.language = given("de");
  nobody.protocols = {&other, 1};
  own.allocator = &memory;
  return {
      {"a catalog for one plan", REHAB_OK, [](Outs& o) { return rehab_catalog_builtin(&one, &o.catalog, &o.report); }},
      {"in German", REHAB_OK, [](Outs& o) { return rehab_catalog_builtin(&german, &o.catalog, &o.report); }, false, 13},
      {"of no such protocol", REHAB_BAD_PROTOCOL, [](Outs& o) { return rehab_catalog_builtin(&nobody, &o.catalog, &o.report); },
       false, 97},
      {"of a broken file", REHAB_BAD_PROTOCOL, [](Outs& o) { return rehab_catalog_read(&broken, 1, &own, &o.catalog, &o.report); },
       true},
      {"of no file", REHAB_OK, [](Outs& o) { return rehab_catalog_read(nullptr, 0, &own, &o.catalog, &o.report); }},
      {"a red flag", REHAB_OK,
       [&w](Outs&) {
         auto flag = sized<rehab_red_flag>();
         return rehab_catalog_red_flag(w.catalog, 0, 0, &flag);
       }},
      {"a protocol", REHAB_OK,
       [&w](Outs&) {
         auto protocol = sized<rehab_protocol>();
         return rehab_catalog_protocol(w.catalog, 0, &protocol);
       }},
      {"a diagnostic rendered", REHAB_OK,
       [&w](Outs& o) { return rehab_report_render(w.report, 0, given("schema = 2"), &o.string); }},
  };
}

rehab_intake sample_intake() {
  auto intake = sized<rehab_intake>();
  intake.id = given("7c9e6679-7425-40de-944b-e07fc1f90ae7");
  intake.protocol = given("achilles-midportion-alfredson");
  intake.severity = REHAB_MILD;
  intake.start = {2026, 12, 1};
  static const rehab_text equipment[]{given("step"), given("a thing with a long name that is nowhere")};
  static const rehab_texts list{equipment, 2};
  intake.equipment = &list;
  return intake;
}

std::vector<Call> calls_of_cases(const World& w) {
  static const rehab_intake intake = sample_intake();
  static const rehab_intake empty = sized<rehab_intake>();
  static const rehab_entry entry = painful();
  static rehab_entry impossible = painful();
  impossible.pain.value = 11;
  static rehab_entry nowhen = painful();
  nowhen.slot = 7;
  static const std::string file = std::string(head) + diary;
  return {
      {"a case from its members", REHAB_OK, [](Outs& o) { return rehab_case_new(&intake, &memory, &o.person, &o.report); }},
      {"without a severity", REHAB_BAD_CASE, [](Outs& o) { return rehab_case_new(&empty, &memory, &o.person, &o.report); }},
      {"a case from its file", REHAB_OK,
       [](Outs& o) {
         return rehab_case_read(given("c"), {file.data(), file.size()}, &memory, &o.person, &o.report);
       },
       true},
      {"from a broken file", REHAB_BAD_CASE,
       [](Outs& o) { return rehab_case_read(given("c"), given("schema = 1\nsevrity = \"m\"\n[x"), &memory, &o.person, &o.report); },
       true},
      {"a case from JSON", REHAB_OK,
       [](Outs& o) { return rehab_case_read(given("c"), given(json_case), &memory, &o.person, &o.report); }},
      {"from broken JSON", REHAB_BAD_CASE,
       [](Outs& o) { return rehab_case_read(given("c"), given("{\"schema\": 1, \"x\": [}"), &memory, &o.person, &o.report); }},
      {"a copy", REHAB_OK, [&w](Outs& o) { return rehab_case_copy(w.moved, &memory, &o.person); }},
      {"an entry", REHAB_OK, [&w](Outs& o) { return rehab_case_add(w.moved, &entry, &o.report); }},
      {"an impossible entry", REHAB_BAD_CASE, [&w](Outs& o) { return rehab_case_add(w.moved, &impossible, &o.report); }},
      {"an entry of a slot that is none", REHAB_BAD_VALUE, [&w](Outs& o) { return rehab_case_add(w.moved, &nowhen, &o.report); }},
      {"entries from a text", REHAB_OK, [&w](Outs& o) { return rehab_case_add_text(w.moved, given("d"), given(diary), &o.report); },
       true},
      {"entries from JSON", REHAB_OK,
       [&w](Outs& o) { return rehab_case_add_text(w.moved, given("d"), given(json_diary), &o.report); }},
      {"a case as TOML", REHAB_OK, [&w](Outs& o) { return rehab_case_text(w.moved, REHAB_TOML, &o.string); }},
      {"a case as JSON", REHAB_OK, [&w](Outs& o) { return rehab_case_text(w.moved, REHAB_JSON, &o.string); }},
      {"a pin", REHAB_OK, [&w](Outs&) { return rehab_case_pin(w.person, w.catalog); }},
      {"differences", REHAB_OK, [&w](Outs& o) { return rehab_case_differences(w.person, w.catalog, &o.string); }},
  };
}

Call page(const World& w, const char* name, std::int32_t which, std::int32_t form) {
  return {name, REHAB_OK, [&w, which, form](Outs& o) {
            auto options = sized<rehab_page_options>();
            options.date = {2026, 12, 9};
            options.form = form;
            return rehab_plan_page(w.next, which, &options, &o.string);
          }};
}

Call exported(const World& w, const char* format, std::int32_t cancel) {
  return {format, REHAB_OK, [&w, format, cancel](Outs& o) {
            auto options = sized<rehab_export_options>();
            options.cancel = cancel;
            const rehab_write swallow = [](void*, const char*, std::size_t) { return std::int32_t{0}; };
            return rehab_plan_export_to(w.next, given(format), &options, swallow, nullptr, &o.report);
          }};
}

std::vector<Call> calls_of_plans(const World& w) {
  static rehab_case* const nowhere = [] {
    rehab_case* out = nullptr;
    const rehab_intake intake = sample_intake();  // of another protocol, with equipment that there is not
    rehab_case_new(&intake, &memory, &out, nullptr);
    return out;
  }();
  static rehab_case* const pinned = [] {
    rehab_case* out = nullptr;
    rehab_case_read(given("case.json"), given(old_case), &memory, &out, nullptr);
    return out;
  }();
  std::vector<Call> calls{
      {"a plan", REHAB_OK, [&w](Outs& o) { return rehab_plan_make(w.catalog, w.moved, nullptr, &o.plan, &o.report); }},
      {"a plan of another version", REHAB_OK,
       [&w](Outs& o) { return rehab_plan_make(w.catalog, pinned, nullptr, &o.plan, &o.report); }},
      {"no plan", REHAB_BAD_CASE, [&w](Outs& o) { return rehab_plan_make(w.catalog, nowhere, nullptr, &o.plan, &o.report); }},
      {"a sentence", REHAB_OK, [&w](Outs& o) { return rehab_plan_change_sentence(w.next, 0, &o.string); }},
      {"a format that is none", REHAB_BAD_CASE,
       [&w](Outs& o) { return rehab_plan_export(w.plan, given("pdf"), nullptr, nullptr, 0, &o.size, &o.report); }},
      {"what changed", REHAB_OK, [&w](Outs& o) { return rehab_plan_compare(w.plan, w.next, nullptr, &o.string); }},
      {"what changed, as JSON", REHAB_OK,
       [&w](Outs& o) {
         auto options = sized<rehab_page_options>();
         options.form = REHAB_AS_JSON;
         return rehab_plan_compare(w.plan, w.next, &options, &o.string);
       }},
      page(w, "today", REHAB_PAGE_TODAY, REHAB_FOR_EYES),
      page(w, "today, as JSON", REHAB_PAGE_TODAY, REHAB_AS_JSON),
      page(w, "history", REHAB_PAGE_HISTORY, REHAB_FOR_EYES),
      page(w, "history, as JSON", REHAB_PAGE_HISTORY, REHAB_AS_JSON),
      page(w, "progress", REHAB_PAGE_PROGRESS, REHAB_FOR_EYES),
      page(w, "progress, as JSON", REHAB_PAGE_PROGRESS, REHAB_AS_JSON),
      exported(w, "ics", 1),
  };
  for (std::size_t i = 0; i < rehab_format_count(); ++i) {
    rehab_text name{};
    rehab_format(i, &name, nullptr);
    calls.push_back(exported(w, name.data, 0));
  }
  return calls;
}

// What is read but once, the clocks of a zone, is kept once it is whole; until then nothing else is answered but that memory ended.
void starve_a_new_zone(const World& w) {
  rehab_case* far = nullptr;
  auto intake = sample_intake();
  intake.protocol = given("calf-strain");
  intake.equipment = nullptr;
  intake.zone = given("Pacific/Auckland");
  rehab_case_new(&intake, &memory, &far, nullptr);
  const Call call{"a plan in a zone that was not read before", REHAB_OK,
                  [&](Outs& o) { return rehab_plan_make(w.catalog, far, nullptr, &o.plan, &o.report); }};
  rehab_status status = REHAB_OUT_OF_MEMORY;
  for (long nth = 0; status != REHAB_OK && failures < 20; ++nth) {
    Outs outs;
    left = nth;
    status = call.once(outs);
    left = never;
    if (status != REHAB_OK && status != REHAB_OUT_OF_MEMORY) fail(call, nth, "answers otherwise", status);
    outs.clean();
  }
  rehab_case_free(far);
}

}  // namespace

int main(int argc, char**) {
  World w = make_world();
  starve_a_new_zone(w);
  long points = 0, count = 0;
  for (const auto& calls : {calls_of_catalogs(w), calls_of_cases(w), calls_of_plans(w)}) {
    for (const Call& call : calls) {
      Outs outs;  // first of all with what it needs, and with it what is kept for ever
      const rehab_status status = call.once(outs);
      if (status != call.wanted) fail(call, never, "does not work at all", status);
      outs.clean();
      const long needed = starve(call);
      if (argc > 1) std::printf("%6ld %s\n", needed, call.name);
      points += needed;
      ++count;
    }
  }
  std::printf("%ld calls, %ld places at which memory ended, %d failures\n", count, points, failures);
  rehab_report_free(w.report);
  for (rehab_plan* plan : {w.plan, w.next}) rehab_plan_free(plan);
  for (rehab_case* person : {w.person, w.moved}) rehab_case_free(person);
  rehab_catalog_free(w.catalog);
  return failures == 0 && points > count ? 0 : 1;
}
