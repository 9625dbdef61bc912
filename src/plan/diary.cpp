#include "plan/diary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "plan/ids.hpp"
#include "protocol/report.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::plan {

using protocol::joined;
using protocol::quote;

namespace {

constexpr std::size_t most_entries = 100'000;
constexpr std::size_t most_told = protocol::Report::most;  // of a diary that is wrong all over, as of a file

// Finds what the catalog has by id. A diary names the same ids day after day, so what was found last at the same place of an entry
// is tried first. A catalog may be long too, as one made of all that a file of a megabyte names: its ids are searched in order.
template <class T>
class Finder {
 public:
  explicit Finder(const std::vector<T>& all) : all_(all) {}

  // Null: there is none.
  const T* find(std::string_view id, std::size_t place) {
    const T*& last = last_[place % last_.size()];
    if (last && last->id == id) return last;
    return last = all_.size() <= few ? find_in_turn(id) : find_in_order(id);
  }

 private:
  static constexpr std::size_t few = 1000;

  const T* find_in_turn(std::string_view id) const {
    const auto found = std::ranges::find(all_, id, &T::id);
    return found == all_.end() ? nullptr : &*found;
  }
  const T* find_in_order(std::string_view id) {
    if (ordered_.empty()) {
      for (const T& each : all_) ordered_.push_back(&each);
      std::ranges::stable_sort(ordered_, {}, &T::id);
    }
    const auto found = std::ranges::lower_bound(ordered_, id, {}, &T::id);
    return found == ordered_.end() || (*found)->id != id ? nullptr : *found;
  }

  const std::vector<T>& all_;
  std::vector<const T*> ordered_;
  std::array<const T*, 8> last_{};
};

class DiaryCheck {
 public:
  DiaryCheck(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics)
      : catalog_(catalog),
        intake_(intake),
        diagnostics_(diagnostics),
        before_(diagnostics.size()),
        measures_(catalog->measures),
        exercises_(catalog->exercises),
        red_flags_(catalog->red_flags) {}

  void run() {
    if (intake_.diary.size() > most_entries) {
      key_ = "diary";
      return tell("", "the diary has more than 100000 entries", "begin a new case");
    }
    for (index_ = 0; index_ < intake_.diary.size() && !more_; ++index_) entry(intake_.diary[index_]);
    if (!more_) return;
    diagnostics_.push_back({Level::note, Area::intake, "limit", "", 0, 0, "diary",
                            "more than 500 errors; the rest of the diary is not listed", "mend these first"});
  }

 private:
  void entry(const Entry& e) {
    if (intake_.start != not_given && e.date < intake_.start)
      wrong("date", "an entry lies before the start of the plan", "date it on the start or later");
    if (e.logged && *e.logged < e.moment())
      wrong("logged", "an entry was logged before what it speaks of", "log it at its own slot or later");
    if (e.pain && (*e.pain < 0 || *e.pain > 10)) wrong("pain", "pain lies outside of 0 to 10", "give a whole number from 0 to 10");
    if (e.pause_until && *e.pause_until < e.date)
      wrong("pause_until", "a pause ends before the day of its entry", "name that day or a later one");
    if (few_enough("measured", e.measured.size())) measured(e.measured);
    if (few_enough("sets_done", e.sets_done.size())) sets_done(e.sets_done);
    if (few_enough("red_flags", e.red_flags.size())) red_flags(e.red_flags);
    if (!e.cleared_by.empty()) cleared(e.cleared_by);
    short_enough("cleared_by", e.cleared_by);
    short_enough("note", e.note);
  }

  bool few_enough(std::string_view field, std::size_t answers) {
    if (answers <= Entry::most_answers) return true;
    wrong(field, joined({"an entry has more than ", number(Entry::most_answers), " answers in one list"}),
          "put the others into entries of their own");
    return false;
  }
  void short_enough(std::string_view field, std::string_view text) {
    if (text.size() > Entry::longest_text)
      wrong(field, joined({"a text is longer than ", number(Entry::longest_text), " octets"}), "shorten it");
  }

  void measured(const std::vector<Reading>& readings) {
    for (std::size_t i = 0; i < readings.size(); ++i) measured(readings[i], i);
  }
  void measured(const Reading& reading, std::size_t place) {
    if (reading.measure == "pain") return wrong("measured", "pain is measured, but it has a place of its own", "give it as `pain`");
    const Measure* found = measures_.find(reading.measure, place);
    if (!found) return unknown("measured", "measure", reading.measure, catalog_->measures);
    const Measure& measure = *found;
    if (!fits(measure, reading.value) || (reading.other && !fits(measure, *reading.other)))
      wrong("measured", joined({"what ", quote(measure.id), " showed is outside of its unit, ", name(measure.unit)}),
            bounds_of(measure));
    if (reading.other && !measure.sides)
      wrong("measured", joined({quote(measure.id), " is asked for one leg only"}), "leave out the other leg's");
  }

  void sets_done(const std::vector<SetsDone>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!exercises_.find(all[i].exercise, i)) unknown("sets_done", "exercise", all[i].exercise, catalog_->exercises);
      if (all[i].sets < 0 || all[i].sets > 100)
        wrong("sets_done", "a number of sets lies outside of 0 to 100", "give a whole number from 0 to 100");
    }
  }

  // Which one was answered with yes is nobody's business.
  void red_flags(const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!red_flags_.find(ids[i], i)) wrong("red_flags", "a red flag is named that there is not", "name one that there is");
    }
  }

  void cleared(const std::string& by) {
    const bool blank = by.find_first_not_of(' ') == std::string::npos;
    if (blank || text::first_invalid_utf8(by) != std::string_view::npos || text::has_control(by))
      wrong("cleared_by", "who cleared the plan is no line of plain text", "name a role or practice in one line");
  }

  static bool fits(const Measure& measure, double value) {
    if (measure.unit == Measure::Unit::yes_no) return value == 0 || value == 1;
    return std::isfinite(value) && value >= 0 && value <= (measure.unit == Measure::Unit::score ? 10 : 999);
  }
  static std::string number(std::size_t number) {
    std::string out;
    text::append_number(out, static_cast<std::int64_t>(number));
    return out;
  }
  static std::string bounds_of(const Measure& measure) {
    if (measure.unit == Measure::Unit::yes_no) return "answer yes or no";
    return measure.unit == Measure::Unit::score ? "give a number from 0 to 10" : "give a number from 0 to 999";
  }

  template <class T>
  void unknown(std::string_view field, std::string_view what, std::string_view id, const std::vector<T>& entries) {
    if (full()) return;  // a hint costs time: it weighs all names
    std::vector<std::string_view> names;
    for (const T& each : entries) names.push_back(each.id);
    wrong(field, joined({"there is no ", what, " ", quote(id)}), choice_hint(id, names));
  }

  bool full() {
    more_ = more_ || diagnostics_.size() - before_ >= most_told;
    return more_;
  }

  void wrong(std::string_view field, std::string message, std::string hint) {
    if (full()) return;
    key_ = "diary[";
    text::append_number(key_, static_cast<std::int64_t>(index_ + 1));
    key_ += "]";
    tell(field, std::move(message), std::move(hint));
  }
  void tell(std::string_view field, std::string message, std::string hint) {
    std::string key = key_;
    if (!field.empty()) (key += '.') += field;
    diagnostics_.push_back({Level::error, Area::intake, "diary", "", 0, 0, std::move(key), std::move(message), std::move(hint)});
  }

  const Catalog& catalog_;
  const Case& intake_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t before_;
  Finder<Measure> measures_;
  Finder<Exercise> exercises_;
  Finder<RedFlag> red_flags_;
  bool more_ = false;  // than are told
  std::size_t index_ = 0;
  std::string key_;
};

}  // namespace

void check_diary(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics) {
  if (!intake.diary.empty()) DiaryCheck(catalog, intake, diagnostics).run();
}

}  // namespace rehab::plan
