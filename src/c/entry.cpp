// Entries of the diary: from their structure, checked, added.
#include <algorithm>
#include <functional>
#include <string>

#include "c/handles.hpp"
#include "c/intake.hpp"
#include "c/report.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"
#include "plan/diary.hpp"
#include "protocol/keys.hpp"

namespace rehab::c {

namespace {

std::vector<Reading> readings(const rehab_reading* first, std::size_t count) {
  items(first, count);
  std::vector<Reading> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({string(first[i].measure, "measured"), first[i].value, real(first[i].other)});
  return out;
}

std::vector<SetsDone> sets_done(const rehab_sets_done* first, std::size_t count) {
  items(first, count);
  std::vector<SetsDone> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({string(first[i].exercise, "sets_done"), first[i].sets});
  return out;
}

// A catalog that knows every id of these entries: what is wrong with it, is with any.
Catalog knowing(const std::vector<Entry>& entries) {
  CatalogData data;
  for (const Entry& entry : entries) {
    for (const Reading& reading : entry.measured) {
      Measure measure;
      measure.id = reading.measure;
      measure.unit = Measure::Unit::count;
      measure.sides = true;
      data.measures.push_back(std::move(measure));
    }
    for (const SetsDone& done : entry.sets_done) data.exercises.emplace_back().id = done.exercise;
    for (const std::string& id : entry.red_flags) data.red_flags.emplace_back().id = id;
  }
  return Catalog(std::move(data));
}

// What could not be read again once it is written. Ids are as private as what they name.
template <class T>
void check_ids(const std::vector<T>& named, auto id, std::string_view field, std::size_t entry, std::vector<Diagnostic>& out) {
  if (std::ranges::all_of(
          named, [](const std::string& text) { return protocol::is_id(text); }, id))
    return;
  std::string key = "diary[";
  ((key += std::to_string(entry + 1)) += "].") += field;
  out.push_back({Level::error, Area::intake, "diary", "", 0, 0, std::move(key),
                 "an id is not lower-case words with hyphens, at most 64 letters", "use the id as the catalog has it"});
}

// All of them or none.
void append(std::vector<Entry>& diary, std::vector<Entry> entries) {
  diary.reserve(diary.size() + entries.size());
  std::move(entries.begin(), entries.end(), std::back_inserter(diary));
}

rehab_status settle_entries(rehab_case& person, Result<std::vector<Entry>> result, rehab_report** report) {
  return settle(std::move(result), person.head.memory, report,
                [&](std::vector<Entry> entries) { append(person.file.intake.diary, std::move(entries)); });
}

// Without "diary[1].", which is about a list that the caller does not have.
void drop_list(std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& d : diagnostics) d.key.erase(0, d.key.find('.') + 1);
}

}  // namespace

Entry entry_of(const rehab_entry& raw) {
  const rehab_entry given = taken(&raw);
  Entry out;
  out.date = day(given.date, "date");
  out.slot = choice<Slot>(given.slot, slot_names, "slot").value_or(Slot::bedtime);
  out.logged = moment_if_given(given.logged, "logged");
  out.done = choice<Done>(given.done, done_names, "done");
  out.pain = number(given.pain);
  out.measured = readings(given.measured, given.measured_count);
  out.sets_done = sets_done(given.sets_done, given.sets_done_count);
  out.red_flags = strings(given.red_flags, "red_flags");
  out.cleared_by = string(given.cleared_by, "cleared_by");
  out.pause_until = day_if_given(given.pause_until, "pause_until");
  out.note = string(given.note, "note");
  return out;
}

std::vector<Diagnostic> check_entries(std::chrono::local_days start, const std::vector<Entry>& entries) {
  Case intake;
  intake.start = start;
  intake.diary = entries;
  std::vector<Diagnostic> diagnostics;
  plan::check_diary(knowing(entries), intake, diagnostics);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    check_ids(entries[i].measured, &Reading::measure, "measured", i, diagnostics);
    check_ids(entries[i].sets_done, &SetsDone::exercise, "sets_done", i, diagnostics);
    check_ids(entries[i].red_flags, std::identity{}, "red_flags", i, diagnostics);
  }
  return diagnostics;
}

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_case_add(rehab_case* person, const rehab_entry* entry, rehab_report** report) {
  begin(report);
  return guarded([&] {
    const Case& intake = valid(person).file.intake;
    std::vector<Entry> entries{telling(person->head.memory, report, [&] { return entry_of(there(entry)); })};
    std::vector<Diagnostic> diagnostics = check_entries(intake.start, entries);
    drop_list(diagnostics);
    Result<std::vector<Entry>> result(std::move(diagnostics));
    if (!has_errors(result.diagnostics)) result.value = std::move(entries);
    return settle_entries(*person, std::move(result), report);
  });
}

rehab_status rehab_case_add_text(rehab_case* person, rehab_text name, rehab_text text, rehab_report** report) {
  begin(report);
  return guarded([&] {
    const Case& intake = valid(person).file.intake;
    const SourceFile file{telling(person->head.memory, report, [&] { return utf8(name, "name"); }), octets(text)};
    Result<std::vector<Entry>> result = read_diary(file);
    if (result) {
      std::vector<Diagnostic> wrong = check_entries(intake.start, *result);
      find_places(file, wrong);
      std::move(wrong.begin(), wrong.end(), std::back_inserter(result.diagnostics));
      in_order(result.diagnostics);
      if (has_errors(result.diagnostics)) result.value.reset();
    }
    return settle_entries(*person, std::move(result), report);
  });
}
