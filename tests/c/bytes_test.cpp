// What is written through C is what C++ writes, octet by octet.
#include "c/owned.hpp"

namespace {

using namespace rehab_test;
using namespace rehab;

int32_t append(void* out, const char* data, size_t size) {
  static_cast<std::string*>(out)->append(data, size);
  return 0;
}

std::string exported(const rehab_plan* plan, std::string_view format, const rehab_export_options* options = nullptr) {
  std::string out;
  CHECK(rehab_plan_export_to(plan, given(format), options, append, &out, nullptr) == REHAB_OK);
  return out;
}

std::string page(const rehab_plan* plan, std::int32_t which, const rehab_page_options& options) {
  rehab_string out{};
  REQUIRE(rehab_plan_page(plan, which, &options, &out) == REHAB_OK);
  return taken(out);
}

rehab_page_options page_options(std::int32_t form, std::chrono::local_days day, int width, bool color) {
  auto out = sized<rehab_page_options>();
  out.form = form;
  out.date = date(day);
  out.width = width;
  out.color = color;
  return out;
}

struct Two {
  Case intake;
  CaseHandle person;
  Plan plan;
  PlanHandle c;
};

Two two(const Case& intake) {
  Two out{intake, read(intake), *make_plan(catalog(), intake), nullptr};
  out.c = planned(builtin(), out.person.get());
  return out;
}

Two followed_calf() { return two(followed::person(catalog(), "calf-strain", 20, 7)); }

}  // namespace

TEST_CASE("every format of every plan has the same octets in C and in C++", "[c]") {
  each_case([&](const Case& intake) {
    const CaseHandle person = read(intake);
    const PlanHandle c = planned(builtin(), person.get());
    const Plan plan = *make_plan(catalog(), intake);
    for (const Exporter& exporter : exporters()) {
      INFO(intake.protocol << ", " << name(intake.severity) << ", " << exporter.name);
      CHECK((exported(c.get(), exporter.name) == *export_plan(plan, exporter.name)));
    }
  });
}

TEST_CASE("formats are the same in C and in C++", "[c]") {
  REQUIRE(rehab_format_count() == exporters().size());
  for (std::size_t i = 0; i < exporters().size(); ++i) {
    rehab_text name{}, media_type{};
    REQUIRE(rehab_format(i, &name, &media_type) == REHAB_OK);
    CHECK(view(name) == exporters()[i].name);
    CHECK(view(media_type) == exporters()[i].media_type);
    CHECK(name.data[name.size] == '\0');
    CHECK(media_type.data[media_type.size] == '\0');
  }
}

TEST_CASE("every option of an export is heard", "[c]") {
  const Two p = followed_calf();
  const auto cancelled = *withdrawn(p.plan.catalog, p.plan.intake, p.plan.as_of);
  REQUIRE(!cancelled.empty());
  struct Row {
    const char* format;
    void (*c)(rehab_export_options&);
    void (*cpp)(ExportOptions&);
  };
  const Row rows[]{
      {"ics", [](auto& o) { o.times = REHAB_TIMES_UTC; }, [](auto& o) { o.time_form = ExportOptions::TimeForm::utc; }},
      {"ics", [](auto& o) { o.times = REHAB_TIMES_FLOATING; }, [](auto& o) { o.time_form = ExportOptions::TimeForm::floating; }},
      {"ics", [](auto& o) { o.times = REHAB_TIMES_ALL_DAY; }, [](auto& o) { o.time_form = ExportOptions::TimeForm::all_day; }},
      {"ics",
       [](auto& o) {
         o.alarm_min = {1, 25};
       },
       [](auto& o) { o.alarm = std::chrono::minutes{25}; }},
      {"ics", [](auto& o) { o.no_alarm = 1; }, [](auto& o) { o.alarm.reset(); }},
      {"ics", [](auto& o) { o.neutral_titles = 1; }, [](auto& o) { o.neutral_titles = true; }},
      {"ics", [](auto& o) { o.publish = 1; }, [](auto& o) { o.publish = true; }},
      {"text",
       [](auto& o) {
         o.today = {2026, 12, 9};
       },
       [](auto& o) { o.today = day(2026, 12, 9); }},
      {"text", [](auto& o) { o.width = 60; }, [](auto& o) { o.width = 60; }},
      {"text", [](auto& o) { o.color = 1; }, [](auto& o) { o.color = true; }},
  };
  for (const Row& row : rows) {
    auto c = sized<rehab_export_options>();
    ExportOptions cpp;
    row.c(c);
    row.cpp(cpp);
    const std::string plain = *export_plan(p.plan, row.format), wanted = *export_plan(p.plan, row.format, cpp);
    CHECK((wanted != plain));
    CHECK((exported(p.c.get(), row.format, &c) == wanted));
  }
  auto cancel = sized<rehab_export_options>();
  cancel.cancel = 1;
  ExportOptions cpp;
  cpp.withdrawn = cancelled;
  CHECK((exported(p.c.get(), "ics", &cancel) == *export_plan(p.plan, "ics", cpp)));
}

TEST_CASE("options out of bounds and unknown formats are told in a report", "[c]") {
  const Two p = followed_calf();
  auto options = sized<rehab_export_options>();
  rehab_report* report = nullptr;
  std::string out;
  const auto code = [&](std::string_view format) {
    CHECK(rehab_plan_export_to(p.c.get(), given(format), &options, append, &out, &report) == REHAB_BAD_CASE);
    CHECK(out.empty());
    CHECK(rehab_report_count(report) == 1);
    return std::string(view(asked<rehab_diagnostic>([&](auto* d) { return rehab_report_at(report, 0, d); }).code));
  };
  CHECK(code("pdf") == "format");  // the report of one call is given back by the next
  options.width = 39;
  CHECK(code("text") == "width");
  options.width = 0;
  options.alarm_min = {1, -1};
  CHECK(code("ics") == "alarm");
  rehab_report_free(report);
}

TEST_CASE("the host may stop an export", "[c]") {
  const Two p = followed_calf();
  const auto stop = [](void*, const char*, size_t) { return int32_t{1}; };
  CHECK(rehab_plan_export_to(p.c.get(), given("ics"), nullptr, stop, nullptr, nullptr) == REHAB_STOPPED);
}

TEST_CASE("every page has the same octets in C and in C++", "[c]") {
  const Two p = followed_calf();
  const auto d = day(2026, 12, 9);
  const auto json = page_options(REHAB_AS_JSON, d, 0, false);
  for (const auto& [width, color] : {std::pair{0, false}, std::pair{60, true}}) {
    const auto eyes = page_options(REHAB_FOR_EYES, d, width, color);
    const int columns = width == 0 ? 80 : width;
    CHECK(page(p.c.get(), REHAB_PAGE_TODAY, eyes) == today_text(p.plan, d, columns, color));
    CHECK(page(p.c.get(), REHAB_PAGE_HISTORY, eyes) == history_text(p.plan, columns, color));
    CHECK(page(p.c.get(), REHAB_PAGE_PROGRESS, eyes) == progress_text(p.plan, columns, color));
  }
  CHECK(page(p.c.get(), REHAB_PAGE_TODAY, json) == today_json(p.plan, d));
  CHECK(page(p.c.get(), REHAB_PAGE_HISTORY, json) == history_json(p.plan));
  CHECK(page(p.c.get(), REHAB_PAGE_PROGRESS, json) == progress_json(p.plan));
}

TEST_CASE("a page needs a width that there is, and that of today a date", "[c]") {
  const Two p = followed_calf();
  rehab_string out{};
  auto options = sized<rehab_page_options>();
  CHECK(rehab_plan_page(p.c.get(), REHAB_PAGE_TODAY, nullptr, &out) == REHAB_BAD_VALUE);
  CHECK(rehab_plan_page(p.c.get(), REHAB_PAGE_TODAY, &options, &out) == REHAB_BAD_VALUE);
  for (const int width : {-1, 1, 39, 201}) {
    options.width = width;
    CHECK(rehab_plan_page(p.c.get(), REHAB_PAGE_HISTORY, &options, &out) == REHAB_BAD_VALUE);
  }
  options.width = 0;
  options.form = 2;
  CHECK(rehab_plan_page(p.c.get(), REHAB_PAGE_HISTORY, &options, &out) == REHAB_BAD_VALUE);
  CHECK(out.data == nullptr);
}

TEST_CASE("what changed has the same octets in C and in C++", "[c]") {
  Case intake = followed::person(catalog(), "calf-strain", 20, 7);
  intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  const Two after = two(intake);
  intake.diary.pop_back();
  const Two before = two(intake);
  const Comparison wanted = compare(before.plan, after.plan);
  REQUIRE(!wanted.same());
  const auto compared = [&](const rehab_page_options* options) {
    rehab_string out{};
    REQUIRE(rehab_plan_compare(before.c.get(), after.c.get(), options, &out) == REHAB_OK);
    return taken(out);
  };
  const auto json = page_options(REHAB_AS_JSON, intake.start, 0, false),
             narrow = page_options(REHAB_FOR_EYES, intake.start, 60, true);
  CHECK(compared(nullptr) == comparison_text(wanted));
  CHECK(compared(&narrow) == comparison_text(wanted, 60, true));
  CHECK(compared(&json) == comparison_json(wanted));
}

TEST_CASE("plans of two catalogs are not compared, for they number their exercises each in its own way", "[c]") {
  rehab_catalog* another = nullptr;
  REQUIRE(rehab_catalog_builtin(nullptr, &another, nullptr) == REHAB_OK);
  auto intake = sized<rehab_intake>();
  intake.protocol = given("calf-strain");
  intake.severity = REHAB_MILD;
  intake.start = {2026, 12, 1};
  rehab_case* person = nullptr;
  REQUIRE(rehab_case_new(&intake, nullptr, &person, nullptr) == REHAB_OK);
  rehab_plan *one = nullptr, *other = nullptr;
  REQUIRE(rehab_plan_make(builtin(), person, nullptr, &one, nullptr) == REHAB_OK);
  REQUIRE(rehab_plan_make(another, person, nullptr, &other, nullptr) == REHAB_OK);
  rehab_string out{};
  CHECK(rehab_plan_compare(one, other, nullptr, &out) == REHAB_BAD_VALUE);
  CHECK(out.data == nullptr);
  CHECK(rehab_plan_compare(one, one, nullptr, &out) == REHAB_OK);
  rehab_string_free(&out);
  rehab_plan_free(one);
  rehab_plan_free(other);
  rehab_case_free(person);
  rehab_catalog_free(another);
}

TEST_CASE("plans of two courses are not compared", "[c]") {
  const Two one = followed_calf(), other = two(followed::person("ankle-balance"));
  rehab_string out{};
  CHECK(rehab_plan_compare(one.c.get(), other.c.get(), nullptr, &out) == REHAB_BAD_VALUE);
  CHECK(out.data == nullptr);
}
