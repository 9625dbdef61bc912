#include "export/ics_revision.hpp"

#include <algorithm>
#include <cstdint>

#include "export/ics_lines.hpp"
#include "text/append.hpp"

namespace rehab::ics {
namespace {

using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::sys_seconds;

constexpr std::chrono::local_days last_day = day(9999, 12, 31);

// When a slot begins on the clock: waking at midnight, a part of the day at the person's own time.
minutes clock_time(const PartTimes& times, Slot slot) {
  if (slot == Slot::waking) return minutes{0};
  const std::size_t part = static_cast<std::size_t>(slot) - 1;
  return times[part].value_or(*usual_times[part]);
}

sys_seconds instant_of(const Plan& plan, const Moment& moment) {
  const std::chrono::local_days date = std::min(moment.date, last_day);  // days may be more than seconds can count
  return resolve(plan.clock, date + clock_time(plan.intake.times, moment.slot)).utc;
}

}  // namespace

Revision revision_of(const Plan& plan, const ExportOptions& options) {
  const sys_seconds first{plan.days.begin.time_since_epoch()};
  Revision out{first, first, plan.revision};
  if (plan.as_of && plan.as_of->date >= plan.days.begin) out.modified = std::max(first, instant_of(plan, *plan.as_of));
  if (!options.stamp) return out;
  out.modified = *options.stamp;
  // The first revision was made when its stamp says; of a later one that moment is not known any more.
  out.created = plan.as_of ? std::min(first, out.modified) : out.modified;
  return out;
}

void append_revision(std::string& out, const Revision& revision) {
  append_utc(out, "DTSTAMP:", revision.modified);
  append_utc(out, "CREATED:", revision.created);
  append_utc(out, "LAST-MODIFIED:", revision.modified);
  out += "SEQUENCE:";
  text::append_number(out, static_cast<std::int64_t>(revision.sequence));
  out += line_end;
}

void append_utc(std::string& out, std::string_view name, sys_seconds moment) {
  out += name;
  text::append_compact_time(out, local_seconds{moment.time_since_epoch()});
  out += "Z\r\n";
}

}  // namespace rehab::ics
