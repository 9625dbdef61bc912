// Every command and every option of the console app, written down once.
//
// Parsing, help, the completions of three shells and the hints for mistyped words all read these two lists. To add an option: add
// its row to the list in options.cpp and its name to `Opt`, at the same place; then ask for it where it is used:
//
//   arguments.value(Opt::severity)   // "moderate"
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace app {

struct Arguments;

// What a value is, and so how a shell completes it.
enum class Values : std::uint8_t {
  none,  // a flag
  text,
  date,
  range,
  number,
  severity,
  side,
  weekday,
  part_time,
  format,
  time_form,
  color,
  shell,
  kind,
  listing,
  protocol,
  equipment,
  tag,
  red_flag,
  workout,
  zone,
  language,
  toml,  // files and folders of protocols
  folder,
  file,
};

// In the order of `options()`, which is the order of the help.
enum class Opt : std::uint8_t {
  week,
  date,
  severity,
  side,
  start,
  zone,
  days,
  time,
  away,
  equipment,
  with,
  tag,
  red_flag,
  cleared_by,
  cleared_on,
  format,
  output,
  id,
  width,
  time_form,
  alarm,
  neutral_titles,
  publish,
  coverage,
  json,
  language,
  values,
  catalog,
  color,
  quiet,
  verbose,
  help,
  version,
};

// Bits: the commands that know an option.
enum In : std::uint8_t {
  in_list = 1,
  in_show = 2,
  in_plan = 4,
  in_explain = 8,
  in_check = 16,
  in_completion = 32,
  in_person = in_plan | in_explain,  // those that are about one person
  in_all = 63,
};

struct Option {
  std::string_view name;   // without the dashes
  char letter = 0;         // short form; 0: none
  std::string_view value;  // what help calls it; "": a flag
  Values values{};
  bool several = false;       // may be repeated, and each value may be a list with commas
  std::uint8_t commands = 0;  // of In
  std::string_view group;     // heading in help
  std::string_view help;
};

struct Example {
  std::string_view line, what;
};

struct Command {
  std::string_view name;
  In bit{};
  std::string_view operand;  // what help calls it; "": takes none
  std::string_view operand_help;
  Values operand_values{};
  bool operand_needed = false, operands_many = false;
  std::string_view usage;  // after the name
  std::string_view what;   // one line
  std::string_view about;  // a paragraph or more
  std::span<const Example> examples;
  int (*run)(const Arguments&) = nullptr;  // returns the exit code
};

std::span<const Option> options();
std::span<const Command> commands();

const Option& option(Opt id);
const Option* find_option(std::string_view name);    // null: there is none
const Command* find_command(std::string_view name);  // null: there is none
inline bool knows(const Command& command, const Option& option) { return (option.commands & command.bit) != 0; }

}  // namespace app
