// Every command and every option of the console app, written down once.
//
// Parsing, help, the manual page, the completions of three shells and the hints for mistyped words all read these two lists. To add
// an option: add its row to the list in options.cpp and its name to `Opt`, at the same place; then ask for it where it is used:
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
  sex,
  slot,
  done,
  withdrawn,
  measure,
  exercise,
  toml,  // a file in TOML, or a folder
  folder,
  file,
};

// In the order of `options()`, which is the order of the help.
enum class Opt : std::uint8_t {
  case_file,
  week,
  date,
  shown_date,
  entry_date,
  part,
  done,
  sets_done,
  pain,
  pain_next_morning,
  measured,
  entry_red_flag,
  entry_cleared_by,
  pause_until,
  note,
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
  age,
  sex,
  red_flag,
  cleared_by,
  cleared_on,
  no_input,
  as_of,
  what_if,
  format,
  output,
  id,
  width,
  time_form,
  alarm,
  neutral_titles,
  publish,
  withdrawn,
  coverage,
  json,
  language,
  values,
  accept_protocol,
  catalog,
  color,
  quiet,
  verbose,
  help,
  version,
};

// Bits: the commands that know an option.
enum In : std::uint16_t {
  in_list = 1,
  in_show = 2,
  in_plan = 4,
  in_explain = 8,
  in_start = 16,
  in_today = 32,
  in_log = 64,
  in_history = 128,
  in_progress = 256,
  in_check = 512,
  in_completion = 1024,
  in_manual = 2048,
  in_person = in_plan | in_explain | in_start,               // those that are told who it is
  in_course = in_today | in_log | in_history | in_progress,  // those that need a case
  in_case = in_course | in_plan | in_explain,                // those that may read one
  in_all = 4095,
};

// What an option of one name means may differ between commands: then there is a row for each meaning.
struct Option {
  std::string_view name;   // without the dashes
  char letter = 0;         // short form; 0: none
  std::string_view value;  // what help calls it; "": a flag
  Values values{};
  bool several = false;        // may be repeated, and each value may be a list with commas
  std::uint16_t commands = 0;  // of In
  std::string_view group;      // heading in help
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
  bool operand_needed = false, operands_many = false;  // needed: unless there is a case, which says it
  std::string_view usage;                              // after the name
  std::string_view what;                               // one line
  std::string_view about;                              // a paragraph or more
  std::span<const Example> examples;
  int (*run)(const Arguments&) = nullptr;  // returns the exit code
};

std::span<const Option> options();
std::span<const Command> commands();
std::span<const Example> first_steps();

const Option& option(Opt id);
const Option* find_option(std::string_view name);    // null: there is none; of several the first: they take values alike
const Command* find_command(std::string_view name);  // null: there is none
inline bool knows(const Command& command, const Option& option) { return (option.commands & command.bit) != 0; }

}  // namespace app
