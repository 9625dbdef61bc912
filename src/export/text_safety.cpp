// When a plan must not begin or go on: the signs at the top of the page, the questions at its end.
#include <array>

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
  std::string titles;
  for (const RedFlag* flag : flags_of(page, urgency)) {
    if (!titles.empty()) titles += "; ";
    page.words().append_inside(titles, flag->title);
  }
  if (titles.empty()) return;
  page.canvas.item(wording::headline(page.words(), urgency), 0, ink_of(urgency), "!");
  page.canvas.paragraph(sentence(std::move(titles)) + '.', 2);
}

void print_flags(const TextPage& page, RedFlag::Urgency urgency) {
  const std::vector<const RedFlag*> flags = flags_of(page, urgency);
  if (flags.empty()) return;
  page.canvas.blank();
  page.canvas.item(wording::headline(page.words(), urgency), 0, ink_of(urgency), "!");
  for (const RedFlag* flag : flags) {
    page.canvas.subheading(flag->title, flag->moment == RedFlag::Moment::session ? "in or after a session" : "");
    page.canvas.paragraph(flag->ask, 2);
    page.canvas.item(flag->act, 2, Ink::plain, "→");
  }
}

// "Ask yourself these again every 7 days and before each new phase (assumed)."
std::string when_again(const Screening& screening) {
  std::string out;
  if (screening.every_days > 0) out += " every " + counted(screening.every_days, "day", "days");
  if (screening.at_each_phase) out += out.empty() ? " before each new phase" : " and before each new phase";
  if (out.empty()) return out;
  return "Ask yourself these again" + out + (screening.provenance.assumed.empty() ? "." : " (assumed).");
}

}  // namespace

void print_safety(const TextPage& page) {
  if (red_flags_of(page.catalog(), page.protocol().condition).empty()) return;
  page.canvas.heading("Do not start, and stop at once, if you have signs of");
  for (std::size_t u = 0; u < urgency_names.size(); ++u) print_signs(page, static_cast<RedFlag::Urgency>(u));
  page.canvas.blank();
  page.canvas.paragraph("How to tell: “Safety questions”, near the end. Answer them before you start.");
}

void print_questions(const TextPage& page) {
  if (red_flags_of(page.catalog(), page.protocol().condition).empty()) return;
  page.canvas.heading("Safety questions");
  page.canvas.paragraph("One yes: do not start, or stop, and do what the arrow says.");
  page.canvas.paragraph(when_again(page.catalog()->screening));
  for (std::size_t u = 0; u < urgency_names.size(); ++u) print_flags(page, static_cast<RedFlag::Urgency>(u));
}

}  // namespace rehab
