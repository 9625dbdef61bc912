// What a reader makes of the table: as many rows as the plan has exercises in its sessions, every date, every number, and nothing
// that acts.
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "export/formats.hpp"
#include "support/catch.hpp"
#include "support/csv_reader.hpp"
#include "support/eyes.hpp"
#include "support/followed.hpp"
#include "support/random_diaries.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"
#include "text/utf8.hpp"

using namespace rehab;
using rehab_test::Situation;

namespace {

using Record = std::map<std::string, std::string>;

std::string table_of(const Plan& plan) {
  std::string out;
  std::vector<Diagnostic> diagnostics;
  REQUIRE(append_csv(plan, {}, out, diagnostics));
  CHECK(diagnostics.empty());
  return out;
}

std::vector<Record> records_of(const Plan& plan) {
  const auto rows = rehab_test::read_csv(table_of(plan));
  REQUIRE(rows);
  return rehab_test::records(*rows);
}

// --- What a cell must say -----------------------------------------------------------------------------------------------------

template <class T>
std::string number(const std::optional<T>& value) {
  std::string out;
  if (value) text::append_number(out, *value);
  return out;
}
std::string number(std::optional<int> value) { return value ? std::to_string(*value) : ""; }

std::string date_of(std::chrono::local_days date) {
  std::string out;
  text::append_date(out, date);
  return out;
}

std::string utc_of(const Plan& plan, const Session& session) {
  if (plan.intake.zone.empty()) return "";
  const auto day = std::chrono::floor<std::chrono::days>(session.utc);
  std::string out = date_of(std::chrono::local_days{day.time_since_epoch()}) + "T";
  text::append_time(out, std::chrono::duration_cast<std::chrono::minutes>(session.utc - day));
  return out + ":00Z";
}

std::string id_of(const Plan& plan, const Session& session) {
  std::string out;
  text::append_uuid(out, identity(plan, session));
  return out;
}

void check_origin(const Plan& plan, Record& row, const std::string& name, bool stated, const Origin& origin) {
  CHECK(row.at(name + "_source") == (stated && origin.source ? plan.catalog[origin.source].id : ""));
  CHECK(row.at(name + "_confidence") == (stated ? rehab::name(origin.confidence) : ""));
}

void check_figure(const Plan& plan, Record& row, const std::string& name, const Figure& figure) {
  CHECK(row.at(name + "_min") == (figure.value ? number(figure.value->min) : ""));
  CHECK(row.at(name + "_max") == (figure.value ? std::to_string(figure.value->max) : ""));
  check_origin(plan, row, name, figure.value.has_value(), figure.origin);
}

void check_session(const Plan& plan, Record& row, const Session& session) {
  const Routine& routine = plan.routine_of(session);
  std::string time;
  text::append_time(time, session.time);
  CHECK(row.at("session") == id_of(plan, session));
  CHECK(row.at("date") == date_of(session.date));
  CHECK(row.at("time") == time);
  CHECK(row.at("zone") == plan.intake.zone);
  CHECK(row.at("utc") == utc_of(plan, session));
  CHECK(row.at("part") == name(session.part));
  CHECK(row.at("done") == (session.done ? name(*session.done) : ""));
  CHECK(row.at("pain") == number(session.pain));
  CHECK(row.at("phase") == plan.phase_of(plan.span_of(session)).id);
  CHECK(row.at("visit") == std::to_string(plan.span_of(session).visit));
  CHECK(row.at("week") == std::to_string(routine.week));
  CHECK(row.at("week_of_phase") == std::to_string(routine.week_of_phase));
  CHECK(row.at("length_minutes") == std::to_string(routine.length.count()));
  CHECK(row.at("pain_max") == (routine.pain_max.value ? std::to_string(routine.pain_max.value->max) : ""));
  check_origin(plan, row, "pain_max", routine.pain_max.value.has_value(), routine.pain_max.origin);
}

void check_choices(const Plan& plan, Record& row, const PlannedDose& dose) {
  const Tempo tempo = dose.tempo_s.value_or(Tempo{});
  CHECK(row.at("as_tolerated") == (dose.as_tolerated ? "true" : ""));
  CHECK(row.at("to_failure") == (dose.to_failure ? "true" : ""));
  CHECK(row.at("tempo_lift_s") == number(tempo.lift));
  CHECK(row.at("tempo_hold_s") == number(tempo.hold));
  CHECK(row.at("tempo_lower_s") == number(tempo.lower));
  CHECK(row.at("tempo_pass_s") == number(tempo.pass));
  CHECK(row.at("load").empty() == !dose.load);
  CHECK(row.at("load_now") == number(dose.load_now));
  CHECK(row.at("load_unit").empty() == !dose.load_now);
  CHECK(row.at("rung_min") == (dose.ladder ? std::to_string(dose.rung) : ""));
  CHECK(row.at("rung_max") == (dose.ladder ? std::to_string(dose.last_rung) : ""));
  CHECK(row.at("volume_percent") == std::to_string(dose.volume_percent));
  CHECK(row.at("side") == (dose.side ? name(*dose.side) : ""));
  CHECK(row.at("order") == (dose.order ? name(*dose.order) : ""));
  if (dose.load && dose.load->kind == LoadName::Kind::named) CHECK(row.at("load_steps") == std::to_string(dose.load_steps));
  check_origin(plan, row, "tempo", dose.tempo_s.has_value(), dose.tempo_origin);
  check_origin(plan, row, "load", dose.load.has_value(), dose.load_origin);
  check_origin(plan, row, "side", dose.side.has_value(), dose.side_origin);
  check_origin(plan, row, "instead_of", static_cast<bool>(dose.instead_of), dose.substitution);
}

void check_dose(const Plan& plan, Record& row, const Session& session, const PlannedDose& dose) {
  CHECK(row.at("workout") == plan.phase_of(plan.span_of(session)).workouts[dose.workout].id);
  CHECK(row.at("exercise") == plan.catalog[dose.exercise].id);
  CHECK(row.at("instead_of") == (dose.instead_of ? plan.catalog[dose.instead_of].id : ""));
  check_figure(plan, row, "sets", dose.sets);
  check_figure(plan, row, "reps", dose.reps);
  check_figure(plan, row, "hold_s", dose.hold_s);
  check_figure(plan, row, "duration_minutes", dose.duration_min);
  check_figure(plan, row, "distance_m", dose.distance_m);
  check_figure(plan, row, "effort_percent", dose.effort_percent);
  check_figure(plan, row, "rest_s", dose.rest_s);
  check_figure(plan, row, "rest_between_reps_s", dose.rest_between_reps_s);
  check_choices(plan, row, dose);
}

// All of the plan is in the table, and nothing else.
void check_table(const Plan& plan) {
  std::vector<Record> rows = records_of(plan);
  std::size_t at = 0;
  for (const Session& session : plan.sessions) {
    REQUIRE(at < rows.size());
    check_session(plan, rows[at], session);
    if (plan.doses_of(session).empty()) CHECK(rows[at++].at("exercise").empty());
    for (const PlannedDose& dose : plan.doses_of(session)) {
      REQUIRE(at < rows.size());
      CHECK(rows[at].at("session") == id_of(plan, session));
      check_dose(plan, rows[at++], session, dose);
    }
  }
  CHECK(at == rows.size());
}

// --- Hostile titles -------------------------------------------------------------------------------------------------------------

// Bits of what has been tried against spreadsheets and readers, put together at random.
std::string hostile_title() {
  constexpr std::array<std::string_view, 24> bits{"=",
                                                  "+",
                                                  "-",
                                                  "@",
                                                  "\t",
                                                  "\r",
                                                  "\n",
                                                  "\r\n",
                                                  ";",
                                                  ",",
                                                  "\"",
                                                  "'",
                                                  " ",
                                                  "\xC2\xA0",
                                                  "\xE3\x80\x80",
                                                  "\xEF\xBC\x9D",
                                                  "\xEF\xBC\x8B",
                                                  "cmd|' /C calc'!A0",
                                                  "HYPERLINK(\"x\")",
                                                  "Übung",
                                                  "日本",
                                                  "\xff",
                                                  "\xE2\x80\xAE",
                                                  "\x1b[2J"};
  std::string out;
  for (int i = *rc::gen::inRange(0, 9); i > 0; --i) out += bits[*rc::gen::inRange<std::size_t>(0, bits.size())];
  return out;
}

Situation with_hostile_titles(Situation situation) {
  CatalogData data = *situation.catalog;
  for (Exercise& exercise : data.exercises) exercise.title = hostile_title();
  for (Protocol& protocol : data.protocols)
    for (Phase& phase : protocol.phases) {
      phase.title = hostile_title();
      for (Workout& workout : phase.workouts) workout.title = hostile_title();
    }
  situation.catalog = Catalog(std::move(data));
  return situation;
}

void check_tame(const std::string& table) {
  const auto rows = rehab_test::read_csv(table);
  REQUIRE(rows);
  for (const rehab_test::Row& row : *rows)
    for (const std::string& cell : row) CHECK_FALSE(rehab_test::computes(cell));
  for (const char separator : {';', '\t'})
    for (const std::string& cell : rehab_test::cells_for(table, separator)) {
      INFO(cell);
      CHECK_FALSE(rehab_test::computes(cell));
    }
  CHECK(text::first_invalid_utf8(table) == std::string::npos);
}

}  // namespace

TEST_CASE("the table of every protocol and severity is the plan, row by row", "[csv]") {
  for (const Case& intake : eyes::all_cases()) {
    INFO(intake.protocol << " " << name(intake.severity));
    check_table(eyes::plan(intake));
    check_tame(table_of(eyes::plan(intake)));
  }
}

TEST_CASE("the table of a plan that follows a diary is that plan, with what was reported", "[csv]") {
  for (const Case& intake : eyes::all_cases()) {
    INFO(intake.protocol << " " << name(intake.severity));
    const Plan plan = followed::plan(eyes::builtin(), followed::person(eyes::builtin(), intake.protocol, 25, 8, intake.severity));
    check_table(plan);
  }
}

TEST_CASE("the table of any plan is that plan, and no title acts", "[csv][laws]") {
  CHECK(rc::check("random plans", [] {
    const Situation situation = with_hostile_titles(rehab_test::random_lived());
    const Result<Plan> plan = make_plan(situation.catalog, situation.intake);
    RC_PRE(plan.value.has_value());
    check_table(*plan);
    check_tame(table_of(*plan));
  }));
}

TEST_CASE("a stranger's texts act neither in a spreadsheet nor on a terminal", "[csv]") {
  const std::string table = table_of(eyes::plan(eyes::intake("calf-strain", Severity::mild), eyes::hostile()));
  check_tame(table);
  for (std::size_t at = 0; at < table.size();) {
    const char32_t c = text::next_code_point(table, at);
    if (c != U'\n' && c != U'\r' && c != U'\t') REQUIRE(!text::is_control(c));
  }
}

TEST_CASE("a negative step of a load is a number", "[csv]") {
  Plan plan = eyes::plan("achilles-midportion-alfredson", Severity::mild);
  bool any = false;
  for (PlannedDose& dose : plan.doses)
    if (dose.load && dose.load->kind == LoadName::Kind::named) dose.load_steps = -2, any = true;
  REQUIRE(any);
  CHECK(table_of(plan).find(",-2,") != std::string::npos);
  check_table(plan);
}

TEST_CASE("a plan without a zone has neither zone nor instant in the table", "[csv]") {
  Case intake = eyes::intake("calf-strain", Severity::mild);
  intake.zone.clear();
  const Plan plan = eyes::plan(intake);
  check_table(plan);
  CHECK(records_of(plan).front().at("utc").empty());
}

TEST_CASE("a session of which no exercise is left is one row", "[csv]") {
  Plan plan = eyes::plan("calf-strain", Severity::mild);
  for (Routine& routine : plan.routines) routine.doses = 0;
  CHECK(records_of(plan).size() == plan.sessions.size());
  check_table(plan);
}

TEST_CASE("python reads the same sessions from the table", "[csv]") {
  const Plan plan = eyes::plan("calf-strain", Severity::moderate);
  const std::filesystem::path path = std::filesystem::temp_directory_path() / ("rehab-table-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary) << table_of(plan);
  const std::string script =
      "import csv,sys; print('\\n'.join(' '.join((r['session'],r['date'],r['time'],r['exercise'])) for r in "
      "csv.DictReader(open(sys.argv[1],encoding='utf-8',newline=''),strict=True)))";
  std::FILE* pipe = popen(("/usr/bin/python3 -c \"" + script + "\" " + path.string()).c_str(), "r");
  REQUIRE(pipe);
  std::string read;
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) read.append(part.data(), n);
  CHECK(pclose(pipe) == 0);
  std::filesystem::remove(path);
  std::string wanted;
  for (const Session& session : plan.sessions)
    for (const PlannedDose& dose : plan.doses_of(session)) {
      wanted += id_of(plan, session) + " " + date_of(session.date) + " ";
      text::append_time(wanted, session.time);
      wanted += " " + plan.catalog[dose.exercise].id + "\n";
    }
  CHECK(read == wanted);
}
