#include <string>
#include <string_view>
#include <vector>

#include "case/lists.hpp"
#include "case/toml.hpp"
#include "case/torn.hpp"
#include "rehab/case_file.hpp"
#include "text/append.hpp"

namespace rehab {

namespace {

using case_file::append_key;
using case_file::append_text;
using std::chrono::days;

constexpr std::string_view opening =
    "# A case of rehab: what was said at the start, then the diary. Write no name into it.\n"
    "# The diary only grows: put a wrong entry right by a new one at the end. rehab writes each entry between #{ and #}, so that\n"
    "# one that was cut off is never taken for a whole one; entries by hand need no such lines.\n";

// One line "key = value"; `append` adds the value.
template <class Append>
void line(std::string& out, std::string_view key, Append append) {
  (out += key) += " = ";
  append();
  out += '\n';
}

void text_line(std::string& out, std::string_view key, std::string_view text) {
  if (!text.empty()) line(out, key, [&] { append_text(out, text); });
}
void date_line(std::string& out, std::string_view key, std::chrono::local_days date) {
  line(out, key, [&] { text::append_date(out, date); });
}
void number_line(std::string& out, std::string_view key, int number) {
  line(out, key, [&] { text::append_number(out, std::int64_t{number}); });
}
void texts_line(std::string& out, std::string_view key, const std::vector<std::string>& texts) {
  line(out, key, [&] { case_file::append_texts(out, texts); });
}

// --- An entry --------------------------------------------------------------------------------------------

template <class T, class Name, class Append>
void table_line(std::string& out, std::string_view key, const std::vector<T>& entries, Name name, Append append) {
  if (entries.empty()) return;
  line(out, key, [&] {
    std::string_view before = "{ ";
    case_file::each_once(entries, name, [&](const T& one) {
      append_key(out += before, one.*name);
      out += " = ";
      append(one);
      before = ", ";
    });
    out += " }";
  });
}

void append_reading(std::string& out, const Reading& reading) {
  if (!reading.other) return case_file::append_real(out, reading.value);
  out += "{ injured = ";
  case_file::append_real(out, reading.value);
  out += ", other = ";
  case_file::append_real(out, *reading.other);
  out += " }";
}

void append_moment(std::string& out, const Moment& moment) {
  out += "{ date = ";
  text::append_date(out, moment.date);
  ((out += ", part = \"") += name(moment.slot)) += "\" }";
}

void append_entry(std::string& out, const Entry& entry) {
  ((out += '\n') += case_file::entry_begin) += "\n[[diary]]\n";
  date_line(out, "date", entry.date);
  if (entry.slot != Slot::bedtime) text_line(out, "part", name(entry.slot));
  if (entry.logged) line(out, "logged", [&] { append_moment(out, *entry.logged); });
  if (entry.done) text_line(out, "done", name(*entry.done));
  if (entry.pain) number_line(out, "pain", *entry.pain);
  table_line(out, "measured", entry.measured, &Reading::measure, [&](const Reading& r) { append_reading(out, r); });
  table_line(out, "sets_done", entry.sets_done, &SetsDone::exercise,
             [&](const SetsDone& s) { text::append_number(out, std::int64_t{s.sets}); });
  if (!entry.red_flags.empty()) texts_line(out, "red_flags", case_file::without_repeats(entry.red_flags));
  text_line(out, "cleared_by", entry.cleared_by);
  if (entry.pause_until) date_line(out, "pause_until", *entry.pause_until);
  text_line(out, "note", entry.note);
  (out += case_file::entry_end) += '\n';
}

// --- The head --------------------------------------------------------------------------------------------

void append_head(std::string& out, const CaseFile& file) {
  const Case& intake = file.intake;
  number_line(out, "schema", 1);
  text_line(out, "id", intake.id);
  text_line(out, "protocol", intake.protocol);
  text_line(out, "version", file.version);
  text_line(out, "hash", file.hash);
  text_line(out, "severity", name(intake.severity));
  if (intake.side) text_line(out, "side", name(*intake.side));
  if (intake.start != not_given) date_line(out, "start", intake.start);
  text_line(out, "zone", intake.zone);
  if (intake.age) number_line(out, "age", *intake.age);
  if (intake.sex) text_line(out, "sex", name(*intake.sex));
  if (!intake.with.empty()) texts_line(out, "with", case_file::without_repeats(intake.with));
  if (intake.equipment) texts_line(out, "equipment", case_file::without_repeats(*intake.equipment));
  if (!intake.tags.empty()) texts_line(out, "tags", case_file::without_repeats(intake.tags));
  if (!intake.red_flags.empty()) texts_line(out, "red_flags", case_file::without_repeats(intake.red_flags));
}

void append_times(std::string& out, const PartTimes& times) {
  out += "\n[times]\n";
  for (std::size_t part = 0; part < times.size(); ++part) {
    if (!times[part]) continue;
    std::string time;
    text::append_time(time, *times[part]);
    text_line(out, part_names[part], time);
  }
}

void append_availability(std::string& out, const Case& intake) {
  out += "\n[availability]\n";
  texts_line(out, "days", case_file::names_of(intake.days));
  if (intake.away.empty()) return;
  out += "away = [\n";
  for (const DayRange& range : intake.away) {
    text::append_date(out += "  { from = ", range.begin);
    text::append_date(out += ", to = ", range.end - days{1});
    out += " },\n";
  }
  out += "]\n";
}

void append_clearance(std::string& out, const Clearance& clearance) {
  out += "\n[clearance]\n";
  text_line(out, "by", clearance.by);
  date_line(out, "on", clearance.on);
}

}  // namespace

std::string case_text(const CaseFile& file) {
  std::string out(opening);
  append_head(out, file);
  append_times(out, file.intake.times);
  append_availability(out, file.intake);
  if (file.intake.clearance) append_clearance(out, *file.intake.clearance);
  for (const Entry& entry : file.intake.diary) append_entry(out, entry);
  return out;
}

std::string entry_text(const Entry& entry) {
  std::string out;
  append_entry(out, entry);
  return out;
}

}  // namespace rehab
