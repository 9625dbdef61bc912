#include "help.hpp"

#include <algorithm>
#include <vector>

#include "rehab/version.hpp"
#include "words.hpp"

namespace app {
namespace {

constexpr std::size_t width = 79;

void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    append_wrapped(out, text.substr(0, end), 0, width);
    text.remove_prefix(std::min(text.size(), end + 2));
    if (!text.empty()) out += '\n';
  }
}

// "  -o, --output FILE"
std::string left_side(const Option& option) {
  std::string out = option.letter == 0 ? "      --" : std::string("  -") + option.letter + ", --";
  out += option.name;
  if (!option.value.empty()) (out += ' ') += option.value;
  return out;
}

void append_row(std::string& out, std::string_view left, std::size_t column, std::string_view right) {
  out += left;
  out.append(column - left.size(), ' ');
  append_wrapped(out, right, column, width);
}

void append_heading(std::string& out, std::string_view heading, bool color) {
  out += color ? joined({"\n\033[1m", heading, ":\033[0m\n"}) : joined({"\n", heading, ":\n"});
}

void append_operand(std::string& out, const Command& command, bool color) {
  if (command.operand.empty()) return;
  const std::string left = joined({"  ", command.operand});
  append_heading(out, "Arguments", color);
  append_row(out, left, left.size() + 2, command.operand_help);
}

template <class Wanted>
void append_options(std::string& out, Wanted wanted, bool color) {
  std::size_t column = 0;
  for (const Option& o : options())
    if (wanted(o)) column = std::max(column, left_side(o).size() + 2);
  std::vector<std::string_view> groups;
  for (const Option& o : options())
    if (wanted(o) && std::find(groups.begin(), groups.end(), o.group) == groups.end()) groups.push_back(o.group);
  for (const std::string_view group : groups) {
    append_heading(out, group, color);
    for (const Option& o : options())
      if (o.group == group && wanted(o)) append_row(out, left_side(o), column, o.help);
  }
}

// Long command lines are broken before an option, as a shell takes them.
void append_line(std::string& out, std::string_view line) {
  constexpr std::string_view prompt = "  $ ", more = "      ";
  std::string row(prompt);
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(" --", 1), line.size());
    const std::string_view piece = line.substr(0, end);
    if (row.size() + piece.size() + 2 > width) {
      (out += row) += " \\\n";
      row = more;
      row += piece.substr(1);
    } else {
      row += piece;
    }
    line.remove_prefix(end);
  }
  (out += row) += '\n';
}

void append_examples(std::string& out, std::span<const Example> examples, bool color) {
  append_heading(out, "Examples", color);
  for (const Example& example : examples) {
    ((out += "  # ") += example.what) += '\n';
    append_line(out, example.line);
  }
}

constexpr Example first_steps[] = {
    {"rehab list", "what there is"},
    {"rehab show calf-strain --severity mild", "read a protocol before you follow it"},
    {"rehab plan calf-strain --severity mild --start 2026-12-01 --output plan.ics", "a plan, for any calendar"},
    {"rehab start calf-strain --severity mild --start 2026-12-01 --case my-case.toml",
     "a plan that follows you: the safety questions, a file"},
    {"rehab log --case my-case.toml --done all --pain 2", "what you did and how it was"},
};

}  // namespace

std::string help(const Command& command, bool color) {
  std::string out;
  append_paragraphs(out, command.about);
  (((out += "\nUsage: rehab ") += command.name) += ' ') += command.usage;
  out += '\n';
  append_operand(out, command, color);
  append_options(
      out, [&](const Option& o) { return knows(command, o); }, color);
  append_examples(out, command.examples, color);
  return out;
}

std::string help(bool color) {
  std::string out = "rehab ";
  out += rehab::version();
  out += ": from a published rehabilitation protocol to one person's dated plan\n\nUsage: rehab COMMAND [OPTION]...\n";
  append_heading(out, "Commands", color);
  for (const Command& command : commands()) append_row(out, joined({"  ", command.name}), 16, command.what);
  out += "\n`rehab COMMAND --help` explains a command.\n";
  append_options(
      out, [](const Option& o) { return o.commands == in_all; }, color);
  append_examples(out, first_steps, color);
  out +=
      "\nExit codes: 0 done, 2 usage, 3 a broken protocol file, 4 the case, 5 refused as\nunsafe, 6 file, 7 time-zone data "
      "missing, "
      "70 a bug in rehab.\n";
  out += "\nTo try another day: REHAB_NOW=2026-12-09T17:30:00Z rehab today --case FILE\n";
  out += "\nThis is not medical advice. In doubt, see a clinician.\n";
  return out;
}

}  // namespace app
