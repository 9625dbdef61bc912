// What frames the phases: changes, advice, sources, the last word.
#include <algorithm>
#include <array>
#include <utility>

#include "export/decision_list.hpp"
#include "export/references.hpp"
#include "export/source_line.hpp"
#include "export/standstill.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"

namespace rehab {
namespace {

// By Advice::Weight.
constexpr std::array<Phrase, 4> weights{"advice-trials", "advice-guideline", "advice-experts", "advice-opinion"};

// A workout of which equipment or a tag left nothing: that is told, and not how often it would come.
bool is_about_nothing(const Plan& plan, const Change& change) {
  const bool placing = change.rule <= Change::Rule::rest_kept && change.rule != Change::Rule::never_placed;
  if (!placing || !change.workout) return false;
  return std::none_of(plan.routines.begin(), plan.routines.end(), [&](const Routine& routine) {
    const auto doses = plan.doses_of(routine);
    return routine.phase == change.phase &&
           std::any_of(doses.begin(), doses.end(), [&](const PlannedDose& dose) { return dose.workout == *change.workout; });
  });
}

void print_card(const TextPage& page, const Advice& advice) {
  const Words words = page.words();
  page.canvas.subheading(advice.title, words[weights[static_cast<std::size_t>(advice.weight)]]);
  for (const std::string& line : advice.lines) page.canvas.item(line, 2);
  if (!advice.provenance.needs_review.empty()) page.canvas.paragraph(words["advice-not-confirmed"], 2, Ink::dim);
}

void print_fitted(const TextPage& page) {
  std::vector<std::string> told;  // the same may hold in several phases
  for (const Change& change : page.plan.changes) {
    if (is_from_diary(change) || is_about_nothing(page.plan, change)) continue;
    if (told.empty()) page.canvas.heading(page.words()["section-fitted"]);
    std::string line = describe(page.plan, change);
    if (std::find(told.begin(), told.end(), line) != told.end()) continue;
    page.canvas.item(line);
    told.push_back(std::move(line));
  }
}

void print_decided(const TextPage& page) {
  std::vector<const Change*> decided;
  for (const Change& change : page.plan.changes)
    if (is_from_diary(change)) decided.push_back(&change);
  if (decided.empty()) return;
  page.canvas.heading(page.words()["section-decided"]);
  for (const DecisionGroup& group : group_decisions(page.plan, decided)) print_group(page.canvas, group, 0, Ink::plain);
}

}  // namespace

void print_changes(const TextPage& page) {
  print_fitted(page);
  print_decided(page);
}

void print_advice(const TextPage& page) {
  bool any = false;
  for (const Advice& advice : page.protocol().advice) {
    if (!gives_advice(page.plan, advice)) continue;
    if (!any) page.canvas.heading(page.words()["section-advice"]);
    any = true;
    print_card(page, advice);
  }
}

void print_sources(const TextPage& page) {
  const References used = references_of(page.plan);
  bool any = false;
  for (std::size_t i = 0; i < used.sources.size(); ++i) {
    if (!used.sources[i]) continue;
    if (!any) page.canvas.heading(page.words()["section-sources"]);
    any = true;
    page.canvas.item(source_line(page.words(), page.catalog()->sources[i]));
  }
  page.canvas.blank();
  page.canvas.paragraph(page.words()["marks-explained"], 0, Ink::dim);
}

void print_end(const TextPage& page) {
  page.canvas.heading(page.words()["section-afterwards"]);
  if (is_finished(page.plan)) page.canvas.paragraph(page.protocol().after);
  page.canvas.paragraph(last_word(page.plan), 0, Ink::bold);
}

std::string_view last_word(const Plan& plan) {
  const Words words = words_of(plan.catalog);
  if (plan.ending == Plan::Ending::stopped) return words["next-stopped"];
  return last_word(words, plan.ending == Plan::Ending::review ? Protocol::End::review : plan.protocol().end);
}

std::string_view last_word(const Words& words, Protocol::End end) {
  return words[end == Protocol::End::review ? Phrase("next-review") : Phrase("next-continue")];
}

}  // namespace rehab
