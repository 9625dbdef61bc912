// `rehab log`: one entry more, and what it changes.
#include <algorithm>

#include "arguments.hpp"
#include "case_on_disk.hpp"
#include "commands.hpp"
#include "entry.hpp"
#include "file.hpp"
#include "intake.hpp"
#include "log.hpp"
#include "log_talk.hpp"
#include "machine.hpp"
#include "own_case.hpp"
#include "rehab/follow.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

// What an entry makes of the plan; it stands in the file once that is synced.
struct Step {
  rehab::Entry entry;
  rehab::Plan before, after;
  bool cut_off = false;  // an entry that was cut off is taken off the file
};

// Where the whole text ends: before a last entry that was cut off in the middle of a line, with nothing below it. One that was cut
// elsewhere stays: it may be that someone wrote below it.
std::size_t whole_of(std::string_view text, std::optional<std::uint32_t> torn) {
  if (!torn || text.empty() || text.back() == '\n') return text.size();
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < *torn; ++line) begin = text.find('\n', begin) + 1;
  const std::string_view rest = text.substr(begin);
  const std::size_t header = rest.find("\n[");
  const bool alone = header == std::string_view::npos || rest.find("\n[", header + 1) == std::string_view::npos;
  return alone && rest.find("\n#{", 1) == std::string_view::npos ? begin : text.size();
}

bool is_fine(const Arguments& arguments, const std::vector<Diagnostic>& problems, int code, int& exit) {
  report(arguments, problems);
  if (!rehab::has_errors(problems)) return true;
  exit = code;
  return false;
}

// The entry for this case, with its plan before and after; none: nothing may be written.
std::optional<Step> step_of(const Arguments& arguments, const Said& said, const OwnCase& own, int& exit) {
  std::vector<Diagnostic> problems;
  check_answers(own.catalog, said.answers, problems);
  if (!is_fine(arguments, problems, bad_usage, exit) || !is_fine(arguments, ahead_of_clock(own), bad_case, exit)) return {};
  rehab::Result<rehab::Plan> before = plan_of(own);
  if (!before) return report(arguments, before.diagnostics), exit = exit_code(before.diagnostics), std::nullopt;
  rehab::Case intake = own.file.intake;
  intake.diary.push_back(entry_of(said, *before, moment_of(intake, now()), problems));
  if (!is_fine(arguments, problems, bad_usage, exit)) return {};
  rehab::Result<rehab::Plan> after = rehab::make_plan(own.catalog, intake);
  if (!after) {
    const int code = exit_code(after.diagnostics);  // the case was fine without what was just typed
    return report(arguments, after.diagnostics), exit = code == bad_case ? bad_usage : code, std::nullopt;
  }
  const rehab::Moment known = intake.diary.back().known();
  if (before->as_of && known < *before->as_of) before = rehab::make_plan(own.catalog, own.file.intake, known);
  if (!before) return report(arguments, before.diagnostics), exit = exit_code(before.diagnostics), std::nullopt;
  return Step{intake.diary.back(), std::move(*before), std::move(*after)};
}

// What is written must be read as what was meant, or it is not written.
bool is_read_back(const Arguments& arguments, const std::string& text, const Step& step, int& exit) {
  const rehab::Result<rehab::CaseFile> file = rehab::read_case({*arguments.value(Opt::case_file), text});
  const bool read = file && !file->intake.diary.empty() && file->intake.diary.back() == step.entry;
  if (read) return true;
  if (!file) return is_fine(arguments, file.diagnostics, bad_case, exit);
  const Diagnostic problem = usage("diary", "--case", "the entry would not be read as it was meant",
                                   "write notes in UTF-8; and see that the end of the case file is open for one more entry");
  return is_fine(arguments, {problem}, bad_case, exit);
}

// Nothing can be added to the end of JSON.
bool can_grow(const Arguments& arguments, const std::string& text, int& exit) {
  if (!is_json(text)) return true;
  const Diagnostic problem =
      usage("form", "--case", "the case is JSON, to which no entry can be appended; wanted TOML",
            "add the entry to its `diary` with the program that keeps it, or begin a case with `rehab start`");
  return is_fine(arguments, {problem}, bad_case, exit);
}

std::optional<Growth> grow(const Arguments& arguments, const Said& said, const std::string& text, std::optional<Step>& step,
                           int& exit) {
  step.reset();
  if (!can_grow(arguments, text, exit)) return {};
  const std::optional<OwnCase> own = take_case(arguments, text, exit);
  if (!own) return {};
  step = step_of(arguments, said, *own, exit);
  if (!step) return {};
  Growth growth{whole_of(text, own->torn), own->text.substr(text.size()) + rehab::entry_text(step->entry)};
  step->cut_off = growth.keep < text.size();
  if (is_read_back(arguments, joined({std::string_view(text).substr(0, growth.keep), growth.more}), *step, exit)) return growth;
  step.reset();
  return {};
}

template <class T, class Name>
bool share(const std::vector<T>& a, const std::vector<T>& b, Name name) {
  return std::any_of(a.begin(), a.end(), [&](const T& one) {
    return std::any_of(b.begin(), b.end(), [&](const T& other) { return one.*name == other.*name; });
  });
}

// Whether both answer one question about the same part of the day.
bool answer_the_same(const rehab::Entry& a, const rehab::Entry& b) {
  return a.moment() == b.moment() &&
         ((a.done && b.done) || (a.pain && b.pain) || share(a.measured, b.measured, &rehab::Reading::measure) ||
          share(a.sets_done, b.sets_done, &rehab::SetsDone::exercise));
}

// "saved: 9 Dec 2026, evening"
std::string saved(const Step& step, const Said& said) {
  std::string out;
  if (step.cut_off) out += "an entry that was cut off was taken off the end of the file; log it again\n";
  const bool whole_day = !said.slot && step.entry.slot == rehab::Slot::bedtime && step.entry.logged;
  const std::vector<rehab::Entry>& earlier = step.before.intake.diary;
  const bool again =
      std::any_of(earlier.begin(), earlier.end(), [&](const rehab::Entry& e) { return answer_the_same(e, step.entry); });
  return out += joined({"saved: ", long_date(step.entry.date), ", ", whole_day ? "the whole day" : rehab::name(step.entry.slot),
                        again ? "; it counts in place of what was logged before" : "", "\n"});
}

}  // namespace

int log_entry(const Arguments& arguments) {
  std::vector<Diagnostic> problems;
  check_case(arguments, problems);
  const Said said = read_said(arguments, problems);
  tell_red_flags(arguments, said.entry.red_flags);
  const int width = read_width(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  if (tells_nothing(said)) return tell("nothing to save: no warning sign\n"), done;

  int exit = done;
  std::optional<Step> step;
  const auto problem = append_to_case(std::string(*arguments.value(Opt::case_file)),
                                      [&](const std::string& text) { return grow(arguments, said, text, step, exit); });
  const bool is_saved = !problem && step;
  if (problem) report(arguments, {&*problem, 1});
  if (!is_saved) return problem ? bad_file : exit;
  log_line("entries in the diary", step->after.intake.diary.size());
  const rehab::Comparison comparison = rehab::compare(step->before, step->after);
  tell_stops(arguments, comparison);
  ask_about_strong_pain(step->after, step->entry);
  report(arguments, cautions(comparison, step->entry, date_in(step->after.intake.zone, now())));
  if (!arguments.has(Opt::quiet)) tell(saved(*step, said));
  if (arguments.has(Opt::json)) return put(arguments, rehab::comparison_json(comparison));
  return put(arguments, rehab::comparison_text(comparison, width, color_for_data(arguments)));
}

}  // namespace app
