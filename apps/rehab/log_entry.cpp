// `rehab log`: one entry more, and what it changes.
#include <algorithm>

#include "arguments.hpp"
#include "case_on_disk.hpp"
#include "commands.hpp"
#include "entry.hpp"
#include "file.hpp"
#include "intake.hpp"
#include "log.hpp"
#include "machine.hpp"
#include "own_case.hpp"
#include "questions.hpp"
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

// The plan, or none: reported, and `exit` holds the code.
std::optional<rehab::Plan> plan_of(const Arguments& arguments, const rehab::Catalog& catalog, const rehab::Case& intake,
                                   int& exit) {
  rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);
  if (plan) return std::move(plan.value);
  report(arguments, plan.diagnostics);
  exit = exit_code(plan.diagnostics);
  return {};
}

bool is_fine(const Arguments& arguments, const std::vector<Diagnostic>& problems, int code, int& exit) {
  if (problems.empty()) return true;
  report(arguments, problems);
  exit = code;
  return false;
}

// The entry for this case, with its plan before and after; none: nothing may be written.
std::optional<Step> step_of(const Arguments& arguments, const Said& said, const OwnCase& own, int& exit) {
  std::vector<Diagnostic> problems;
  check_answers(own.catalog, said.answers, problems);
  if (!is_fine(arguments, problems, bad_usage, exit)) return {};
  std::optional<rehab::Plan> before = plan_of(arguments, own.catalog, own.file.intake, exit);
  if (!before) return {};
  rehab::Case intake = own.file.intake;
  intake.diary.push_back(entry_of(said, *before, moment_of(intake, now()), problems));
  if (!is_fine(arguments, problems, bad_case, exit)) return {};
  std::optional<rehab::Plan> after = plan_of(arguments, own.catalog, intake, exit);
  if (!after) return {};
  return Step{intake.diary.back(), std::move(*before), std::move(*after)};
}

// What is written must be read as what was meant, or it is not written.
bool is_read_back(const Arguments& arguments, const std::string& text, const Step& step, int& exit) {
  const rehab::Result<rehab::CaseFile> file = rehab::read_case({*arguments.value(Opt::case_file), text});
  const bool read = file && !file->intake.diary.empty() && file->intake.diary.back() == step.entry;
  if (read) return true;
  if (!file) return is_fine(arguments, file.diagnostics, bad_case, exit);
  const Diagnostic problem = usage("diary", "--case", "the entry would not be read as it was meant",
                                   "look at the end of the case file: it must be open for one more entry");
  return is_fine(arguments, {problem}, bad_case, exit);
}

std::optional<Growth> grow(const Arguments& arguments, const Said& said, const std::string& text, std::optional<Step>& step,
                           int& exit) {
  step.reset();
  const std::optional<OwnCase> own = take_case(arguments, text, exit);
  if (!own) return {};
  step = step_of(arguments, said, *own, exit);
  if (!step) return {};
  Growth growth{whole_of(text, own->torn), rehab::entry_text(step->entry)};
  step->cut_off = growth.keep < text.size();
  if (is_read_back(arguments, joined({std::string_view(text).substr(0, growth.keep), growth.more}), *step, exit)) return growth;
  step.reset();
  return {};
}

// "saved: 9 Dec 2026, evening"
std::string saved(const Step& step, const Said& said) {
  std::string out;
  if (step.cut_off) out += "an entry that was cut off was taken off the end of the file; log it again\n";
  const bool whole_day = !said.slot && step.entry.slot == rehab::Slot::bedtime && step.entry.logged;
  return out +=
         joined({"saved: ", long_date(step.entry.date), ", ", whole_day ? "the whole day" : rehab::name(step.entry.slot), "\n"});
}

// Whoever has just said yes to a warning sign is told what to do at once, also with --quiet.
void tell_red_flags(const Arguments& arguments, const Step& step) {
  const std::vector<std::string>& ids = step.entry.red_flags;
  std::string out;
  for (const rehab::RedFlag& flag : step.after.catalog->red_flags)
    if (std::find(ids.begin(), ids.end(), flag.id) != ids.end()) out += what_to_do(flag, color_for_talk(arguments));
  if (!out.empty()) tell(out += "\n");
}

}  // namespace

int log_entry(const Arguments& arguments) {
  std::vector<Diagnostic> problems;
  check_case(arguments, problems);
  const Said said = read_said(arguments, problems);
  const int width = read_width(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;

  int exit = done;
  std::optional<Step> step;
  const auto problem = append_to_case(std::string(*arguments.value(Opt::case_file)),
                                      [&](const std::string& text) { return grow(arguments, said, text, step, exit); });
  if (problem) return report(arguments, {&*problem, 1}), bad_file;
  if (!step) return exit;
  log_line("entries in the diary", step->after.intake.diary.size());
  if (!arguments.has(Opt::quiet)) tell(saved(*step, said));
  tell_red_flags(arguments, *step);
  const rehab::Comparison comparison = rehab::compare(step->before, step->after);
  if (arguments.has(Opt::json)) return put(arguments, rehab::comparison_json(comparison));
  return put(arguments, rehab::comparison_text(comparison, width, color_for_data(arguments)));
}

}  // namespace app
