// Plans: made, and described as a whole.
#include <algorithm>
#include <charconv>
#include <iterator>

#include "c/handles.hpp"
#include "c/report.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"
#include "export/words_of.hpp"

namespace rehab::c {

namespace {

std::optional<Moment> as_of(const rehab_plan_options* given) { return moment_if_given(taken(given).as_of, "as_of"); }

// The planner's own ending, or the protocol's.
std::int32_t ending_of(const Plan& plan) {
  if (plan.ending == Plan::Ending::stopped) return REHAB_ENDS_STOPPED;
  const bool review = plan.ending == Plan::Ending::review || plan.protocol().end == Protocol::End::review;
  return review ? REHAB_ENDS_REVIEW : REHAB_ENDS_CONTINUE;
}

// That the case was begun with another version or file of its protocol than the catalog has.
void tell_differences(const Catalog& catalog, const CaseFile& file, std::vector<Diagnostic>& diagnostics) {
  const Protocol* const protocol = catalog.find(file.intake.protocol);
  if (!protocol || file.version.empty()) return;
  for (const std::string& difference : protocol_differences(file, *protocol)) {
    Diagnostic d = mistake(Area::intake, "version", difference, "ask whoever leads the case, then pin it to this protocol");
    d.level = Level::warning;
    d.code = "other-protocol";
    diagnostics.push_back(std::move(d));
  }
}

// Whether it is about an entry that was added to what was read. Keys begin with "diary[3]", counted from 1.
bool is_of_added(const rehab_case& person, const Diagnostic& d) {
  constexpr std::string_view diary = "diary[";
  if (!d.key.starts_with(diary)) return false;
  std::size_t entry = 0;
  std::from_chars(d.key.data() + diary.size(), d.key.data() + d.key.size(), entry);
  return entry > person.in_text;
}

// What stands in the text that the case was read from gets its line, and its turn.
void find_places(const rehab_case& person, std::vector<Diagnostic>& diagnostics) {
  if (person.text.empty() || diagnostics.empty()) return;
  const auto added =
      std::stable_partition(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return !is_of_added(person, d); });
  std::vector<Diagnostic> placed(std::make_move_iterator(diagnostics.begin()), std::make_move_iterator(added));
  diagnostics.erase(diagnostics.begin(), added);
  rehab::find_places({person.name, person.text}, placed);
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(placed.begin()), std::make_move_iterator(placed.end()));
  in_order(diagnostics);
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_plan_make(const rehab_catalog* catalog, const rehab_case* person, const rehab_plan_options* options,
                             rehab_plan** out, rehab_report** report) {
  begin(out);
  begin(report);
  return guarded([&] {
    there(out);
    const rehab_catalog& from = valid(catalog);
    const rehab_case& whose = valid(person);
    const std::optional<Moment> then = telling(from.head.memory, report, [&] { return as_of(options); });
    Result<Plan> result = make_plan(from.catalog, whose.file.intake, then, log_to(from.sink));
    tell_differences(from.catalog, whose.file, result.diagnostics);
    rehab::c::find_places(whose, result.diagnostics);
    return settle(std::move(result), from.head.memory, report,
                  [&](Plan plan) { *out = made<rehab_plan>(from.head.memory, std::move(plan), Sink(from.sink)).release(); });
  });
}

void rehab_plan_free(rehab_plan* plan) { release(plan); }

rehab_status rehab_plan_describe(const rehab_plan* plan, rehab_plan_info* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    give(out, {.struct_size = 0,
               .id = uuid(all.id),
               .protocol = borrowed(all.protocol().id),
               .title = borrowed(all.protocol().title),
               .disclaimer = literal(words_of(all.catalog)["disclaimer"]),
               .severity = number_of(all.intake.severity),
               .zone = borrowed(all.intake.zone),
               .weeks = all.weeks,
               .first_day = date(all.days.begin),
               .last_day = date(all.days.end - std::chrono::days{1}),
               .as_of = moment(all.as_of),
               .revision = static_cast<std::size_t>(all.revision),
               .ending = ending_of(all),
               .phase_count = all.phases.size(),
               .session_count = all.sessions.size(),
               .change_count = all.changes.size()});
    return REHAB_OK;
  });
}
