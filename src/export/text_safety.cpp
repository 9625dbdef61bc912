// When a plan must not begin or go on: the signs at the top of the page, the questions at its end.
#include <array>

#include "export/clauses.hpp"
#include "export/references.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"

namespace rehab {
namespace {

// The flags of one urgency, in the order to ask in.
std::vector<const RedFlag*> flags_of(const TextPage& page, RedFlag::Urgency urgency) {
  std::vector<const RedFlag*> out;
  for (const RedFlag* flag : red_flags_of(page.catalog(), page.protocol().condition))
    if (flag->urgency == urgency) out.push_back(flag);
  return out;
}

Ink ink_of(RedFlag::Urgency urgency) { return urgency == RedFlag::Urgency::emergency ? Ink::danger : Ink::bold; }

void print_signs(const TextPage& page, RedFlag::Urgency urgency) {
  const Words words = page.words();
  std::string titles;
  wording::Clauses clauses(titles, words.glue("list-parts"));
  for (const RedFlag* flag : flags_of(page, urgency)) words.append_inside(clauses.next(), flag->title);
  if (!clauses.any()) return;
  page.canvas.item(wording::headline(words, urgency), 0, ink_of(urgency), "!");
  page.canvas.paragraph(full_sentence(words, std::move(titles)), 2);
}

void print_flags(const TextPage& page, RedFlag::Urgency urgency) {
  const std::vector<const RedFlag*> flags = flags_of(page, urgency);
  if (flags.empty()) return;
  page.canvas.blank();
  page.canvas.item(wording::headline(page.words(), urgency), 0, ink_of(urgency), "!");
  for (const RedFlag* flag : flags) {
    const bool in_session = flag->moment == RedFlag::Moment::session;
    page.canvas.subheading(flag->title, in_session ? page.words()["in-or-after-session"] : std::string_view{});
    page.canvas.paragraph(flag->ask, 2);
    page.canvas.item(flag->act, 2, Ink::plain, "→");
  }
}

// "Ask yourself these again every 7 days and before each new phase (assumed)."
std::string when_again(const Words& words, const Screening& screening) {
  const bool days = screening.every_days > 0, phases = screening.at_each_phase;
  if (!days && !phases) return {};
  const Phrase when = !days ? Phrase("ask-again-phases") : phases ? Phrase("ask-again-days-phases") : Phrase("ask-again-days");
  std::string out = words.say(when, {{"n", screening.every_days}});
  if (!screening.provenance.assumed.empty()) words.wrap(out, 0, "aside", "text", {{"aside", words["assumed"]}});
  return full_sentence(words, std::move(out));
}

}  // namespace

void print_safety(const TextPage& page) {
  if (red_flags_of(page.catalog(), page.protocol().condition).empty()) return;
  page.canvas.heading(page.words()["section-stop"]);
  for (std::size_t u = 0; u < urgency_names.size(); ++u) print_signs(page, static_cast<RedFlag::Urgency>(u));
  page.canvas.blank();
  page.canvas.paragraph(page.words().say("how-to-tell", {{"questions", page.words()["section-questions"]}}));
}

void print_questions(const TextPage& page) {
  if (red_flags_of(page.catalog(), page.protocol().condition).empty()) return;
  page.canvas.heading(page.words()["section-questions"]);
  page.canvas.paragraph(page.words()["one-yes"]);
  page.canvas.paragraph(when_again(page.words(), page.catalog()->screening));
  for (std::size_t u = 0; u < urgency_names.size(); ++u) print_flags(page, static_cast<RedFlag::Urgency>(u));
}

}  // namespace rehab
