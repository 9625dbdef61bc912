// The doses of a protocol for eyes, as the planner would prescribe them to someone who has all equipment.
#include <algorithm>
#include <limits>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/dose_weeks.hpp"
#include "export/names.hpp"
#include "export/references.hpp"
#include "export/show_page.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "plan/prescribe.hpp"

namespace rehab {
namespace {

// One dose in words; equal for two severities if nothing differs between them.
struct DoseWords {
  std::string title;
  std::vector<std::string> numbers, remarks;

  friend bool operator==(const DoseWords&, const DoseWords&) = default;
};

std::uint16_t index_of(const Catalog& catalog, const Protocol& protocol) {
  const std::vector<Protocol>& all = catalog->protocols;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Protocol& p) { return p.id == protocol.id; });
  return static_cast<std::uint16_t>(found - all.begin());
}

// A plan of this phase alone, one routine a week with this workout; no days, no sessions.
Plan prescribe_phase(const ShowPage& page, const Phase& phase, const Workout& workout, Severity severity) {
  Plan plan;
  plan.catalog = page.catalog;
  plan.protocol_index = index_of(page.catalog, page.protocol);
  plan.intake.severity = severity;
  PhaseSpan span;
  span.phase = static_cast<std::uint16_t>(&phase - page.protocol.phases.data());
  plan.phases.push_back(span);
  const int weeks = (planned_days(phase, severity).value_or(0) + 6) / 7;
  for (int week = 1; week <= weeks; ++week) {
    Routine routine;
    routine.week = routine.week_of_phase = static_cast<std::uint16_t>(week);
    routine.workouts = std::uint64_t{1} << workout.number;
    plan::prescribe(plan, routine);
    plan.routines.push_back(routine);
  }
  return plan;
}

std::vector<std::string> lines_of(const Words& words, const std::vector<Spell>& spells) {
  std::vector<std::string> out;
  for (const Spell& spell : spells)
    if (!spell.words.empty())
      out.push_back(spells.size() == 1
                        ? sentence(spell.words)
                        : sentence(words.say("labelled", {{"label", weeks_of(words, spell)}, {"text", spell.words}})));
  return out;
}

std::vector<std::string> numbers_of(const Words& words, const DoseWeeks& dose) {
  if (dose.volume.size() == 1 && dose.manner.size() == 1) {
    std::string line;
    wording::Clauses clauses(line, words.glue("list"));
    for (const Spell* part : {&dose.volume.front(), &dose.manner.front()})
      if (!part->words.empty()) clauses.next() += part->words;
    return line.empty() ? std::vector<std::string>{} : std::vector<std::string>{sentence(std::move(line))};
  }
  std::vector<std::string> out = lines_of(words, dose.volume);
  for (std::string& line : lines_of(words, dose.manner)) out.push_back(std::move(line));
  return out;
}

std::string rungs_of(const Plan& plan, const PlannedDose& dose) {
  if (!dose.ladder) return {};
  const Ladder& ladder = plan.protocol().ladders[*dose.ladder];
  const Words words = words_of(plan.catalog);
  const auto rungs = [&](std::string& to) {
    wording::Clauses clauses(to, words.glue("show-list-rungs"));
    for (std::size_t r = dose.rung; r <= dose.last_rung && r <= ladder.rungs.size(); ++r)
      clauses.next() += plan.catalog[ladder.rungs[r - 1].exercise].title;
  };
  return words.say("show-ladder-open", {{"ladder", ladder.title}, {"rungs", rungs}});
}

DoseWords dose_words(const ShowPage& page, const Plan& plan, const Workout& workout, const DoseWeeks& dose) {
  DoseWords out;
  wording::append_exercise(out.title, plan, *dose.dose);
  out.numbers = numbers_of(page.words(), dose);
  if (std::string rungs = rungs_of(plan, *dose.dose); !rungs.empty()) out.remarks.push_back(std::move(rungs));
  // What is assumed comes from the prescribed dose: it knows also what [assume.*] fills in.
  Provenance cited = workout.doses[dose.dose->dose].numbers.provenance;
  cited.assumed.clear();
  if (std::string from = origins_of(page.catalog, cited); !from.empty()) out.remarks.push_back(std::move(from));
  std::string assumed;
  if (wording::append_assumed(assumed, plan, *dose.dose))
    out.remarks.push_back(page.words().say("show-origins", {{"origins", assumed}}));
  return out;
}

std::vector<DoseWords> doses_for(const ShowPage& page, const Phase& phase, const Workout& workout, Severity severity) {
  const Plan plan = prescribe_phase(page, phase, workout, severity);
  std::vector<DoseWords> out;
  for (const DoseWeeks& dose : dose_weeks_of(plan, 0)) out.push_back(dose_words(page, plan, workout, dose));
  return out;
}

void print(const ShowPage& page, const std::vector<DoseWords>& doses, std::size_t indent) {
  for (const DoseWords& dose : doses) {
    page.canvas.item(dose.title, indent);
    for (const std::string& line : dose.numbers) page.canvas.paragraph(line, indent + 2);
    for (const std::string& line : dose.remarks) page.canvas.paragraph(line, indent + 2, Ink::dim);
  }
}

}  // namespace

void show_doses(const ShowPage& page, const Phase& phase, const Workout& workout) {
  std::vector<Severity> players;
  for (const Severity s : page.shown)
    if (planned_days(phase, s) && plays(workout, s)) players.push_back(s);
  std::vector<std::vector<DoseWords>> each;
  for (const Severity s : players) each.push_back(doses_for(page, phase, workout, s));
  if (each.empty()) return;
  const bool same = std::all_of(each.begin(), each.end(), [&](const std::vector<DoseWords>& d) { return d == each.front(); });
  if (same) return print(page, each.front(), 2);
  for (std::size_t i = 0; i < each.size(); ++i) {
    page.canvas.paragraph(sentence(std::string(name(page.words(), players[i]))), 2, Ink::bold);
    print(page, each[i], 4);
  }
}

}  // namespace rehab
