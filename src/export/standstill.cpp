#include "export/standstill.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;

// In the order in which things became known.
bool is_before(const Change& a, const Change& b) { return std::pair(a.date, a.seen) < std::pair(b.date, b.seen); }

RedFlag::Urgency urgency_of(const Plan& plan, const Change& stop) {
  return stop.red_flag ? plan.catalog->red_flags[stop.red_flag.value].urgency : RedFlag::Urgency::soon;
}

bool is_same_stop(const Change& a, const Change& b) { return a.cause == b.cause && a.red_flag == b.red_flag && a.limit == b.limit; }

// The last day of a break or a rest, or a day that has no session for another reason.
local_days last_day_of(const Change& change) {
  if (change.rule == Change::Rule::rested) return change.date + days{change.given / 24};
  return change.date + days{change.given};
}

bool is_rest(const Change& change) {
  const bool again = change.rule == Change::Rule::restarted || change.rule == Change::Rule::stepped_back;
  return change.given > 0 && (change.rule == Change::Rule::rested || again);
}

bool ends_early(const Change& change) { return change.rule == Change::Rule::cut_short || change.rule == Change::Rule::ended_unmet; }

bool covers(const Change& change, local_days date) { return change.date <= date && date <= last_day_of(change); }

void print_act(Canvas& canvas, const Plan& plan, const Change& stop) {
  canvas.item(wording::headline(words_of(plan.catalog), urgency_of(plan, stop)), 2, Ink::bold, "!");
  if (stop.red_flag) canvas.item(plan.catalog->red_flags[stop.red_flag.value].act, 2, Ink::plain, "→");
  if (stop.limit) canvas.item(limit_of(plan.protocol(), *stop.limit).say, 2, Ink::plain, "→");
}

}  // namespace

std::vector<std::uint32_t> open_stops(const Plan& plan, local_days date) {
  const Change* cleared = nullptr;
  for (const Change& change : plan.changes)
    if (change.rule == Change::Rule::cleared && change.date <= date && (!cleared || is_before(*cleared, change))) cleared = &change;
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < plan.changes.size(); ++i) {
    const Change& change = plan.changes[i];
    if (change.rule != Change::Rule::stopped || change.date > date || (cleared && !is_before(*cleared, change))) continue;
    const auto same = [&](std::uint32_t other) { return is_same_stop(plan.changes[other], change); };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(static_cast<std::uint32_t>(i));
  }
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    return urgency_of(plan, plan.changes[a]) < urgency_of(plan, plan.changes[b]);
  });
  return out;
}

std::vector<std::uint32_t> open_stops(const Plan& plan) {
  if (plan.ending != Plan::Ending::stopped) return {};
  return open_stops(plan, local_days::max());
}

bool is_finished(const Plan& plan) {
  return plan.ending != Plan::Ending::stopped && std::none_of(plan.changes.begin(), plan.changes.end(), ends_early);
}

void print_early_end(Canvas& canvas, const Plan& plan) {
  for (const Change& change : plan.changes)
    if (ends_early(change)) canvas.paragraph(describe(plan, change));
}

void print_stops(Canvas& canvas, const Plan& plan, const std::vector<std::uint32_t>& stops) {
  const Words words = words_of(plan.catalog);
  canvas.item(words["follow-halted"], 0, Ink::danger, "!");
  for (const std::uint32_t i : stops) {
    canvas.paragraph(describe(plan, plan.changes[i]), 2);
    print_act(canvas, plan, plan.changes[i]);
  }
  canvas.blank();
  canvas.paragraph(words["follow-once-cleared"]);
}

std::string why_no_session(const Plan& plan, local_days date) {
  const Words words = words_of(plan.catalog);
  const auto made_by = [&](auto wanted) {
    const auto is_its = [&](const Change& change) { return wanted(change) && covers(change, date); };
    const auto found = std::find_if(plan.changes.rbegin(), plan.changes.rend(), is_its);
    return found == plan.changes.rend() ? nullptr : &*found;
  };
  if (is_away(plan, date)) return std::string(words["follow-away"]);
  if (made_by([](const Change& c) { return c.rule == Change::Rule::paused; })) return std::string(words["follow-paused"]);
  const Change* rest = made_by(is_rest);
  if (!rest) return std::string(words["rest-day"]);
  std::string out = words.say("sentences", {{"a", words["no-session"]}, {"b", describe(plan, *rest)}});
  if (rest->limit) words.wrap(out, 0, "sentences", "a", {{"b", std::string_view(limit_of(plan.protocol(), *rest->limit).say)}});
  return out;
}

std::uint64_t resting_since_today(const Plan& plan, const Session& session) {
  if (!plan.as_of || plan.as_of->date != session.date || slot_of(session.part) > plan.as_of->slot) return 0;
  if (session.done || session.pain) return 0;
  std::uint64_t out = 0;
  for (const Change& change : plan.changes) {
    if (change.date != session.date) continue;
    const bool is_break = change.rule == Change::Rule::paused || change.rule == Change::Rule::stopped;
    if (is_rest(change)) out |= change.workouts;
    if (is_break || (is_rest(change) && change.rule != Change::Rule::rested && change.workouts == 0)) out = ~std::uint64_t{0};
  }
  return out & plan.routine_of(session).workouts;
}

}  // namespace rehab
