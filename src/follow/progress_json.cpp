// How it went, as data: "days_lived", "days_reported", "weeks" (planned beside done), "pain_allowed", and of pain and each measure
// the "points", and what the last says against the first.
#include "export/json_knowledge.hpp"
#include "follow/sheet.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

void write_week(const PlanSheet& sheet, const WeekDone& week) {
  sheet.json.open_object(Layout::row);
  sheet.range_of_days(week.days);
  sheet.json.member("planned", week.planned);
  sheet.json.member("lived", week.lived);
  sheet.json.member("all", week.all);
  sheet.json.member("part", week.part);
  sheet.json.member("none", week.none);
  sheet.json.member("unreported", week.unreported());
  sheet.json.close();
}

void write_course(const PlanSheet& sheet, const Course& course) {
  sheet.json.open_object();
  if (course.measure) {
    sheet.id("measure", course.measure);
    const Measure& measure = sheet.catalog[course.measure];
    sheet.json.member("unit", name(measure.unit));
    sheet.number("noise", measure.noise, measure.provenance);
  }
  sheet.json.open_array("points");
  for (const Point& point : course.points) {
    sheet.json.open_object(Layout::row);
    sheet.date("date", point.at.date);
    sheet.json.member("slot", name(point.at.slot));
    sheet.json.member("value", point.value);
    if (point.other) sheet.json.member("other", *point.other);
    sheet.json.close();
  }
  sheet.json.close();
  sheet.json.member("change", course.change());
  sheet.json.member("verdict", name(course.verdict));
  sheet.json.close();
}

}  // namespace

std::string progress_json(const Plan& plan) {
  const Progress how = progress(plan);
  follow::Sheet page(plan, "rehab-progress");
  const PlanSheet& sheet = page.sheet;
  sheet.json.member("days_lived", how.days_lived);
  sheet.json.member("days_reported", how.days_reported);
  sheet.json.open_array("weeks");
  for (const WeekDone& week : how.weeks) write_week(sheet, week);
  sheet.json.close();
  if (how.pain_allowed) sheet.json.member("pain_allowed", *how.pain_allowed);
  if (how.pain) {
    sheet.json.key("pain");
    write_course(sheet, *how.pain);
  }
  sheet.json.open_array("measures");
  for (const Course& course : how.courses) write_course(sheet, course);
  sheet.json.close();
  return page.close();
}

}  // namespace rehab
