#include "help.hpp"

#include <algorithm>
#include <vector>

#include "rehab/version.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

constexpr std::size_t line_width = 79;

void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    append_wrapped(out, text.substr(0, end), 0, line_width);
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
  append_wrapped(out, right, column, line_width);
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

void append_options(std::string& out, const Command* command, bool color) {
  std::size_t column = 0;
  for (const Option& o : options())
    if (shows(command, o)) column = std::max(column, left_side(o).size() + 2);
  for (const std::string_view group : option_groups(command)) {
    append_heading(out, group, color);
    for (const Option& o : options())
      if (o.group == group && shows(command, o)) append_row(out, left_side(o), column, o.help);
  }
}

void append_examples(std::string& out, std::span<const Example> examples, bool color) {
  append_heading(out, "Examples", color);
  for (const Example& example : examples) {
    ((out += "  # ") += example.what) += '\n';
    append_command_line(out, example.line, 2, line_width);
  }
}

std::string exit_codes() {
  std::string out = "Exit codes:";
  for (const ExitMeaning& meaning : exit_meanings()) {
    if (meaning.code != done) out += ',';
    out += joined({" ", std::to_string(meaning.code), " ", meaning.what});
  }
  return out += '.';
}

}  // namespace

bool shows(const Command* command, const Option& option) {
  return command == nullptr ? option.commands == in_all : knows(*command, option);
}

std::vector<std::string_view> option_groups(const Command* command) {
  std::vector<std::string_view> groups;
  for (const Option& o : options())
    if (shows(command, o) && std::find(groups.begin(), groups.end(), o.group) == groups.end()) groups.push_back(o.group);
  return groups;
}

void append_command_line(std::string& out, std::string_view line, std::size_t indent, std::size_t width) {
  std::string row(indent, ' ');
  row += "$ ";
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(" --", 1), line.size());
    const std::string_view piece = line.substr(0, end);
    if (row.size() + piece.size() + 2 > width) {
      (out += row) += " \\\n";
      row.assign(indent + 4, ' ');
      row += piece.substr(1);
    } else {
      row += piece;
    }
    line.remove_prefix(end);
  }
  (out += row) += '\n';
}

std::string help(const Command& command, bool color) {
  std::string out;
  append_paragraphs(out, command.about);
  (((out += "\nUsage: rehab ") += command.name) += ' ') += command.usage;
  out += '\n';
  append_operand(out, command, color);
  append_options(out, &command, color);
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
  append_options(out, nullptr, color);
  append_examples(out, first_steps(), color);
  out += '\n';
  append_wrapped(out, exit_codes(), 0, line_width);
  out += "\nTo try another day: REHAB_NOW=2026-12-09T17:30:00Z rehab today --case FILE\n";
  out += joined({"\n", not_advice, "\n"});
  return out;
}

}  // namespace app
