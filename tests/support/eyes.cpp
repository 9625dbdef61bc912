#include "support/eyes.hpp"

#include "support/catch.hpp"

namespace rehab::eyes {
namespace {

const std::string poison = std::string(
                               "\x1b[2J\x1b]0;x\x07 \xE2\x80\xAE\xC2\x9B"
                               "1m\xFF\r\nBEGIN:VALARM 日本語日本語日本語 ") +
                           std::string(300, 'W');

void spoil(std::string& text) { text += poison; }
void spoil(std::vector<std::string>& texts) {
  for (std::string& text : texts) spoil(text);
}

void spoil(Protocol& p) {
  spoil(p.title), spoil(p.summary), spoil(p.population), spoil(p.after);
  for (Load& load : p.loads) spoil(load.title);
  for (Ladder& ladder : p.ladders) spoil(ladder.title);
  for (Limit& limit : p.limits) spoil(limit.say);
  for (Advice& advice : p.advice) spoil(advice.title), spoil(advice.lines);
  for (Evidence& evidence : p.evidence) spoil(evidence.finding), spoil(evidence.provenance.note);
  for (Phase& phase : p.phases) {
    spoil(phase.title), spoil(phase.goals), spoil(phase.provenance.note);
    for (Limit& limit : phase.limits) spoil(limit.say);
    for (Workout& workout : phase.workouts) spoil(workout.title), spoil(workout.provenance.note);
  }
}

}  // namespace

const Catalog& builtin() {
  static const Catalog catalog = builtin_catalog();
  return catalog;
}

Case intake(std::string_view protocol, Severity severity) {
  Case out;
  out.protocol = protocol;
  out.severity = severity;
  out.side = Side::left;
  out.start = day(2026, 12, 1);
  out.zone = "Europe/Berlin";
  out.clearance = Clearance{"a physiotherapist", day(2026, 11, 28)};
  return out;
}

Plan plan(const Case& intake, const Catalog& catalog) {
  Result<Plan> made = make_plan(catalog, intake);
  for (const Diagnostic& d : made.diagnostics) INFO(render(d));
  REQUIRE(made);
  return std::move(*made);
}

Plan plan(std::string_view protocol, Severity severity) { return plan(intake(protocol, severity)); }

std::vector<Case> all_cases() {
  std::vector<Case> out;
  for (const Protocol& protocol : builtin()->protocols)
    for (const Severity severity : severities)
      if (const auto& offer = protocol.severity[static_cast<std::size_t>(severity)]; offer && offer->weeks)
        out.push_back(intake(protocol.id, severity));
  return out;
}

Catalog hostile() {
  CatalogData data = *builtin();
  for (Protocol& protocol : data.protocols) spoil(protocol);
  for (Exercise& e : data.exercises)
    spoil(e.title), spoil(e.setup), spoil(e.steps), spoil(e.breath), spoil(e.feel), spoil(e.mistake);
  for (Measure& m : data.measures) spoil(m.title), spoil(m.ask), spoil(m.how);
  for (RedFlag& f : data.red_flags) spoil(f.title), spoil(f.ask), spoil(f.act);
  for (PainRule& r : data.pain_rules) spoil(r.title), spoil(r.say);
  for (Source& s : data.sources) spoil(s.authors), spoil(s.title), spoil(s.journal), spoil(s.doi), spoil(s.note);
  for (Equipment& e : data.equipment) spoil(e.title);
  for (Tag& t : data.tags) spoil(t.ask);
  for (Condition& c : data.conditions) spoil(c.title), spoil(c.also);
  return Catalog(std::move(data));
}

}  // namespace rehab::eyes
