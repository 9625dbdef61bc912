// The head of a plan: what it is, for whom, from when to when.
#include <algorithm>
#include <array>

#include "export/dates.hpp"
#include "export/names.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"
#include "text/capital.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;

// By Side.
constexpr std::array<std::string_view, 3> legs{"left leg", "right leg", "both legs"};

void fact(const TextPage& page, std::string_view label, std::string_view text) {
  if (!text.empty()) page.canvas.fact(label, text, label_width);
}

std::string whom(const TextPage& page) {
  std::string out;
  if (page.protocol().condition) out += page.catalog()[page.protocol().condition].title;
  if (!out.empty()) out += ", ";
  out += name(page.words(), page.severity());
  if (page.plan.intake.side) (out += ", ") += legs[static_cast<std::size_t>(*page.plan.intake.side)];
  return out;
}

std::string dates(const TextPage& page) {
  std::string out;
  append_full_days(out, page.words(), page.plan.days);
  return (out += ", ") += counted(page.plan.weeks, "week", "weeks");
}

std::string session_count(const TextPage& page) {
  std::string out = counted(static_cast<std::int64_t>(page.plan.sessions.size()), "session", "sessions");
  std::int64_t least = INT64_MAX, most = 0;
  for (const Routine& routine : page.plan.routines) {
    least = std::min<std::int64_t>(least, routine.length.count());
    most = std::max<std::int64_t>(most, routine.length.count());
  }
  if (most == 0) return out;
  out += " of about ";
  if (least != most) text::append_number(out, least), out += " to ";
  return out += counted(most, "minute", "minutes");
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
  const std::vector<bool> needed = needed_equipment(page.plan);
  std::string out;
  for (std::size_t i = 0; i < needed.size(); ++i) {
    if (!needed[i]) continue;
    if (!out.empty()) out += "; ";
    page.words().append_inside(out, page.catalog()->equipment[i].title);
  }
  return out.empty() ? "no equipment" : sentence(std::move(out));
}

std::string away(const TextPage& page) {
  std::string out;
  std::vector<DayRange> ranges = page.plan.intake.away;
  std::sort(ranges.begin(), ranges.end(), [](const DayRange& a, const DayRange& b) { return a.begin < b.begin; });
  for (const DayRange& range : ranges) {
    if (range.begin >= range.end || range.end <= page.plan.days.begin || range.begin >= page.plan.days.end) continue;
    if (!out.empty()) out += "; ";
    append_days(out, page.words(), range);
  }
  return out;
}

// The last day if every phase took so many days from its beginning.
local_days last_day(const TextPage& page, int PhaseSpan::*length) {
  int sum = 0;
  for (const PhaseSpan& span : page.plan.phases) sum += span.*length;
  return day_after(page.plan, std::min(sum, longest_plan)) - days{1};
}

std::string ends(const TextPage& page) {
  const local_days planned = page.plan.days.end - days{1};
  const local_days earliest = std::min(planned, last_day(page, &PhaseSpan::shortest));
  const local_days latest = std::max(planned, last_day(page, &PhaseSpan::longest));
  std::string out = "planned for ";
  append_day(out, page.words(), planned);
  out += ", if all goes well";
  if (earliest < planned) append_day(out += "; not before ", page.words(), earliest);
  out += ". ";
  if (latest > planned)
    append_full_day(out += "If you need longer it can stretch to ", page.words(), latest), out += ": see a clinician before that. ";
  return out += "This is a projection, not a promise: what you can do decides, not the calendar.";
}

std::string clearance(const TextPage& page) {
  if (!page.plan.intake.clearance) return {};
  std::string out = page.plan.intake.clearance->by;
  append_full_day(out += ", on ", page.words(), page.plan.intake.clearance->on);
  return out;
}

std::string reviews(const TextPage& page) {
  std::string out;
  for (const local_days day : page.plan.reviews)
    append_full_day(out += out.empty() ? "a clinician looks on " : " and on ", page.words(), day);
  return out;
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

void print_facts(const TextPage& page) {
  page.canvas.heading("Your plan");
  fact(page, "For", whom(page));
  fact(page, "Dates", dates(page));
  fact(page, "Sessions", session_count(page));
  if (!page.plan.intake.zone.empty()) fact(page, "Times", "clock of " + page.plan.intake.zone);
  fact(page, "Away", away(page));
  fact(page, "You need", equipment(page));
  fact(page, "End", ends(page));
  fact(page, "Cleared by", clearance(page));
  if (page.plan.intake.clearance) {
    for (const std::string& ask : page.protocol().clearance_asks) page.canvas.item(ask, label_width, Ink::plain, "☐");
  }
  fact(page, "Review", reviews(page));
  if (page.protocol().supervision == Protocol::Supervision::clinician)
    fact(page, "Led by", "a clinician; do not follow it on your own");
  fact(page, "Studied in", page.protocol().population);
  fact(page, "Protocol", version_line(page));
}

std::string sentence(std::string words) {
  text::capitalize(words);
  return words;
}

std::string counted(std::int64_t n, std::string_view one, std::string_view many) {
  std::string out;
  text::append_number(out, n);
  out += ' ';
  return out += n == 1 ? one : many;
}

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
