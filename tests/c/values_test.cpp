// Structures that hold what cannot be: each is answered with its status, and nothing is made or added.
#include "c/misuse.hpp"

namespace rehab_test {

namespace {

// The member that the report of a call names as wrong; "": none.
template <class Call>
std::string named_by(Call call) {
  rehab_report* report = nullptr;
  call(&report);
  const ReportHandle owned(report);
  if (rehab_report_count(report) != 1) return "";
  const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(report, 0, out); });
  return view(d.code) == "value" ? std::string(view(d.key)) : "";
}

}  // namespace

TEST_CASE("a catalog of the host's own files is not read from a NULL", "[c]") {
  World w;
  Misuse misuse(w);
  const rehab_file nothing{{nullptr, 1}, {nullptr, 0}};
  const rehab_text one = given("calf-strain");
  auto options = sized<rehab_catalog_options>();
  const auto read = [&](const rehab_file* files, std::size_t count, const rehab_catalog_options* with) {
    return [=, &w] { return rehab_catalog_read(files, count, with, &w.out_catalog, &w.out_report); };
  };
  misuse.expect(REHAB_NULL_ARGUMENT, read(nullptr, 1, nullptr));
  misuse.expect(REHAB_NULL_ARGUMENT, read(&nothing, 1, nullptr));
  misuse.expect(REHAB_NULL_ARGUMENT, [&] { return rehab_catalog_read(nullptr, 0, nullptr, nullptr, &w.out_report); });
  const rehab_file nameless{given("\xff.toml"), given("schema = 1")};
  misuse.expect(REHAB_BAD_VALUE, read(&nameless, 1, nullptr));
  options.protocols = {&one, 1};
  misuse.expect(REHAB_BAD_VALUE, read(nullptr, 0, &options));
  options.protocols = {nullptr, 1};
  misuse.expect(REHAB_NULL_ARGUMENT, read(nullptr, 0, &options));
  options.protocols = {};
  options.language = given("d\xff");
  misuse.expect(REHAB_BAD_VALUE, read(nullptr, 0, &options));
  options = sized<rehab_catalog_options>();
  options.struct_size = 8;
  misuse.expect(REHAB_BAD_STRUCT_SIZE, read(nullptr, 0, &options));
  // Of none beside the built-in ones there is nothing to complain about.
  options = sized<rehab_catalog_options>();
  options.beside_builtin = 1;
  misuse.expect(REHAB_OK, read(nullptr, 0, &options));
}

TEST_CASE("half an allocator or half a log is none", "[c]") {
  World w;
  Misuse misuse(w);
  rehab_allocator half = *w.host.allocator();
  rehab_log log = sized<rehab_log>();
  auto options = sized<rehab_catalog_options>();
  const auto builtin = [&] { return rehab_catalog_builtin(&options, &w.out_catalog, &w.out_report); };
  options.allocator = &half;
  half.release = nullptr;
  misuse.expect(REHAB_NULL_ARGUMENT, builtin);
  half = *w.host.allocator();
  half.allocate = nullptr;
  misuse.expect(REHAB_NULL_ARGUMENT, builtin);
  half = *w.host.allocator();
  half.struct_size = 1;
  misuse.expect(REHAB_BAD_STRUCT_SIZE, builtin);
  options.allocator = nullptr;
  options.log = &log;
  misuse.expect(REHAB_NULL_ARGUMENT, builtin);
  log.struct_size = 0;
  misuse.expect(REHAB_BAD_STRUCT_SIZE, builtin);
}

TEST_CASE("what messages would call a text is UTF-8", "[c]") {
  World w;
  Misuse misuse(w);
  const rehab_text name = given("a\xff"), text = given("{}");
  misuse.expect(REHAB_BAD_VALUE, [&] { return rehab_case_read(name, text, nullptr, &w.out_person, &w.out_report); });
  misuse.expect(REHAB_BAD_VALUE, [&] { return rehab_case_add_text(w.person, name, text, &w.out_report); });
}

TEST_CASE("what cannot be in an intake is no case", "[c]") {
  World w;
  Misuse misuse(w);
  static const rehab_days backwards{{2026, 12, 32}, {2026, 12, 9}};
  static const rehab_number before_midnight[5]{{}, {}, {1, -1}}, next_midnight[5]{{}, {}, {}, {}, {1, 1440}};
  static const rehab_texts no_list{nullptr, 2};
  static const rehab_text no_text[]{{nullptr, 4}};
  struct Row {
    const char* what;
    void (*change)(rehab_intake&);
    rehab_status wanted;
  };
  const Row rows[]{
      {"severity", [](rehab_intake& i) { i.severity = 4; }, REHAB_BAD_VALUE},
      {"severity", [](rehab_intake& i) { i.severity = -1; }, REHAB_BAD_VALUE},
      {"side", [](rehab_intake& i) { i.side = 4; }, REHAB_BAD_VALUE},
      {"sex", [](rehab_intake& i) { i.sex = 3; }, REHAB_BAD_VALUE},
      {"days", [](rehab_intake& i) { i.days = 128; }, REHAB_BAD_VALUE},
      {"days", [](rehab_intake& i) { i.days = -1; }, REHAB_BAD_VALUE},
      {"start",
       [](rehab_intake& i) {
         i.start = {2026, 2, 30};
       },
       REHAB_BAD_VALUE},
      {"start",
       [](rehab_intake& i) {
         i.start = {2026, 0, 0};
       },
       REHAB_BAD_VALUE},
      {"times", [](rehab_intake& i) { i.times = before_midnight; }, REHAB_BAD_VALUE},
      {"times", [](rehab_intake& i) { i.times = next_midnight; }, REHAB_BAD_VALUE},
      {"away", [](rehab_intake& i) { i.away = &backwards, i.away_count = 1; }, REHAB_BAD_VALUE},
      {"away", [](rehab_intake& i) { i.away_count = 1; }, REHAB_NULL_ARGUMENT},
      {"cleared_on",
       [](rehab_intake& i) {
         i.cleared_on = {0, 1, 1};
       },
       REHAB_BAD_VALUE},
      {"protocol",
       [](rehab_intake& i) {
         i.protocol = {nullptr, 1};
       },
       REHAB_NULL_ARGUMENT},
      {"protocol", [](rehab_intake& i) { i.protocol = given("\xc3("); }, REHAB_BAD_VALUE},
      {"zone", [](rehab_intake& i) { i.zone = given("\xff"); }, REHAB_BAD_VALUE},
      {"id", [](rehab_intake& i) { i.id = given("\xff"); }, REHAB_BAD_VALUE},
      {"equipment", [](rehab_intake& i) { i.equipment = &no_list; }, REHAB_NULL_ARGUMENT},
      {"with",
       [](rehab_intake& i) {
         i.with = {nullptr, 1};
       },
       REHAB_NULL_ARGUMENT},
      {"tags",
       [](rehab_intake& i) {
         i.tags = {no_text, 1};
       },
       REHAB_NULL_ARGUMENT},
      {"red_flags",
       [](rehab_intake& i) {
         i.red_flags = {nullptr, 1};
       },
       REHAB_NULL_ARGUMENT},
      {"cleared_by", [](rehab_intake& i) { i.cleared_by = given("\xff"); }, REHAB_BAD_VALUE},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    rehab_intake intake = sample_intake();
    row.change(intake);
    misuse.expect(row.wanted, [&] { return rehab_case_new(&intake, nullptr, &w.out_person, &w.out_report); });
    const std::string named = named_by([&](auto** report) { rehab_case_new(&intake, nullptr, &w.out_person, report); });
    CHECK(named == (row.wanted == REHAB_BAD_VALUE ? row.what : ""));
  }
}

TEST_CASE("what cannot be in an entry is not added", "[c]") {
  World w;
  Misuse misuse(w);
  static const rehab_reading no_measure{{nullptr, 4}, 1, {}};
  static const rehab_sets_done no_exercise{given("\xff"), 1};
  struct Row {
    const char* what;
    void (*change)(rehab_entry&);
    rehab_status wanted;
  };
  const Row rows[]{
      {"date", [](rehab_entry& e) { e.date = {}; }, REHAB_BAD_VALUE},
      {"slot", [](rehab_entry& e) { e.slot = 7; }, REHAB_BAD_VALUE},
      {"logged", [](rehab_entry& e) { e.logged.slot = REHAB_WAKING; }, REHAB_BAD_VALUE},
      {"logged",
       [](rehab_entry& e) {
         e.logged = {{2026, 12, 40}, 0};
       },
       REHAB_BAD_VALUE},
      {"done", [](rehab_entry& e) { e.done = 4; }, REHAB_BAD_VALUE},
      {"measured", [](rehab_entry& e) { e.measured_count = 1; }, REHAB_NULL_ARGUMENT},
      {"measured", [](rehab_entry& e) { e.measured = &no_measure, e.measured_count = 1; }, REHAB_NULL_ARGUMENT},
      {"sets_done", [](rehab_entry& e) { e.sets_done_count = 1; }, REHAB_NULL_ARGUMENT},
      {"sets_done", [](rehab_entry& e) { e.sets_done = &no_exercise, e.sets_done_count = 1; }, REHAB_BAD_VALUE},
      {"red_flags",
       [](rehab_entry& e) {
         e.red_flags = {nullptr, 1};
       },
       REHAB_NULL_ARGUMENT},
      {"cleared_by", [](rehab_entry& e) { e.cleared_by = given("\xff"); }, REHAB_BAD_VALUE},
      {"pause_until",
       [](rehab_entry& e) {
         e.pause_until = {1, 2, 30};
       },
       REHAB_BAD_VALUE},
      {"note", [](rehab_entry& e) { e.note = given("\xff"); }, REHAB_BAD_VALUE},
      {"pain",
       [](rehab_entry& e) {
         e.pain = {1, 11};
       },
       REHAB_BAD_CASE},
      {"date",
       [](rehab_entry& e) {
         e.date = {2026, 11, 30};
       },
       REHAB_BAD_CASE},
  };
  const std::size_t entries = rehab_case_entry_count(w.person);
  for (const Row& row : rows) {
    INFO(row.what);
    rehab_entry entry = sample_entry();
    row.change(entry);
    misuse.expect(row.wanted, [&] { return rehab_case_add(w.person, &entry, nullptr); });
    const std::string named = named_by([&](auto** report) { rehab_case_add(w.person, &entry, report); });
    CHECK(named == (row.wanted == REHAB_BAD_VALUE ? row.what : ""));
    CHECK(rehab_case_entry_count(w.person) == entries);
  }
}

TEST_CASE("of options too the report names the member that is wrong", "[c]") {
  World w;
  const rehab_text bad = given("\xff");
  auto of_catalog = sized<rehab_catalog_options>();
  const auto builtin = [&](auto** report) { rehab_catalog_builtin(&of_catalog, &w.out_catalog, report); };
  const auto read = [&](auto** report) { rehab_catalog_read(nullptr, 0, &of_catalog, &w.out_catalog, report); };
  of_catalog.language = bad;
  CHECK(named_by(builtin) == "language");
  CHECK(named_by(read) == "language");
  of_catalog.language = {};
  of_catalog.protocols = {&bad, 1};
  CHECK(named_by(builtin) == "protocols");
  const rehab_text good = given("calf-strain");
  of_catalog.protocols = {&good, 1};
  CHECK(named_by(read) == "protocols");

  auto of_plan = sized<rehab_plan_options>();
  of_plan.as_of.slot = REHAB_MORNING;
  CHECK(named_by([&](auto** report) { rehab_plan_make(w.catalog, w.person, &of_plan, &w.out_plan, report); }) == "as_of");

  auto of_export = sized<rehab_export_options>();
  std::string format = "ics";
  const auto written = [&](auto** report) {
    rehab_plan_export(w.plan, given(format), &of_export, nullptr, 0, &w.outs.size, report);
  };
  of_export.times = 4;
  CHECK(named_by(written) == "times");
  of_export.times = 0;
  of_export.today = {2026, 2, 29};
  CHECK(named_by(written) == "today");
  of_export.today = {};
  CHECK(named_by(written).empty());
  format = "\xff";
  CHECK(named_by(written) == "format");

  const rehab_file file{bad, given("")};
  CHECK(named_by([&](auto** report) { rehab_catalog_read(&file, 1, nullptr, &w.out_catalog, report); }) == "name");
  CHECK(named_by([&](auto** report) { rehab_case_read(bad, given("{}"), nullptr, &w.out_person, report); }) == "name");
  CHECK(named_by([&](auto** report) { rehab_case_add_text(w.person, bad, given("{}"), report); }) == "name");
}

TEST_CASE("what is told of a wrong member says what it wants, in the caller's memory, and repeats no value", "[c]") {
  World w;
  auto entry = sample_entry();
  entry.note = given("slept badly \xff");
  const std::size_t blocks = w.host.out();
  REQUIRE(rehab_case_add(w.person, &entry, &w.out_report) == REHAB_BAD_VALUE);
  CHECK(w.host.out() == blocks + 1);
  const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(w.out_report, 0, out); });
  CHECK(d.level == REHAB_ERROR);
  CHECK(d.area == REHAB_AREA_INTAKE);
  CHECK(view(d.message) == "`note` holds what it cannot hold");
  CHECK(view(d.hint) == "give UTF-8");
  w.clean();
}

}  // namespace rehab_test
