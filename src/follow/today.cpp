// What a day asks for, as places in the plan.
#include <algorithm>

#include "export/questions.hpp"
#include "export/standstill.hpp"
#include "follow/days.hpp"
#include "rehab/follow.hpp"

namespace rehab {
namespace {

using follow::day_of_phase;
using std::chrono::days;
using std::chrono::local_days;

class Teller {
 public:
  Teller(const Plan& plan, local_days date) : plan_(plan) { out_.date = date; }

  Today tell() {
    if (const std::vector<std::uint32_t> stops = open_stops(plan_, out_.date); !stops.empty()) out_.stop = stops.front();
    out_.span = follow::span_on(plan_, out_.date);
    find_sessions();
    out_.state = state();
    find_decisions();
    if (out_.state == Today::State::before_start || out_.state == Today::State::over) return std::move(out_);
    out_.screening = is_screening_day(out_.date);
    find_next_screening();
    if (out_.state == Today::State::halted) return std::move(out_);
    if (out_.span) find_tests();
    for (const Measure::Asked when : {Measure::Asked::session, Measure::Asked::morning, Measure::Asked::week})
      for (const Index<Measure> measure : asked_of(plan_, when)) out_.to_note.push_back(measure);
    return std::move(out_);
  }

 private:
  void find_sessions() {
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      const local_days date = plan_.sessions[i].date;
      const auto session = static_cast<std::uint32_t>(i);
      if (date == out_.date) out_.sessions.push_back(session);
      if (date <= out_.date) continue;
      if (!out_.next) out_.next = session;
      if (date < out_.date + days{7}) out_.ahead.push_back(session);
    }
  }

  Today::State state() const {
    if (out_.date < plan_.days.begin) return Today::State::before_start;
    if (out_.stop) return Today::State::halted;
    if (out_.date >= plan_.days.end) return Today::State::over;
    if (!out_.sessions.empty()) return Today::State::training;
    if (follow::is_paused(plan_, out_.date)) return Today::State::paused;
    if (follow::is_away(plan_, out_.date)) return Today::State::away;
    return Today::State::rest;
  }

  // What an entry decides stands under its own day and counts from its slot on: that of yesterday is new today.
  void find_decisions() {
    for (std::size_t i = 0; i < plan_.changes.size(); ++i) {
      const Change& change = plan_.changes[i];
      const bool yesterday = change.date + days{1} == out_.date && change.seen > Moment{change.date, Slot::waking};
      if (is_from_diary(change) && (yesterday || change.date == out_.date)) out_.decided.push_back(static_cast<std::uint32_t>(i));
    }
  }

  // The screening counts days from the plan's first, on which they were asked to begin with.
  bool is_screening_day(local_days date) const {
    if (date == plan_.days.begin) return false;
    const Screening& screening = plan_.catalog->screening;
    if (screening.every_days > 0 && (date - plan_.days.begin).count() % screening.every_days == 0) return true;
    return screening.at_each_phase &&
           std::any_of(plan_.phases.begin(), plan_.phases.end(), [date](const PhaseSpan& span) { return span.days.begin == date; });
  }

  void find_next_screening() {
    for (local_days date = out_.date + days{1}; date < plan_.days.end && !out_.screening_again; date += days{1})
      if (is_screening_day(date)) out_.screening_again = date;
  }

  // A gate is looked at when its phase's shortest time is over; what is asked there is tested on the last day of it, at the
  // earliest.
  void find_tests() {
    const PhaseSpan& span = plan_.phases[*out_.span];
    for (const Criterion& criterion : plan_.phase_of(span).move_on) add_test(span, criterion.measure);
    if (const Phase* next = next_phase(span))
      for (const Criterion& criterion : next->enter) add_test(span, criterion.measure);
    std::sort(out_.tests.begin(), out_.tests.end(),
              [](const TestDue& a, const TestDue& b) { return a.from != b.from ? a.from < b.from : a.measure < b.measure; });
  }

  const Phase* next_phase(const PhaseSpan& span) const {
    const std::vector<Phase>& phases = plan_.protocol().phases;
    for (std::size_t i = span.phase + std::size_t{1}; i < phases.size(); ++i)
      if (planned_days(phases[i], plan_.intake.severity)) return &phases[i];
    return nullptr;
  }

  void add_test(const PhaseSpan& span, Index<Measure> measure) {
    if (plan_.catalog[measure].asked != Measure::Asked::test) return;
    if (std::any_of(out_.tests.begin(), out_.tests.end(), [&](const TestDue& t) { return t.measure == measure; })) return;
    TestDue test{measure, day_of_phase(plan_, span, span.shortest - 1), last_done(span, measure)};
    if (test.last_done) {
      const std::optional<local_days> again = again_after(measure, *test.last_done);
      if (!again) return;
      test.from = std::max(test.from, *again);
    }
    if (test.from < out_.date + days{7}) out_.tests.push_back(test);
  }

  std::optional<local_days> last_done(const PhaseSpan& span, Index<Measure> measure) const {
    std::optional<local_days> last;
    for (const Entry* entry : follow::entries_of(plan_))
      for (const Reading& reading : entry->measured)
        if (reading.measure == plan_.catalog[measure].id && entry->date >= span.days.begin && entry->date <= out_.date)
          last = std::max(last.value_or(entry->date), entry->date);
    return last;
  }

  // When a test that was done is done again: after its own time; and before the end of a hold that came after it.
  std::optional<local_days> again_after(Index<Measure> measure, local_days done) const {
    std::optional<local_days> again;
    if (const std::optional<int> retest = plan_.catalog[measure].retest_days) again = done + days{*retest};
    for (const Change& change : plan_.changes) {
      if (change.rule != Change::Rule::held || change.phase != *out_.span || change.date < done || change.date > out_.date)
        continue;
      const local_days held = change.date + days{change.given - 1};
      again = std::min(again.value_or(held), held);
    }
    return again;
  }

  const Plan& plan_;
  Today out_;
};

}  // namespace

Today today(const Plan& plan, local_days date) { return Teller(plan, date).tell(); }

}  // namespace rehab
