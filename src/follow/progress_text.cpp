// How it went, for eyes: bars by week, planned beside done, and of every question its answers.
//
//   1 Dec – 7 Dec     ███████████▓▓░··  11 of 16, 2 in part, 1 not done, 2 not reported
#include <algorithm>
#include <cmath>

#include "export/clauses.hpp"
#include "export/decision.hpp"
#include "export/wording.hpp"
#include "follow/page.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using wording::Clauses;

// `count` times one block.
void append_blocks(std::string& out, std::size_t count, std::string_view block) {
  for (std::size_t i = 0; i < count; ++i) out += block;
}

class ProgressPage {
 public:
  ProgressPage(const Plan& plan, std::string& out, int width, bool color)
      : plan_(plan), how_(progress(plan)), page_(plan, out, width, color), canvas_(page_.canvas), words_(page_.words) {
    for (const WeekDone& week : how_.weeks) label_ = std::max(label_, text::columns(printable(days_of(week))));
  }

  void print() {
    canvas_.title(words_["progress-title"]);
    if (how_.weeks.empty()) return canvas_.paragraph(words_["progress-none"]);
    canvas_.paragraph(words_.say("progress-reported", {{"days", how_.days_reported}, {"n", how_.days_lived}}));
    canvas_.paragraph(words_["progress-unknown"]);
    print_sessions();
    if (how_.pain) print_pain();
    for (const Course& course : how_.courses) print_course(course);
  }

 private:
  std::string days_of(const WeekDone& week) const {
    std::string out;
    append_days(out, words_, week.days);
    return out;
  }

  // The widest that leaves room for words beside it.
  std::size_t bar_width() const { return canvas_.width() < 60 ? 8 : 20; }

  // --- Sessions ---

  void print_sessions() {
    int most = 1;
    for (const WeekDone& week : how_.weeks) most = std::max(most, week.planned);
    canvas_.heading(words_["progress-sessions"]);
    for (const WeekDone& week : how_.weeks) {
      const std::string bar = bar_of(week, most), numbers = numbers_of(week);
      canvas_.row({{label_, days_of(week)}, {bar_width(), bar, Ink::accent, true}, {0, numbers}});
    }
    canvas_.blank();
    canvas_.paragraph(words_["progress-key"], 0, Ink::dim);
    print_sum();
  }

  void print_sum() {
    WeekDone sum;
    for (const WeekDone& week : how_.weeks) {
      sum.lived += week.lived;
      sum.all += week.all;
    }
    canvas_.paragraph(full_sentence(words_, words_.say("progress-all", {{"done", sum.all}, {"n", sum.lived}})));
  }

  // Blocks in the proportion of a week's sessions to those of the fullest week; what is there has at least one.
  std::string bar_of(const WeekDone& week, int most) const {
    std::string out;
    const std::size_t width = bar_width();
    int counted = 0;
    std::size_t drawn = 0;
    const auto draw = [&](int sessions, std::string_view block) {
      counted += sessions;
      const auto end =
          (static_cast<std::size_t>(counted) * width + static_cast<std::size_t>(most) / 2) / static_cast<std::size_t>(most);
      const std::size_t cells = std::min(width - drawn, std::max<std::size_t>(end > drawn ? end - drawn : 0, sessions > 0 ? 1 : 0));
      append_blocks(out, cells, block);
      drawn += cells;
    };
    draw(week.all, "█");
    draw(week.part, "▓");
    draw(week.none, "░");
    draw(week.unreported(), "·");
    return out;
  }

  std::string numbers_of(const WeekDone& week) const {
    std::string out;
    Clauses clauses(out, words_.glue("list"));
    words_.append(clauses.next(), "progress-of", {{"done", week.all}, {"planned", week.lived}});
    if (week.part > 0) words_.append(clauses.next(), "progress-part", {{"n", week.part}});
    if (week.none > 0) words_.append(clauses.next(), "progress-left-out", {{"n", week.none}});
    if (week.unreported() > 0) words_.append(clauses.next(), "progress-unreported", {{"n", week.unreported()}});
    if (week.planned > week.lived) words_.append(clauses.next(), "progress-to-come", {{"n", week.planned - week.lived}});
    return out;
  }

  // --- Answers ---

  void print_pain() {
    canvas_.heading(words_["progress-pain"]);
    print_weeks(*how_.pain);
    if (how_.pain_allowed) canvas_.paragraph(words_.say("progress-allowed", {{"most", *how_.pain_allowed}}));
  }

  Measure::Unit unit_of(const Course& course) const {
    return course.measure ? plan_.catalog[course.measure].unit : Measure::Unit::score;
  }

  void print_course(const Course& course) {
    const Measure& measure = plan_.catalog[course.measure];
    const bool test = measure.asked == Measure::Asked::test;
    const Phrase of_week = measure.unit == Measure::Unit::score ? Phrase("progress-worst") : Phrase("progress-last");
    canvas_.heading(test ? measure.title : words_.say(of_week, {{"measure", measure.title}}));
    if (test) {
      print_points(course);
    } else {
      print_weeks(course);
    }
    canvas_.paragraph(verdict(course), 0, Ink::bold);
  }

  // What stands for the week: of a score the worst, of all else the last. Null: not reported.
  const Point* point_of(const Course& course, const WeekDone& week) const {
    const bool score = unit_of(course) == Measure::Unit::score;
    const Point* found = nullptr;
    for (const Point& point : course.points)
      if (week.days.begin <= point.at.date && point.at.date < week.days.end && (!found || !score || found->value <= point.value))
        found = &point;
    return found;
  }

  void print_weeks(const Course& course) {
    double most = unit_of(course) == Measure::Unit::score ? 10 : 1;
    for (const Point& point : course.points) most = std::max(most, point.value);
    for (const WeekDone& week : how_.weeks) {
      const Point* point = point_of(course, week);
      print_row(days_of(week), point, course, most, label_);
    }
  }

  void print_points(const Course& course) {
    std::size_t width = 0;
    double most = 1;
    for (const Point& point : course.points) {
      width = std::max(width, text::columns(printable(page_.day(point.at.date))));
      most = std::max(most, point.value);
    }
    for (const Point& point : course.points) print_row(page_.day(point.at.date), &point, course, most, width);
  }

  void print_row(const std::string& label, const Point* point, const Course& course, double most, std::size_t label_width) {
    std::string bar, value;
    if (point) {
      append_blocks(bar, static_cast<std::size_t>(std::lround(point->value / most * static_cast<double>(bar_width()))), "█");
      append_found(value, plan_.catalog, course.measure, point->value);
    }
    if (point && point->other) {
      const auto other = [&](std::string& to) { append_found(to, plan_.catalog, course.measure, *point->other); };
      words_.wrap(value, 0, "list", "a", {{"b", words_.say("progress-other-side", {{"value", other}})}});
    }
    if (!point) value = words_["progress-no-answer"];
    canvas_.row({{label_width, label}, {bar_width(), bar, Ink::accent, true}, {0, value, point ? Ink::plain : Ink::dim}});
  }

  std::string verdict(const Course& course) const {
    // By Course::Verdict.
    constexpr std::array<Phrase, 5> says{"progress-single", "progress-changed", "progress-same", "progress-within",
                                         "progress-beyond"};
    const auto found = [&](double value) {
      return [this, value, &course](std::string& to) { append_found(to, plan_.catalog, course.measure, value); };
    };
    const double noise = course.measure ? plan_.catalog[course.measure].noise.value_or(0) : 0;
    return words_.say(
        says[static_cast<std::size_t>(course.verdict)],
        {{"first", found(course.points.front().value)}, {"last", found(course.points.back().value)}, {"noise", found(noise)}});
  }

  const Plan& plan_;
  const Progress how_;
  follow::Page page_;
  Canvas& canvas_;
  const Words words_;
  std::size_t label_ = 0;  // columns of a week's days
};

}  // namespace

std::string progress_text(const Plan& plan, int width, bool color) {
  std::string out;
  ProgressPage(plan, out, width, color).print();
  return out;
}

}  // namespace rehab
