#include "log_talk.hpp"

#include <algorithm>

#include "library.hpp"
#include "questions.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;
constexpr int strong_pain = 5;  // above it a session's red flag asks whether it stays

Diagnostic caution(std::string_view message, std::string_view hint) {
  Diagnostic warning = usage("diary", "", message, hint);
  warning.level = rehab::Level::warning;
  return warning;
}

// "  pop: Did something pop, or did a severe pain start suddenly?"
std::string questions_of_a_session(const rehab::Plan& plan) {
  std::string out;
  for (const rehab::RedFlag& flag : plan.catalog->red_flags)
    if (flag.moment == rehab::RedFlag::Moment::session && flag.concerns(plan.protocol().condition)) {
      out += "  ";
      append_wrapped(out, joined({flag.id, ": ", flag.ask}), 2, talk_width);
    }
  return out;
}

bool is_stopped(const rehab::Plan& plan) { return plan.ending == rehab::Plan::Ending::stopped; }

bool tells_of_training(const rehab::Entry& entry) {
  const bool done = entry.done && *entry.done != rehab::Done::none;
  return done || entry.pain || !entry.sets_done.empty();
}

Diagnostic of_a_plan_that_is_over(const rehab::Entry& entry) {
  if (!entry.cleared_by.empty())
    return caution("the plan has ended; a clearance does not make it go on", "begin a new case with `rehab start`");
  return caution("the plan has ended; the entry is kept, and changes nothing", "to go on, begin a new case with `rehab start`");
}

}  // namespace

void tell_red_flags(const Arguments& arguments, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  const rehab::Catalog catalog = catalog_at_hand(arguments);
  std::string out;
  for (const rehab::RedFlag& flag : catalog->red_flags)
    if (std::find(ids.begin(), ids.end(), flag.id) != ids.end()) out += joined({what_to_do(flag, color_for_talk(arguments)), "\n"});
  if (!out.empty()) tell(out);
}

void tell_stops(const Arguments& arguments, const rehab::Comparison& comparison) {
  const rehab::Plan& plan = comparison.after;
  std::string out;
  for (const std::uint32_t reason : comparison.reasons) {
    const rehab::Change& change = plan.changes[reason];
    const bool now = change.rule == rehab::Change::Rule::stopped && plan.as_of && change.seen <= *plan.as_of;
    if (!now || change.cause == rehab::Change::Cause::red_flag) continue;
    const std::string say = change.limit ? rehab::limit_of(plan.protocol(), *change.limit).say : std::string();
    out += joined({stop_sign("Do not train until a clinician has looked.", say, color_for_talk(arguments)), "\n"});
  }
  if (!out.empty()) tell(out);
}

void ask_about_strong_pain(const rehab::Plan& plan, const rehab::Entry& entry) {
  if (entry.pain.value_or(0) <= strong_pain || !entry.red_flags.empty()) return;
  tell(joined(
      {"That is strong pain. Is one of these so? Then stop, and log it with `--red-flag`:\n", questions_of_a_session(plan), "\n"}));
}

std::vector<Diagnostic> cautions(const rehab::Comparison& comparison, const rehab::Entry& entry, std::chrono::local_days today) {
  std::vector<Diagnostic> out;
  if (is_stopped(comparison.before) && is_stopped(comparison.after) && entry.red_flags.empty() && tells_of_training(entry))
    out.push_back(
        caution("the plan is stopped: do not train until a clinician has looked", "once one has, log it: `--cleared-by WHO`"));
  if (rehab::today(comparison.after, today).state == rehab::Today::State::over) out.push_back(of_a_plan_that_is_over(entry));
  return out;
}

}  // namespace app
