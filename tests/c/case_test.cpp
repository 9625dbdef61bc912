// Cases through C: from members, from files, added to, copied, pinned, written; and what is told of them.
#include "c/owned.hpp"

namespace {

using namespace rehab_test;
using namespace rehab;
using std::chrono::days;

constexpr const char* own_id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

std::string written(const rehab_case* person, std::int32_t form = REHAB_TOML) {
  rehab_string out{};
  REQUIRE(rehab_case_text(person, form, &out) == REHAB_OK);
  return taken(out);
}

CaseHandle made(const rehab_intake& intake) {
  rehab_case* out = nullptr;
  REQUIRE(rehab_case_new(&intake, nullptr, &out, nullptr) == REHAB_OK);
  return CaseHandle(out);
}

rehab_intake smallest() {
  auto intake = sized<rehab_intake>();
  intake.protocol = given("calf-strain");
  intake.severity = REHAB_MILD;
  intake.start = {2026, 12, 1};
  return intake;
}

// "level area code key", one a line.
std::string told(const rehab_report* report) {
  std::string out;
  for (std::size_t i = 0; i < rehab_report_count(report); ++i) {
    const auto d = asked<rehab_diagnostic>([&](auto* to) { return rehab_report_at(report, i, to); });
    out += std::to_string(d.level) + ' ' + std::to_string(d.area) + ' ' + std::string(view(d.code)) + ' ' +
           std::string(view(d.key)) + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("a case from its members is the case of C++ with the same", "[c]") {
  Case wanted;
  wanted.id = own_id;
  wanted.protocol = "calf-strain";
  wanted.severity = Severity::severe;
  wanted.side = Side::right;
  wanted.start = day(2026, 12, 1);
  wanted.zone = "Europe/Berlin";
  wanted.times = {std::nullopt, std::chrono::minutes{700}, std::nullopt, std::nullopt, std::chrono::minutes{1300}};
  wanted.days = Weekdays();
  wanted.days.insert(std::chrono::Monday);
  wanted.days.insert(std::chrono::Saturday);
  wanted.away = {{day(2026, 12, 24), day(2026, 12, 27)}, {day(2027, 1, 1), day(2027, 1, 2)}};
  wanted.equipment = {"step"};
  wanted.with = {"one", "two"};
  wanted.tags = {"osteoporosis"};
  wanted.red_flags = {"numbness"};
  wanted.clearance = Clearance{"a practice", day(2026, 11, 30)};
  wanted.age = 51;
  wanted.sex = Sex::female;

  const rehab_number times[]{{0, 7}, {1, 700}, {}, {}, {1, 1300}};
  const rehab_days away[]{{{2026, 12, 24}, {2026, 12, 26}}, {{2027, 1, 1}, {2027, 1, 1}}};
  const rehab_text step = given("step"), tag = given("osteoporosis"), flag = given("numbness");
  const rehab_text with[]{given("one"), given("two")};
  const rehab_texts equipment{&step, 1};
  auto intake = sized<rehab_intake>();
  intake.id = given(own_id);
  intake.protocol = given("calf-strain");
  intake.severity = REHAB_SEVERE;
  intake.side = REHAB_RIGHT;
  intake.start = {2026, 12, 1};
  intake.zone = given("Europe/Berlin");
  intake.times = times;
  intake.days = REHAB_MONDAY | REHAB_SATURDAY;
  intake.away = away;
  intake.away_count = 2;
  intake.equipment = &equipment;
  intake.with = {with, 2};
  intake.tags = {&tag, 1};
  intake.red_flags = {&flag, 1};
  intake.cleared_by = given("a practice");
  intake.cleared_on = {2026, 11, 30};
  intake.age = {1, 51};
  intake.sex = REHAB_FEMALE;

  const CaseHandle person = made(intake);
  REQUIRE(rehab_case_pin(person.get(), builtin()) == REHAB_OK);
  const Protocol& protocol = *catalog().find("calf-strain");
  CHECK(written(person.get()) == case_text({wanted, protocol.version, protocol.hash}));
}

TEST_CASE("what is not given of an intake is what C++ begins with", "[c]") {
  Case wanted;
  wanted.protocol = "calf-strain";
  wanted.start = day(2026, 12, 1);
  const CaseHandle person = made(smallest());
  REQUIRE(rehab_case_pin(person.get(), builtin()) == REHAB_OK);
  const Protocol& protocol = *catalog().find("calf-strain");
  CHECK(written(person.get()) == case_text({wanted, protocol.version, protocol.hash}));

  // An empty list of equipment is no missing one.
  const rehab_texts nothing{};
  auto bare = smallest();
  bare.equipment = &nothing;
  wanted.equipment.emplace();
  const CaseHandle other = made(bare);
  REQUIRE(rehab_case_pin(other.get(), builtin()) == REHAB_OK);
  CHECK(written(other.get()) == case_text({wanted, protocol.version, protocol.hash}));
}

TEST_CASE("an entry from its members is the entry of C++ with the same", "[c]") {
  Entry wanted;
  wanted.date = day(2026, 12, 9);
  wanted.slot = Slot::evening;
  wanted.logged = Moment{day(2026, 12, 10), Slot::waking};
  wanted.done = Done::part;
  wanted.pain = 0;
  wanted.measured = {{"stiffness-next-morning", 4, {}}, {"heel-raises", 20, 25.0}};
  wanted.sets_done = {{"heel-raise", 2}};
  wanted.red_flags = {"numbness"};
  wanted.cleared_by = "a physiotherapist";
  wanted.pause_until = day(2026, 12, 12);
  wanted.note = "slept badly";

  const rehab_reading measured[]{{given("stiffness-next-morning"), 4, {}}, {given("heel-raises"), 20, {1, 25}}};
  const rehab_sets_done sets{given("heel-raise"), 2};
  const rehab_text flag = given("numbness");
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 9};
  entry.slot = REHAB_EVENING;
  entry.logged = {{2026, 12, 10}, REHAB_WAKING};
  entry.done = REHAB_DONE_PART;
  entry.pain = {1, 0};
  entry.measured = measured;
  entry.measured_count = 2;
  entry.sets_done = &sets;
  entry.sets_done_count = 1;
  entry.red_flags = {&flag, 1};
  entry.cleared_by = given("a physiotherapist");
  entry.pause_until = {2026, 12, 12};
  entry.note = given("slept badly");

  const CaseHandle person = made(smallest());
  REQUIRE(rehab_case_pin(person.get(), builtin()) == REHAB_OK);
  const std::string before = written(person.get());
  REQUIRE(rehab_case_add(person.get(), &entry, nullptr) == REHAB_OK);
  CHECK(rehab_case_entry_count(person.get()) == 1);
  CHECK(written(person.get()) == before + entry_text(wanted));

  // The same once more, from a text.
  const std::string text = entry_text(wanted);
  REQUIRE(rehab_case_add_text(person.get(), given("diary.toml"), given(text), nullptr) == REHAB_OK);
  CHECK(written(person.get()) == before + text + text);
}

TEST_CASE("what no catalog would take of an entry is told when it is added, by its own key", "[c]") {
  const CaseHandle person = made(smallest());
  const rehab_reading measured[]{{given("x"), 1e300, {}}, {given("pain"), 1, {}}};
  const rehab_sets_done sets{given("y"), 101};
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 11, 30};
  entry.logged = {{2026, 11, 29}, 0};
  entry.pain = {1, 11};
  entry.measured = measured;
  entry.measured_count = 2;
  entry.sets_done = &sets;
  entry.sets_done_count = 1;
  entry.pause_until = {2026, 11, 1};
  entry.cleared_by = given("\n");
  rehab_report* report = nullptr;
  CHECK(rehab_case_add(person.get(), &entry, &report) == REHAB_BAD_CASE);
  const ReportHandle owned(report);
  CHECK(told(report) ==
        "1 2 diary date\n1 2 diary logged\n1 2 diary pain\n1 2 diary pause_until\n1 2 diary measured\n1 2 diary measured\n"
        "1 2 diary sets_done\n1 2 diary cleared_by\n");
  CHECK(rehab_case_entry_count(person.get()) == 0);
}

TEST_CASE("an id that no file could hold is told when it is added, for the case could never be read again", "[c]") {
  const CaseHandle person = made(smallest());
  const rehab_reading measured{given("Morning pain"), 1, {}};
  const rehab_sets_done sets{given(""), 1};
  const rehab_text flag = given("a--b");
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 1};
  entry.measured = &measured;
  entry.measured_count = 1;
  entry.sets_done = &sets;
  entry.sets_done_count = 1;
  entry.red_flags = {&flag, 1};
  rehab_report* report = nullptr;
  CHECK(rehab_case_add(person.get(), &entry, &report) == REHAB_BAD_CASE);
  const ReportHandle owned(report);
  CHECK(told(report) == "1 2 diary measured\n1 2 diary sets_done\n1 2 diary red_flags\n");
  CHECK(rehab_case_entry_count(person.get()) == 0);
}

TEST_CASE("of a text of entries one that is wrong keeps all of them out, and has its line", "[c]") {
  const CaseHandle person = made(smallest());
  const std::string_view text = "[[diary]]\ndate = 2026-12-03\npain = 2\n[[diary]]\npain = 1\ndate = 2026-11-03\n";
  rehab_report* report = nullptr;
  CHECK(rehab_case_add_text(person.get(), given("sent.toml"), given(text), &report) == REHAB_BAD_CASE);
  const ReportHandle owned(report);
  REQUIRE(rehab_report_count(report) == 1);
  const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(report, 0, out); });
  CHECK(view(d.file) == "sent.toml");
  CHECK(d.line == 6);
  CHECK(rehab_case_entry_count(person.get()) == 0);
}

TEST_CASE("a case without a severity, or with a clearance of no day, is told what is missing", "[c]") {
  auto intake = smallest();
  intake.severity = REHAB_SEVERITY_NOT_GIVEN;
  intake.cleared_by = given("a practice");
  rehab_case* person = nullptr;
  rehab_report* report = nullptr;
  CHECK(rehab_case_new(&intake, nullptr, &person, &report) == REHAB_BAD_CASE);
  const ReportHandle owned(report);
  CHECK(person == nullptr);
  CHECK(told(report) == "1 2 severity severity\n1 2 clearance clearance\n");
}

TEST_CASE("the gravest of what is wrong is the answer, and all of it is in the report", "[c]") {
  const rehab_text flag = given(catalog()->red_flags.front().id), tag = given("no-such-tag");
  auto intake = smallest();
  intake.tags = {&tag, 1};
  rehab_plan* plan = nullptr;
  rehab_report* report = nullptr;
  CHECK(rehab_plan_make(builtin(), made(intake).get(), nullptr, &plan, &report) == REHAB_BAD_CASE);
  CHECK(told(report) == "1 2 tag tags\n");
  intake.red_flags = {&flag, 1};
  intake.zone = given("Europe/Atlantis");
  CHECK(rehab_plan_make(builtin(), made(intake).get(), nullptr, &plan, &report) == REHAB_REFUSED);
  const ReportHandle owned(report);
  CHECK(told(report) == "1 2 tag tags\n1 3 red-flag red_flags\n1 2 zone zone\n");
  CHECK(plan == nullptr);
}

TEST_CASE("what a catalog does not have is told with its line in the file of the case", "[c]") {
  const CaseHandle person = read(
      "schema = 1\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\nseverity = \"mild\"\nstart = 2026-12-01\ntags = "
      "[\"nothing\"]\n");
  rehab_plan* plan = nullptr;
  rehab_report* report = nullptr;
  CHECK(rehab_plan_make(builtin(), person.get(), nullptr, &plan, &report) == REHAB_BAD_CASE);
  const ReportHandle owned(report);
  REQUIRE(rehab_report_count(report) == 1);
  const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(report, 0, out); });
  CHECK(view(d.file) == "case.toml");
  CHECK(d.line == 6);
  CHECK(d.column == 1);
  CHECK(view(d.key) == "tags");
  CHECK(view(d.message) == "there is no tag `nothing`");
  rehab_string rendered{};
  REQUIRE(rehab_report_render(report, 0, given(""), &rendered) == REHAB_OK);
  CHECK(taken(rendered).starts_with("case.toml:6:1: error: there is no tag `nothing` [tag]\n  hint: "));
}

TEST_CASE("what a plan tells stands in the order of the file, and an entry that was added has no line in it", "[c]") {
  const CaseHandle person = read(
      "schema = 1\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\nseverity = \"mild\"\nstart = 2026-12-01\n"
      "zone = \"Europe/Atlantis\"\ntags = [\"nothing\"]\n[[diary]]\ndate = 2026-12-01\nred_flags = [\"none-such\"]\n");
  const rehab_reading measured{given("nobody"), 1, {}};
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 2};
  entry.measured = &measured;
  entry.measured_count = 1;
  REQUIRE(rehab_case_add(person.get(), &entry, nullptr) == REHAB_OK);
  rehab_case* copied = nullptr;
  REQUIRE(rehab_case_copy(person.get(), nullptr, &copied) == REHAB_OK);
  const CaseHandle copy(copied);
  for (const rehab_case* one : {person.get(), copied}) {
    rehab_plan* plan = nullptr;
    rehab_report* report = nullptr;
    CHECK(rehab_plan_make(builtin(), one, nullptr, &plan, &report) == REHAB_BAD_CASE);
    const ReportHandle owned(report);
    std::string places;
    for (std::size_t i = 0; i < rehab_report_count(report); ++i) {
      const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(report, i, out); });
      places += std::string(view(d.file)) + ':' + std::to_string(d.line) + ' ' + std::string(view(d.key)) + '\n';
    }
    CHECK(places == ":0 diary[2].measured\ncase.toml:6 zone\ncase.toml:7 tags\ncase.toml:10 diary[1].red_flags\n");
  }
}

TEST_CASE("a warning about a case has its line in the file too", "[c]") {
  const CaseHandle person = read(
      "schema = 1\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\nseverity = \"mild\"\nstart = 2026-12-01\n"
      "[availability]\ndays = [\"mon\"]\n");
  rehab_plan* plan = nullptr;
  rehab_report* report = nullptr;
  REQUIRE(rehab_plan_make(builtin(), person.get(), nullptr, &plan, &report) == REHAB_OK);
  rehab_plan_free(plan);
  const ReportHandle owned(report);
  REQUIRE(rehab_report_count(report) > 0);
  const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(report, 0, out); });
  CHECK(view(d.file) == "case.toml");
  CHECK(d.line == 7);
}

TEST_CASE("adding to a case, or giving it and its catalog back, leaves plans as they are", "[c]") {
  rehab_catalog* catalog = nullptr;
  REQUIRE(rehab_catalog_builtin(nullptr, &catalog, nullptr) == REHAB_OK);
  CaseHandle person = made(smallest());
  const PlanHandle plan = planned(catalog, person.get());
  const auto bytes = [&] {
    std::size_t size = 0;
    REQUIRE(rehab_plan_export(plan.get(), given("json"), nullptr, nullptr, 0, &size, nullptr) == REHAB_OK);
    std::string out(size + 1, '?');
    REQUIRE(rehab_plan_export(plan.get(), given("json"), nullptr, out.data(), out.size(), &size, nullptr) == REHAB_OK);
    return out;
  };
  const std::string before = bytes();
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 3};
  entry.pain = {1, 9};
  REQUIRE(rehab_case_add(person.get(), &entry, nullptr) == REHAB_OK);
  CHECK(bytes() == before);
  rehab_catalog_free(catalog);
  person.reset();
  CHECK(bytes() == before);
}

TEST_CASE("a copy goes its own way", "[c]") {
  const CaseHandle person = read(followed::person("calf-strain"));
  rehab_case* copied = nullptr;
  REQUIRE(rehab_case_copy(person.get(), nullptr, &copied) == REHAB_OK);
  const CaseHandle copy(copied);
  CHECK(written(copy.get()) == written(person.get()));
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 3};
  REQUIRE(rehab_case_add(copy.get(), &entry, nullptr) == REHAB_OK);
  CHECK(rehab_case_entry_count(copy.get()) == 1);
  CHECK(rehab_case_entry_count(person.get()) == 0);
}

TEST_CASE("an entry whose ids no catalog knows spoils only the copy that it was tried on", "[c]") {
  const CaseHandle person = made(smallest());
  rehab_case* copied = nullptr;
  REQUIRE(rehab_case_copy(person.get(), nullptr, &copied) == REHAB_OK);
  const CaseHandle copy(copied);
  const rehab_reading measured{given("no-such-measure"), 1, {}};
  auto entry = sized<rehab_entry>();
  entry.date = {2026, 12, 3};
  entry.measured = &measured;
  entry.measured_count = 1;
  REQUIRE(rehab_case_add(copied, &entry, nullptr) == REHAB_OK);
  rehab_plan* none = nullptr;
  CHECK(rehab_plan_make(builtin(), copied, nullptr, &none, nullptr) == REHAB_BAD_CASE);
  CHECK(planned(builtin(), person.get()) != nullptr);
}

TEST_CASE("a case that was never pinned is no file yet, and a pinned one tells what differs", "[c]") {
  const CaseHandle person = made(smallest());
  rehab_string out{};
  CHECK(rehab_case_text(person.get(), REHAB_TOML, &out) == REHAB_NOT_PINNED);
  REQUIRE(rehab_case_differences(person.get(), builtin(), &out) == REHAB_OK);
  CHECK(taken(out).empty());
  REQUIRE(rehab_case_pin(person.get(), builtin()) == REHAB_OK);
  REQUIRE(rehab_case_differences(person.get(), builtin(), &out) == REHAB_OK);
  CHECK(taken(out).empty());

  const CaseHandle old =
      read("schema = 1\nprotocol = \"calf-strain\"\nversion = \"0.9.0\"\nseverity = \"mild\"\nstart = 2026-12-01\n");
  REQUIRE(rehab_case_differences(old.get(), builtin(), &out) == REHAB_OK);
  CHECK(taken(out) == "the version was 0.9.0; now it is 1.0.0\n");

  auto intake = smallest();
  intake.protocol = given("nothing");
  const CaseHandle lost = made(intake);
  CHECK(rehab_case_pin(lost.get(), builtin()) == REHAB_BAD_CASE);
  CHECK(rehab_case_differences(lost.get(), builtin(), &out) == REHAB_BAD_CASE);
}

TEST_CASE("a case that is pinned to another version or file of its protocol is planned with a warning of each difference", "[c]") {
  const auto warnings = [](const rehab_case* person) {
    rehab_plan* plan = nullptr;
    rehab_report* report = nullptr;
    CHECK(rehab_plan_make(builtin(), person, nullptr, &plan, &report) == REHAB_OK);
    const PlanHandle owned(plan);
    return ReportHandle(report);
  };
  const CaseHandle old = read(
      "schema = 1\nprotocol = \"calf-strain\"\nversion = \"0.9.0\"\nhash = \"0123456789012345678901234567890123456789\"\n"
      "severity = \"mild\"\nstart = 2026-12-01\n");
  const ReportHandle report = warnings(old.get());
  CHECK(told(report.get()) == "2 2 other-protocol version\n2 2 other-protocol version\n");
  const auto d = asked<rehab_diagnostic>([&](auto* out) { return rehab_report_at(report.get(), 0, out); });
  CHECK(view(d.message) == "the version was 0.9.0; now it is 1.0.0");
  CHECK(d.hint.size > 0);
  CHECK(view(d.file) == "case.toml");
  CHECK(d.line == 3);

  // Once it is pinned to this one there is nothing to tell; nor is there of a case that never was.
  REQUIRE(rehab_case_pin(old.get(), builtin()) == REHAB_OK);
  CHECK(warnings(old.get()) == nullptr);
  CHECK(warnings(made(smallest()).get()) == nullptr);
}

TEST_CASE("a plan as of an earlier moment is the plan of then", "[c]") {
  const Case intake = followed::person(catalog(), "calf-strain", 20, 7);
  const CaseHandle person = read(intake);
  auto options = sized<rehab_plan_options>();
  options.as_of = {{2026, 12, 10}, REHAB_EVENING};
  rehab_plan* plan = nullptr;
  REQUIRE(rehab_plan_make(builtin(), person.get(), &options, &plan, nullptr) == REHAB_OK);
  const PlanHandle owned(plan);
  const auto info = asked<rehab_plan_info>([&](auto* out) { return rehab_plan_describe(plan, out); });
  const Plan wanted = *make_plan(catalog(), intake, Moment{day(2026, 12, 10), Slot::evening});
  CHECK(info.revision == static_cast<std::size_t>(wanted.revision));
  CHECK(info.as_of.date.day == 10);
  CHECK(info.as_of.slot == REHAB_EVENING);
}
