// A plan as a table (RFC 4180, UTF-8): a header, then a row for each exercise of each session, by time, then in the order of the
// session. text/csv.hpp says how cells are kept from acting in a spreadsheet.
//
// The unit stands in the name; minutes are written out, for _min is the least. What the source does not say is an empty cell, never
// 0. Columns, stable; new ones may come at the end:
//
//   session              UUID, the same when the session moves
//   date, time           local: 2026-12-01, 07:30
//   zone, utc            Europe/Berlin, 2026-12-01T06:30:00Z; empty in a plan without a zone
//   part                 of the day: morning, midday, afternoon, evening, bedtime
//   done, pain           as reported: all, part, none; 0 to 10
//   phase, visit         id, and how often the phase was entered, from 1
//   phase_title
//   week, week_of_phase  of the plan, and of this visit; from 1
//   length_minutes       of the session: an estimate for the calendar, not a dose
//   pain_max             the most pain allowed, 0 to 10
//   workout, workout_title, exercise, exercise_title
//   instead_of           id of the exercise that this one replaces
//   FIGURE_min, FIGURE_max   of sets, reps, hold_s, duration_minutes, distance_m, effort_percent, rest_s, rest_between_reps_s; no
//   min:
//                        as many as tolerated, at most max
//   as_tolerated, to_failure   true, or empty
//   tempo_lift_s, tempo_hold_s, tempo_lower_s, tempo_pass_s   seconds of one repetition
//   load                 bodyweight, rm (what allows just these repetitions), or the id of a load
//   load_now, load_unit  today's: kg, or percent-1rm
//   load_steps           above (below: negative) the load that the person began with; a number, which computes nothing
//   ladder, rung_min, rung_max   of a dose on a ladder: the rung that it starts on, and the last that is open; from 1
//   volume_percent       what the diary has left of the protocol's volume
//   side, order          injured, each; other-first, injured-first, alternate
//   X_source, X_confidence   for each of those above, in the same order: id of the source, and primary, secondary, unconfirmed or
//                        assumed; an assumed number has no source
//
// The origins stand at the right, so that a row can be read from the left. What a session of which nothing is left has to say is
// one row without an exercise.
#include "text/csv.hpp"

#include <array>
#include <string>
#include <vector>

#include "export/formats.hpp"
#include "export/loads.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace rehab {
namespace {

using text::CsvWriter;

struct FigureColumn {
  std::string_view name;
  Figure PlannedDose::*figure;
};
constexpr std::array figures{
    FigureColumn{"sets", &PlannedDose::sets},
    FigureColumn{"reps", &PlannedDose::reps},
    FigureColumn{"hold_s", &PlannedDose::hold_s},
    FigureColumn{"duration_minutes", &PlannedDose::duration_min},
    FigureColumn{"distance_m", &PlannedDose::distance_m},
    FigureColumn{"effort_percent", &PlannedDose::effort_percent},
    FigureColumn{"rest_s", &PlannedDose::rest_s},
    FigureColumn{"rest_between_reps_s", &PlannedDose::rest_between_reps_s},
};

constexpr std::array<std::string_view, 15> session_columns{"session",     "date", "time",          "zone",           "utc",
                                                           "part",        "done", "pain",          "phase",          "visit",
                                                           "phase_title", "week", "week_of_phase", "length_minutes", "pain_max"};
constexpr std::array<std::string_view, 5> exercise_columns{"workout", "workout_title", "exercise", "exercise_title", "instead_of"};
constexpr std::array<std::string_view, 16> other_columns{
    "as_tolerated", "to_failure", "tempo_lift_s", "tempo_hold_s", "tempo_lower_s", "tempo_pass_s",   "load", "load_now",
    "load_unit",    "load_steps", "ladder",       "rung_min",     "rung_max",      "volume_percent", "side", "order"};
constexpr std::array<std::string_view, 9> other_origins{"as_tolerated", "to_failure", "tempo", "load",      "load_now",
                                                        "rung",         "side",       "order", "instead_of"};
constexpr int dose_columns = static_cast<int>(exercise_columns.size() + 2 * figures.size() + other_columns.size());
constexpr int dose_origins = static_cast<int>(2 * (figures.size() + other_origins.size()));

void append_header(CsvWriter& csv) {
  std::string column;
  const auto ending = [&](std::string_view name, std::string_view end) { csv.cell((column = name) += end); };
  const auto origin_of = [&](std::string_view name) {
    ending(name, "_source");
    ending(name, "_confidence");
  };
  for (const std::string_view name : session_columns) csv.cell(name);
  for (const std::string_view name : exercise_columns) csv.cell(name);
  for (const FigureColumn& figure : figures) {
    ending(figure.name, "_min");
    ending(figure.name, "_max");
  }
  for (const std::string_view name : other_columns) csv.cell(name);
  origin_of("pain_max");
  for (const FigureColumn& figure : figures) origin_of(figure.name);
  for (const std::string_view name : other_origins) origin_of(name);
  csv.end_row();
}

class Table {
 public:
  Table(const Plan& plan, std::string& out) : plan_(plan), csv_(out), written_(plan.doses.size()) {}

  void append() {
    append_header(csv_);
    for (const Session& session : plan_.sessions) append_session(session);
  }

 private:
  // --- Cells ---------------------------------------------------------------------------------------------------------------

  template <class T>
  void cell(const std::optional<T>& value) {
    if (value) {
      csv_.cell(*value);
    } else {
      csv_.empty();
    }
  }

  void flag(bool truth) { csv_.cell(truth ? "true" : ""); }

  void origin(bool stated, const Origin& from) {
    if (!stated) return csv_.empty(2);
    csv_.cell(from.source ? std::string_view(plan_.catalog[from.source].id) : "");
    csv_.cell(name(from.confidence));
  }

  void range(const std::optional<Range>& value) {
    if (!value) return csv_.empty(2);
    cell(value->min);
    csv_.cell(value->max);
  }

  std::string_view zone() const { return plan_.intake.zone; }

  void date(std::chrono::local_days day) {
    scratch_.clear();
    text::append_date(scratch_, day);
    csv_.cell(scratch_);
  }

  void time(std::chrono::minutes since_midnight) {
    scratch_.clear();
    text::append_time(scratch_, since_midnight);
    csv_.cell(scratch_);
  }

  void instant(std::chrono::sys_seconds utc) {
    if (zone().empty()) return csv_.empty();
    const auto day = std::chrono::floor<std::chrono::days>(utc);
    scratch_.clear();
    text::append_date(scratch_, std::chrono::local_days{day.time_since_epoch()});
    scratch_ += 'T';
    text::append_time(scratch_, std::chrono::duration_cast<std::chrono::minutes>(utc - day));
    scratch_ += ":00Z";
    csv_.cell(scratch_);
  }

  // --- A dose --------------------------------------------------------------------------------------------------------------

  void append_exercise(const Phase& phase, const PlannedDose& dose) {
    csv_.cell(phase.workouts[dose.workout].id);
    csv_.cell(phase.workouts[dose.workout].title);
    csv_.cell(plan_.catalog[dose.exercise].id);
    csv_.cell(plan_.catalog[dose.exercise].title);
    csv_.cell(dose.instead_of ? std::string_view(plan_.catalog[dose.instead_of].id) : "");
  }

  void append_load(const PlannedDose& dose) {
    csv_.cell(dose.load ? load_id(plan_.protocol(), *dose.load) : "");
    const std::optional<LoadNow> now = load_now(plan_, dose);
    if (now) {
      csv_.cell(now->value);
      csv_.cell(now->unit);
    } else {
      csv_.empty(2);
    }
    const bool in_steps = dose.load && dose.load->kind == LoadName::Kind::named;
    cell(in_steps ? std::optional<int>(dose.load_steps) : std::nullopt);
  }

  void append_ladder(const PlannedDose& dose) {
    if (!dose.ladder) return csv_.empty(3);
    csv_.cell(plan_.protocol().ladders[*dose.ladder].id);
    csv_.cell(dose.rung);
    csv_.cell(dose.last_rung);
  }

  void append_numbers(const PlannedDose& dose) {
    for (const FigureColumn& column : figures) range((dose.*column.figure).value);
    flag(dose.as_tolerated);
    flag(dose.to_failure);
    const Tempo tempo = dose.tempo_s.value_or(Tempo{});
    for (const std::optional<int>& part : {tempo.lift, tempo.hold, tempo.lower, tempo.pass}) cell(part);
    append_load(dose);
    append_ladder(dose);
    csv_.cell(dose.volume_percent);
    csv_.cell(dose.side ? name(*dose.side) : "");
    csv_.cell(dose.order ? name(*dose.order) : "");
  }

  void append_origins(const PlannedDose& dose) {
    for (const FigureColumn& column : figures) origin((dose.*column.figure).value.has_value(), (dose.*column.figure).origin);
    origin(dose.as_tolerated, dose.as_tolerated_origin);
    origin(dose.to_failure, dose.to_failure_origin);
    origin(dose.tempo_s.has_value(), dose.tempo_origin);
    origin(dose.load.has_value(), dose.load_origin);
    const std::optional<LoadNow> now = load_now(plan_, dose);
    origin(now.has_value(), now ? now->origin : Origin{});
    origin(dose.ladder.has_value(), dose.rungs_origin);
    origin(dose.side.has_value(), dose.side_origin);
    origin(dose.order.has_value(), dose.order_origin);
    origin(static_cast<bool>(dose.instead_of), dose.substitution);
  }

  // --- A session -----------------------------------------------------------------------------------------------------------

  void append_identity(const Session& session) {
    scratch_.clear();
    text::append_uuid(scratch_, identity(plan_, session));
    csv_.cell(scratch_);
    date(session.date);
    time(session.time);
    csv_.cell(zone());
    instant(session.utc);
    csv_.cell(name(session.part));
    csv_.cell(session.done ? name(*session.done) : "");
    cell(session.pain);
  }

  void append_routine(const Routine& routine, const PlannedDose* dose) {
    const PhaseSpan& span = plan_.phases[routine.phase];
    const Phase& phase = plan_.phase_of(span);
    csv_.cell(phase.id);
    csv_.cell(span.visit);
    csv_.cell(phase.title);
    csv_.cell(routine.week);
    csv_.cell(routine.week_of_phase);
    csv_.cell(static_cast<std::int64_t>(routine.length.count()));
    cell(routine.pain_max.value ? std::optional(routine.pain_max.value->max) : std::nullopt);
    if (dose) {
      append_exercise(phase, *dose);
      append_numbers(*dose);
    } else {
      csv_.empty(dose_columns);
    }
    origin(routine.pain_max.value.has_value(), routine.pain_max.origin);
    if (dose) {
      append_origins(*dose);
    } else {
      csv_.empty(dose_origins);
    }
  }

  // What is the routine's is the same in each of its sessions: it is made once, then copied.
  void append_row(const Session& session, std::size_t dose) {
    append_identity(session);
    Stretch& row = written_[dose];
    if (row.end != 0) {
      csv_.repeat(row.begin, row.end);
    } else {
      row.begin = csv_.here() + 1;  // after the comma
      append_routine(plan_.routine_of(session), &plan_.doses[dose]);
      row.end = csv_.here();
    }
    csv_.end_row();
  }

  void append_session(const Session& session) {
    const Routine& routine = plan_.routine_of(session);
    for (std::size_t i = 0; i < routine.doses; ++i) append_row(session, routine.first_dose + i);
    if (routine.doses > 0) return;
    append_identity(session);
    append_routine(routine, nullptr);
    csv_.end_row();
  }

  struct Stretch {
    std::size_t begin = 0, end = 0;  // of the octets written; an end of 0: not yet
  };

  const Plan& plan_;
  CsvWriter csv_;
  std::string scratch_;
  std::vector<Stretch> written_;  // by place in Plan::doses
};

}  // namespace

bool append_csv(const Plan& plan, const ExportOptions&, std::string& out, std::vector<Diagnostic>&) {
  Table(plan, out).append();
  return true;
}

}  // namespace rehab
