#include "completion_scripts.hpp"

#include <array>
#include <utility>
#include <vector>

#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

constexpr std::array asked_kinds{
    std::pair{Values::protocol, std::string_view("protocols")}, std::pair{Values::equipment, std::string_view("equipment")},
    std::pair{Values::tag, std::string_view("tags")},           std::pair{Values::red_flag, std::string_view("red-flags")},
    std::pair{Values::workout, std::string_view("workouts")},   std::pair{Values::measure, std::string_view("measures")},
    std::pair{Values::exercise, std::string_view("exercises")}, std::pair{Values::zone, std::string_view("zones")},
};

// "mild moderate severe"
std::string fixed_words(Values kind) {
  std::string out;
  for (const std::string_view word : fixed_values(kind)) {
    if (!out.empty()) out += ' ';
    out += word;
    if (kind == Values::part_time) out += '=';
  }
  return out;
}

std::string command_names() {
  std::string out;
  for (const Command& command : commands()) (out += out.empty() ? "" : " ") += command.name;
  return out;
}

// Puts `escape` before each of `special`.
std::string escaped(std::string_view text, std::string_view special, char escape) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += escape;
    out += c;
  }
  return out;
}

// Writes `text` where `name` stands.
void fill(std::string& script, std::string_view name, std::string_view text) {
  script.replace(script.find(name), name.size(), text);
}

// One word for bash that says how values complete: "words mild moderate severe", "ask protocols", "files", "folders", "toml",
// "none".
std::string bash_source(Values values) {
  if (const std::string_view kind = asked_kind(values); !kind.empty()) return joined({"ask ", kind});
  if (values == Values::file) return "files";
  if (values == Values::folder) return "folders";
  if (values == Values::toml) return "toml";
  return joined({"words ", fixed_words(values)});
}

constexpr std::string_view bash_template = R"script(# rehab completion for bash; in ~/.bashrc: source <(rehab completion bash)
_rehab() {
  # bash breaks words at = and :, but times and options hold them: the line is split at blanks instead.
  local line=${COMP_LINE:0:COMP_POINT} words=() cur prev command="" options="" source="" list="" before="" whole i
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  cur=${words[${#words[@]} - 1]}
  prev=${words[${#words[@]} - 2]}
  whole=$cur
  for ((i = 1; i < ${#words[@]} - 1; ++i)); do
    case ${words[i]} in
      @GLOBALS@) ((++i)) ;;
      -*) ;;
      *) command=${words[i]}; break ;;
    esac
  done
  if [[ $cur == --*=* ]]; then
    prev=${cur%%=*}
    cur=${cur#*=}
  fi
  case $command in
@COMMANDS@    *) options="@ROOT@" source="words @NAMES@" ;;
  esac
  case $prev in
@VALUES@    *) [[ $cur == -* ]] && source="words $options" ;;
  esac
  if [[ -n $list && $cur == *,* ]]; then
    before=${cur%,*},
    cur=${cur##*,}
  fi
  COMPREPLY=()
  case $source in
    words\ *) COMPREPLY=($(compgen -W "${source#words }" -- "$cur")) ;;
    ask\ *) COMPREPLY=($(compgen -W "$("${words[0]}" completion --values "${source#ask }" 2>/dev/null)" -- "$cur")) ;;
    folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    toml) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"; compgen -f -X '!*.toml' -- "$cur") ;;
  esac
  [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  [[ -n $before ]] && COMPREPLY=("${COMPREPLY[@]/#/$before}")
  # What bash takes for the word begins after the last = or :.
  if [[ $whole == *[=:]* && $whole != --*=* ]]; then
    before=${whole%"${whole##*[=:]}"}
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
  fi
}
complete -F _rehab rehab
)script";

std::string bash_options(std::uint16_t bits) {
  std::string out;
  for (const Option& o : options())
    if ((o.commands & bits) == bits) ((out += out.empty() ? "" : " ") += "--") += o.name;
  return out;
}

// "--output|-o"
std::string bash_pattern(const Option& option) {
  std::string out = joined({"--", option.name});
  if (option.letter != 0) (out += "|-") += option.letter;
  return out;
}

std::string zsh_action(Values values) {
  if (const std::string_view kind = asked_kind(values); !kind.empty()) return joined({"_rehab_ask ", kind});
  if (values == Values::file) return "_files";
  if (values == Values::folder) return "_files -/";
  if (values == Values::toml) return "_files -g \"*.toml\"";
  if (values == Values::part_time) return joined({"compadd -S \"\" - ", fixed_words(values)});
  const std::string words = fixed_words(values);
  return words.empty() ? " " : joined({"compadd - ", words});
}

// For a specification of _arguments, between single quotation marks.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : escaped(text, "[]:", '\\'))
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  return out;
}

// '(-o --output)'{-o,--output}'[help]:FILE:_files'
std::string zsh_option(const Option& option) {
  const std::string name = joined({"--", option.name});
  std::string out;
  if (option.letter == 0) {
    out = std::string("'") + (option.several ? "*" : "") + name;
  } else {
    const std::string letter = std::string("-") + option.letter;
    out = joined({"'(", letter, " ", name, ")'{", letter, ",", name, "}'"});
  }
  ((out += '[') += zsh_text(option.help)) += ']';
  if (option.value.empty()) return out += '\'';
  const std::string action = zsh_action(option.values);
  const bool list = option.several && option.values != Values::part_time && option.values != Values::range;
  ((out += ':') += zsh_text(option.value)) += ":";
  return (out += list ? joined({"_sequence ", action}) : action) += '\'';
}

constexpr std::string_view zsh_template = R"script(#compdef rehab
# rehab completion for zsh; in ~/.zshrc, after compinit: source <(rehab completion zsh)
_rehab_ask() {  # the kind stands among options for compadd
  local kind=${@[(r)(@KINDS@)]}
  local -a ids=(${(f)"$(rehab completion --values $kind 2>/dev/null)"})
  compadd "${(@)@:#$kind}" -a ids
}
_rehab() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a everywhere=(
@ROOT@  )
  _arguments -C $everywhere '(-): :->command' '(-)*:: :->operand'
  case $state in
    command)
      local -a names=(
@NAMES@      )
      _describe command names ;;
    operand)
      case $line[1] in
@COMMANDS@      esac ;;
  esac
}
if [[ $funcstack[1] == _rehab ]]; then _rehab "$@"; else compdef _rehab rehab; fi
)script";

std::string fish_quoted(std::string_view text) { return joined({"'", escaped(text, "\\'", '\\'), "'"}); }

// The end of a `complete` line: how values complete.
std::string fish_values(Values values, bool several) {
  std::string source;
  if (const std::string_view kind = asked_kind(values); !kind.empty()) source = joined({"rehab completion --values ", kind});
  if (source.empty() && !fixed_words(values).empty()) source = joined({"string split \" \" \"", fixed_words(values), "\""});
  if (values == Values::none) return " -f";
  if (values == Values::file) return " -r -F";
  if (values == Values::folder) return " -x -a '(__fish_complete_directories)'";
  if (values == Values::toml) return " -x -a '(__fish_complete_suffix .toml)'";
  if (source.empty()) return " -x";
  return several ? joined({" -x -a '(__fish_complete_list , \\'", source, "\\')'"}) : joined({" -x -a '(", source, ")'"});
}

}  // namespace

std::string_view asked_kind(Values values) {
  for (const auto& [kind, name] : asked_kinds)
    if (kind == values) return name;
  return {};
}

std::string bash_script() {
  std::string globals, rows, values;
  for (const Option& o : options()) {
    if (o.value.empty()) continue;
    if (o.commands == in_all) (globals += globals.empty() ? "" : "|") += bash_pattern(o);
    values += joined({"    ", bash_pattern(o), ") source=\"", bash_source(o.values), "\"", o.several ? " list=1" : "", " ;;\n"});
  }
  for (const Command& c : commands())
    rows += joined({"    ", c.name, ") options=\"", bash_options(c.bit), "\" source=\"", bash_source(c.operand_values), "\" ;;\n"});
  std::string script(bash_template);
  fill(script, "@GLOBALS@", globals);
  fill(script, "@COMMANDS@", rows);
  fill(script, "@ROOT@", bash_options(in_all));
  fill(script, "@NAMES@", command_names());
  fill(script, "@VALUES@", values);
  return script;
}

std::string zsh_script() {
  std::string root, names, rows;
  for (const Option& o : options())
    if (o.commands == in_all) root += joined({"    ", zsh_option(o), "\n"});
  for (const Command& c : commands()) {
    names += joined({"        '", c.name, ":", zsh_text(c.what), "'\n"});
    rows += joined({"        ", c.name, ")\n          _arguments $everywhere"});
    for (const Option& o : options())
      if (knows(c, o) && o.commands != in_all) rows += joined({" \\\n            ", zsh_option(o)});
    if (!c.operand.empty())
      rows += joined({" \\\n            '", c.operands_many ? "*" : "1", ":", c.operand, ":", zsh_action(c.operand_values), "'"});
    rows += " ;;\n";
  }
  std::string script(zsh_template);
  std::string asked;
  for (const auto& [kind, name] : asked_kinds) (asked += asked.empty() ? "" : "|") += name;
  fill(script, "@KINDS@", asked);
  fill(script, "@ROOT@", root);
  fill(script, "@NAMES@", names);
  fill(script, "@COMMANDS@", rows);
  return script;
}

std::string fish_script() {
  std::string out =
      "# rehab completion for fish; in ~/.config/fish/config.fish: rehab completion fish | source\ncomplete -c rehab -e\ncomplete "
      "-c rehab -f\n";
  for (const Command& c : commands()) {
    const std::string name(c.name);
    out += joined({"complete -c rehab -n 'not __fish_seen_subcommand_from ", command_names(), "' -a ", name, " -d ",
                   fish_quoted(c.what), "\n"});
    if (!c.operand.empty())
      out += joined({"complete -c rehab -n '__fish_seen_subcommand_from ", name, "'", fish_values(c.operand_values, false), "\n"});
  }
  for (const Option& o : options()) {
    out += "complete -c rehab";
    std::string names;
    for (const Command& c : commands())
      if (knows(c, o)) (names += ' ') += c.name;
    if (o.commands != in_all) out += joined({" -n '__fish_seen_subcommand_from", names, "'"});
    if (o.letter != 0) (out += " -s ") += o.letter;
    ((out += " -l ") += o.name) += fish_values(o.values, o.several);
    out += joined({" -d ", fish_quoted(o.help), "\n"});
  }
  return out;
}

}  // namespace app
