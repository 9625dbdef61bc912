// A plan for eyes in a terminal.
#include "export/formats.hpp"
#include "export/text_page.hpp"

namespace rehab {
namespace {

using Section = void (*)(const TextPage&);

// What a person needs first stands first; what a therapist looks up stands last.
constexpr Section sections[]{print_title,   print_stop,      print_today,   print_facts,  print_bar,       print_safety,
                             print_changes, print_pain_rule, print_answers, print_phases, print_exercises, print_tests,
                             print_advice,  print_questions, print_sources, print_end};

}  // namespace

bool append_text(const Plan& plan, const ExportOptions& options, std::string& out, std::vector<Diagnostic>&) {
  Canvas canvas(out, options.width, options.color);
  const TextPage page{plan, options, canvas};
  for (const Section print : sections) print(page);
  return true;
}

}  // namespace rehab
