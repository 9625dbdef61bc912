// Every misuse that can be noticed is answered with its status, and changes nothing.
#include "c/misuse.hpp"

#include <fstream>
#include <regex>
#include <sstream>

namespace rehab_test {

namespace {

int32_t swallow(void*, const char*, size_t) { return 0; }

// The names after REHAB_API in the header itself.
std::set<std::string> declared() {
  std::ostringstream text;
  text << std::ifstream(REHAB_SOURCE_DIR "/include/rehab/rehab.h").rdbuf();
  const std::string header = text.str();
  std::set<std::string> out;
  const std::regex name(R"(REHAB_API [^(;]*?(rehab_\w+)\()");
  for (auto it = std::sregex_iterator(header.begin(), header.end(), name); it != std::sregex_iterator(); ++it) out.insert((*it)[1]);
  return out;
}

void of_reports_and_catalogs(Misuse& misuse, World& w) {
  static auto options = sized<rehab_catalog_options>();
  static const rehab_text one = given("calf-strain");
  options.protocols = {&one, 1};
  misuse.of("rehab_report_at", rehab_report_at, w.report, 0u, &w.outs.diagnostic);
  misuse.of("rehab_report_render", rehab_report_render, w.report, 0u, given(""), &w.outs.string);
  misuse.of("rehab_catalog_builtin", rehab_catalog_builtin, &options, &w.out_catalog, &w.out_report);
  misuse.of("rehab_catalog_protocol", rehab_catalog_protocol, w.catalog, 0u, &w.outs.protocol);
  misuse.of("rehab_catalog_find", rehab_catalog_find, w.catalog, given("calf-strain"), &w.outs.index);
  misuse.of("rehab_catalog_red_flag", rehab_catalog_red_flag, w.catalog, 0u, 0u, &w.outs.red_flag);
  misuse.of("rehab_catalog_tag", rehab_catalog_tag, w.catalog, 0u, &w.outs.tag);
  misuse.of("rehab_catalog_equipment", rehab_catalog_equipment, w.catalog, 0u, &w.outs.equipment);
  misuse.of("rehab_catalog_measure", rehab_catalog_measure, w.catalog, 0u, &w.outs.measure);
  misuse.of("rehab_catalog_source", rehab_catalog_source, w.catalog, given("silbernagel-2007"), &w.outs.source);
  misuse.of("rehab_catalog_source_author", rehab_catalog_source_author, w.catalog, given("silbernagel-2007"), 0u, &w.outs.name);
}

void of_cases(Misuse& misuse, World& w) {
  static const rehab_intake intake = sample_intake();
  static const rehab_entry entry = sample_entry();
  const rehab_allocator* const memory = w.host.allocator();
  misuse.of("rehab_case_new", rehab_case_new, &intake, memory, &w.out_person, &w.out_report);
  misuse.of("rehab_case_read", rehab_case_read, given("case"), given(calf_toml), memory, &w.out_person, &w.out_report);
  misuse.of("rehab_case_copy", rehab_case_copy, w.person, memory, &w.out_person);
  misuse.of("rehab_case_add", rehab_case_add, w.person, &entry, &w.out_report);
  misuse.of("rehab_case_add_text", rehab_case_add_text, w.person, given("diary"), given("[[diary]]\ndate = 2026-12-03\npain = 1\n"),
            &w.out_report);
  misuse.of("rehab_case_text", rehab_case_text, w.person, REHAB_TOML, &w.outs.string);
  misuse.of("rehab_case_pin", rehab_case_pin, w.person, w.catalog);
  misuse.of("rehab_case_differences", rehab_case_differences, w.person, w.catalog, &w.outs.string);
}

void of_plans(Misuse& misuse, World& w) {
  static const auto options = sized<rehab_plan_options>();
  misuse.of("rehab_plan_make", rehab_plan_make, w.catalog, w.person, &options, &w.out_plan, &w.out_report);
  misuse.of("rehab_plan_describe", rehab_plan_describe, w.plan, &w.outs.info);
  misuse.of("rehab_plan_phase", rehab_plan_phase, w.plan, 0u, &w.outs.phase);
  misuse.of("rehab_plan_goal", rehab_plan_goal, w.plan, 0u, 0u, &w.outs.name);
  misuse.of("rehab_plan_session", rehab_plan_session, w.plan, 0u, &w.outs.session);
  misuse.of("rehab_plan_session_id", rehab_plan_session_id, w.plan, 0u, &w.outs.uuid);
  misuse.of("rehab_plan_sessions_between", rehab_plan_sessions_between, w.plan, rehab_date{2026, 12, 1}, rehab_date{2026, 12, 9},
            &w.outs.index, &w.outs.count);
  misuse.of("rehab_plan_workout", rehab_plan_workout, w.plan, 0u, 0u, &w.outs.workout);
  misuse.of("rehab_plan_dose", rehab_plan_dose, w.plan, 0u, 0u, &w.outs.dose);
  misuse.of("rehab_plan_exercise", rehab_plan_exercise, w.plan, 0u, 0u, &w.outs.exercise);
  misuse.of("rehab_plan_step", rehab_plan_step, w.plan, 0u, 0u, 0u, &w.outs.name);
  misuse.of("rehab_plan_change", rehab_plan_change, w.plan, 0u, &w.outs.change);
  misuse.of("rehab_plan_change_sentence", rehab_plan_change_sentence, w.plan, 0u, &w.outs.string);
}

void of_exports(Misuse& misuse, World& w) {
  static const auto options = sized<rehab_export_options>();
  static const auto page = sized<rehab_page_options>();
  misuse.of("rehab_plan_export_to", rehab_plan_export_to, w.plan, given("ics"), &options, &swallow, static_cast<void*>(nullptr),
            &w.out_report);
  misuse.expect(REHAB_NULL_ARGUMENT,
                [&] { return rehab_plan_export_to(w.plan, given("ics"), &options, nullptr, nullptr, &w.out_report); });
  misuse.of("rehab_plan_page", rehab_plan_page, w.plan, REHAB_PAGE_HISTORY, &page, &w.outs.string);
  misuse.of("rehab_plan_compare", rehab_plan_compare, w.plan, w.plan, &page, &w.outs.string);
}

}  // namespace

TEST_CASE("every misuse of every function that answers a status is answered, and writes nothing", "[c]") {
  World world;
  Misuse misuse(world);
  of_reports_and_catalogs(misuse, world);
  of_cases(misuse, world);
  of_plans(misuse, world);
  of_exports(misuse, world);

  // Their sizes are none of an index; they have tests of their own below.
  for (const char* spelled :
       {"rehab_catalog_read", "rehab_plan_export", "rehab_format", "rehab_status_name", "rehab_version", "rehab_string_free",
        "rehab_report_count", "rehab_report_free", "rehab_catalog_free", "rehab_catalog_protocol_count", "rehab_catalog_tag_count",
        "rehab_catalog_equipment_count", "rehab_catalog_measure_count", "rehab_case_free", "rehab_case_entry_count",
        "rehab_plan_free", "rehab_format_count"})
    misuse.spelled(spelled);
  CHECK(misuse.seen() == declared());  // a new function needs its misuse here
}

TEST_CASE("a buffer that is too small is left alone, and told what it takes", "[c]") {
  World w;
  Misuse misuse(w);
  const auto options = sized<rehab_export_options>();
  auto small = options;
  small.struct_size = 4;
  auto times = options;
  times.times = 4;
  const auto write = [&](char* buffer, std::size_t capacity, std::size_t* size) {
    return rehab_plan_export(w.plan, given("ics"), &options, buffer, capacity, size, &w.out_report);
  };
  std::size_t whole = 0, told = 0;
  REQUIRE(write(nullptr, 0, &whole) == REHAB_OK);
  REQUIRE(whole > 1000);
  REQUIRE(whole < sizeof w.outs.buffer);
  for (const std::size_t capacity : {std::size_t{0}, std::size_t{1}, whole}) {
    misuse.expect(REHAB_BUFFER_TOO_SMALL, [&] { return write(w.outs.buffer, capacity, &told); });
    CHECK(told == whole);
  }
  misuse.expect(REHAB_NULL_ARGUMENT, [&] { return write(nullptr, 100, &w.outs.size); });
  misuse.expect(REHAB_NULL_ARGUMENT, [&] { return write(w.outs.buffer, sizeof w.outs.buffer, nullptr); });
  for (rehab_plan* plan : {static_cast<rehab_plan*>(nullptr), w.freed_plan, reinterpret_cast<rehab_plan*>(w.catalog)})
    misuse.expect(plan ? REHAB_WRONG_HANDLE : REHAB_NULL_ARGUMENT, [&] {
      return rehab_plan_export(plan, given("ics"), nullptr, w.outs.buffer, sizeof w.outs.buffer, &w.outs.size, &w.out_report);
    });
  for (const auto& [wrong, wanted] : {std::pair{&small, REHAB_BAD_STRUCT_SIZE}, std::pair{&times, REHAB_BAD_VALUE}})
    misuse.expect(wanted, [&, wrong = wrong] {
      return rehab_plan_export(w.plan, given("ics"), wrong, w.outs.buffer, sizeof w.outs.buffer, &w.outs.size, &w.out_report);
    });
  misuse.expect(REHAB_BAD_VALUE, [&] {
    return rehab_plan_export(w.plan, given("\xff"), nullptr, w.outs.buffer, sizeof w.outs.buffer, &w.outs.size, nullptr);
  });
  // The NUL needs its octet too.
  CHECK(write(w.outs.buffer, whole + 1, &told) == REHAB_OK);
  CHECK(std::strlen(w.outs.buffer) == whole);
}

TEST_CASE("formats are counted, and one beyond the end is none", "[c]") {
  rehab_text name = given("x"), media_type = given("y");
  CHECK(rehab_format(rehab_format_count(), &name, &media_type) == REHAB_OUT_OF_RANGE);
  CHECK(view(name) == "x");
  CHECK(rehab_format(0, nullptr, nullptr) == REHAB_OK);
  CHECK(rehab_format(0, &name, nullptr) == REHAB_OK);
  CHECK(view(name) == "text");
}

TEST_CASE("counts of what is no handle are 0", "[c]") {
  World w;
  CHECK(rehab_report_count(w.report) > 0);
  for (const void* wrong : {static_cast<const void*>(nullptr), static_cast<const void*>(w.freed_report),
                            static_cast<const void*>(w.freed_plan), static_cast<const void*>(w.plan)}) {
    CHECK(rehab_report_count(static_cast<const rehab_report*>(wrong)) == 0);
    CHECK(rehab_catalog_protocol_count(static_cast<const rehab_catalog*>(wrong)) == 0);
    CHECK(rehab_catalog_tag_count(static_cast<const rehab_catalog*>(wrong)) == 0);
    CHECK(rehab_catalog_equipment_count(static_cast<const rehab_catalog*>(wrong)) == 0);
    CHECK(rehab_catalog_measure_count(static_cast<const rehab_catalog*>(wrong)) == 0);
    CHECK(rehab_case_entry_count(static_cast<const rehab_case*>(wrong)) == 0);
  }
}

TEST_CASE("giving back NULL, what is given back already, or what is of another kind does nothing", "[c]") {
  World w;
  const std::size_t blocks = w.host.out();
  rehab_report_free(nullptr);
  rehab_catalog_free(nullptr);
  rehab_case_free(nullptr);
  rehab_plan_free(nullptr);
  rehab_string_free(nullptr);
  rehab_report_free(w.freed_report);
  rehab_catalog_free(w.freed_catalog);
  rehab_case_free(w.freed_person);
  rehab_plan_free(w.freed_plan);
  rehab_report_free(reinterpret_cast<rehab_report*>(w.plan));
  rehab_catalog_free(reinterpret_cast<rehab_catalog*>(w.plan));
  rehab_case_free(reinterpret_cast<rehab_case*>(w.plan));
  rehab_plan_free(reinterpret_cast<rehab_plan*>(w.person));
  CHECK(w.host.out() == blocks);

  rehab_string string{};
  rehab_string_free(&string);
  REQUIRE(rehab_case_text(w.person, REHAB_TOML, &string) == REHAB_OK);
  CHECK(w.host.out() == blocks + 1);
  rehab_string again = string;
  rehab_string_free(&string);
  CHECK(string.data == nullptr);
  CHECK(string.size == 0);
  rehab_string_free(&again);
  CHECK(w.host.out() == blocks);
}

TEST_CASE("every status has a name, and what is none is unknown", "[c]") {
  std::ostringstream text;
  text << std::ifstream(REHAB_SOURCE_DIR "/include/rehab/rehab.h").rdbuf();
  std::string header = text.str();
  header = header.substr(header.find("REHAB_OK = 0"), header.find("REHAB_NOT_PINNED = ") + 24 - header.find("REHAB_OK = 0"));
  const std::regex row(R"(REHAB_(\w+) = (\d+))");
  int count = 0;
  for (auto it = std::sregex_iterator(header.begin(), header.end(), row); it != std::sregex_iterator(); ++it) {
    std::string name = (*it)[1];
    for (char& c : name) c = c == '_' ? '-' : static_cast<char>(c | 0x20);
    CHECK(rehab_status_name(std::stoi((*it)[2])) == name);
    ++count;
  }
  CHECK(count == 15);
  CHECK(rehab_status_name(-1) == std::string("unknown"));
  CHECK(rehab_status_name(2) == std::string("unknown"));
  CHECK(rehab_version() == std::string(rehab::version()));
}

}  // namespace rehab_test
