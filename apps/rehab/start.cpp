// `rehab start`: the safety questions, then a case file.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "intake.hpp"
#include "library.hpp"
#include "log.hpp"
#include "machine.hpp"
#include "own_case.hpp"
#include "questions.hpp"
#include "rehab/case_file.hpp"
#include "rehab/plan.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

// Scripts say what a person would be asked: --red-flag says that all was, --tag what else was answered with yes.
bool is_answered(const Arguments& arguments) {
  return arguments.has(Opt::red_flag) || (can_ask() && !arguments.has(Opt::no_input));
}

rehab::Case read_beginning(const Arguments& arguments, std::vector<Diagnostic>& problems) {
  constexpr int oldest = 120;
  ValueReader read(arguments, problems);
  rehab::Case intake = read_case(arguments, problems);
  check_case(arguments, problems);
  intake.age = read.number(Opt::age, 0, oldest);
  if (const auto sex = read.choice(Opt::sex, "sex")) intake.sex = static_cast<rehab::Sex>(*sex);
  if (!is_answered(arguments))
    read.complain(Opt::red_flag, "the safety questions are not answered, and there is nobody to ask",
                  joined({"read the red flags in `rehab show ", shown(intake.protocol),
                          "`, then add `--red-flag none`, or the ids of those answered with yes, "
                          "and `--tag` with all that is true of the person"}));
  return intake;
}

// Age and sex are kept only where they decide something.
void keep_what_is_needed(const Arguments& arguments, bool needed, rehab::Case& intake) {
  if (needed || (!intake.age && !intake.sex)) return;
  intake.age.reset();
  intake.sex.reset();
  Diagnostic note = usage("unneeded", "--age", "age and sex are not written: nothing in this protocol is judged by them");
  note.level = rehab::Level::note;
  report(arguments, {&note, 1});
}

// Plans with what was answered, and reports what that changes. False: the answers rule the plan out.
bool plan_anew(const Arguments& arguments, const rehab::Catalog& catalog, const rehab::Case& intake,
               rehab::Result<rehab::Plan>& plan) {
  const std::vector<Diagnostic> told = std::move(plan.diagnostics);
  plan = rehab::make_plan(catalog, intake, {}, library_log());
  std::vector<Diagnostic> fresh = plan.diagnostics;
  std::erase_if(fresh, [&](const Diagnostic& d) { return std::find(told.begin(), told.end(), d) != told.end(); });
  if (!fresh.empty()) tell("\n");
  report(arguments, fresh);
  if (plan) return true;
  std::string last = "\n";
  append_wrapped(last,
                 "Nothing was written. Do not train before a clinician has looked; whoever clears this plan is named with "
                 "--cleared-by, the day with --cleared-on.",
                 0, talk_width);
  tell(last);
  return false;
}

bool give_up(int& exit) {
  tell("\nNothing was written: a question was not answered.\n");
  exit = bad_usage;
  return false;
}

// Asks what is not said. False: nothing may be written, and `exit` holds the code.
bool ask(const Arguments& arguments, const rehab::Catalog& catalog, rehab::Result<rehab::Plan>& plan, rehab::Case& intake,
         int& exit) {
  const rehab::Protocol& protocol = plan->protocol();  // of the catalog, whatever becomes of the plan
  const bool norms = has_norms(catalog, protocol), color = color_for_talk(arguments);
  keep_what_is_needed(arguments, norms, intake);
  if (arguments.has(Opt::red_flag)) return true;
  const Answers answers = ask_red_flags(screening_of(catalog, protocol), color);
  if (answers == Answers::yes) return exit = refused, false;
  const std::size_t said = intake.tags.size();
  if (answers == Answers::gone || !ask_tags(tags_to_ask(catalog, protocol, intake), color, intake)) return give_up(exit);
  if (intake.tags.size() > said && !plan_anew(arguments, catalog, intake, plan)) return exit = exit_code(plan.diagnostics), false;
  return !norms || ask_age_and_sex(intake) || give_up(exit);
}

// As a shell takes it.
std::string quoted(std::string_view path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
  if (path.find_first_not_of(plain) == std::string_view::npos) return std::string(path);
  std::string out = "'";
  for (const char c : shown(path)) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out += "'";
}

std::string row(std::string_view command, std::string_view what) {
  constexpr std::size_t column = 53;
  std::string out = joined({"  ", command});
  if (out.size() + 2 > column) out += '\n';
  out.append(out.back() == '\n' ? column : column - out.size(), ' ');
  return out += joined({what, "\n"});
}

// The first session that is still to come; the plan's first where all are over.
const rehab::Session* first_to_come(const rehab::Plan& plan, std::chrono::sys_seconds moment) {
  const auto found =
      std::find_if(plan.sessions.begin(), plan.sessions.end(), [&](const rehab::Session& s) { return s.utc >= moment; });
  if (found != plan.sessions.end()) return &*found;
  return plan.sessions.empty() ? nullptr : &plan.sessions.front();
}

// What was begun, and what comes next.
std::string begun(const rehab::Plan& plan, const std::string& path) {
  std::string line =
      joined({"wrote ", shown(path), ": ", std::to_string(plan.weeks), " weeks, ", long_date(plan.days.begin), " to ",
              long_date(plan.days.end - std::chrono::days(1)), ", ", std::to_string(plan.sessions.size()), " sessions"});
  if (const rehab::Session* first = first_to_come(plan, now()))
    line += joined({"; the first to come on ", long_date(first->date), " at ", clock_time(first->time)});
  std::string out;
  append_wrapped(out, line, 0, talk_width);
  out += "\nWhat comes next:\n";
  const std::string with = joined({" --case ", quoted(path)});
  out += row(joined({"rehab today", with}), "what to do, step by step");
  out += row(joined({"rehab log", with, " --done all --pain 2"}), "after a session");
  out += row(joined({"rehab plan", with, " -o plan.ics"}), "for your calendar");
  return out;
}

}  // namespace

int start(const Arguments& arguments) {
  std::vector<Diagnostic> problems;
  rehab::CaseFile file;
  file.intake = read_beginning(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  const std::string path(*arguments.value(Opt::case_file));
  if (const auto problem = why_not_new(path)) return report(arguments, {&*problem, 1}), bad_file;

  int exit = done;
  if (!settle(arguments, file.intake, exit)) return exit;
  const std::optional<rehab::Catalog> catalog = load_catalog(arguments, file.intake.protocol, exit);
  if (!catalog) return exit;
  rehab::Result<rehab::Plan> plan = rehab::make_plan(*catalog, file.intake, {}, library_log());
  report(arguments, plan.diagnostics);
  if (!plan) return exit_code(plan.diagnostics);
  if (!ask(arguments, *catalog, plan, file.intake, exit)) return exit;

  file.intake.id = random_uuid();
  file.version = plan->protocol().version;
  file.hash = plan->protocol().hash;
  if (const auto problem = make_file(path, rehab::case_text(file))) return report(arguments, {&*problem, 1}), bad_file;
  if (!arguments.has(Opt::quiet)) tell(begun(*plan, path));
  return done;
}

}  // namespace app
