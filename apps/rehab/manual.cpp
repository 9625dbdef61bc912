// The manual page, from the lists of options.hpp; only what no list says is written here.
#include <algorithm>
#include <array>
#include <string>

#include "arguments.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "rehab/version.hpp"
#include "report.hpp"
#include "roff.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace app {
namespace {

constexpr std::string_view version_date = "2026-11-21";  // of rehab::version()

struct Entry {
  std::string_view name, what;
};

constexpr std::array variables{
    Entry{"REHAB_NOW", "The clock: an instant in UTC, as 2026-12-09T17:30:00Z. It serves to try out another day, and tests."},
    Entry{"NO_COLOR", "If it holds any text, nothing is coloured unless --color says always."},
    Entry{"TERM", "If it is dumb or not set, the same."},
};

constexpr std::array files{
    Entry{
        "FILE of --case",
        "One person's case: what `rehab start` was told, the protocol as it was then, and the diary, to which `rehab log` appends. "
        "It is made for its owner's eyes only (mode 0600) and lies nowhere but where you put it."},
    Entry{"FOLDER of --catalog", "Protocols of your own, all files there that end in .toml."},
    Entry{"/etc/localtime, /etc/timezone", "The system's time zone, where --zone is not given. The variable TZ is not asked."},
    Entry{"/usr/share/zoneinfo", "The time-zone data."},
    Entry{
        "share/rehab/protocols, share/rehab/schemas",
        "Where rehab is installed (as /usr/share/rehab/protocols): the protocols that rehab carries, to read and to begin your own "
        "from, and JSON Schemas of all that it reads and writes. It runs without them."},
};

constexpr std::string_view also = "khal(1), vdirsyncer(1), uuidgen(1), less(1)";

void append_names(Roff& page) {
  page.name("rehab", "dated rehabilitation plans from published protocols");
  page.section("SYNOPSIS");
  for (const Command& command : commands()) page.usage(joined({"rehab ", command.name}), command.usage);
  page.usage("rehab", "[--help|--version]");
}

void append_description(Roff& page) {
  page.section("DESCRIPTION");
  page.paragraph(
      "From a published rehabilitation protocol to one person's dated plan: each session on a day that is free, each dose with its "
      "source. With a case file the plan follows what the person did and how it was.");
  page.paragraph(
      "What was asked for goes to standard output, all else to standard error. Nothing is sent anywhere, and nothing is stored but "
      "in "
      "the files that you name.");
  page.section("SAFETY");
  page.paragraph(
      "Each protocol has red flags, signs that someone must look first: `rehab show` lists them, `rehab start` asks them. A yes "
      "refuses the plan, or stops it. Pain can hold a plan or make it lighter, never harder.");
  page.paragraph(not_advice);
}

void append_options(Roff& page, const Command* command) {
  for (const std::string_view group : option_groups(command)) {
    if (command != nullptr && group == option(Opt::help).group) continue;  // they have a section of their own
    if (command != nullptr) page.heading(group);
    for (const Option& o : options()) {
      if (o.group != group || !shows(command, o)) continue;
      std::string term = o.letter == 0 ? "" : std::string("-") + o.letter + ", ";
      term += joined({"--", o.name, o.value.empty() ? "" : " ", o.value});
      page.item(term, o.help);
    }
  }
}

void append_examples(Roff& page, std::span<const Example> examples) {
  std::string lines;
  for (const Example& example : examples) {
    lines += joined({"# ", example.what, "\n"});
    append_command_line(lines, example.line, 0, 72);
  }
  page.verbatim(lines);
}

void append_command(Roff& page, const Command& command) {
  page.subsection(joined({"rehab ", command.name}));
  for (std::string_view text = command.about; !text.empty();) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    page.paragraph(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 2));
  }
  if (!command.operand.empty()) {
    page.heading("Arguments");
    page.item(command.operand, command.operand_help);
  }
  append_options(page, &command);
  page.heading("Examples");
  append_examples(page, command.examples);
}

template <class Entries>
void append_entries(Roff& page, std::string_view heading, const Entries& entries) {
  page.section(heading);
  for (const Entry& entry : entries) page.item(entry.name, entry.what);
}

std::string manual() {
  Roff page(joined({"rehab ", rehab::version()}), version_date);
  append_names(page);
  append_description(page);
  page.section("COMMANDS");
  for (const Command& command : commands()) append_command(page, command);
  page.section("OPTIONS");
  page.paragraph("Every command knows these:");
  append_options(page, nullptr);
  page.section("EXIT STATUS");
  for (const ExitMeaning& meaning : exit_meanings()) page.item(std::to_string(meaning.code), meaning.in_full);
  append_entries(page, "ENVIRONMENT", variables);
  append_entries(page, "FILES", files);
  page.section("EXAMPLES");
  append_examples(page, first_steps());
  page.section("SEE ALSO");
  page.paragraph(also);
  return page.text();
}

}  // namespace

int manual(const Arguments& arguments) { return put(arguments, manual()); }

}  // namespace app
