#include "support/followed.hpp"

#include <algorithm>

#include "export/questions.hpp"
#include "support/catch.hpp"

namespace rehab::followed {
namespace {

using std::chrono::days;
using std::chrono::local_days;

Entry entry(local_days date, Slot slot) {
  Entry out;
  out.date = date;
  out.slot = slot;
  return out;
}

// An answer that is in bounds: small for a score, rising for a count, now yes, now no.
Reading answer(const Measure& measure, int day) {
  Reading out;
  out.measure = measure.id;
  out.value = measure.unit == Measure::Unit::score ? day % 3 : measure.unit == Measure::Unit::yes_no ? (day / 4) % 2 : 8 + day;
  if (measure.sides) out.other = 25;
  return out;
}

Entry answers(const Plan& plain, local_days date, Slot slot, Measure::Asked when, int day) {
  Entry out = entry(date, slot);
  for (const Index<Measure> i : asked_of(plain, when))
    if (plain.catalog[i].id != "pain") out.measured.push_back(answer(plain.catalog[i], day));
  return out;
}

}  // namespace

Case person(std::string_view protocol, Severity severity) {
  Case out;
  out.protocol = protocol;
  out.severity = severity;
  out.side = Side::left;
  out.start = first_day;
  out.zone = "Europe/Berlin";
  out.clearance = Clearance{"a practice", first_day - days{1}};
  return out;
}

Case person(const Catalog& catalog, std::string_view protocol, int length, int last_pain, Severity severity) {
  Case out = person(protocol, severity);
  const Plan plain = plan(catalog, out);
  for (int i = 0; i < length; ++i) {
    const local_days date = first_day + days{i};
    const bool last = i + 1 == length;
    out.diary.push_back(answers(plain, date, Slot::waking, Measure::Asked::morning, i));
    if (i % 4 == 3) out.diary.push_back(answers(plain, date, Slot::midday, Measure::Asked::test, i));
    if (i % 7 == 6) out.diary.push_back(answers(plain, date, Slot::midday, Measure::Asked::week, i));
    if (i % 5 == 3 && !last) continue;  // a day of which nothing is said
    Entry evening = entry(date, Slot::bedtime);
    evening.done = i % 4 == 2 ? Done::part : i % 6 == 5 ? Done::none : Done::all;
    evening.pain = last ? last_pain : i % 3;
    out.diary.push_back(evening);
  }
  return out;
}

Plan plan(const Catalog& catalog, const Case& intake) {
  Result<Plan> made = make_plan(catalog, intake);
  REQUIRE(made);
  return std::move(*made);
}

const Session& session(const Plan& plan, local_days date, Part part) {
  const auto is_it = [&](const Session& s) { return s.date == date && s.part == part; };
  const auto found = std::find_if(plan.sessions.begin(), plan.sessions.end(), is_it);
  REQUIRE(found != plan.sessions.end());
  return *found;
}

}  // namespace rehab::followed
