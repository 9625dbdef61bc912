#include "plan/intake.hpp"

#include <algorithm>
#include <chrono>

#include "text/append.hpp"
#include "text/digest.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rehab::plan {

namespace {

constexpr std::size_t most_away = 1000;
constexpr std::chrono::local_days first_start = day(1970, 1, 1);
constexpr std::chrono::local_days last_start = day(9998, 12, 31);

std::string quote(std::string_view word) {
  std::string out = "`";
  for (std::size_t offset = 0; offset < word.size() && offset < 60;) {
    const std::size_t begin = offset;
    if (text::first_invalid_utf8(word.substr(begin, 4)) == 0 || text::is_control(text::next_code_point(word, offset))) {
      out += "\uFFFD";
      offset = std::max(offset, begin + 1);
    } else {
      out += word.substr(begin, offset - begin);
    }
  }
  return out += '`';
}

class IntakeCheck {
 public:
  IntakeCheck(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics)
      : catalog_(catalog), intake_(intake), diagnostics_(diagnostics), before_(diagnostics.size()) {}

  const Protocol* run() {
    const Protocol* protocol = find_protocol();
    identity();
    days();
    times();
    away();
    known("equipment", intake_.equipment ? *intake_.equipment : std::vector<std::string>{}, catalog_->equipment);
    known("tag", intake_.tags, catalog_->tags);
    known("red flag", intake_.red_flags, catalog_->red_flags);
    clearance();
    red_flags();
    if (protocol) {
      optional_workouts(*protocol);
      severity(*protocol);
      persons(*protocol);
    }
    return diagnostics_.size() == before_ ? protocol : nullptr;
  }

 private:
  void wrong(std::string_view key, std::string message, std::string hint = {}) {
    diagnostics_.push_back({Level::error, Area::intake, std::string(key), "", 0, 0, std::string(key), std::move(message), std::move(hint)});
  }
  void refuse(std::string_view code, std::string_view key, std::string message, std::string hint) {
    diagnostics_.push_back({Level::error, Area::refused, std::string(code), "", 0, 0, std::string(key), std::move(message), std::move(hint)});
  }

  void unknown(std::string_view key, std::string_view what, std::string_view id, const std::vector<std::string_view>& names) {
    const std::string_view near = text::nearest(id, names);
    wrong(key, "there is no " + std::string(what) + " " + quote(id), near.empty() ? "" : "write " + quote(near));
  }

  template <class T>
  void known(std::string_view what, const std::vector<std::string>& ids, const std::vector<T>& entries) {
    for (const std::string& id : ids) {
      if (std::ranges::find(entries, id, &T::id) != entries.end()) continue;
      std::vector<std::string_view> names;
      for (const T& entry : entries) names.push_back(entry.id);
      unknown(what == "red flag" ? "red-flag" : what, what, id, names);
    }
  }

  const Protocol* find_protocol() {
    const Protocol* protocol = catalog_.find(intake_.protocol);
    if (!protocol) {
      std::vector<std::string_view> names;
      for (const Protocol& p : catalog_->protocols) names.push_back(p.id);
      unknown("protocol", "protocol", intake_.protocol, names);
    }
    return protocol;
  }

  void identity() {
    text::Uuid id{};
    if (!intake_.id.empty() && !text::parse_uuid(intake_.id, id)) {
      wrong("id", "the case's id is not a uuid", "use 32 hexadecimal digits like 7c9e6679-7425-40de-944b-e07fc1f90ae7; never a name");
    }
  }

  void days() {
    if (intake_.start < first_start) wrong("start", "start is before 1970-01-01", "start on a later day");
    if (intake_.start > last_start) wrong("start", "start is after 9998-12-31", "start on an earlier day");
    if (intake_.days.empty()) wrong("days", "no day of the week is free", "name at least one day");
  }

  void times() {
    constexpr std::chrono::minutes a_day{24 * 60};
    std::optional<std::chrono::minutes> before;
    std::size_t before_part = 0;
    for (std::size_t part = 0; part < intake_.times.size(); ++part) {
      const auto& time = intake_.times[part];
      if (!time) continue;
      if (*time < std::chrono::minutes{0} || *time >= a_day) wrong("time", std::string(part_names[part]) + " is not a time of the day");
      if (before && *time <= *before) {
        wrong("time", std::string(part_names[part]) + " is not later than " + std::string(part_names[before_part]), "give the parts of the day rising times");
      }
      before = time;
      before_part = part;
    }
    if (!before) wrong("time", "no part of the day has a time", "give at least one part a time");
  }

  void away() {
    if (intake_.away.size() > most_away) wrong("away", "more than 1000 ranges of days away", "join those that touch");
    for (const DayRange& range : intake_.away) {
      if (range.begin < range.end) continue;
      wrong("away", "days away end before they begin", "write the earlier day first");
      return;
    }
  }

  void clearance() {
    if (!intake_.clearance) return;
    const std::string& by = intake_.clearance->by;
    if (by.find_first_not_of(' ') == std::string::npos) wrong("clearance", "the clearance does not say by whom", "name a role or practice");
    if (text::first_invalid_utf8(by) != std::string_view::npos) {
      wrong("clearance", "the clearance is not valid UTF-8", "write plain text");
    } else {
      for (std::size_t offset = 0; offset < by.size();) {
        if (!text::is_control(text::next_code_point(by, offset))) continue;
        wrong("clearance", "the clearance holds control characters", "write one line of plain text");
        break;
      }
    }
    if (intake_.clearance->on > intake_.start) wrong("clearance", "the clearance is dated after the start", "start on or after that day");
  }

  void red_flags() {
    for (const std::string& id : intake_.red_flags) {
      const auto it = std::ranges::find(catalog_->red_flags, id, &RedFlag::id);
      if (it == catalog_->red_flags.end()) continue;
      refuse("red-flag", "red-flag", "red flag " + quote(id) + ": " + it->title, it->act + " A plan can start once a clinician has ruled this out.");
    }
  }

  void optional_workouts(const Protocol& protocol) {
    std::vector<std::string_view> names;
    for (const Phase& phase : protocol.phases) {
      for (const Workout& workout : phase.workouts) {
        if (workout.optional && std::ranges::find(names, std::string_view(workout.id)) == names.end()) names.push_back(workout.id);
      }
    }
    for (const std::string& id : intake_.with) {
      if (std::ranges::find(names, std::string_view(id)) == names.end()) unknown("with", "optional workout", id, names);
    }
  }

  void severity(const Protocol& protocol) {
    const auto& offer = protocol.severity[static_cast<std::size_t>(intake_.severity)];
    const std::string asked(name(intake_.severity));
    if (!offer) {
      std::string offered;
      for (const Severity s : severities) {
        const auto& other = protocol.severity[static_cast<std::size_t>(s)];
        if (!other || !other->weeks) continue;
        if (!offered.empty()) offered += ", ";
        offered += name(s);
      }
      return wrong("severity", quote(protocol.id) + " has no plan for severity " + asked, "choose one of " + offered);
    }
    if (!offer->weeks) return refuse("refer", "severity", quote(protocol.id) + " makes no plan for severity " + asked, offer->refer);
    const Condition& condition = catalog_[protocol.condition];
    const bool led = offer->clearance || condition.clearance || protocol.supervision == Protocol::Supervision::clinician;
    if (led && !intake_.clearance) {
      std::string hint = "have a clinician look, then say who cleared the plan and when";
      for (const std::string& ask : protocol.clearance_asks) hint += "; " + ask;
      refuse("clearance", "clearance", quote(protocol.id) + " at severity " + asked + " needs a clinician's clearance", std::move(hint));
    }
  }

  void persons(const Protocol& protocol) {
    for (const std::string& id : intake_.tags) {
      const auto it = std::ranges::find(catalog_->tags, id, &Tag::id);
      if (it == catalog_->tags.end()) continue;
      const Index<Tag> tag{static_cast<std::uint16_t>(it - catalog_->tags.begin())};
      const auto names = [&](const std::vector<Index<Tag>>& tags) { return std::ranges::find(tags, tag) != tags.end(); };
      if (names(protocol.not_for)) {
        refuse("not-for", "tag", quote(protocol.id) + " is not for persons with " + quote(id), "ask a clinician which plan is right");
      } else if ((it->clearance || names(protocol.clearance_for)) && !intake_.clearance) {
        refuse("clearance", "tag", "a person with " + quote(id) + " needs a clinician's clearance", "have a clinician look, then say who cleared the plan and when");
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

}  // namespace rehab::plan
