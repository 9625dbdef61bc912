// What a person notes down, so that the rules of the plan can be followed.
#include <array>

#include "export/questions.hpp"
#include "export/text_page.hpp"

namespace rehab {

void print_answers(const TextPage& page) {
  // By Measure::Asked; tests have a section of their own.
  constexpr std::array<Phrase, 3> when{"after-each-session", "each-morning", "once-a-week"};
  const Words words = page.words();
  bool any = false;
  for (std::size_t w = 0; w < when.size(); ++w) {
    const std::vector<Index<Measure>> asked = asked_of(page.plan, static_cast<Measure::Asked>(w));
    if (asked.empty()) continue;
    if (!any) page.canvas.heading(words["section-notes"]);
    if (!any) page.canvas.paragraph(words["first-answers"]);
    any = true;
    page.canvas.subheading(words[when[w]]);
    for (const Index<Measure> measure : asked) page.canvas.item(page.catalog()[measure].ask, 2);
  }
}

}  // namespace rehab
