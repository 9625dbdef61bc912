#include "export/json_protocol.hpp"

#include "export/json_knowledge.hpp"
#include "protocol/effective.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

void write_offers(const JsonSheet& sheet, const Protocol& protocol) {
  sheet.json.open_object("severity");
  for (const Severity s : severities) {
    const std::optional<SeverityOffer>& offer = protocol.severity[static_cast<std::size_t>(s)];
    if (!offer || (sheet.severity && s != *sheet.severity)) continue;
    sheet.json.open_object(name(s));
    if (offer->weeks) sheet.json.member("weeks", *offer->weeks);
    sheet.text("refer", offer->refer);
    sheet.texts("signs", offer->signs);
    sheet.json.member("clearance", offer->clearance);
    if (!offer->review_weeks.empty()) {
      sheet.json.open_object("review_weeks", Layout::row);
      sheet.json.open_array("value");
      for (const int week : offer->review_weeks) sheet.json.value(week);
      sheet.json.close();
      sheet.origin(rehab::protocol::origin_of(*sheet.catalog, offer->provenance, "review_weeks"));
      sheet.json.close();
    }
    sheet.provenance(offer->provenance);
    sheet.json.close();
  }
  sheet.json.close();
}

void write_settings(const JsonSheet& sheet, const Protocol& protocol) {
  sheet.json.open_array("setting", Layout::row);
  for (const Protocol::Setting s : protocol.setting) sheet.json.value(name(s));
  sheet.json.close();
}

}  // namespace

void write_frame(const JsonSheet& sheet, const Protocol& protocol) {
  sheet.json.member("id", std::string_view(protocol.id));
  sheet.json.member("version", std::string_view(protocol.version));
  sheet.text("language", protocol.language);
  sheet.text("licence", protocol.licence);
  sheet.text("hash", protocol.hash);
  sheet.text("catalog_hash", sheet.catalog->hash);
  sheet.text("title", protocol.title);
  sheet.text("summary", protocol.summary);
  sheet.text("population", protocol.population);
  if (protocol.condition) {
    sheet.json.key("condition");
    write_json(sheet, sheet.catalog[protocol.condition]);
  }
  sheet.json.member("supervision", name(protocol.supervision));
  write_settings(sheet, protocol);
  sheet.id("pain_rule", protocol.pain_rule);
  sheet.json.member("missed", name(protocol.missed));
  sheet.json.member("away", name(protocol.away));
  sheet.ids("asks", protocol.asks);
  sheet.ids("not_for", protocol.not_for);
  sheet.ids("clearance_for", protocol.clearance_for);
  sheet.texts("clearance_asks", protocol.clearance_asks);
  sheet.json.member("end", name(protocol.end));
  sheet.text("after", protocol.after);
  sheet.texts("next", protocol.next);
  write_offers(sheet, protocol);
  write_list(sheet, "limits", protocol.limits);
}

void write_phase_rules(const JsonSheet& sheet, const Protocol& protocol, const Phase& phase) {
  sheet.texts("goals", phase.goals);
  sheet.id("pain_rule", pain_rule_of(protocol, phase));
  sheet.amount("pain_max", phase.pain_max, phase.provenance);
  write_list(sheet, "enter", phase.enter);
  write_list(sheet, "move_on", phase.move_on);
  write_list(sheet, "limits", phase.limits);
}

void write_workout_rules(const JsonSheet& sheet, const Protocol& protocol, const Workout& workout) {
  sheet.json.member("id", std::string_view(workout.id));
  sheet.text("title", workout.title);
  sheet.json.member("optional", workout.optional);
  sheet.json.open_array("at", Layout::row);
  for (const Part part : workout.at) sheet.json.value(name(part));
  sheet.json.close();
  sheet.amount("times_per_day", workout.times_per_day, workout.provenance);
  sheet.amount("days_per_week", workout.days_per_week, workout.provenance);
  sheet.number("min_hours_apart", workout.min_hours_apart, workout.provenance);
  if (!workout.not_with.empty()) {
    sheet.json.open_array("not_with", Layout::row);
    for (const std::uint8_t number : workout.not_with) sheet.json.value(workout_id(protocol, number));
    sheet.json.close();
  }
  sheet.id("level", workout.level);
  sheet.amount("rest_between_exercises_s", workout.rest_between_exercises_s, workout.provenance);
  sheet.provenance(workout.provenance);
}

void write_tables(const JsonSheet& sheet, const Protocol& protocol, const References& used) {
  const CatalogData& all = *sheet.catalog;
  write_used(sheet, "pain_rules", all.pain_rules, used.pain_rules);
  write_used(sheet, "levels", all.levels, used.levels);
  write_used(sheet, "measures", all.measures, used.measures);
  write_used(sheet, "exercises", all.exercises, used.exercises);
  write_used(sheet, "equipment", all.equipment, used.equipment);
  write_used(sheet, "tags", all.tags, used.tags);
  sheet.json.open_array("red_flags");
  for (const RedFlag* flag : red_flags_of(sheet.catalog, protocol.condition)) write_json(sheet, *flag);
  sheet.json.close();
  write_used(sheet, "sources", all.sources, used.sources);
}

std::string_view workout_id(const Protocol& protocol, std::uint8_t number) {
  for (const Phase& phase : protocol.phases)
    for (const Workout& workout : phase.workouts)
      if (workout.number == number) return workout.id;
  return {};
}

}  // namespace rehab
