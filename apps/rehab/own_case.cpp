#include "own_case.hpp"

#include <array>
#include <utility>

#include "arguments.hpp"
#include "case_on_disk.hpp"
#include "library.hpp"
#include "log.hpp"
#include "machine.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

constexpr std::array said_by_case{Opt::severity,  Opt::side, Opt::start, Opt::zone,     Opt::days,       Opt::time,       Opt::away,
                                  Opt::equipment, Opt::with, Opt::tag,   Opt::red_flag, Opt::cleared_by, Opt::cleared_on, Opt::id};
constexpr std::array only_of_case{Opt::as_of, Opt::what_if, Opt::withdrawn, Opt::accept_protocol};

// Whether the case may be followed with this protocol; if not, it has been reported.
bool may_follow(const Arguments& arguments, const OwnCase& own) {
  const rehab::Protocol* protocol = own.catalog.find(own.file.intake.protocol);
  if (protocol == nullptr) return true;  // `make_plan` says so
  const bool accepted = arguments.has(Opt::accept_protocol);
  std::vector<Diagnostic> problems;
  for (const std::string& difference : rehab::protocol_differences(own.file, *protocol)) {
    problems.push_back(usage("protocol", "--accept-protocol", difference,
                             accepted ? ""
                                      : "read it with `rehab show`, then add `--accept-protocol`; to be asked no more, write its "
                                        "version and hash into your case"));
    if (accepted) problems.back().level = rehab::Level::warning;
  }
  report(arguments, problems);
  return accepted || problems.empty();
}

std::optional<std::uint32_t> last_torn(const std::vector<Diagnostic>& diagnostics) {
  std::optional<std::uint32_t> line;
  for (const Diagnostic& d : diagnostics)
    if (d.code == "torn") line = d.line;
  return line;
}

// An entry that lacks nothing but the last line feed, as some editors leave a file, is whole.
std::string ended(const std::string& text) { return text.ends_with("\n#}") ? joined({text, "\n"}) : text; }

}  // namespace

std::optional<OwnCase> take_case(const Arguments& arguments, const std::string& found, int& exit) {
  const std::string path(arguments.value(Opt::case_file).value_or(""));
  const std::string text = ended(found);
  rehab::Result<rehab::CaseFile> file = rehab::read_case({path, text}, library_log());
  report(arguments, file.diagnostics);  // without the text: its lines are the person's
  if (!file) {
    exit = bad_case;
    return {};
  }
  std::optional<rehab::Catalog> catalog = load_catalog(arguments, file->intake.protocol, exit);
  if (!catalog) return {};
  OwnCase own{std::move(*file), std::move(*catalog), text, last_torn(file.diagnostics), path};
  if (may_follow(arguments, own)) return own;
  exit = bad_case;
  return {};
}

std::optional<OwnCase> load_case(const Arguments& arguments, int& exit) {
  std::string text;
  if (const auto problem = read_case_text(std::string(arguments.value(Opt::case_file).value_or("")), text)) {
    report(arguments, {&*problem, 1});
    exit = bad_file;
    return {};
  }
  return take_case(arguments, text, exit);
}

rehab::Result<rehab::Plan> plan_of(const OwnCase& own, std::optional<rehab::Moment> as_of) {
  rehab::Result<rehab::Plan> plan = rehab::make_plan(own.catalog, own.file.intake, as_of, library_log());
  if (!own.text.empty()) rehab::find_places({own.path, own.text}, plan.diagnostics);
  return plan;
}

std::vector<Diagnostic> ahead_of_clock(const OwnCase& own) {
  constexpr std::size_t most_told = 20;
  const std::chrono::local_days today = date_in(own.file.intake.zone, now());
  const std::vector<rehab::Entry>& diary = own.file.intake.diary;
  std::vector<Diagnostic> problems;
  for (std::size_t i = 0; i < diary.size() && problems.size() < most_told; ++i)
    if (diary[i].known().date > today)
      problems.push_back(usage("diary", joined({"diary[", std::to_string(i + 1), diary[i].date > today ? "].date" : "].logged"}),
                               "the entry tells of a day that has not come yet",
                               "put the date right in the case file, or the clock of this machine"));
  if (!problems.empty()) rehab::find_places({own.path, own.text}, problems);
  return problems;
}

void check_case(const Arguments& arguments, std::vector<Diagnostic>& problems) {
  if (!arguments.has(Opt::case_file))
    problems.push_back(usage("value", "--case", "`--case` is missing", "add `--case FILE`: `rehab start` makes one"));
}

void check_beside_case(const Arguments& arguments, std::vector<Diagnostic>& problems) {
  const bool in_case = arguments.has(Opt::case_file);
  const auto complain = [&](Opt id, std::string_view message, std::string_view hint) {
    const std::string name = joined({"--", option(id).name});
    if (arguments.has(id)) problems.push_back(usage("value", name, joined({ticked(name), message}), hint));
  };
  for (const Opt id : said_by_case)
    if (in_case)
      complain(id, " stands beside `--case`, which says it", "leave it out; what changes in your life, change in the case file");
  for (const Opt id : only_of_case)
    if (!in_case) complain(id, " stands without `--case`", "add `--case FILE`: `rehab start` makes one");
}

}  // namespace app
