#include "export/json_knowledge.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

template <class T>
void names(const JsonSheet& sheet, std::string_view key, const std::vector<T>& values) {
  if (values.empty()) return;
  sheet.json.open_array(key, Layout::row);
  for (const T v : values) sheet.json.value(name(v));
  sheet.json.close();
}

void pose(const JsonSheet& sheet, std::string_view key, const Pose& degrees) {
  sheet.json.open_object(key, Layout::row);
  if (degrees.trunk) sheet.json.member("trunk", *degrees.trunk);
  sheet.json.member("hip", degrees.hip);
  sheet.json.member("knee", degrees.knee);
  sheet.json.member("ankle", degrees.ankle);
  sheet.json.close();
}

void norms(const JsonSheet& sheet, const std::vector<Measure::Norm>& rows) {
  if (rows.empty()) return;
  sheet.json.open_array("norm");
  for (const Measure::Norm& row : rows) {
    sheet.json.open_object(Layout::row);
    sheet.json.member("from_age", row.age);
    sheet.json.member("men", row.men);
    sheet.json.member("women", row.women);
    sheet.json.close();
  }
  sheet.json.close();
}

// The members of a criterion, for the object that is open: a limit has them beside its own.
void criterion_members(const JsonSheet& sheet, const Criterion& c) {
  sheet.id("measure", c.measure);
  sheet.number("min", c.min, c.provenance);
  sheet.number("max", c.max, c.provenance);
  sheet.number("symmetry_percent", c.symmetry_percent, c.provenance);
  sheet.number("norm_percent", c.norm_percent, c.provenance);
  sheet.number("change_max", c.change_max, c.provenance);
  sheet.number("change_min", c.change_min, c.provenance);
  sheet.number("change_percent_max", c.change_percent_max, c.provenance);
  sheet.number("weekly_change_max", c.weekly_change_max, c.provenance);
  sheet.number("pain_max", c.pain_max, c.provenance);
  sheet.number("for_days", std::optional(c.for_days), c.provenance);
  sheet.number("for_sessions", c.for_sessions, c.provenance);
  sheet.text("workout", c.workout);
  sheet.provenance(c.provenance);
}

void source_places(const JsonSheet& sheet, const Source& source) {
  sheet.text("title", source.title);
  sheet.text("journal", source.journal);
  sheet.text("volume", source.volume);
  sheet.text("pages", source.pages);
  sheet.text("part", source.part);
  sheet.text("doi", source.doi);
  sheet.text("pmid", source.pmid);
}

void exercise_texts(const JsonSheet& sheet, const Exercise& e) {
  sheet.text("setup", e.setup);
  sheet.texts("steps", e.steps);
  sheet.text("breath", e.breath);
  sheet.text("feel", e.feel);
  sheet.text("mistake", e.mistake);
  sheet.text("evidence", e.evidence);
}

}  // namespace

void write_json(const JsonSheet& sheet, const Source& source) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(source.id));
  sheet.texts("authors", source.authors);
  if (source.year) sheet.json.member("year", *source.year);
  source_places(sheet, source);
  sheet.json.member("kind", name(source.kind));
  sheet.json.member("seen", name(source.seen));
  sheet.texts("needs_review", source.needs_review);
  sheet.text("note", source.note);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Equipment& equipment) {
  sheet.json.open_object(Layout::row);
  sheet.json.member("id", std::string_view(equipment.id));
  sheet.text("title", equipment.title);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Exercise& e) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(e.id));
  sheet.text("title", e.title);
  sheet.json.member("kind", name(e.kind));
  sheet.json.member("legs", name(e.legs));
  if (e.knee) sheet.json.member("knee", name(*e.knee));
  if (e.range) sheet.json.member("range", name(*e.range));
  sheet.json.member("surface", name(e.surface));
  sheet.json.member("posture", name(e.posture));
  sheet.json.member("support", name(e.support));
  names(sheet, "muscles", e.muscles);
  sheet.ids("equipment", e.equipment);
  sheet.ids("avoid", e.avoid);
  exercise_texts(sheet, e);
  pose(sheet, "start_deg", e.start_deg);
  pose(sheet, "end_deg", e.end_deg);
  if (e.other_deg) pose(sheet, "other_deg", *e.other_deg);
  sheet.provenance(e.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Measure& m) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(m.id));
  sheet.text("title", m.title);
  sheet.text("ask", m.ask);
  sheet.json.member("unit", name(m.unit));
  sheet.json.member("asked", name(m.asked));
  sheet.json.member("sides", m.sides);
  sheet.texts("how", m.how);
  sheet.number("retest_days", m.retest_days, m.provenance);
  sheet.number("noise", m.noise, m.provenance);
  norms(sheet, m.norm);
  sheet.provenance(m.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Condition& c) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(c.id));
  sheet.text("title", c.title);
  sheet.texts("also", c.also);
  sheet.number("weeks_min", c.weeks_min, c.provenance);
  names(sheet, "forbid_ranges", c.forbid_ranges);
  sheet.json.member("clearance", c.clearance);
  sheet.json.open_object("signs");
  for (const Severity s : severities)
    if (!sheet.severity || s == *sheet.severity) sheet.texts(name(s), c.signs[static_cast<std::size_t>(s)]);
  sheet.json.close();
  sheet.provenance(c.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Tag& tag) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(tag.id));
  sheet.text("ask", tag.ask);
  sheet.json.member("clearance", tag.clearance);
  sheet.provenance(tag.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const RedFlag& flag) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(flag.id));
  sheet.text("title", flag.title);
  sheet.text("ask", flag.ask);
  sheet.text("act", flag.act);
  sheet.json.member("urgency", name(flag.urgency));
  sheet.json.member("moment", name(flag.moment));
  sheet.ids("conditions", flag.conditions);
  sheet.ids("except", flag.except);
  sheet.provenance(flag.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const PainRule& r) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(r.id));
  sheet.text("title", r.title);
  sheet.text("say", r.say);
  sheet.number("pain_safe", r.pain_safe, r.provenance);
  sheet.number("pain_max", r.pain_max, r.provenance);
  sheet.number("mornings", r.mornings, r.provenance);
  sheet.ids("mornings_of", r.mornings_of);
  sheet.ids("weekly_rise_of", r.weekly_rise_of);
  sheet.number("weekly_rise_max", r.weekly_rise_max, r.provenance);
  sheet.number("lower_load_steps", r.lower_load_steps, r.provenance);
  sheet.number("lower_volume_percent", r.lower_volume_percent, r.provenance);
  sheet.amount("rest_hours", r.rest_hours, r.provenance);
  sheet.number("breaches_to_review", r.breaches_to_review, r.provenance);
  sheet.provenance(r.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const DayLevel& level) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(level.id));
  sheet.text("title", level.title);
  sheet.amount("pain_during", level.pain_during, level.provenance);
  sheet.amount("pain_after", level.pain_after, level.provenance);
  sheet.number("recovery_days", std::optional(level.recovery_days), level.provenance);
  sheet.provenance(level.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Criterion& criterion) {
  sheet.json.open_object();
  criterion_members(sheet, criterion);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Limit& limit) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(limit.id));
  criterion_members(sheet, limit.criterion);
  sheet.json.member("otherwise", name(limit.otherwise));
  sheet.number("rest_days", limit.rest_days, limit.criterion.provenance);
  sheet.text("say", limit.say);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Load& load) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(load.id));
  sheet.text("title", load.title);
  sheet.json.member("kind", name(load.kind));
  sheet.ids("equipment", load.equipment);
  sheet.json.member("required", load.required);
  sheet.number("start_kg", load.start_kg, load.provenance);
  sheet.number("step_kg", load.step_kg, load.provenance);
  sheet.number("max_kg", load.max_kg, load.provenance);
  sheet.number("start_percent", load.start_percent, load.provenance);
  sheet.number("max_percent", load.max_percent, load.provenance);
  sheet.number("step_percent", load.step_percent, load.provenance);
  sheet.number("step_days", load.step_days, load.provenance);
  write_list(sheet, "step_when", load.step_when);
  sheet.provenance(load.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Advice& advice) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(advice.id));
  sheet.text("title", advice.title);
  sheet.texts("lines", advice.lines);
  sheet.json.member("weight", name(advice.weight));
  sheet.texts("phases", advice.phases);
  sheet.provenance(advice.provenance);
  sheet.json.close();
}

void write_json(const JsonSheet& sheet, const Evidence& evidence) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(evidence.id));
  sheet.text("finding", evidence.finding);
  sheet.provenance(evidence.provenance);
  sheet.json.close();
}

}  // namespace rehab
