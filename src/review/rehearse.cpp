#include <algorithm>
#include <bit>
#include <chrono>
#include <optional>
#include <utility>

#include "document/document.hpp"
#include "protocol/forms.hpp"
#include "protocol/read.hpp"
#include "protocol/report.hpp"
#include "rehab/plan.hpp"
#include "rehab/review.hpp"
#include "text/append.hpp"

namespace rehab {

using protocol::joined;
using protocol::quote;

namespace {

constexpr std::size_t most_kinds_in_full = 6;  // kinds of equipment of which every set is tried: 64
constexpr std::size_t most_kinds = 64;
constexpr std::int64_t most_work = 20'000'000;  // doses and sessions that are made; a long protocol asks for a tenth of it

using Kinds = std::uint64_t;  // bit i: the i-th kind of equipment that the protocol names

std::string number(int n) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(n));
  return out;
}

// --- Persons -----------------------------------------------------------------------------------------------

// The weekdays that are free, Monday first.
Weekdays weekdays(int count, bool spread) {
  Weekdays days;
  for (int i = 0; i < count; ++i) days.insert(std::chrono::Monday + std::chrono::days{spread ? i * 7 / count : i});
  return days;
}

// All kinds of equipment that any form of a dose or load asks for.
std::vector<Index<Equipment>> kinds_of(const Catalog& catalog, const Protocol& protocol) {
  std::vector<Index<Equipment>> out;
  const auto take = [&](const std::vector<Index<Equipment>>& kinds) {
    for (const auto kind : kinds)
      if (std::ranges::find(out, kind) == out.end()) out.push_back(kind);
  };
  const protocol::Forms forms(*catalog, protocol);
  for (const Phase& phase : protocol.phases)
    for (const Workout& workout : phase.workouts)
      for (const Dose& dose : workout.doses)
        forms.each(dose, [&](const protocol::EffectiveDose& form, std::size_t) { take(catalog[form.exercise].equipment); });
  for (const Load& load : protocol.loads) take(load.equipment);
  std::ranges::sort(out);
  if (out.size() > most_kinds) out.resize(most_kinds);
  return out;
}

// The sets that are tried, all equipment first.
std::vector<Kinds> sets_of(std::size_t kinds) {
  const Kinds all = kinds == most_kinds ? ~Kinds{0} : (Kinds{1} << kinds) - 1;
  std::vector<Kinds> out;
  if (kinds <= most_kinds_in_full) {
    for (Kinds set = all + 1; set-- > 0;) out.push_back(set);
    return out;
  }
  out = {all, 0};
  for (std::size_t i = 0; i < kinds; ++i) out.push_back(Kinds{1} << i);
  for (std::size_t i = 0; i < kinds; ++i) out.push_back(all & ~(Kinds{1} << i));
  return out;
}

constexpr std::string_view give_a_way =
    "add [instead.*] for what needs equipment, or a workout that needs none and comes on few days";

struct Person {
  Severity severity{};
  Kinds owned = 0;
  int free_days = 7;
  bool spread = true;
  bool with_all = false;  // everything optional
};

// --- Findings ----------------------------------------------------------------------------------------------

struct Gap {
  Severity severity{};
  std::string what;
  std::string_view hint;
  Person first;   // whom it happens to first
  int count = 1;  // how many of those tried
};

class Rehearsal {
 public:
  Rehearsal(const Catalog& catalog, const Protocol& protocol)
      : catalog_(catalog), protocol_(protocol), kinds_(kinds_of(catalog, protocol)) {
    intake_.protocol = protocol.id;
    intake_.start = day(2026, 12, 1);  // a Tuesday: the day after the first free one, so that short phases see the worst
    intake_.clearance = Clearance{"a clinician", intake_.start};
    for (const Phase& phase : protocol.phases)
      for (const Workout& workout : phase.workouts)
        if (workout.optional && std::ranges::find(optional_, workout.id) == optional_.end()) optional_.push_back(workout.id);
  }

  void run() {
    for (const Severity s : severities) {
      const auto& offer = protocol_.severity[static_cast<std::size_t>(s)];
      tried_ = 0;
      if (offer && offer->weeks) everybody(s);
      tried_by_[static_cast<std::size_t>(s)] = tried_;
    }
  }

  const std::vector<Gap>& gaps() const { return gaps_; }
  int tried(Severity s) const { return tried_by_[static_cast<std::size_t>(s)]; }
  bool cut_short() const { return work_ > most_work; }

  // "with `band` and no other equipment, on 2 free days a week"
  std::string words(const Person& person) const {
    std::string out = equipment_words(person.owned);
    out += joined({", on ", number(person.free_days), person.free_days == 1 ? " free day a week" : " free days a week"});
    if (person.with_all) out += ", with all that is optional";
    return out;
  }

 private:
  void everybody(Severity severity) {
    for (const Kinds owned : sets_of(kinds_.size()))
      for (int free_days = 7; free_days >= 1; --free_days)
        for (const bool spread : {true, false}) {
          if (!spread && weekdays(free_days, true) == weekdays(free_days, false)) continue;
          for (const bool with_all : {false, true}) {
            if (with_all && optional_.empty()) continue;
            if (cut_short()) return;
            one({severity, owned, free_days, spread, with_all});
          }
        }
  }

  void one(const Person& person) {
    ++tried_;
    intake_.severity = person.severity;
    intake_.days = weekdays(person.free_days, person.spread);
    intake_.equipment.emplace();
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if ((person.owned >> i & 1) != 0) intake_.equipment->push_back(catalog_[kinds_[i]].id);
    intake_.with = person.with_all ? optional_ : std::vector<std::string>{};
    diagnostics_.clear();
    if (!make_plan(catalog_, intake_, plan_, diagnostics_)) {
      for (const Diagnostic& d : diagnostics_)
        if (d.level == Level::error) tell(person, joined({"there is no plan: ", d.message}), give_a_way);
      return;
    }
    const std::size_t changes = plan_.changes.size();  // each was compared with those before it
    work_ += static_cast<std::int64_t>(plan_.doses.size() + plan_.sessions.size() + changes * changes + 100);
    judge(person);
  }

  // Which workouts of each phase have a session in which something is left to do.
  void collect_sessions() {
    done_.assign(plan_.phases.size(), 0);
    for (const Session& session : plan_.sessions)
      for (const PlannedDose& dose : plan_.doses_of(session))
        done_[plan_.routine_of(session).phase] |= std::uint64_t{1} << dose.workout;
  }

  void judge(const Person& person) {
    collect_sessions();
    for (std::uint16_t span = 0; span < plan_.phases.size(); ++span) {
      const Phase& phase = plan_.phase_of(plan_.phases[span]);
      const bool every_weekday = person.free_days == 7 || plan_.phases[span].planned >= 7;
      if (done_[span] == 0 && every_weekday) {
        tell(person, joined({"phase ", quote(phase.id), " has no session"}), give_a_way);
        continue;
      }
      for (std::uint16_t w = 0; w < phase.workouts.size(); ++w)
        if (is_for(phase.workouts[w], person) && (done_[span] >> w & 1) == 0 && !is_told(span, w))
          tell(person,
               joined(
                   {"workout ", quote(phase.workouts[w].id), " of phase ", quote(phase.id), " is left out, and no change says so"}),
               "this is a mistake of rehab, not of the file: report it");
    }
  }

  static bool is_for(const Workout& workout, const Person& person) {
    return workout.is_for(person.severity) && (person.with_all || !workout.optional);
  }

  bool is_told(std::uint16_t span, std::uint16_t workout) const {
    return std::ranges::any_of(plan_.changes, [&](const Change& c) { return c.phase == span && c.workout == workout; });
  }

  void tell(const Person& person, std::string what, std::string_view hint) {
    const auto same = std::ranges::find_if(gaps_, [&](const Gap& g) { return g.severity == person.severity && g.what == what; });
    if (same == gaps_.end()) {
      gaps_.push_back({person.severity, std::move(what), hint, person});
    } else {
      ++same->count;
    }
  }

  std::string equipment_words(Kinds owned) const {
    if (kinds_.empty()) return "who needs no equipment";
    std::string out;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if ((owned >> i & 1) == 0) continue;
      (out += out.empty() ? "with " : ", ") += quote(catalog_[kinds_[i]].id);
    }
    if (out.empty()) return "without equipment";
    return static_cast<std::size_t>(std::popcount(owned)) == kinds_.size() ? "with all equipment" : out + " and no other equipment";
  }

  const Catalog& catalog_;
  const Protocol& protocol_;
  std::vector<Index<Equipment>> kinds_;
  std::vector<std::string> optional_;
  Case intake_;
  Plan plan_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::uint64_t> done_;  // by phase of the plan; bit i: workout i of the phase
  std::vector<Gap> gaps_;
  std::int64_t work_ = 0;
  int tried_ = 0;
  std::array<int, 3> tried_by_{};
};

// Where the file offers the severity.
document::Place place_of(const document::Node& root, Severity severity) {
  const document::Node* table = root.find("severity");
  if (!table) return {};
  const auto member = std::ranges::find(table->members, name(severity), &document::Member::key);
  return member == table->members.end() ? table->place : member->place;
}

}  // namespace

std::vector<Diagnostic> rehearse(const Catalog& catalog, const SourceFile& file) {
  std::vector<Diagnostic> out;
  const Protocol* protocol = catalog.find(protocol::stem_of(file.name));
  if (!protocol) return out;
  Rehearsal rehearsal(catalog, *protocol);
  rehearsal.run();
  if (rehearsal.gaps().empty() && !rehearsal.cut_short()) return out;
  const Result<document::Document> document = document::parse(file.name, file.text);
  for (const Gap& gap : rehearsal.gaps()) {
    const document::Place place = document ? place_of(document->root, gap.severity) : document::Place{};
    out.push_back({Level::error, Area::protocol, "rehearsal", std::string(file.name), place.line, place.column,
                   joined({"severity.", name(gap.severity)}),
                   joined({name(gap.severity), ": ", gap.what, " for somebody ", rehearsal.words(gap.first), " (",
                           number(gap.count), " of ", number(rehearsal.tried(gap.severity)), " persons tried)"}),
                   std::string(gap.hint)});
  }
  if (rehearsal.cut_short())
    out.push_back({Level::note, Area::protocol, "rehearsal", std::string(file.name), 0, 0, "",
                   "the protocol is too long to be planned for everybody; not all persons were tried", "split the protocol"});
  return out;
}

}  // namespace rehab
