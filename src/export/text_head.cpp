// The head of a plan: what it is, for whom, from when to when.
#include <algorithm>
#include <array>

#include "export/clauses.hpp"
#include "export/dates.hpp"
#include "export/decision.hpp"
#include "export/names.hpp"
#include "export/standstill.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"
#include "text/capital.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;

// All labels of the column of facts, here and in the phases.
constexpr std::array<Phrase, 15> fact_labels{"plan-for",  "plan-diary",   "plan-dates",    "plan-sessions", "plan-times",
                                             "plan-away", "plan-needs",   "plan-end",      "plan-cleared",  "plan-review",
                                             "plan-led",  "plan-studied", "plan-protocol", "phase-length",  "phase-pain"};

// By Side.
constexpr std::array<Phrase, 3> legs{"left-leg", "right-leg", "both-legs"};

void fact(const TextPage& page, Phrase label, std::string_view text) {
  if (!text.empty()) page.canvas.fact(page.words()[label], text, label_width(page.words()));
}

std::string whom(const TextPage& page) {
  const Words words = page.words();
  std::string out;
  wording::Clauses clauses(out, words.glue("list"));
  if (page.protocol().condition) clauses.next() += page.catalog()[page.protocol().condition].title;
  clauses.next() += name(words, page.severity());
  if (page.plan.intake.side) clauses.next() += words[legs[static_cast<std::size_t>(*page.plan.intake.side)]];
  return out;
}

std::string dates(const TextPage& page) {
  std::string out;
  append_full_days(out, page.words(), page.plan.days);
  out += page.words().glue("list");
  page.words().append(out, "weeks", {{"n", page.plan.weeks}});
  return out;
}

std::string session_count(const TextPage& page) {
  const Words words = page.words();
  const std::string sessions = words.say("session-count", {{"n", page.plan.sessions.size()}});
  std::int64_t least = INT64_MAX, most = 0;
  for (const Routine& routine : page.plan.routines) {
    least = std::min<std::int64_t>(least, routine.length.count());
    most = std::max<std::int64_t>(most, routine.length.count());
  }
  if (most == 0) return sessions;
  const auto minutes = [&](std::string& to) {
    if (least == most) return text::append_number(to, most);
    words.append(to, "minutes-between", {{"least", least}, {"most", most}});
  };
  return words.say("sessions-of-minutes", {{"n", most}, {"sessions", sessions}, {"minutes", minutes}});
}

// What the planned doses need, not what the protocol might; of a person who said what is there, nothing else: a rung that needs
// more has its substitute.
std::vector<bool> needed_equipment(const Plan& plan) {
  std::vector<bool> needed(plan.catalog->equipment.size(), false);
  const auto owned = [&](Index<Equipment> i) {
    const std::optional<std::vector<std::string>>& there = plan.intake.equipment;
    return !there || std::find(there->begin(), there->end(), plan.catalog[i].id) != there->end();
  };
  const auto add = [&](const std::vector<Index<Equipment>>& list) {
    for (const Index<Equipment> i : list)
      if (owned(i)) needed[i.value] = true;
  };
  for (const PlannedDose& dose : plan.doses) {
    add(plan.catalog[dose.exercise].equipment);
    if (dose.ladder) {
      const std::vector<PartialDose>& rungs = plan.protocol().ladders[*dose.ladder].rungs;
      for (std::size_t r = dose.rung; r < dose.last_rung && r < rungs.size(); ++r) add(plan.catalog[rungs[r].exercise].equipment);
    }
    if (dose.load && dose.load->kind == LoadName::Kind::named) add(plan.protocol().loads[dose.load->load].equipment);
  }
  return needed;
}

std::string equipment(const TextPage& page) {
  const Words words = page.words();
  const std::vector<bool> needed = needed_equipment(page.plan);
  std::string out;
  wording::Clauses clauses(out, words.glue("list-parts"));
  for (std::size_t i = 0; i < needed.size(); ++i)
    if (needed[i]) words.append_inside(clauses.next(), page.catalog()->equipment[i].title);
  return clauses.any() ? sentence(std::move(out)) : words.say("no-equipment");
}

std::string away(const TextPage& page) {
  std::string out;
  wording::Clauses clauses(out, page.words().glue("list-parts"));
  std::vector<DayRange> ranges = page.plan.intake.away;
  std::sort(ranges.begin(), ranges.end(), [](const DayRange& a, const DayRange& b) { return a.begin < b.begin; });
  for (const DayRange& range : ranges) {
    if (range.begin >= range.end || range.end <= page.plan.days.begin || range.begin >= page.plan.days.end) continue;
    append_days(clauses.next(), page.words(), range);
  }
  return out;
}

// The last day if every phase took so many days from its beginning.
local_days last_day(const TextPage& page, int PhaseSpan::*length) {
  int sum = 0;
  for (const PhaseSpan& span : page.plan.phases) sum += span.*length;
  return day_after(page.plan, std::min(sum, longest_plan)) - days{1};
}

std::string stopped_on(const TextPage& page) {
  local_days first = page.plan.days.end;
  for (const std::uint32_t stop : open_stops(page.plan)) first = std::min(first, page.plan.changes[stop].date);
  const auto day = [&](std::string& to) { append_day(to, page.words(), first); };
  return page.words().say("end-stopped", {{"day", day}});
}

// Of a plan that follows its diary the planner knows the ends.
std::string ends_now(const TextPage& page) {
  const Words words = page.words();
  const PhaseSpan& last = page.plan.phases.back();
  const auto day = [&words](local_days end) { return [&words, end](std::string& to) { append_day(to, words, end - days{1}); }; };
  const bool open = last.earliest_end != last.latest_end;
  std::string out;
  wording::Clauses sentences(out, words.glue("sentences"));
  words.append(sentences.next(), open ? Phrase("end-follows-between") : Phrase("end-follows"),
               {{"day", day(page.plan.days.end)}, {"earliest", day(last.earliest_end)}, {"latest", day(last.latest_end)}});
  if (open) sentences.next() += words["end-projection"];
  return out;
}

std::string ends(const TextPage& page) {
  if (page.plan.ending == Plan::Ending::stopped) return stopped_on(page);
  if (page.plan.as_of && !page.plan.phases.empty()) return ends_now(page);
  const local_days planned = page.plan.days.end - days{1};
  const local_days earliest = std::min(planned, last_day(page, &PhaseSpan::shortest));
  const local_days latest = std::max(planned, last_day(page, &PhaseSpan::longest));
  const Words words = page.words();
  const auto short_day = [&](local_days day) { return [&words, day](std::string& to) { append_day(to, words, day); }; };
  std::string out;
  wording::Clauses sentences(out, words.glue("sentences"));
  words.append(sentences.next(), earliest < planned ? Phrase("end-planned-earliest") : Phrase("end-planned"),
               {{"day", short_day(planned)}, {"earliest", short_day(earliest)}});
  if (latest > planned)
    words.append(sentences.next(), "end-latest", {{"latest", [&](std::string& to) { append_full_day(to, words, latest); }}});
  sentences.next() += words["end-projection"];
  return out;
}

std::string clearance(const TextPage& page) {
  if (!page.plan.intake.clearance) return {};
  const auto day = [&](std::string& to) { append_full_day(to, page.words(), page.plan.intake.clearance->on); };
  return page.words().say("cleared-on", {{"by", page.plan.intake.clearance->by}, {"day", day}});
}

std::string reviews(const TextPage& page) {
  const Words words = page.words();
  std::string out;
  wording::Clauses clauses(out, words.glue("list-and-on"));
  for (const local_days day : page.plan.reviews) append_full_day(clauses.next(), words, day);
  if (clauses.any()) words.wrap(out, 0, "review-on", "days");
  return out;
}

std::string diary(const TextPage& page) {
  if (!page.plan.as_of) return {};
  const auto moment = [&](std::string& to) { append_moment(to, page.words(), *page.plan.as_of); };
  return page.words().say("diary-known", {{"n", page.plan.revision}, {"moment", moment}});
}

std::string version_line(const TextPage& page) {
  std::string out = page.protocol().id;
  if (!page.protocol().version.empty()) (out += ' ') += page.protocol().version;
  return out;
}

}  // namespace

void print_title(const TextPage& page) {
  page.canvas.title(page.protocol().title);
  page.canvas.paragraph(page.protocol().summary);
  page.canvas.blank();
  page.canvas.paragraph(page.words()["disclaimer"], 0, Ink::caution);
}

void print_stop(const TextPage& page) {
  if (page.plan.ending != Plan::Ending::stopped) return;
  page.canvas.blank();
  print_stops(page.canvas, page.plan, open_stops(page.plan));
}

void print_facts(const TextPage& page) {
  page.canvas.heading(page.words()["section-plan"]);
  fact(page, "plan-for", whom(page));
  if (page.plan.weeks > 0) fact(page, "plan-dates", dates(page));  // 0: stopped before its first day
  fact(page, "plan-sessions", session_count(page));
  fact(page, "plan-diary", diary(page));
  if (!page.plan.intake.zone.empty()) fact(page, "plan-times", page.words().say("clock-of", {{"zone", page.plan.intake.zone}}));
  fact(page, "plan-away", away(page));
  fact(page, "plan-needs", equipment(page));
  fact(page, "plan-end", ends(page));
  fact(page, "plan-cleared", clearance(page));
  if (page.plan.intake.clearance) {
    for (const std::string& ask : page.protocol().clearance_asks) page.canvas.item(ask, label_width(page.words()), Ink::plain, "☐");
  }
  fact(page, "plan-review", reviews(page));
  if (page.protocol().supervision == Protocol::Supervision::clinician) fact(page, "plan-led", page.words()["led-by-clinician"]);
  fact(page, "plan-studied", page.protocol().population);
  fact(page, "plan-protocol", version_line(page));
}

std::string sentence(std::string words) {
  text::capitalize(words);
  return words;
}

std::string full_sentence(const Words& words, std::string clause) {
  return words.say("sentence", {{"text", sentence(std::move(clause))}});
}

std::size_t label_width(const Words& words, std::span<const Phrase> labels) {
  std::size_t most = 0;
  for (const Phrase label : labels) most = std::max(most, text::columns(words[label]));
  return most + 1;
}

std::size_t label_width(const Words& words) { return label_width(words, fact_labels); }

bool is_away(const Plan& plan, local_days date) {
  const auto covers = [date](const DayRange& range) { return range.begin <= date && date < range.end; };
  return std::any_of(plan.intake.away.begin(), plan.intake.away.end(), covers);
}

int plan_day_of(const Plan& plan, local_days date) {
  if (plan.protocol().away == Protocol::Away::drop) return static_cast<int>((date - plan.days.begin).count());
  int count = 0;
  for (local_days d = plan.days.begin; d < date; d += days{1}) count += is_away(plan, d) ? 0 : 1;
  return count;
}

local_days day_after(const Plan& plan, int plan_days) {
  if (plan.protocol().away == Protocol::Away::drop) return plan.days.begin + days{plan_days};
  local_days d = plan.days.begin;
  // Ends even where someone is away for ever.
  for (int left = plan_days, tries = 0; left > 0 && tries < 4000; ++tries, d += days{1}) left -= is_away(plan, d) ? 0 : 1;
  return d;
}

}  // namespace rehab
