#include "options.hpp"

#include <algorithm>
#include <array>

#include "commands.hpp"

namespace app {
namespace {

constexpr std::string_view person = "The person", when = "What to explain", time = "Free time", output = "Output",
                           calendar = "Calendar (--format ics)", everywhere = "Everywhere";

constexpr std::array option_list{
    Option{"week", 0, "N", Values::number, false, in_explain, when, "a week of the plan: 1 is the first"},
    Option{"date", 0, "DATE", Values::date, false, in_explain, when, "a day of the plan that begins on --start, as 2026-12-08"},
    Option{"severity", 0, "LEVEL", Values::severity, false, in_show | in_person, person, "mild, moderate or severe"},
    Option{"side", 0, "SIDE", Values::side, false, in_person, person, "the injured side: left, right or both"},
    Option{"start", 0, "DATE", Values::date, false, in_person, person,
           "the first day, as 2026-12-01; for `rehab plan` today if not given"},
    Option{"zone", 0, "ZONE", Values::zone, false, in_person, person,
           "the time zone, as Europe/Berlin; for `rehab plan` the system's if not given"},
    Option{"days", 0, "DAY,...", Values::weekday, true, in_person, time,
           "the weekdays that are free: mon,wed,fri; every day if not given"},
    Option{"time", 0, "PART=HH:MM", Values::part_time, true, in_person, time,
           "when a part of the day is: morning, midday, afternoon, evening or bedtime; PART=none if there is no such time"},
    Option{"away", 0, "FROM..TO", Values::range, true, in_person, time,
           "days away, both included: 2026-12-24..2026-12-26; or one day: 2026-12-24"},
    Option{"equipment", 0, "ID,...", Values::equipment, true, in_person, person,
           "what is at hand, or none; all that the protocol needs if not given (ids: rehab list equipment)"},
    Option{"with", 0, "ID,...", Values::workout, true, in_person, person,
           "optional workouts that are wanted (ids: rehab list workouts)"},
    Option{"tag", 0, "ID,...", Values::tag, true, in_person, person,
           "what is true of the person and rules exercises out (ids: rehab list tags)"},
    Option{
        "red-flag", 0, "ID,...", Values::red_flag, true, in_person, person,
        "red-flag questions answered with yes, or none; one yes refuses the plan; leave it out once a clinician has ruled it out "
        "(--cleared-by does not override it)"},
    Option{"cleared-by", 0, "WHO", Values::text, false, in_person, person,
           "the clinician or practice that cleared the plan; never the patient"},
    Option{"cleared-on", 0, "DATE", Values::date, false, in_person, person, "the day of that clearance"},
    Option{"format", 'f', "FORMAT", Values::format, false, in_plan, output,
           "text, ics or json; if not given, by the ending of FILE (.txt and .text are text), and text where there is none"},
    Option{"output", 'o', "FILE", Values::file, false, in_plan, output, "write here, whole or not at all; - is standard output"},
    Option{"id", 0, "UUID", Values::text, false, in_plan, output,
           "whose plan it is: a UUID of your own (uuidgen makes one), never a name. Give the same one each time, and an import "
           "moves the sessions of the earlier calendar when options have changed; without it any changed option makes a new plan, "
           "and an import adds its sessions to the old ones"},
    Option{"width", 0, "COLUMNS", Values::number, false, in_show | in_person, output,
           "width of the text, 40 to 200; the terminal's, or 80, if not given; text is at most 100 columns wide"},
    Option{"time-form", 0, "FORM", Values::time_form, false, in_plan, calendar,
           "how times are written: zoned, utc, floating or all-day; zoned if not given"},
    Option{"alarm", 0, "MINUTES", Values::number, false, in_plan, calendar,
           "alarm before each session, or none; 10 if not given; whole days have none"},
    Option{"neutral-titles", 0, "", Values::none, false, in_plan, calendar,
           "titles that tell a stranger nothing; titles only: the text of an event still names the exercises"},
    Option{"publish", 0, "", Values::none, false, in_plan, calendar, "a calendar to subscribe to (METHOD:PUBLISH); not for CalDAV"},
    Option{"coverage", 0, "", Values::none, false, in_check, output,
           "what each protocol leaves open, by CERT and by what a complete prescription says, and where its numbers come from"},
    Option{"json", 0, "", Values::none, false, in_list | in_show | in_explain | in_check, output,
           "as data; of check only the coverage"},
    Option{"language", 0, "LANG", Values::language, false, in_list | in_show | in_plan | in_explain, output,
           "the language of what is printed, as en (what is not translated stays in English)"},
    Option{"values", 0, "KIND", Values::kind, false, in_completion, output,
           "the values of one kind, one a line, in place of a script"},
    Option{"catalog", 0, "FOLDER", Values::folder, false, in_all, everywhere,
           "add the protocols of this folder; one with a known name replaces it"},
    Option{"color", 0, "WHEN", Values::color, false, in_all, everywhere,
           "auto, always or never; NO_COLOR and TERM=dumb are respected"},
    Option{"quiet", 'q', "", Values::none, false, in_all, everywhere, "no word on standard error but warnings and errors"},
    Option{"verbose", 'v', "", Values::none, false, in_all, everywhere, "log on standard error what is done"},
    Option{"help", 'h', "", Values::none, false, in_all, everywhere, "this text"},
    Option{"version", 0, "", Values::none, false, in_all, everywhere,
           "versions of rehab, of its protocols and of the time-zone data"},
};
static_assert(option_list.size() == static_cast<std::size_t>(Opt::version) + 1, "one row for each Opt, in its order");

constexpr std::array list_examples{
    Example{"rehab list", "every protocol"},
    Example{"rehab list --catalog ./mine", "with your own beside them"},
    Example{"rehab list --json", "for a program"},
    Example{"rehab list equipment", "what to write after --equipment"},
    Example{"rehab list exercises", "what a protocol can name"},
};

constexpr std::array show_examples{
    Example{"rehab show calf-strain", "all of it"},
    Example{"rehab show calf-strain --severity mild", "what a mild strain gets"},
    Example{"rehab show calf-strain | less", "page by page"},
};

constexpr std::array plan_examples{
    Example{"rehab plan calf-strain --severity mild", "read it in the terminal, starting today"},
    Example{
        "rehab plan achilles-midportion-alfredson --severity moderate --start 2026-12-01 --zone Europe/Berlin --output plan.ics",
        "a file that any calendar imports"},
    Example{"rehab plan calf-strain --severity moderate --days mon,wed,fri,sat --time morning=06:45 --time midday=none "
            "--away 2026-12-24..2026-12-26",
            "around work and holidays"},
    Example{"rehab plan calf-strain --severity moderate --start 2026-12-01 --id 7c9e6679-7425-40de-944b-e07fc1f90ae7 --days "
            "mon,wed,fri --output plan.ics",
            "again on other days, and the sessions of an earlier calendar move"},
    Example{"rehab plan calf-strain --severity severe --start 2026-12-07 --cleared-by \"Dr. Lee, sports medicine\" "
            "--cleared-on 2026-11-30",
            "with a clinician's clearance"},
};

constexpr std::array explain_examples{
    Example{"rehab explain achilles-midportion-alfredson --severity moderate --week 3", "a week of a protocol"},
    Example{"rehab explain calf-strain --severity mild --start 2026-12-01 --date 2026-12-08", "a day of a plan"},
    Example{"rehab explain calf-strain --severity mild --week 2 --equipment none", "what changes without equipment"},
    Example{"rehab explain calf-strain --severity mild --week 2 --json", "for a program"},
};

constexpr std::array check_examples{
    Example{"rehab check my-protocol.toml", "one file, with the shared exercises and sources that rehab carries"},
    Example{"rehab check protocols/", "all files of a folder, together"},
    Example{"rehab check my-protocol.toml && rehab show my-protocol --catalog .", "then look at it"},
    Example{"rehab check --coverage protocols/", "what they leave open"},
};

constexpr std::array completion_examples{
    Example{"source <(rehab completion bash)", "bash: this line in ~/.bashrc"},
    Example{"source <(rehab completion zsh)", "zsh: this line in ~/.zshrc, after compinit"},
    Example{"rehab completion fish | source", "fish: this line in ~/.config/fish/config.fish"},
};

constexpr std::array command_list{
    Command{"list", in_list, "WHAT",
            "protocols, if nothing is said; or exercises, equipment, workouts (the optional ones), measures, conditions, tags, "
            "red-flags, pain-rules or sources, each with its id and title",
            Values::listing, false, false, "[WHAT] [OPTION]...", "every protocol: weeks by severity, who must lead; other ids",
            "Lists every protocol: its id, title and condition, how many weeks it takes for each severity, and whether a clinician "
            "must lead. Or lists the ids of what protocols and options name.",
            list_examples, list},
    Command{
        "show", in_show, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false, "PROTOCOL [OPTION]...",
        "one protocol in full, with the source of every dose",
        "Shows a protocol: phases, workouts, doses, criteria to move on, pain rule, stop rules, red flags, and the source of every "
        "dose. What no source says is marked as assumed.",
        show_examples, show},
    Command{"plan", in_plan, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false,
            "PROTOCOL --severity LEVEL [OPTION]...", "a dated plan for one person: text, calendar or data",
            "Makes one person's dated plan. The same protocol and options give the same calendar and data, always; the text shows "
            "today's session first, so it changes with the day. Nothing is stored but the file that --output names.\n\n"
            "This is not medical advice. `rehab show PROTOCOL` lists the red flags: answer them first.",
            plan_examples, plan},
    Command{
        "explain", in_explain, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false,
        "PROTOCOL --severity LEVEL --week N|--date DATE [OPTION]...", "why a plan says 3 × 15: each number back to its source",
        "Explains the numbers of a week or a day, exercise by exercise: which paper they are from and how it was read, or that "
        "they are assumed; what other severities and weeks get; what missing equipment or an answer of the person changed; and "
        "what that source found. What no source states is said to be not stated.\n\n"
        "--week looks into the protocol: no start is needed and no clearance asked for. With --start it is a week of that plan. "
        "--date is a day of a plan and takes the options that the plan was made with.",
        explain_examples, explain},
    Command{
        "check", in_check, "FILE", "a protocol, or what protocols share (.toml); a folder; - for standard input", Values::toml,
        true, true, "FILE|FOLDER... [OPTION]...", "find every mistake in files of protocols",
        "Reads protocols, exercises, sources, measures and safety rules (TOML) and prints every mistake with its place and what to "
        "do. Each protocol is also planned for every severity, with every equipment, on one to seven free days. A folder stands "
        "for all its .toml files. Shared files that are not named are those that rehab carries.",
        check_examples, check},
    Command{"completion", in_completion, "SHELL", "bash, zsh or fish", Values::shell, false, false, "SHELL",
            "a script that completes commands, options and values",
            "Prints a script for your shell, which then completes commands, options, ids and zones.", completion_examples,
            completion},
};

}  // namespace

std::span<const Option> options() { return option_list; }
std::span<const Command> commands() { return command_list; }
const Option& option(Opt id) { return option_list[static_cast<std::size_t>(id)]; }

const Option* find_option(std::string_view name) {
  const auto* found = std::find_if(option_list.begin(), option_list.end(), [&](const Option& o) { return o.name == name; });
  return found == option_list.end() ? nullptr : found;
}

const Command* find_command(std::string_view name) {
  const auto* found = std::find_if(command_list.begin(), command_list.end(), [&](const Command& c) { return c.name == name; });
  return found == command_list.end() ? nullptr : found;
}

}  // namespace app
