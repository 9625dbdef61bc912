// A random situation in a few lines.
#include <charconv>

#include "support/random_diaries.hpp"

namespace rehab_test {

using namespace rehab;

namespace {

void add(std::string& out, double number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  (out += ' ').append(digits, end);
}

template <class T>
void add(std::string& out, const char* what, const std::optional<T>& number) {
  if (number) add((out += ' ') += what, static_cast<double>(*number));
}

void add(std::string& out, const char* what, const Amount& amount, Severity severity) {
  if (!amount.at(severity, 1)) return;
  (out += ' ') += what;
  for (int week = 1; week <= 3; ++week) {
    add(out, amount.at(severity, week)->lower());
    if (amount.at(severity, week)->max != amount.at(severity, week)->lower()) add(out += "..", amount.at(severity, week)->max);
  }
}

void add(std::string& out, const Situation& s, const Criterion& c) {
  (out += ' ') += s.catalog[c.measure].id;
  add(out, "min", c.min);
  add(out, "max", c.max);
  add(out, "symmetry", c.symmetry_percent);
  add(out, "norm", c.norm_percent);
  add(out, "change max", c.change_max);
  add(out, "change min", c.change_min);
  add(out, "change % max", c.change_percent_max);
  add(out, "weekly max", c.weekly_change_max);
  add(out, "pain max", c.pain_max);
  add(out, "days", c.for_days.at(s.intake.severity));
  add(out, "sessions", c.for_sessions);
  if (!c.workout.empty()) (out += " of ") += c.workout;
  out += ';';
}

void add(std::string& out, const char* what, const Situation& s, const std::vector<Criterion>& list) {
  if (list.empty()) return;
  (out += "\n    ") += what;
  for (const Criterion& c : list) add(out, s, c);
}

void add(std::string& out, const Situation& s, const std::vector<Limit>& list) {
  for (const Limit& l : list) {
    (out += "\n    limit ") += name(l.otherwise);
    add(out, "rest", l.rest_days);
    add(out += ':', s, l.criterion);
  }
}

void add(std::string& out, const Situation& s, const PainRule& rule) {
  (out += "\n  rule ") += rule.id;
  add(out, "most", rule.pain_max);
  add(out, "mornings", rule.mornings);
  for (const auto m : rule.mornings_of) (out += ' ') += s.catalog[m].id;
  add(out, "weekly", rule.weekly_rise_max);
  for (const auto m : rule.weekly_rise_of) (out += ' ') += s.catalog[m].id;
  add(out, "load", rule.lower_load_steps);
  add(out, "volume", rule.lower_volume_percent);
  add(out, "rest", rule.rest_hours, s.intake.severity);
  add(out, "review", rule.breaches_to_review);
}

void add(std::string& out, const Situation& s, const Workout& w) {
  (out += "\n    ") += w.id;
  if (!w.is_for(s.intake.severity)) out += " (not for this severity)";
  if (w.optional) out += " optional";
  for (const Part part : w.at) (out += ' ') += name(part);
  add(out, "times", w.times_per_day, s.intake.severity);
  add(out, "days", w.days_per_week, s.intake.severity);
  add(out, "apart", w.min_hours_apart);
  for (const auto n : w.not_with) add(out += " not with", n);
  if (w.level) add(out += " rest days", s.catalog[w.level].recovery_days);
  for (const Dose& d : w.doses) {
    out += "; dose";
    for (const auto e : d.exercises) (out += ' ') += s.catalog[e].id;
    if (d.ladder) add(out += " ladder", *d.ladder);
    add(out, "rungs", d.rungs, s.intake.severity);
    if (d.numbers.load) add(out += " load", d.numbers.load->load);
  }
}

void add(std::string& out, const Situation& s, const Phase& phase) {
  const Severity severity = s.intake.severity;
  (out += "\n  ") += phase.id;
  add(out, "shortest", shortest_days(phase, severity));
  add(out, "planned", planned_days(phase, severity));
  add(out, "longest", longest_days(phase, severity));
  for (const Extra& extra : phase.extra) add(out += " extra", extra.days);
  if (phase.pain_rule) (out += ' ') += s.catalog[phase.pain_rule].id;
  add(out, "pain max", phase.pain_max, severity);
  add(out, "move on", s, phase.move_on);
  add(out, "enter", s, phase.enter);
  add(out, s, phase.limits);
  for (const Workout& w : phase.workouts) add(out, s, w);
}

void add(std::string& out, const Situation& s, const Moment& moment) {
  add(out, static_cast<double>((moment.date - s.intake.start).count()));
  (out += ' ') += name(moment.slot);
}

void add(std::string& out, const Situation& s, const Entry& e) {
  add(out += "\n  day", s, e.moment());
  if (e.logged) add(out += ", logged", s, *e.logged);
  if (e.done) (out += ", done ") += name(*e.done);
  add(out += ',', "pain", e.pain);
  for (const Reading& r : e.measured) {
    (out += ' ') += r.measure;
    add(out, r.value);
    add(out, "/", r.other);
  }
  for (const std::string& flag : e.red_flags) (out += ' ') += flag;
  if (!e.cleared_by.empty()) out += " cleared";
  if (e.pause_until) add(out += " pause until day", static_cast<double>((*e.pause_until - s.intake.start).count()));
}

}  // namespace

std::string told(const Situation& s) {
  const Protocol& protocol = s.catalog->protocols.front();
  std::string out = "missed ";
  ((out += name(protocol.missed)) += ", away ") += name(protocol.away);
  ((out += ", severity ") += name(s.intake.severity)) += ", free";
  for (unsigned d = 0; d < 7; ++d) {
    if (s.intake.days.contains(std::chrono::weekday{d})) (out += ' ') += weekday_names[d];
  }
  ((out += ", starts ") += weekday_names[std::chrono::weekday{s.intake.start}.c_encoding()]) += ", parts";
  for (std::size_t p = 0; p < part_names.size(); ++p) {
    if (s.intake.times[p]) (out += ' ') += part_names[p];
  }
  for (const DayRange& r : s.intake.away) {
    add(out += ", away", static_cast<double>((r.begin - s.intake.start).count()));
    add(out += " to", static_cast<double>((r.end - s.intake.start).count()));
  }
  for (const std::string& tag : s.intake.tags) (out += ", ") += tag;
  for (const std::string& w : s.intake.with) (out += ", with ") += w;
  if (s.intake.side) (out += ", ") += name(*s.intake.side);
  for (const PainRule& rule : s.catalog->pain_rules) add(out, s, rule);
  for (const Load& l : protocol.loads) {
    (((out += "\n  ") += l.id) += ' ') += name(l.kind);
    add(out, "start", l.start_kg);
    add(out, "step", l.step_kg);
    add(out, "max", l.max_kg);
    add(out, "start %", l.start_percent);
    add(out, "step %", l.step_percent);
    add(out, "max %", l.max_percent);
    add(out, "days", l.step_days);
    add(out, "step when", s, l.step_when);
  }
  for (const Ladder& l : protocol.ladders) {
    add((out += "\n  ") += l.id, static_cast<double>(l.rungs.size()));
    add(out, "up when", s, l.up_when);
    add(out, s, l.limits);
  }
  add(out, s, protocol.limits);
  for (const Phase& phase : protocol.phases) add(out, s, phase);
  for (const Entry& entry : s.intake.diary) add(out, s, entry);
  return out += '\n';
}

}  // namespace rehab_test
