// A plan as an iCalendar file. One VEVENT a session, no RRULE: every session has its own content and its own lasting UID. After
// them those that the plan once had, cancelled.
//
// An event is a head that differs (UID, start, end), a body that all sessions of a routine share, and the UID of its alarm. A body
// is written once, where it is first needed, and copied from there: `out` is its own scratch, so that nothing else is allocated.
// What was reported of a session is a part of its kind.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "export/formats.hpp"
#include "export/ics_lines.hpp"
#include "export/ics_revision.hpp"
#include "export/ics_session.hpp"
#include "export/ics_zone.hpp"
#include "export/names.hpp"
#include "export/words_of.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace rehab {
namespace {

using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::sys_seconds;
using TimeForm = ExportOptions::TimeForm;

constexpr minutes longest_alarm{40'320};  // four weeks
constexpr sys_seconds first_moment{};     // 1970
constexpr sys_seconds last_moment = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

// --- What must hold
// --------------------------------------------------------------------------------------------------------------------

bool refuse(std::vector<Diagnostic>& diagnostics, std::string_view key, std::string message, std::string_view hint) {
  Diagnostic d;
  d.area = Area::intake;
  d.code = key;
  d.key = key;
  d.message = std::move(message);
  d.hint = hint;
  diagnostics.push_back(std::move(d));
  return false;
}

void warn(std::vector<Diagnostic>& diagnostics, std::string_view code, std::string message) {
  Diagnostic d;
  d.level = Level::warning;
  d.area = Area::intake;
  d.code = code;
  d.key = "zone";
  d.message = std::move(message);
  diagnostics.push_back(std::move(d));
}

// What a calendar shows are empty days, and not why they are.
void warn_of_stop(const Plan& plan, std::vector<Diagnostic>& diagnostics) {
  if (plan.ending != Plan::Ending::stopped) return;
  Diagnostic d;
  d.level = Level::warning;
  d.area = Area::intake;
  d.code = d.key = "stopped";
  d.message = "the plan is stopped: the calendar has no session after the stop";
  d.hint = "do not train before a clinician has cleared it; the plan as text says what to do";
  diagnostics.push_back(std::move(d));
}

bool check_alarm(const ExportOptions& options, std::vector<Diagnostic>& diagnostics) {
  if (!options.alarm || (*options.alarm >= minutes{0} && *options.alarm <= longest_alarm)) return true;
  std::string message = "alarm is ";
  text::append_number(message, std::int64_t{options.alarm->count()});
  message += " minutes before the start; a calendar takes 0 to 40320";
  return refuse(diagnostics, "alarm", std::move(message), "choose 0 to 40320 minutes, or no alarm");
}

bool is_writable(sys_seconds moment) { return moment >= first_moment && moment < last_moment; }

// The first and the last session that becomes an event; null: there is none.
struct Bounds {
  const Session* first = nullptr;
  const Session* last = nullptr;

  void take(const Session& a, const Session& b) {
    if (!first || a.utc < first->utc) first = &a;
    if (!last || b.utc > last->utc) last = &b;
  }
};

Bounds bounds_of(const Plan& plan, std::span<const Withdrawn> withdrawn) {
  Bounds bounds;
  if (!plan.sessions.empty()) bounds.take(plan.sessions.front(), plan.sessions.back());
  if (!withdrawn.empty()) bounds.take(withdrawn.front().session, withdrawn.back().session);
  return bounds;
}

bool check_moments(const Bounds& bounds, sys_seconds stamp, std::vector<Diagnostic>& diagnostics) {
  if (!is_writable(stamp))
    return refuse(diagnostics, "stamp", "stamp is outside the years 1970 to 9999", "give the moment at which the plan was made");
  if (!bounds.first)
    return refuse(diagnostics, "empty-plan", "the plan has no session; a calendar needs one", "make a plan with sessions");
  if (!is_writable(bounds.first->utc) || !is_writable(bounds.last->utc))
    return refuse(diagnostics, "start", "the plan lies outside the years 1970 to 9999", "choose another start");
  return true;
}

TimeForm form_of(const Plan& plan, const Session& first, TimeForm asked, std::vector<Diagnostic>& diagnostics) {
  if (asked == TimeForm::floating || asked == TimeForm::all_day) return asked;
  if (plan.clock.name.empty()) {
    if (asked == TimeForm::utc)
      warn(diagnostics, "no-zone", "the plan has no time zone; its times are written as local times, not in UTC");
    return TimeForm::floating;
  }
  if (asked == TimeForm::utc || plan.clock.utc) return TimeForm::utc;
  if (ics::can_say(plan.clock, first.date + first.time)) return TimeForm::zoned;
  warn(diagnostics, "zone-rules", "a calendar cannot say the clock changes of `" + plan.clock.name + "`; times are written in UTC");
  return TimeForm::utc;
}

// --- The calendar
// ----------------------------------------------------------------------------------------------------------------------

void append_calendar_texts(std::string& out, const Plan& plan, bool neutral) {
  const Words words = words_of(plan.catalog);
  const std::string_view title = neutral ? words["training-plan"] : std::string_view(plan.protocol().title);
  for (const std::string_view name : {"NAME", "X-WR-CALNAME"}) ics::append_text_line(out, name, title, ics::LineEnds::space);
  for (const std::string_view name : {"DESCRIPTION", "X-WR-CALDESC"}) {
    const std::size_t raw = out.size();
    if (neutral || plan.protocol().summary.empty()) {
      out += words["disclaimer"];
    } else {
      words.append(out, "sentences", {{"a", plan.protocol().summary}, {"b", words["disclaimer"]}});
    }
    ics::turn_into_text_line(out, raw, name);
  }
}

void append_calendar(std::string& out, const Plan& plan, const ExportOptions& options, sys_seconds modified, TimeForm form) {
  out +=
      "BEGIN:VCALENDAR\r\n"
      "VERSION:2.0\r\n"
      "PRODID:-//rehab//rehab//EN\r\n"
      "CALSCALE:GREGORIAN\r\n";
  if (options.publish) out += "METHOD:PUBLISH\r\n";
  out += "UID:";
  text::append_uuid(out, plan.id);
  out += ics::line_end;
  ics::append_utc(out, "LAST-MODIFIED:", modified);
  append_calendar_texts(out, plan, options.neutral_titles);
  // Each hint twice: the standard's property (RFC 7986), and the one that clients really read.
  out +=
      "COLOR:seagreen\r\n"
      "X-APPLE-CALENDAR-COLOR:#2E8B57\r\n"
      "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
      "X-PUBLISHED-TTL:P1D\r\n";
  // Beside a VTIMEZONE it does harm: some readers let it override the block.
  if (form == TimeForm::utc && ics::is_plain_name(plan.clock.name)) ics::append_line(out, "X-WR-TIMEZONE", plan.clock.name);
  if (form == TimeForm::zoned) ics::append_vtimezone(out, plan.clock);
}

// --- Start and end
// ---------------------------------------------------------------------------------------------------------------------

local_seconds local_at(const ZoneClock& clock, sys_seconds utc) {
  auto period = std::upper_bound(clock.periods.begin(), clock.periods.end(), utc,
                                 [](sys_seconds moment, const ClockPeriod& p) { return moment < p.begin; });
  if (period != clock.periods.begin()) --period;
  return local_seconds{utc.time_since_epoch() + (period == clock.periods.end() ? std::chrono::seconds{0} : period->offset)};
}

// The end of a session on the wall clock. An end in the second of two equal hours cannot be said with a zone: readers take the
// first, which may lie before the start. Then the clock's plain sum is later than that and can be said.
//
// A withdrawn session may lie behind all that this clock knows: then the plain sum is all that can be said.
local_seconds zoned_end(const ZoneClock& clock, const Session& session, minutes length) {
  const local_seconds start = session.date + session.time;
  const sys_seconds end = session.utc + length;
  const local_seconds local = local_at(clock, end);
  return local_at(clock, session.utc) == start && resolve(clock, local).utc == end ? local : start + length;
}

void append_moment(std::string& out, std::string_view name, const Plan& plan, TimeForm form, local_seconds moment) {
  out += name;
  if (form == TimeForm::zoned) (out += ";TZID=") += plan.clock.name;
  out += ':';
  text::append_compact_time(out, moment);
  out += form == TimeForm::utc ? "Z\r\n" : "\r\n";
}

void append_day(std::string& out, std::string_view name, local_days date) {
  out += name;
  text::append_compact_date(out, date);
  out += ics::line_end;
}

void append_times(std::string& out, const Plan& plan, const Session& session, minutes asked, TimeForm form) {
  if (form == TimeForm::all_day) {
    append_day(out, "DTSTART;VALUE=DATE:", session.date);
    append_day(out, "DTEND;VALUE=DATE:", session.date + std::chrono::days{1});  // exclusive
    return;
  }
  const minutes length = std::max(asked, minutes{1});  // DTEND must be later
  const local_seconds local = session.date + session.time;
  const local_seconds utc{session.utc.time_since_epoch()};
  const local_seconds start = form == TimeForm::utc ? utc : local;
  append_moment(out, "DTSTART", plan, form, start);
  append_moment(out, "DTEND", plan, form, form == TimeForm::zoned ? zoned_end(plan.clock, session, length) : start + length);
}

// --- Events
// ----------------------------------------------------------------------------------------------------------------------------

// Where in `out` the body of a kind of session was written. Two kinds that fall on one place only cost writing a body again.
class Bodies {
 public:
  struct Place {
    std::size_t kind = static_cast<std::size_t>(-1);
    std::size_t begin = 0, length = 0;
  };
  Place& operator[](std::size_t kind) { return places_[kind % places_.size()]; }

 private:
  std::array<Place, 256> places_{};
};

// What was reported, as a number: 0 is nothing, and that of most sessions.
std::size_t report_of(const Session& session) {
  constexpr std::size_t pains = 12;  // none, 0 to 10
  const std::size_t done = session.done ? static_cast<std::size_t>(*session.done) + 1 : 0;
  return done * pains + (session.pain ? static_cast<std::size_t>(*session.pain) + 1 : 0);
}

class Events {
 public:
  Events(std::string& out, const Plan& plan, const ExportOptions& options, const ics::Revision& revision, TimeForm form)
      : out_(out), plan_(plan), words_(words_of(plan.catalog)), options_(options), revision_(revision), form_(form) {}

  void append(const Session& session) {
    const Uuid id = identity(plan_, session);
    append_head(id, session, plan_.routine_of(session).length);
    append_body(session);
    if (has_alarm()) {
      text::append_uuid(out_, text::uuid5(id, "alarm"));
      out_ += "\r\nEND:VALARM\r\n";
    }
    out_ += "END:VEVENT\r\n";
  }

  void append(const Withdrawn& withdrawn) {
    append_head(withdrawn.id, withdrawn.session, withdrawn.length);
    append_revision();
    const std::size_t raw = out_.size();
    ics::append_title(out_, plan_, withdrawn, part_of(withdrawn.session), options_.neutral_titles);
    ics::turn_into_text_line(out_, raw, "SUMMARY", ics::LineEnds::space);
    ics::append_text_line(out_, "DESCRIPTION", words_["withdrawn-told"]);
    append_nature("STATUS:CANCELLED\r\n");
    out_ += "END:VEVENT\r\n";
  }

 private:
  void append_head(const Uuid& id, const Session& session, minutes length) {
    out_ += "BEGIN:VEVENT\r\nUID:";
    text::append_uuid(out_, id);
    out_ += ics::line_end;
    append_times(out_, plan_, session, length, form_);
  }

  void append_revision() {
    ics::append_revision(out_, revision_);
    if (!options_.publish) return;  // RFC 5546 3.2.1 wants an organizer; the plan itself, so no person is named
    out_ += "ORGANIZER;CN=rehab:urn:uuid:";
    text::append_uuid(out_, plan_.id);
    out_ += ics::line_end;
  }

  // Health is private, and exercises at home make nobody unavailable.
  void append_nature(std::string_view status) {
    const Phrase category = options_.neutral_titles ? Phrase("category-training") : Phrase("category-rehabilitation");
    ics::append_text_line(out_, "CATEGORIES", words_[category], ics::LineEnds::space);
    out_ += "CLASS:PRIVATE\r\n";
    out_ += status;
    out_ +=
        "TRANSP:TRANSPARENT\r\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n";
    if (form_ == TimeForm::all_day) out_ += "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n";
  }

  // Only a title without a clock time names the part of the day.
  bool names_part() const { return form_ == TimeForm::all_day && !options_.neutral_titles; }
  std::string_view part_of(const Session& session) const { return names_part() ? name(words_, session.part) : std::string_view{}; }

  // Calendars count an alarm of a whole day from midnight, some from that of UTC.
  bool has_alarm() const { return options_.alarm && form_ != TimeForm::all_day; }

  void append_body(const Session& session) {
    const std::size_t routine = report_of(session) * plan_.routines.size() + session.routine;
    const std::size_t kind = routine * part_names.size() + (names_part() ? static_cast<std::size_t>(session.part) : 0);
    Bodies::Place& place = bodies_[kind];
    if (place.kind == kind) {
      out_.append(out_, place.begin, place.length);
      return;
    }
    const std::size_t begin = out_.size();
    write_body(session);
    place = {kind, begin, out_.size() - begin};
  }

  void write_body(const Session& session) {
    const Routine& routine = plan_.routine_of(session);
    append_revision();
    append_title("SUMMARY", session, part_of(session));
    const std::size_t raw = out_.size();
    if (ics::append_report(out_, plan_, session)) out_ += "\n\n";
    ics::append_description(out_, plan_, routine);
    ics::turn_into_text_line(out_, raw, "DESCRIPTION");
    append_nature("STATUS:CONFIRMED\r\n");
    if (has_alarm()) write_alarm(session);
  }

  // All but its UID, which is the event's own.
  void write_alarm(const Session& session) {
    out_ += "BEGIN:VALARM\r\nACTION:DISPLAY\r\n";
    append_title("DESCRIPTION", session, {});
    out_ += "TRIGGER:-PT";
    text::append_number(out_, std::int64_t{options_.alarm->count()});
    out_ += "M\r\nUID:";
  }

  void append_title(std::string_view property, const Session& session, std::string_view part) {
    const std::size_t raw = out_.size();
    if (!options_.neutral_titles) {
      ics::append_mark(out_, session);
      ics::append_title(out_, plan_, plan_.routine_of(session), part);
    }
    if (ics::turn_into_text_line(out_, raw, property, ics::LineEnds::space)) return;
    ics::append_text_line(out_, property, words_["session"], ics::LineEnds::space);
  }

  std::string& out_;
  const Plan& plan_;
  Words words_;
  const ExportOptions& options_;
  ics::Revision revision_;
  TimeForm form_;
  Bodies bodies_;
};

}  // namespace

bool append_ics(const Plan& plan, const ExportOptions& options, std::string& out, std::vector<Diagnostic>& diagnostics) {
  const bool alarm_holds = check_alarm(options, diagnostics);
  const ics::Revision revision = ics::revision_of(plan, options);
  const Bounds bounds = bounds_of(plan, options.withdrawn);
  if (!check_moments(bounds, revision.modified, diagnostics) || !alarm_holds) return false;
  const TimeForm form = form_of(plan, *bounds.first, options.time_form, diagnostics);
  warn_of_stop(plan, diagnostics);
  append_calendar(out, plan, options, revision.modified, form);
  Events events(out, plan, options, revision, form);
  for (const Session& session : plan.sessions) events.append(session);
  for (const Withdrawn& withdrawn : options.withdrawn) events.append(withdrawn);
  out += "END:VCALENDAR\r\n";
  return true;
}

}  // namespace rehab
