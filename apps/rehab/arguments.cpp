#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "nearest.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

using Problems = std::vector<rehab::Diagnostic>;

std::string did_you_mean(std::string_view near, std::string_view otherwise) {
  return near.empty() ? std::string(otherwise) : joined({"did you mean ", ticked(near), "?"});
}

std::string see_help(const Command* command) {
  return command == nullptr ? "`rehab --help` lists all commands and options"
                            : joined({"`rehab ", command->name, " --help` lists all options"});
}

// CLI11 takes the next word for the value of `--start=`, and bends `--json=no`: such words are taken out before it sees them.
bool malformed(const std::string& word, Problems& problems) {
  const std::size_t equals = word.find('=');
  if (!word.starts_with("--") || equals == std::string::npos) return false;
  const Option* known = find_option(std::string_view(word).substr(2, equals - 2));
  if (known == nullptr) return false;
  const std::string name = joined({"--", known->name});
  if (known->value.empty()) {
    problems.push_back(usage("option-value", name, joined({ticked(name), " takes no value"}), joined({"write ", ticked(name)})));
    return true;
  }
  if (equals + 1 < word.size()) return false;
  problems.push_back(
      usage("option-value", name, joined({ticked(word), " has no value"}), joined({"write `", name, "=", known->value, "`"})));
  return true;
}

// `--days mon, wed` reaches us as two words: a list that ends in a comma takes the next word in.
std::vector<std::string> lists_joined(const std::vector<std::string>& words) {
  const auto takes_list = [](std::string_view word) {
    const Option* known = word.starts_with("--") ? find_option(word.substr(2, word.find('=') - 2)) : nullptr;
    return known != nullptr && known->several;
  };
  std::vector<std::string> out;
  bool goes_on = false;
  for (const std::string& word : words) {
    if (goes_on && !word.starts_with("-")) {
      out.back() += word;
    } else {
      out.push_back(word);
    }
    const bool in_list = word.starts_with("--") ? word.find('=') != std::string::npos && takes_list(word)
                                                : goes_on || (out.size() > 1 && takes_list(out[out.size() - 2]));
    goes_on = in_list && word.ends_with(",");
  }
  return out;
}

struct Parser {
  CLI::App root;
  std::vector<CLI::App*> apps;                                // the root, then one for each command
  std::vector<std::pair<CLI::Option*, std::size_t>> options;  // with the place in options()
  std::vector<CLI::Option*> operands;

  Parser() {
    prepare(root);
    root.require_subcommand(0, 1);
    add_options(root, [](const Option& o) { return o.commands == in_all; });
    for (const Command& command : commands()) {
      CLI::App& app = *root.add_subcommand(std::string(command.name));
      prepare(app);
      app.fallthrough();
      add_options(app, [&](const Option& o) { return knows(command, o) && o.commands != in_all; });
      // However many there are; some versions of CLI11 take a bare -1 for "at most one".
      operands.push_back(app.add_option("operands")->expected(1, CLI::detail::expected_max_vector_size));
      operands.back()->allow_extra_args()->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }

  // Help and errors are ours: CLI11 splits words and knows which take a value.
  void prepare(CLI::App& app) {
    app.set_help_flag();
    app.allow_extras();
    apps.push_back(&app);
  }

  template <class Wanted>
  void add_options(CLI::App& app, Wanted wanted) {
    for (std::size_t i = 0; i < app::options().size(); ++i) {
      const Option& o = app::options()[i];
      if (!wanted(o)) continue;
      std::string names = joined({"--", o.name});
      if (o.letter != 0) names = std::string("-") + o.letter + "," + names;
      CLI::Option* made = o.value.empty() ? app.add_flag(names) : app.add_option(names)->expected(1)->allow_extra_args(false);
      made->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      options.emplace_back(made, i);
    }
  }
};

// A word that stands where a value was expected, as in `--severity --start 2026-12-01`.
void check_values(const Arguments& arguments, Problems& problems) {
  for (std::size_t i = 0; i < arguments.values.size(); ++i) {
    const Option& o = options()[i];
    if (o.value.empty()) continue;
    const std::string name = joined({"--", o.name});
    const std::vector<std::string>& given = arguments.values[i];
    for (const std::string& value : given)
      if (value.starts_with("--") || value.empty())
        problems.push_back(
            usage("option-value", name,
                  joined({ticked(name), " needs a value", value.empty() ? "" : joined({"; ", ticked(value), " is an option"})}),
                  joined({"write `", name, " ", o.value, "`"})));
    if (given.size() > 1 && !o.several)
      problems.push_back(usage("option-twice", name,
                               joined({ticked(name), " is given ", given.size() == 2 ? "twice" : "more than once"}),
                               "keep one of them"));
  }
}

void check_unknown_options(const std::vector<std::string>& extras, const Command* command, Problems& problems) {
  std::vector<std::string> names;
  for (const Option& o : options())
    if (command == nullptr ? o.commands == in_all : knows(*command, o)) names.push_back(joined({"--", o.name}));
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  for (const std::string& word : extras) {
    const std::string name = word.substr(0, word.find('='));
    const Option* elsewhere = name.starts_with("--") ? find_option(std::string_view(name).substr(2)) : nullptr;
    if (elsewhere != nullptr && command != nullptr) {
      problems.push_back(
          usage("unknown-option", name, joined({"`rehab ", command->name, "` has no option ", ticked(name)}), see_help(command)));
    } else {
      problems.push_back(usage("unknown-option", name, joined({"unknown option ", ticked(name)}),
                               did_you_mean(nearest(name, candidates), see_help(command))));
    }
  }
}

void check_command(const std::vector<std::string>& extras, Problems& problems) {
  std::vector<std::string_view> names;
  for (const Command& c : commands()) names.push_back(c.name);
  const auto word = std::find_if(extras.begin(), extras.end(), [](const std::string& e) { return !e.starts_with("-"); });
  if (word == extras.end()) return check_unknown_options(extras, nullptr, problems);
  problems.push_back(usage("unknown-command", "", joined({"unknown command ", ticked(*word)}),
                           did_you_mean(nearest(*word, names), see_help(nullptr))));
}

void check_operands(const Arguments& arguments, Problems& problems) {
  const Command& command = *arguments.command;
  const bool told_by_case = arguments.has(Opt::case_file) && (command.bit & in_start) == 0;  // it says what the operand would
  const std::size_t most = command.operand.empty() ? 0 : command.operands_many ? arguments.operands.size() : 1;
  if (command.operand_needed && arguments.operands.empty() && !told_by_case)
    problems.push_back(usage("missing-operand", "", joined({"`rehab ", command.name, "` needs a ", command.operand}),
                             command.operand_values == Values::protocol ? "`rehab list` names all protocols" : see_help(&command)));
  if (told_by_case && most > 0 && !arguments.operands.empty())
    problems.push_back(usage("operand", "",
                             joined({ticked(arguments.operands.front()), " stands beside `--case`, which names the protocol"}),
                             "leave one of them out"));
  for (std::size_t i = most; i < arguments.operands.size(); ++i)
    problems.push_back(usage("operand", "", joined({"`rehab ", command.name, "` has no use for ", ticked(arguments.operands[i])}),
                             see_help(&command)));
}

// Of `--severity`, or of the last letter of `-vo`, in options(), as the command knows it.
std::optional<std::size_t> place_of(std::string_view word, const Command* command) {
  const auto same = [&](const Option& o) {
    if (command == nullptr ? o.commands != in_all : !knows(*command, o)) return false;
    if (word.starts_with("--")) return word.substr(2) == o.name;
    return word.starts_with('-') && o.letter != 0 && word.back() == o.letter;
  };
  const auto it = std::find_if(options().begin(), options().end(), same);
  return it == options().end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - options().begin()));
}

}  // namespace

Arguments parse(const std::vector<std::string>& words, Problems& problems) {
  std::vector<std::string> reversed;  // CLI11 takes words from the back
  bool only_operands = false;
  for (const std::string& word : lists_joined(words)) {
    only_operands = only_operands || word == "--";
    if (only_operands || !malformed(word, problems)) reversed.insert(reversed.begin(), word);
  }
  Parser parser;
  bool ends_short = false;
  try {
    parser.root.parse(reversed);
  } catch (const CLI::ArgumentMismatch&) {  // nothing is lost: it is thrown at the last word
    ends_short = true;
  }
  Arguments arguments;
  for (const auto& [made, place] : parser.options)
    if (made->count() > 0) arguments.values[place] = made->results();
  for (std::size_t i = 0; i < commands().size(); ++i) {
    if (!parser.root.got_subcommand(parser.apps[i + 1])) continue;
    arguments.command = &commands()[i];
    arguments.operands = parser.operands[i]->results();
  }
  const auto short_of_value = ends_short ? place_of(words.back(), arguments.command) : std::nullopt;
  if (short_of_value) arguments.values[*short_of_value].emplace_back();
  std::vector<std::string> extras = parser.root.remaining(true);
  std::erase(extras, "--");  // ends the options; CLI11 hands it on with what it does not know
  check_values(arguments, problems);
  if (arguments.command == nullptr) {
    check_command(extras, problems);
  } else {
    check_unknown_options(extras, arguments.command, problems);
  }
  // What follows an unknown option may be its value: then the operands cannot be judged.
  if (arguments.command != nullptr && problems.empty()) check_operands(arguments, problems);
  return arguments;
}

}  // namespace app
