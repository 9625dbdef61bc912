// What frames the phases: safety, changes, advice, sources, the last word.
#include <algorithm>
#include <array>
#include <utility>

#include "export/dates.hpp"
#include "export/references.hpp"
#include "export/source_line.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"

namespace rehab {
namespace {

// By RedFlag::Urgency.
constexpr std::array<std::string_view, 4> how_fast{"call an ambulance now", "see a doctor today", "see a doctor within days",
                                                   "ask a clinician before you train"};

// By Advice::Weight.
constexpr std::array<std::string_view, 4> weights{"from trials", "from a guideline", "from experts", "an opinion"};

void print_flags(const TextPage& page, RedFlag::Urgency urgency) {
  std::string titles;
  for (const RedFlag* flag : red_flags_of(page.catalog(), page.protocol().condition)) {
    if (flag->urgency != urgency) continue;
    if (!titles.empty()) titles += "; ";
    wording::append_inside(titles, flag->title);
  }
  if (titles.empty()) return;
  const bool grave = urgency == RedFlag::Urgency::emergency;
  page.canvas.item(sentence(std::string(how_fast[static_cast<std::size_t>(urgency)])) + ": " + titles + '.', 0,
                   grave ? Ink::danger : Ink::plain, "!");
}

void print_card(const TextPage& page, const Advice& advice) {
  page.canvas.subheading(advice.title, weights[static_cast<std::size_t>(advice.weight)]);
  for (const std::string& line : advice.lines) page.canvas.item(line, 2);
  if (!advice.provenance.needs_review.empty()) page.canvas.paragraph("Not confirmed by a source.", 2, Ink::dim);
}

std::string last_word(const TextPage& page) {
  return page.protocol().end == Protocol::End::review ? "Next: review with a clinician." : "Next: continue.";
}

}  // namespace

void print_safety(const TextPage& page) {
  if (red_flags_of(page.catalog(), page.protocol().condition).empty()) return;
  page.canvas.heading("Do not start, and stop at once, if you have signs of");
  for (std::size_t u = 0; u < urgency_names.size(); ++u) print_flags(page, static_cast<RedFlag::Urgency>(u));
  page.canvas.blank();
  page.canvas.paragraph("The questions to ask yourself: rehab show " + page.protocol().id, 0, Ink::dim);
}

void print_changes(const TextPage& page) {
  if (page.plan.changes.empty()) return;
  page.canvas.heading("What was fitted to you");
  std::vector<std::string> told;  // the same may hold in several phases
  for (const Change& change : page.plan.changes) {
    std::string line = describe(page.plan, change);
    if (std::find(told.begin(), told.end(), line) != told.end()) continue;
    page.canvas.item(line);
    told.push_back(std::move(line));
  }
}

void print_advice(const TextPage& page) {
  bool any = false;
  for (const Advice& advice : page.protocol().advice) {
    if (!gives_advice(page.plan, advice)) continue;
    if (!any) page.canvas.heading("Good to know");
    any = true;
    print_card(page, advice);
  }
}

void print_sources(const TextPage& page) {
  const References used = references_of(page.plan);
  bool any = false;
  for (std::size_t i = 0; i < used.sources.size(); ++i) {
    if (!used.sources[i]) continue;
    if (!any) page.canvas.heading("Sources");
    any = true;
    page.canvas.item(source_line(page.catalog()->sources[i]));
  }
  page.canvas.blank();
  page.canvas.paragraph(
      "“Assumed” marks what no source says and the makers of the protocol chose; “not confirmed” what nobody has read in its "
      "source yet.",
      0, Ink::dim);
}

void print_end(const TextPage& page) {
  page.canvas.heading("Afterwards");
  page.canvas.paragraph(page.protocol().after);
  page.canvas.paragraph(last_word(page), 0, Ink::bold);
}

}  // namespace rehab
