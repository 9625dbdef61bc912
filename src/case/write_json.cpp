#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "case/lists.hpp"
#include "case/toml.hpp"
#include "rehab/case_file.hpp"
#include "text/append.hpp"
#include "text/json.hpp"
#include "text/utf8.hpp"

namespace rehab {

namespace {

using text::JsonWriter;
constexpr auto row = JsonWriter::Layout::row;

void member(JsonWriter& json, std::string_view key, std::chrono::local_days date) {
  std::string text;
  text::append_date(text, date);
  json.member(key, text);
}

// No file holds characters of plane 16, which is for private use. Octets that are no UTF-8 are the writer's to replace.
std::string without_plane_16(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t odd = std::min(text.find('\xf4'), text.size());
    out += text.substr(0, odd);
    text.remove_prefix(odd);
    if (text.empty()) break;
    out += "\uFFFD";
    text.remove_prefix(text::first_invalid_utf8(text.substr(0, 4)) < 4 ? 1 : 4);
  }
  return out;
}

void member(JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) json.member(key, without_plane_16(text));
}

void member(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.open_array(key, row);
  for (const std::string& one : texts) json.value(without_plane_16(one));
  json.close();
}

void member(JsonWriter& json, std::string_view key, double number) {
  std::string digits;
  case_file::append_real(digits, number);
  json.key(key);
  json.digits(digits);
}

// --- An entry --------------------------------------------------------------------------------------------

void moment(JsonWriter& json, const Moment& moment) {
  json.open_object("logged");
  member(json, "date", moment.date);
  json.member("part", name(moment.slot));
  json.close();
}

void measured(JsonWriter& json, const std::vector<Reading>& readings) {
  if (readings.empty()) return;
  json.open_object("measured");
  case_file::each_once(readings, &Reading::measure, [&](const Reading& reading) {
    if (!reading.other) return member(json, reading.measure, reading.value);
    json.open_object(reading.measure);
    member(json, "injured", reading.value);
    member(json, "other", *reading.other);
    json.close();
  });
  json.close();
}

void sets_done(JsonWriter& json, const std::vector<SetsDone>& all) {
  if (all.empty()) return;
  json.open_object("sets_done");
  case_file::each_once(all, &SetsDone::exercise, [&](const SetsDone& one) { json.member(one.exercise, one.sets); });
  json.close();
}

void entry(JsonWriter& json, const Entry& entry) {
  json.open_object(row);
  member(json, "date", entry.date);
  if (entry.slot != Slot::bedtime) json.member("part", name(entry.slot));
  if (entry.logged) moment(json, *entry.logged);
  if (entry.done) json.member("done", name(*entry.done));
  if (entry.pain) json.member("pain", *entry.pain);
  measured(json, entry.measured);
  sets_done(json, entry.sets_done);
  if (!entry.red_flags.empty()) member(json, "red_flags", case_file::without_repeats(entry.red_flags));
  member(json, "cleared_by", entry.cleared_by);
  if (entry.pause_until) member(json, "pause_until", *entry.pause_until);
  member(json, "note", entry.note);
  json.close();
}

// --- The head --------------------------------------------------------------------------------------------

void head(JsonWriter& json, const CaseFile& file) {
  const Case& intake = file.intake;
  json.member("schema", 1);
  member(json, "id", intake.id);
  member(json, "protocol", intake.protocol);
  member(json, "version", file.version);
  member(json, "hash", file.hash);
  json.member("severity", name(intake.severity));
  if (intake.side) json.member("side", name(*intake.side));
  if (intake.start != not_given) member(json, "start", intake.start);
  member(json, "zone", intake.zone);
  if (intake.age) json.member("age", *intake.age);
  if (intake.sex) json.member("sex", name(*intake.sex));
  if (!intake.with.empty()) member(json, "with", case_file::without_repeats(intake.with));
  if (intake.equipment) member(json, "equipment", case_file::without_repeats(*intake.equipment));
  if (!intake.tags.empty()) member(json, "tags", case_file::without_repeats(intake.tags));
  if (!intake.red_flags.empty()) member(json, "red_flags", case_file::without_repeats(intake.red_flags));
}

void times(JsonWriter& json, const PartTimes& times) {
  json.open_object("times", row);
  for (std::size_t part = 0; part < times.size(); ++part) {
    if (!times[part]) continue;
    std::string time;
    text::append_time(time, *times[part]);
    json.member(part_names[part], time);
  }
  json.close();
}

void availability(JsonWriter& json, const Case& intake) {
  json.open_object("availability");
  member(json, "days", case_file::names_of(intake.days));
  if (!intake.away.empty()) {
    json.open_array("away");
    for (const DayRange& range : intake.away) {
      json.open_object(row);
      member(json, "from", range.begin);
      member(json, "to", range.end - std::chrono::days{1});
      json.close();
    }
    json.close();
  }
  json.close();
}

void clearance(JsonWriter& json, const Clearance& clearance) {
  json.open_object("clearance", row);
  member(json, "by", clearance.by);
  member(json, "on", clearance.on);
  json.close();
}

}  // namespace

std::string case_json(const CaseFile& file) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  head(json, file);
  times(json, file.intake.times);
  availability(json, file.intake);
  if (file.intake.clearance) clearance(json, *file.intake.clearance);
  if (!file.intake.diary.empty()) {
    json.open_array("diary");
    for (const Entry& one : file.intake.diary) entry(json, one);
    json.close();
  }
  json.close();
  return out += '\n';
}

}  // namespace rehab
