#include "plan/intake.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "plan/diary.hpp"
#include "plan/ids.hpp"
#include "protocol/report.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rehab::plan {

using protocol::joined;
using protocol::listed;
using protocol::quote;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

constexpr std::size_t most_away = 1000;
constexpr local_days first_start = day(1970, 1, 1);
constexpr local_days last_start = day(9998, 12, 31);

constexpr std::string_view have_it_cleared = "have a clinician look, then say who cleared the plan and when";

// To be read after a flag's title.
constexpr std::array<std::string_view, urgency_names.size()> urgency_words{"an emergency", "to be seen today", "urgent",
                                                                           "to be seen soon"};

bool can_be_printed(local_days date) { return date >= day(0, 1, 1) && date <= day(9999, 12, 31); }

std::string words(local_days date) {
  std::string out;
  if (can_be_printed(date)) {
    text::append_date(out, date);
  } else {
    out = "a day beyond the calendar";
  }
  return out;
}

std::string words(minutes since_midnight) {
  std::string out;
  text::append_time(out, since_midnight);
  return out;
}

std::string words(std::size_t number) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(number));
  return out;
}

// The text of a card as a part of a hint.
std::string_view without_stop(std::string_view text) { return text.substr(0, text.size() - (text.ends_with('.') ? 1 : 0)); }

class IntakeCheck {
 public:
  IntakeCheck(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics)
      : catalog_(catalog), intake_(intake), diagnostics_(diagnostics), before_(diagnostics.size()) {}

  const Protocol* run() {
    const Protocol* protocol = find_protocol();
    if (protocol) severity(*protocol);
    identity();
    start();
    days();
    times();
    away();
    if (intake_.equipment) known("equipment", "equipment", "equipment", *intake_.equipment, catalog_->equipment);
    known("tag", "tags", "tag", intake_.tags, catalog_->tags);
    known("red-flag", "red_flags", "red flag", intake_.red_flags, catalog_->red_flags);
    if (protocol) optional_workouts(*protocol);
    clearance();
    red_flags();
    if (protocol) persons(*protocol);
    if (protocol) both_sides(*protocol);
    if (intake_.age && (*intake_.age < 0 || *intake_.age > 120))
      wrong("age", "age", "the age lies outside of 0 to 120 years", "give the age in years, or leave it out");
    check_diary(catalog_, intake_, diagnostics_);
    return diagnostics_.size() == before_ ? protocol : nullptr;
  }

 private:
  void wrong(std::string_view code, std::string_view key, std::string message, std::string hint) {
    diagnostics_.push_back(
        {Level::error, Area::intake, std::string(code), "", 0, 0, std::string(key), std::move(message), std::move(hint)});
  }
  void refuse(std::string_view code, std::string_view key, std::string message, std::string hint) {
    diagnostics_.push_back(
        {Level::error, Area::refused, std::string(code), "", 0, 0, std::string(key), std::move(message), std::move(hint)});
  }

  template <class T>
  void known(std::string_view code, std::string_view key, std::string_view what, const std::vector<std::string>& ids,
             const std::vector<T>& entries) {
    for (const std::string& id : ids) {
      if (std::ranges::find(entries, id, &T::id) != entries.end()) continue;
      std::vector<std::string_view> names;
      for (const T& entry : entries) names.push_back(entry.id);
      wrong(code, key, joined({"there is no ", what, " ", quote(id)}), choice_hint(id, names));
    }
  }

  const Protocol* find_protocol() {
    const Protocol* protocol = catalog_.find(intake_.protocol);
    if (!protocol) {
      std::vector<std::string_view> names;
      for (const Protocol& p : catalog_->protocols) names.push_back(p.id);
      wrong("protocol", "protocol", joined({"there is no protocol ", quote(intake_.protocol)}),
            choice_hint(intake_.protocol, names));
    }
    return protocol;
  }

  void severity(const Protocol& protocol) {
    const auto& offer = protocol.severity[static_cast<std::size_t>(intake_.severity)];
    const std::string_view asked = name(intake_.severity);
    if (!offer) {
      std::vector<std::string_view> offered;
      for (const Severity s : severities) {
        const auto& other = protocol.severity[static_cast<std::size_t>(s)];
        if (other && other->weeks) offered.push_back(name(s));
      }
      return wrong("severity", "severity", joined({quote(protocol.id), " has no plan for severity ", asked}),
                   joined({"choose one of ", listed(offered)}));
    }
    if (!offer->weeks) {
      return refuse("refer", "severity", joined({quote(protocol.id), " makes no plan for severity ", asked}),
                    std::string(without_stop(offer->refer)));
    }
    if (intake_.clearance || !needs_clearance(catalog_, protocol, intake_.severity)) return;
    std::string hint(have_it_cleared);
    for (const std::string& ask : protocol.clearance_asks) (hint += "; ") += ask;
    refuse("clearance", "clearance", joined({quote(protocol.id), " at severity ", asked, " needs a clinician's clearance"}),
           std::move(hint));
  }

  void identity() {
    text::Uuid id{};
    if (!intake_.id.empty() && !text::parse_uuid(intake_.id, id)) {
      wrong("id", "id", "the case's id is not a uuid",
            "use 32 hexadecimal digits like 7c9e6679-7425-40de-944b-e07fc1f90ae7, never a name");
    }
  }

  void start() {
    if (intake_.start >= first_start && intake_.start <= last_start) return;
    if (intake_.start == not_given) return wrong("start", "start", "no start is given", "name the first day of the plan");
    wrong("start", "start", joined({"the start, ", words(intake_.start), ", lies outside of the years 1970 to 9998"}),
          "choose a start from 1970-01-01 to 9998-12-31");
  }

  void days() {
    if (intake_.days.empty()) wrong("days", "days", "no day of the week is free", "name at least one day");
  }

  void times() {
    constexpr minutes a_day{24 * 60};
    std::optional<std::size_t> before;
    for (std::size_t part = 0; part < intake_.times.size(); ++part) {
      if (!intake_.times[part]) continue;
      const minutes time = *intake_.times[part];
      if (time < minutes{0} || time >= a_day) {
        wrong("time", "times", joined({"the time of ", part_names[part], " lies outside of the day"}),
              "give it a time from 00:00 to 23:59");
        continue;
      }
      if (before && time <= *intake_.times[*before]) {
        wrong("time", "times",
              joined({part_names[part], " at ", words(time), " is not later than ", part_names[*before], " at ",
                      words(*intake_.times[*before])}),
              "give the parts of the day rising times");
      }
      before = part;
    }
    const bool none = std::ranges::none_of(intake_.times, [](const auto& time) { return time.has_value(); });
    if (none) wrong("time", "times", "no part of the day has a time", "give at least one part a time");
  }

  void away() {
    if (intake_.away.size() > most_away) {
      return wrong("away", "away", joined({words(intake_.away.size()), " ranges of days away; at most 1000 are read"}),
                   "join those that touch");
    }
    for (const DayRange& range : intake_.away) {
      if (range.begin < range.end) continue;
      const local_days last = range.end > local_days::min() ? range.end - std::chrono::days{1} : range.end;
      wrong("away", "away", joined({"days away from ", words(range.begin), " to ", words(last), " end before they begin"}),
            "write the earlier day first");
    }
  }

  // Both sides at once is one of the signs of an illness behind the pain, and most exercises count on a sound leg.
  void both_sides(const Protocol& protocol) {
    if (intake_.side != Side::both || intake_.clearance || catalog_[protocol.condition].often_both_sides) return;
    refuse("both-sides", "side", "both sides are injured; that needs a clinician's clearance", std::string(have_it_cleared));
  }

  // Workouts that the protocol leaves to choice.
  void optional_workouts(const Protocol& protocol) {
    if (intake_.with.empty()) return;
    std::vector<std::string_view> optional, always;
    for (const Phase& phase : protocol.phases) {
      for (const Workout& workout : phase.workouts) {
        std::vector<std::string_view>& names = workout.optional ? optional : always;
        if (std::ranges::find(names, std::string_view(workout.id)) == names.end()) names.push_back(workout.id);
      }
    }
    for (const std::string& id : intake_.with) {
      if (std::ranges::find(optional, std::string_view(id)) != optional.end()) continue;
      if (std::ranges::find(always, std::string_view(id)) != always.end()) {
        wrong("with", "with", joined({"workout ", quote(id), " is not optional"}), "leave it out: the plan has it anyway");
      } else {
        wrong("with", "with", joined({quote(protocol.id), " has no optional workout ", quote(id)}), choice_hint(id, optional));
      }
    }
  }

  void clearance() {
    if (!intake_.clearance) return;
    const std::string& by = intake_.clearance->by;
    if (by.find_first_not_of(' ') == std::string::npos) {
      wrong("clearance", "clearance", "the clearance does not say by whom", "name a role or practice");
    } else if (text::first_invalid_utf8(by) != std::string_view::npos) {
      wrong("clearance", "clearance", "who gave the clearance is not valid UTF-8", "write plain text");
    } else if (text::has_control(by)) {
      wrong("clearance", "clearance", "who gave the clearance holds line breaks or control characters",
            "write one line of plain text");
    }
    if (intake_.clearance->on > intake_.start) {
      wrong("clearance", "clearance",
            joined({"the clearance, dated ", words(intake_.clearance->on), ", is later than the start, ", words(intake_.start)}),
            "start on that day or later");
    }
  }

  void red_flags() {
    for (const std::string& id : intake_.red_flags) {
      const auto it = std::ranges::find(catalog_->red_flags, id, &RedFlag::id);
      if (it == catalog_->red_flags.end()) continue;
      refuse("red-flag", "red_flags",
             joined({"no plan: ", quote(id), " (", it->title, ") is ", urgency_words[static_cast<std::size_t>(it->urgency)]}),
             joined({without_stop(it->act), "; plan again once a clinician has ruled it out"}));
    }
  }

  void persons(const Protocol& protocol) {
    for (const std::string& id : intake_.tags) {
      const auto it = std::ranges::find(catalog_->tags, id, &Tag::id);
      if (it == catalog_->tags.end()) continue;
      const Index<Tag> tag{static_cast<std::uint16_t>(it - catalog_->tags.begin())};
      const auto holds = [&](const std::vector<Index<Tag>>& tags) { return std::ranges::find(tags, tag) != tags.end(); };
      if (holds(protocol.not_for)) {
        refuse("not-for", "tags", joined({quote(protocol.id), " is not for persons with ", quote(id)}),
               "ask a clinician which plan is right");
      } else if ((it->clearance || holds(protocol.clearance_for)) && !intake_.clearance) {
        refuse("clearance", "tags", joined({"a person with ", quote(id), " needs a clinician's clearance"}),
               std::string(have_it_cleared));
      }
    }
  }

  const Catalog& catalog_;
  const Case& intake_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t before_;
};

}  // namespace

const Protocol* check_intake(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics) {
  return IntakeCheck(catalog, intake, diagnostics).run();
}

bool needs_clearance(const Catalog& catalog, const Protocol& protocol, Severity severity) {
  return protocol.severity[static_cast<std::size_t>(severity)]->clearance || catalog[protocol.condition].clearance ||
         protocol.supervision == Protocol::Supervision::clinician;
}

}  // namespace rehab::plan
