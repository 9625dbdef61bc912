#include "what_if.hpp"

#include <algorithm>
#include <array>

#include "arguments.hpp"
#include "entry.hpp"
#include "machine.hpp"
#include "own_case.hpp"
#include "rehab/follow.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

constexpr std::string_view as_this = "write WHAT=VALUE on DATE, as 'pain=6 on 2026-12-10' or 'done=none on 2026-12-10 evening'";

// The words of one item, without the blanks between them.
std::vector<std::string_view> words_of(std::string_view item) {
  std::vector<std::string_view> words;
  for (std::string_view rest = trimmed(item); !rest.empty();) {
    const std::size_t blank = std::min(rest.find(' '), rest.size());
    words.push_back(rest.substr(0, blank));
    rest = trimmed(rest.substr(blank));
  }
  return words;
}

template <class Names>
std::optional<std::size_t> place_in(const Names& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), lower_case(word));
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

// "pain=6"; false: it cannot be read.
bool take_what(std::string_view word, rehab::Entry& entry, std::vector<Answer>& answers) {
  constexpr int most_pain = 10;
  const std::size_t equals = word.find('=');
  if (equals == 0 || equals == std::string_view::npos) return false;
  const std::string_view what = word.substr(0, equals), value = word.substr(equals + 1);
  if (what == "pain") {
    entry.pain = whole_number(value);
    return entry.pain && *entry.pain <= most_pain;
  }
  if (what == "done") {
    const auto done = place_in(rehab::done_names, value);
    if (done) entry.done = static_cast<rehab::Done>(*done);
    return done.has_value();
  }
  if (what == "red-flag") return entry.red_flags.emplace_back(value), !value.empty();
  const std::optional<Answer> answer = read_answer(what, value);
  if (!answer) return false;
  answers.push_back(*answer);
  entry.measured.push_back(answer->reading);
  return true;
}

// None: it cannot be read, and that is a problem.
std::optional<rehab::Entry> read_one(std::string_view item, const rehab::Catalog& catalog, ValueReader& read,
                                     std::vector<rehab::Diagnostic>& problems) {
  const std::vector<std::string_view> words = words_of(item);
  rehab::Entry entry;
  std::vector<Answer> answers;
  const bool shaped = (words.size() == 3 || words.size() == 4) && words[1] == "on" && take_what(words[0], entry, answers);
  const std::optional<std::size_t> slot = words.size() == 4 ? place_in(rehab::slot_names, words[3]) : std::nullopt;
  if (!shaped || (words.size() == 4 && !slot)) {
    read.complain(Opt::what_if, "what stands in `--what-if` cannot be read", std::string(as_this));
    return {};
  }
  const std::optional<std::chrono::local_days> date = read.date(Opt::what_if, words[2]);
  if (!date) return {};
  entry.date = *date;
  entry.slot = slot                                ? static_cast<rehab::Slot>(*slot)
               : is_of_the_morning(catalog, entry) ? rehab::Slot::waking
                                                   : rehab::Slot::bedtime;
  check_answers(catalog, answers, problems);
  return entry;
}

// What lies behind becomes known now, as if it were logged: what is lived does not move.
std::vector<rehab::Entry> as_logged(std::vector<rehab::Entry> entries, const rehab::Case& intake) {
  const rehab::Moment clock = moment_of(intake, now());
  rehab::Moment lived = clock;
  for (const rehab::Entry& entry : intake.diary) lived = std::max(lived, entry.known());
  for (rehab::Entry& entry : entries)
    if (const rehab::Moment known = is_urgent(entry) ? clock : lived; entry.moment() < known) entry.logged = known;
  std::stable_sort(entries.begin(), entries.end(),
                   [](const rehab::Entry& a, const rehab::Entry& b) { return a.known() < b.known(); });
  return entries;
}

}  // namespace

std::vector<rehab::Entry> read_what_if(const Arguments& arguments, const rehab::Catalog& catalog,
                                       std::vector<rehab::Diagnostic>& problems) {
  ValueReader read(arguments, problems);
  std::vector<rehab::Entry> entries;
  for (const std::string_view item : read.items(Opt::what_if))
    if (std::optional<rehab::Entry> entry = read_one(item, catalog, read, problems)) entries.push_back(std::move(*entry));
  return entries;
}

int put_what_if(const Arguments& arguments, const OwnCase& own, const std::vector<rehab::Entry>& entries, bool json, int width) {
  rehab::Case with = own.file.intake;
  const std::vector<rehab::Entry> told = as_logged(entries, with);
  rehab::Moment first = told.front().known();
  if (!is_urgent(told.front()))
    for (const rehab::Entry& entry : with.diary) first = std::max(first, entry.known());
  with.diary.insert(with.diary.end(), told.begin(), told.end());
  const rehab::Result<rehab::Plan> before = rehab::make_plan(own.catalog, own.file.intake, first);
  if (!before) return report(arguments, before.diagnostics), exit_code(before.diagnostics);
  const rehab::Result<rehab::Plan> after = rehab::make_plan(own.catalog, with);
  report(arguments, after.diagnostics);
  if (!after) return exit_code(after.diagnostics);
  const rehab::Comparison comparison = rehab::compare(*before, *after);
  if (!arguments.has(Opt::quiet)) tell("nothing is saved; if that happened:\n");
  return put(arguments, json ? rehab::comparison_json(comparison)
                             : rehab::comparison_text(comparison, width, color_for_data(arguments), true));
}

}  // namespace app
