// All data that the library writes, judged by protocols/plan.schema.json and protocols/pages.schema.json: support/schemas.py says
// how. The schemas are written by hand; that they know every word of the code is checked here.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "export/change_rule.hpp"
#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/followed.hpp"

using namespace rehab;
using nlohmann::json;
using std::chrono::days;

namespace {

// JSON texts after record separators (RFC 7464), in a file that is gone with the object.
class Pages {
 public:
  Pages() : path_(std::filesystem::temp_directory_path() / ("rehab-pages-" + std::to_string(getpid()))) {
    file_.open(path_, std::ios::binary);
  }
  ~Pages() { std::filesystem::remove(path_); }
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  void add(const std::string& page) { file_ << '\x1e' << page; }

  // What the schemas have against them; ends with how many pages of each kind there were.
  std::string complaints(int& status) {
    file_.close();
    const std::string script = REHAB_SOURCE_DIR "/tests/support/schemas.py " REHAB_SOURCE_DIR "/protocols ";
    std::FILE* pipe = popen(("/usr/bin/python3 -B " + script + path_.string() + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    std::string said;
    std::array<char, 4096> part{};
    for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) said.append(part.data(), n);
    status = pclose(pipe);
    return said;
  }

 private:
  std::filesystem::path path_;
  std::ofstream file_;
};

void add_plan(Pages& pages, const Plan& plan) {
  const Result<std::string> data = export_plan(plan, "json");
  REQUIRE(data);
  pages.add(*data);
}

void add_explained(Pages& pages, const Case& intake) {
  const Result<Plan> plan = undated_plan(eyes::builtin(), intake);
  REQUIRE(plan);
  for (int week = 1; week <= plan->weeks; week += 3) {
    const Result<Explanation> why = explain_week(*plan, week);
    REQUIRE(why);
    pages.add(explanation_json(*why));
  }
}

// Every page of a plan that follows a diary, and what its last entries changed.
void add_followed(Pages& pages, const Case& intake) {
  const Plan plan = eyes::plan(intake);
  add_plan(pages, plan);
  pages.add(history_json(plan));
  pages.add(progress_json(plan));
  for (int day = -1; day < 100; day += 9) pages.add(today_json(plan, intake.start + days{day}));
  pages.add(today_json(plan, plan.as_of->date));
  const Result<Explanation> why = explain_day(plan, plan.as_of->date + days{1});
  REQUIRE(why);
  pages.add(explanation_json(*why));
  Case before = intake;
  before.diary.resize(before.diary.size() / 2);
  pages.add(comparison_json(compare(eyes::plan(before), plan)));
}

// All that can be said of a person.
Case talkative() {
  Case intake = eyes::intake("calf-strain", Severity::moderate);
  intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  intake.age = 44;
  intake.sex = Sex::female;
  intake.away = {{intake.start + days{8}, intake.start + days{10}}};
  intake.with = {"stretch"};
  intake.tags = {"previous-calf-strain"};
  intake.equipment.emplace();
  return intake;
}

Case with_entry(Case intake, Entry entry, int day) {
  entry.date = intake.start + days{day};
  intake.diary.push_back(std::move(entry));
  return intake;
}

// --- What no built-in protocol says
// -----------------------------------------------------------------------------------------------

Amount amount(int number) {
  Amount out;
  out.weeks[0] = {Range{number, number}};
  return out;
}

Provenance cited() {
  Provenance out;
  out.cite.value = 0;
  return out;
}

void fill(DoseNumbers& numbers) {
  for (Amount* empty :
       {&numbers.duration_min, &numbers.distance_m, &numbers.effort_percent, &numbers.rest_s, &numbers.rest_between_reps_s})
    *empty = amount(2);
  numbers.as_tolerated = true;
  numbers.tempo_s = Tempo{1, 2, 3, {}};
  numbers.side = DoseSide::each;
  numbers.order = SideOrder::other_first;
  numbers.to_failure = true;
  numbers.weekly_rise_max_percent = 10;
}

void fill(Criterion& criterion) {
  criterion.change_min = criterion.weekly_change_max = criterion.change_percent_max = 1;
  criterion.norm_percent = criterion.symmetry_percent = criterion.pain_max = 1;
}

// Every key of the language that no built-in protocol uses, in one that has most of the others.
Catalog wordy() {
  CatalogData data = *eyes::builtin();
  const auto found = std::find_if(data.protocols.begin(), data.protocols.end(),
                                  [](const Protocol& protocol) { return protocol.id == "calf-conditioning"; });
  REQUIRE(found != data.protocols.end());
  Protocol& protocol = *found;
  protocol.ramp_back = RampBack{7, 14, 50, cited()};
  protocol.assume.front().rest_between_reps_s = amount(1);
  for (std::optional<SeverityOffer>& offer : protocol.severity) {
    offer->signs = {"It tires soon."};
    offer->review_weeks = {2};
    offer->provenance = cited();
  }
  for (Ladder& ladder : protocol.ladders)
    for (PartialDose& rung : ladder.rungs) fill(rung.numbers);
  for (Substitute& substitute : protocol.instead) fill(substitute.with.numbers);
  for (Limit& limit : protocol.limits) fill(limit.criterion);
  for (Phase& phase : protocol.phases) {
    phase.extra = {{{0}, 2, cited()}};
    for (Criterion& criterion : phase.move_on) fill(criterion);
    for (Workout& workout : phase.workouts)
      for (Dose& dose : workout.doses) fill(dose.numbers);
  }
  return Catalog(std::move(data));
}

// Of a definition, in its order.
std::vector<std::string> words_of(const json& definition) { return definition.at("enum").get<std::vector<std::string>>(); }

template <class Names>
std::vector<std::string> words_in(const Names& names) {
  return {names.begin(), names.end()};
}

json schema(const std::string& name) {
  std::ifstream file(REHAB_SOURCE_DIR "/protocols/" + name);
  return json::parse(file);
}

}  // namespace

TEST_CASE("every page of data is as its schema says, and no property of a schema is dead") {
  Pages pages;
  pages.add(list_protocols_json(eyes::builtin()));
  for (const Protocol& protocol : eyes::builtin()->protocols) pages.add(show_protocol_json(eyes::builtin(), protocol, {}));
  for (const Case& intake : eyes::all_cases()) {
    add_plan(pages, eyes::plan(intake));
    pages.add(show_protocol_json(eyes::builtin(), *eyes::builtin().find(intake.protocol), intake.severity));
    add_explained(pages, intake);
    Case bare = intake;
    bare.equipment.emplace();
    add_plan(pages, eyes::plan(bare));
    add_explained(pages, bare);
    add_followed(pages, followed::person(eyes::builtin(), intake.protocol, 25, 8, intake.severity));
  }
  const Catalog all = wordy();
  Case asked = eyes::intake("calf-conditioning", Severity::moderate);
  asked.tags = {all->tags.front().id};
  add_plan(pages, eyes::plan(asked, all));
  pages.add(show_protocol_json(all, *all.find(asked.protocol), {}));
  const Case intake = talkative();
  add_plan(pages, eyes::plan(intake));
  Entry flagged, paused, ill;
  flagged.red_flags = {"pop"};
  paused.pause_until = intake.start + days{20};
  add_followed(pages, with_entry(intake, flagged, 3));
  add_followed(pages, with_entry(intake, paused, 12));
  int status = -1;
  const std::string said = pages.complaints(status);
  INFO(said);
  CHECK(status == 0);
}

TEST_CASE("the schemas know every word of the code, and no other") {
  const json plan = schema("plan.schema.json").at("$defs"), pages = schema("pages.schema.json").at("$defs");
  std::vector<std::string> rules;
  for (const ChangeRule& rule : change_rules) rules.emplace_back(rule.id);
  CHECK(words_of(plan.at("rule")) == rules);
  CHECK(words_of(plan.at("cause")) == words_in(cause_names));
  CHECK(words_of(plan.at("severity")) == words_in(severity_names));
  CHECK(words_of(plan.at("part")) == words_in(part_names));
  CHECK(words_of(plan.at("slot")) == words_in(slot_names));
  CHECK(words_of(plan.at("done")) == words_in(done_names));
  CHECK(words_of(plan.at("side")) == words_in(side_names));
  CHECK(words_of(plan.at("weekday")) == words_in(weekday_names));
  CHECK(words_of(plan.at("sex")) == words_in(sex_names));
  CHECK(words_of(plan.at("confidence")) == words_in(confidence_names));
  CHECK(words_of(plan.at("otherwise")) == words_in(otherwise_names));
  CHECK(words_of(plan.at("load_kind")) == words_in(load_kind_names));
  CHECK(words_of(plan.at("dose_side")) == words_in(dose_side_names));
  CHECK(words_of(plan.at("side_order")) == words_in(side_order_names));
  CHECK(words_of(plan.at("weight")) == words_in(weight_names));
  CHECK(words_of(plan.at("supervision")) == words_in(supervision_names));
  CHECK(words_of(plan.at("setting")) == words_in(setting_names));
  CHECK(words_of(plan.at("missed")) == words_in(missed_names));
  CHECK(words_of(plan.at("away")) == words_in(away_names));
  CHECK(words_of(plan.at("end")) == words_in(end_names));
  CHECK(words_of(plan.at("source_kind")) == words_in(source_kind_names));
  CHECK(words_of(plan.at("seen")) == words_in(seen_names));
  CHECK(words_of(plan.at("exercise_kind")) == words_in(exercise_kind_names));
  CHECK(words_of(plan.at("legs")) == words_in(legs_names));
  CHECK(words_of(plan.at("knee")) == words_in(knee_names));
  CHECK(words_of(plan.at("reach")) == words_in(reach_names));
  CHECK(words_of(plan.at("surface")) == words_in(surface_names));
  CHECK(words_of(plan.at("posture")) == words_in(posture_names));
  CHECK(words_of(plan.at("support")) == words_in(support_names));
  CHECK(words_of(plan.at("muscle")) == words_in(muscle_names));
  CHECK(words_of(plan.at("unit")) == words_in(unit_names));
  CHECK(words_of(plan.at("asked")) == words_in(asked_names));
  CHECK(words_of(plan.at("urgency")) == words_in(urgency_names));
  CHECK(words_of(plan.at("flag_moment")) == words_in(moment_names));
  CHECK(words_of(pages.at("today_state")) == words_in(today_names));
  CHECK(words_of(pages.at("verdict")) == words_in(verdict_names));
  CHECK(words_of(pages.at("no_training")) == words_in(no_training_names));
  CHECK(words_of(pages.at("fact")) == words_in(fact_names));
  CHECK(words_of(pages.at("answer")) == words_in(answer_names));
  CHECK(plan.at("format_version").at("const") == data_version);
}
