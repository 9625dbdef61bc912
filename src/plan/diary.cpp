#include "plan/diary.hpp"

#include <algorithm>
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
constexpr std::size_t most_told = 100;  // of a diary that is wrong all over

class DiaryCheck {
 public:
  DiaryCheck(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics)
      : catalog_(catalog), intake_(intake), diagnostics_(diagnostics), before_(diagnostics.size()), measures_(catalog->measures) {}

  void run() {
    if (intake_.diary.size() > most_entries) {
      key_ = "diary";
      return tell("", "the diary has more than 100000 entries", "begin a new case");
    }
    for (index_ = 0; index_ < intake_.diary.size() && diagnostics_.size() - before_ < most_told; ++index_)
      entry(intake_.diary[index_]);
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
    for (std::size_t i = 0; i < e.measured.size(); ++i) measured(e.measured[i], i);
    for (const SetsDone& done : e.sets_done) {
      known("sets_done", "exercise", done.exercise, catalog_->exercises);
      if (done.sets < 0 || done.sets > 100)
        wrong("sets_done", "a number of sets lies outside of 0 to 100", "give a whole number from 0 to 100");
    }
    for (const std::string& id : e.red_flags) red_flag(id);
    if (!e.cleared_by.empty()) cleared(e.cleared_by);
  }

  void measured(const Reading& reading, std::size_t place) {
    if (reading.measure == "pain") return wrong("measured", "pain is measured, but it has a place of its own", "give it as `pain`");
    const std::size_t found = measures_.find(reading.measure, place);
    if (found == catalog_->measures.size()) return unknown("measured", "measure", reading.measure, catalog_->measures);
    const Measure& measure = catalog_->measures[found];
    if (!fits(measure, reading.value) || (reading.other && !fits(measure, *reading.other)))
      wrong("measured", joined({"what ", quote(measure.id), " showed is outside of its unit, ", name(measure.unit)}),
            bounds_of(measure));
    if (reading.other && !measure.sides)
      wrong("measured", joined({quote(measure.id), " is asked for one leg only"}), "leave out the other leg's");
  }

  // Which one was answered with yes is nobody's business.
  void red_flag(const std::string& id) {
    if (std::ranges::find(catalog_->red_flags, id, &RedFlag::id) == catalog_->red_flags.end())
      wrong("red_flags", "a red flag is named that there is not", "name one that there is");
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
  static std::string bounds_of(const Measure& measure) {
    if (measure.unit == Measure::Unit::yes_no) return "answer yes or no";
    return measure.unit == Measure::Unit::score ? "give a number from 0 to 10" : "give a number from 0 to 999";
  }

  template <class T>
  void known(std::string_view field, std::string_view what, std::string_view id, const std::vector<T>& entries) {
    if (std::ranges::find(entries, id, &T::id) == entries.end()) unknown(field, what, id, entries);
  }
  template <class T>
  void unknown(std::string_view field, std::string_view what, std::string_view id, const std::vector<T>& entries) {
    std::vector<std::string_view> names;
    for (const T& each : entries) names.push_back(each.id);
    wrong(field, joined({"there is no ", what, " ", quote(id)}), choice_hint(id, names));
  }

  void wrong(std::string_view field, std::string message, std::string hint) {
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
  MeasureFinder measures_;
  std::size_t index_ = 0;
  std::string key_;
};

}  // namespace

void check_diary(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics) {
  if (!intake.diary.empty()) DiaryCheck(catalog, intake, diagnostics).run();
}

}  // namespace rehab::plan
