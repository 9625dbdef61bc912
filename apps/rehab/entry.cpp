#include "entry.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "machine.hpp"
#include "nearest.hpp"
#include "report.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using Problems = std::vector<rehab::Diagnostic>;
using rehab::Moment;
using rehab::Slot;

// "one-leg-heel-raise=12" as its two halves; none: there is no =, or nothing on one side of it.
std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view item) {
  const std::size_t equals = item.find('=');
  if (equals == 0 || equals == std::string_view::npos || equals + 1 == item.size()) return {};
  return std::pair{trimmed(item.substr(0, equals)), trimmed(item.substr(equals + 1))};
}

std::vector<Answer> read_answers(ValueReader& read) {
  std::vector<Answer> answers;
  for (const std::string_view item : read.items(Opt::measured)) {
    const auto parts = halves(item);
    const std::optional<Answer> answer = parts ? read_answer(parts->first, parts->second) : std::nullopt;
    if (answer) {
      answers.push_back(*answer);
    } else {
      read.complain(Opt::measured,
                    joined({"`--measured ", shown(trimmed(item.substr(0, item.find('=')))), "` has no value that can be read"}),
                    "write a number, two with a slash, yes or no: one-leg-heel-raise=12/25");
    }
  }
  return answers;
}

std::vector<rehab::SetsDone> read_sets(ValueReader& read) {
  constexpr int most_sets = 100;
  std::vector<rehab::SetsDone> sets;
  for (const std::string_view item : read.items(Opt::sets_done)) {
    const auto parts = halves(item);
    const std::optional<int> number = parts ? whole_number(parts->second) : std::nullopt;
    if (number && *number <= most_sets) {
      sets.push_back({std::string(parts->first), *number});
    } else {
      read.complain(Opt::sets_done,
                    joined({"`--sets-done ", shown(trimmed(item.substr(0, item.find('=')))), "` has no number from 0 to 100"}),
                    "write the exercise and how many sets of it were done, as ankle-pumps=2");
    }
  }
  return sets;
}

// An entry answers each question once.
void check_twice(Opt id, const std::vector<std::string_view>& names, ValueReader& read) {
  for (auto it = names.begin(); it != names.end(); ++it)
    if (std::count(names.begin(), it, *it) == 1)
      read.complain(id, joined({ticked(*it), " is given twice in `--", option(id).name, "`"}), "keep one of them");
}

void check_each_once(const Said& said, ValueReader& read) {
  std::vector<std::string_view> measures, exercises;
  for (const Answer& answer : said.answers) measures.push_back(answer.reading.measure);
  for (const rehab::SetsDone& sets : said.entry.sets_done) exercises.push_back(sets.exercise);
  check_twice(Opt::measured, measures, read);
  check_twice(Opt::sets_done, exercises, read);
}

bool is_of_a_session(const rehab::Entry& entry) { return entry.done || entry.pain || !entry.sets_done.empty(); }

// The slots in which that day has sessions, in order.
std::vector<Slot> slots_of(const rehab::Plan& plan, std::chrono::local_days date) {
  std::vector<Slot> slots;
  for (const rehab::Session& session : plan.sessions)
    if (session.date == date) slots.push_back(rehab::slot_of(session.part));
  return slots;
}

// Where nothing is said: waking for the morning's questions; of an earlier day the whole of it; today the last session whose time
// has come, or, if it was done, the first, ahead of its time; else now.
Slot usual_slot(const rehab::Entry& entry, const rehab::Plan& plan, Moment now) {
  if (is_of_the_morning(plan.catalog, entry)) return Slot::waking;
  if (entry.date != now.date) return Slot::bedtime;
  if (!is_of_a_session(entry)) return now.slot;
  std::optional<Slot> slot;
  for (const Slot s : slots_of(plan, entry.date))
    if (s <= now.slot || (!slot && entry.done)) slot = s;
  return slot.value_or(now.slot);
}

// The library does not repeat what stands in a diary; a word that was just typed may be told.
void check_red_flags(const rehab::Catalog& catalog, const std::vector<std::string>& ids, Problems& problems) {
  std::vector<std::string_view> known;
  for (const rehab::RedFlag& flag : catalog->red_flags) known.push_back(flag.id);
  for (const std::string& id : ids) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    const std::string_view near = nearest(id, known);
    problems.push_back(
        usage("diary", "--red-flag", joined({"there is no red flag ", ticked(id)}),
              joined({near.empty() ? "" : joined({"write ", ticked(near), "; "}), "`rehab list red-flags` names them all"})));
  }
}

bool is_placed(const rehab::Plan& plan, Moment moment) {
  const std::vector<Slot> slots = slots_of(plan, moment.date);
  return std::find(slots.begin(), slots.end(), moment.slot) != slots.end();
}

// When it becomes known: now, but never before what is lived already, for that does not move.
Moment known_at(const rehab::Entry& entry, const rehab::Plan& plan, Moment now) {
  return is_urgent(entry) ? now : std::max(now, plan.as_of.value_or(now));
}

}  // namespace

bool is_urgent(const rehab::Entry& entry) { return !entry.red_flags.empty() || !entry.cleared_by.empty(); }

bool tells_nothing(const Said& said) {
  const rehab::Entry& entry = said.entry;
  return !entry.done && !entry.pain && said.answers.empty() && entry.sets_done.empty() && entry.red_flags.empty() &&
         entry.cleared_by.empty() && !entry.pause_until && entry.note.empty();
}

std::optional<Answer> read_answer(std::string_view id, std::string_view text) {
  const std::string word = lower_case(text);
  if (word == "yes" || word == "no") return Answer{{std::string(id), word == "yes" ? 1.0 : 0.0, {}}, true};
  const std::size_t slash = text.find('/');
  const std::optional<double> value = decimal_number(text.substr(0, slash));
  if (!value) return {};
  if (slash == std::string_view::npos) return Answer{{std::string(id), *value, {}}};
  const std::optional<double> other = decimal_number(text.substr(slash + 1));
  return other ? std::optional(Answer{{std::string(id), *value, other}}) : std::nullopt;
}

void check_answers(const rehab::Catalog& catalog, const std::vector<Answer>& answers, Problems& problems) {
  for (const Answer& answer : answers)
    for (const rehab::Measure& measure : catalog->measures)
      if (answer.word && measure.id == answer.reading.measure && measure.unit != rehab::Measure::Unit::yes_no)
        problems.push_back(usage("value", "--measured",
                                 joined({ticked(measure.id), " is answered with a number, not with yes or no"}),
                                 joined({"write ", measure.id, "=NUMBER"})));
}

Said read_said(const Arguments& arguments, Problems& problems) {
  constexpr int most_pain = 10;
  ValueReader read(arguments, problems);
  Said said;
  said.date = read.date(Opt::entry_date);
  if (const auto slot = read.choice(Opt::part, "part of the day")) said.slot = static_cast<Slot>(*slot);
  if (const auto done = read.choice(Opt::done, "answer")) said.entry.done = static_cast<rehab::Done>(*done);
  said.entry.pain = read.number(Opt::pain, 0, most_pain);
  said.answers = read_answers(read);
  if (const auto pain = read.number(Opt::pain_next_morning, 0, most_pain))
    said.answers.push_back({{std::string(option(Opt::pain_next_morning).name), static_cast<double>(*pain), {}}});
  said.entry.sets_done = read_sets(read);
  said.entry.red_flags = read.names(Opt::entry_red_flag);
  said.entry.cleared_by = trimmed(arguments.value(Opt::entry_cleared_by).value_or(""));
  said.entry.pause_until = read.date(Opt::pause_until);
  said.entry.note = arguments.value(Opt::note).value_or("");
  for (const Answer& answer : said.answers) said.entry.measured.push_back(answer.reading);
  check_each_once(said, read);
  if (problems.empty() && tells_nothing(said) && !arguments.has(Opt::entry_red_flag))
    problems.push_back(usage("value", "--done", "nothing is told", "add what happened, as `--done all --pain 2`"));
  return said;
}

bool is_of_the_morning(const rehab::Catalog& catalog, const rehab::Entry& entry) {
  const auto morning = [&](const rehab::Reading& reading) {
    return std::any_of(catalog->measures.begin(), catalog->measures.end(), [&](const rehab::Measure& measure) {
      return measure.id == reading.measure && measure.asked == rehab::Measure::Asked::morning;
    });
  };
  return !is_of_a_session(entry) && entry.red_flags.empty() && entry.cleared_by.empty() && !entry.pause_until &&
         !entry.measured.empty() && std::all_of(entry.measured.begin(), entry.measured.end(), morning);
}

Moment moment_of(const rehab::Case& intake, std::chrono::sys_seconds now) {
  const std::chrono::local_seconds local = local_time_in(intake.zone, now);
  const std::chrono::local_days date = std::chrono::floor<std::chrono::days>(local);
  Moment moment{date, Slot::waking};
  for (std::size_t part = 0; part < intake.times.size(); ++part)
    if (intake.times[part] && *intake.times[part] <= local - date) moment.slot = rehab::slot_of(static_cast<rehab::Part>(part));
  return moment;
}

rehab::Entry entry_of(const Said& said, const rehab::Plan& plan, Moment now, Problems& problems) {
  rehab::Entry entry = said.entry;
  entry.date = said.date.value_or(now.date);
  entry.slot = said.slot.value_or(usual_slot(entry, plan, now));
  if (is_urgent(entry) && entry.date == now.date) entry.slot = std::min(entry.slot, now.slot);
  const Moment known = known_at(entry, plan, now);
  check_red_flags(plan.catalog, entry.red_flags, problems);
  const bool early = entry.date == now.date && is_of_a_session(entry) && is_placed(plan, entry.moment());
  if (entry.date > now.date || (entry.moment() > known && !early))
    problems.push_back(usage("diary", entry.date > now.date ? "--date" : "--part",
                             entry.date > now.date ? "the entry lies in the future" : "that part of the day has not come yet",
                             "log what has happened; `rehab plan --what-if` shows what something would change"));
  if (entry.moment() < known) entry.logged = known;
  return entry;
}

}  // namespace app
