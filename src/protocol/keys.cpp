#include "protocol/keys.hpp"

#include "protocol/key_makers.hpp"

namespace rehab::protocol {

const Key* Table::find(std::string_view key) const {
  const auto it = std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == key; });
  return it == keys.end() ? nullptr : &*it;
}

namespace {

// The parts that several tables share; `Way` leads to the struct that holds them.

template <auto... Way>
constexpr auto provenance_keys() {
  return std::array{
      reference<Way..., &Provenance::cite>("cite", Shelf::source, "the source of every number in this table that no list below names"),
      key<Way..., &Provenance::secondary>("secondary", Type::key_names, "keys seen only in a text that names the source"),
      key<Way..., &Provenance::needs_review>("needs_review", Type::key_names, "keys seen in no text, or on which texts disagree; `note` says what is open"),
      key<Way..., &Provenance::assumed>("assumed", Type::key_names, "keys that are ours; no source says them"),
      key<Way..., &Provenance::note>("note", Type::text, "for clinicians and reviewers; never printed for the patient"),
  };
}

template <auto... Way>
constexpr auto criterion_keys() {
  return std::array{
      required(reference<Way..., &Criterion::measure>("measure", Shelf::measure, "what is measured; a yes-no measure alone means yes")),
      sourced(number<Way..., &Criterion::min>("min", -999, 999, "at least")),
      sourced(number<Way..., &Criterion::max>("max", -999, 999, "at most")),
      sourced(whole<Way..., &Criterion::symmetry_percent>("symmetry_percent", 50, 100, "the injured side, of the other; not applied when both are injured")),
      sourced(whole<Way..., &Criterion::norm_percent>("norm_percent", 10, 150, "of the norm for age and sex, in place of `min`; `min` counts where either is unknown")),
      sourced(whole<Way..., &Criterion::change_max>("change_max", -10, 10, "at most so far above the starting level; a negative one is not applied to a start of 0")),
      sourced(whole<Way..., &Criterion::change_min>("change_min", -50, 50, "at least so far above the starting level")),
      sourced(whole<Way..., &Criterion::change_percent_max>("change_percent_max", -100, 100, "as change_max, in per cent of the starting level")),
      sourced(whole<Way..., &Criterion::weekly_change_max>("weekly_change_max", -10, 10, "this week's worst, at most so far above last week's")),
      sourced(whole<Way..., &Criterion::pain_max>("pain_max", 0, 10, "the test counts only up to this pain")),
      sourced(bounded<Way..., &Criterion::for_days>("for_days", Type::by_severity, 1, 84, "so many days in a row")),
      sourced(whole<Way..., &Criterion::for_sessions>("for_sessions", 1, 20, "so many sessions in a row")),
      key<Way..., &Criterion::workout>("workout", Type::id, "only sessions of this workout, and the mornings after them"),
  };
}

template <auto... Way>
constexpr auto number_keys() {
  return std::array{
      sourced(amount<Way..., &DoseNumbers::sets>("sets", 1, 10, "absent: one")),
      sourced(amount<Way..., &DoseNumbers::reps>("reps", 1, 100, "repetitions in a set")),
      sourced(amount<Way..., &DoseNumbers::hold_s>("hold_s", 1, 600, "stay still so long; `sets` then counts the holds")),
      sourced(amount<Way..., &DoseNumbers::duration_min>("duration_min", 1, 120, "keep moving so long")),
      key<Way..., &DoseNumbers::as_tolerated>("as_tolerated", Type::boolean, "the source names the exercise and no amount"),
      sourced(amount<Way..., &DoseNumbers::distance_m>("distance_m", 5, 5000, "of one repetition")),
      sourced(amount<Way..., &DoseNumbers::effort_percent>("effort_percent", 10, 100, "of full speed")),
      sourced(key<Way..., &DoseNumbers::tempo_s>("tempo_s", Type::tempo, "seconds of one repetition: lift, hold, lower (rolling: pass)")),
      sourced(amount<Way..., &DoseNumbers::rest_s>("rest_s", 0, 600, "between sets or holds")),
      sourced(amount<Way..., &DoseNumbers::rest_between_reps_s>("rest_between_reps_s", 0, 120, "between repetitions")),
      sourced(key<Way..., &DoseNumbers::load>("load", Type::load, "`bodyweight`, `rm` (the weight that allows just these reps) or a `[load.*]` of the file")),
      sourced(choice<Way..., &DoseNumbers::side>("side", dose_side_names, "the injured leg only, or each in turn; for exercises on one leg")),
      sourced(choice<Way..., &DoseNumbers::order>("order", side_order_names, "for side = each")),
      key<Way..., &DoseNumbers::to_failure>("to_failure", Type::boolean, "until no clean repetition is left; absent: never"),
      sourced(whole<Way..., &DoseNumbers::weekly_rise_max_percent>("weekly_rise_max_percent", 1, 100, "sets × reps × distance may grow at most so much from week to week")),
  };
}

// The tables, from the top of a protocol file downwards.

constexpr auto advice_keys = join(
    std::array{
        required(key<&Advice::id>("id", Type::id, "")),
        required(key<&Advice::title>("title", Type::text, "")),
        required(key<&Advice::lines>("lines", Type::texts, "")),
        required(choice<&Advice::weight>("weight", weight_names, "how much stands behind it")),
        key<&Advice::phases>("phases", Type::ids, "absent: the whole plan"),
    },
    provenance_keys<&Advice::provenance>());

constexpr auto evidence_keys = join(
    std::array{
        required(key<&Evidence::id>("id", Type::id, "")),
        required(key<&Evidence::finding>("finding", Type::text, "")),
    },
    provenance_keys<&Evidence::provenance>());

constexpr auto own_criterion_keys = join(criterion_keys<>(), provenance_keys<&Criterion::provenance>());

constexpr auto limit_keys = join(
    std::array{
        required(key<&Limit::id>("id", Type::id, "names the rule in a change of the plan")),
        required(choice<&Limit::otherwise>("otherwise", otherwise_names, "what happens when it is broken; the gravest wins")),
        sourced(whole<&Limit::rest_days>("rest_days", 1, 28, "for restart: rest first")),
        key<&Limit::say>("say", Type::line, "for the patient, without numbers"),
    },
    criterion_keys<&Limit::criterion>(), provenance_keys<&Limit::criterion, &Criterion::provenance>());

constexpr auto dose_keys = join(
    std::array{
        [] {
          Key k = reference<&Dose::exercises>("exercise", Shelf::exercise, "exactly one of exercise, each, ladder");
          k.read = [](Reader& reader, const document::Node& node, const Key& self, void* object) {
            reader.single(node, self, static_cast<Dose*>(object)->exercises);
          };
          return k;
        }(),
        references<&Dose::exercises>("each", Shelf::exercise, "each of these gets this dose"),
        key<&Dose::ladder>("ladder", Type::ladder, "a `[ladder.*]` of the file"),
        sourced(amount<&Dose::rungs>("rungs", 1, 20, "which rungs are open here; starts at the lowest; absent: all")),
    },
    number_keys<&Dose::numbers>(), provenance_keys<&Dose::numbers, &DoseNumbers::provenance>());

constexpr auto workout_keys = join(
    std::array{
        required(key<&Workout::id>("id", Type::id, "")),
        required(key<&Workout::title>("title", Type::text, "")),
        key<&Workout::optional>("optional", Type::boolean, "only when asked for; must be true for adjuncts"),
        choices<&Workout::only>("only", severity_names, "absent: all severities of the phase"),
        required(choices<&Workout::at>("at", part_names, "parts of the day, the preferred first; convenience, not a dose")),
        required(sourced(amount<&Workout::times_per_day>("times_per_day", 1, 5, "the first so many of `at`"))),
        required(sourced(amount<&Workout::days_per_week>("days_per_week", 1, 7, "in a part of a week: its share, rounded up"))),
        sourced(whole<&Workout::min_hours_apart>("min_hours_apart", 1, 168, "between two sessions of this workout, also across phases (by id)")),
        key<&Workout::not_with>("not_with", Type::workouts, "workouts that it never shares a day with; min_hours_apart counts to them too"),
        sourced(reference<&Workout::level>("level", Shelf::level, "recovery days until the next medium or high day")),
        sourced(amount<&Workout::rest_between_exercises_s>("rest_between_exercises_s", 0, 900, "")),
        required(nested<Dose, &Workout::doses>("dose", Type::list, "in order")),
    },
    provenance_keys<&Workout::provenance>());

constexpr auto extra_keys = join(
    std::array{
        required(reference<&Extra::tag>("tag", Shelf::tag, "")),
        required(sourced(whole<&Extra::days>("days", 1, 84, ""))),
    },
    provenance_keys<&Extra::provenance>());

constexpr auto phase_keys = join(
    std::array{
        required(key<&Phase::id>("id", Type::id, "")),
        required(key<&Phase::title>("title", Type::text, "")),
        required(key<&Phase::goals>("goals", Type::lines, "without numbers")),
        sourced(length<&Phase::weeks>("weeks", 1, 12, "planned length; severities that a table does not name skip the phase; exactly one of weeks, days")),
        sourced(length<&Phase::days>("days", 1, 84, "")),
        sourced(length<&Phase::weeks_min>("weeks_min", 1, 12, "earliest end, when move_on is met; absent: as planned")),
        sourced(length<&Phase::days_min>("days_min", 1, 84, "")),
        sourced(length<&Phase::weeks_max>("weeks_max", 1, 12, "longest hold; absent: until week 12 of the plan")),
        sourced(length<&Phase::days_max>("days_max", 1, 84, "")),
        nested<Extra, &Phase::extra>("extra", Type::list, "longer for persons with a tag, never past week 12 of the plan"),
        reference<&Phase::pain_rule>("pain_rule", Shelf::pain_rule, "replaces the protocol's"),
        sourced(amount<&Phase::pain_max>("pain_max", 0, 10, "replaces the pain rule's")),
        nested<Criterion, &Phase::enter>("enter", Type::list, "all must be measured and met, else the phase before is held"),
        nested<Criterion, &Phase::move_on>("move_on", Type::list, "all met: may end early; one unmet: held; not measured: ends as planned"),
        nested<Limit, &Phase::limits>("limit", Type::list, "watched in this phase"),
        required(nested<Workout, &Phase::workouts>("workout", Type::list, "in the order of the day")),
    },
    provenance_keys<&Phase::provenance>());

constexpr auto partial_dose_keys = join(
    std::array{required(sourced(reference<&PartialDose::exercise>("exercise", Shelf::exercise, "")))},
    number_keys<&PartialDose::numbers>(), provenance_keys<&PartialDose::numbers, &DoseNumbers::provenance>());

constexpr auto substitute_keys = join(
    std::array{required(sourced(reference<&Substitute::with, &PartialDose::exercise>("exercise", Shelf::exercise, "")))},
    number_keys<&Substitute::with, &PartialDose::numbers>(),
    provenance_keys<&Substitute::with, &PartialDose::numbers, &DoseNumbers::provenance>());

constexpr auto ladder_keys = join(
    std::array{
        required(key<&Ladder::title>("title", Type::text, "")),
        nested<Criterion, &Ladder::up_when>("up_when", Type::list, "all: one rung up; absent: when a whole session stayed within the pain limit"),
        nested<Limit, &Ladder::limits>("limit", Type::list, "watched on this ladder; lower = one rung down"),
        required(nested<PartialDose, &Ladder::rungs>("rung", Type::list, "easiest first; a rung replaces what it names in the dose")),
    },
    provenance_keys<&Ladder::provenance>());

constexpr auto load_keys = join(
    std::array{
        required(key<&Load::title>("title", Type::text, "as the patient reads it")),
        required(choice<&Load::kind>("kind", load_kind_names, "unit of the steps; a band steps to its next colour")),
        references<&Load::equipment>("equipment", Shelf::equipment, "missing: the dose stays, without the load"),
        key<&Load::required>("required", Type::boolean, "missing equipment: the dose falls away too"),
        sourced(number<&Load::start_kg>("start_kg", 0.5, 200, "absent: none at first")),
        sourced(number<&Load::step_kg>("step_kg", 0.5, 50, "")),
        sourced(number<&Load::max_kg>("max_kg", 0.5, 300, "absent: not stated")),
        sourced(whole<&Load::start_percent>("start_percent", 5, 100, "of one repetition maximum")),
        sourced(whole<&Load::max_percent>("max_percent", 5, 100, "of one repetition maximum")),
        sourced(number<&Load::step_percent>("step_percent", 0.5, 50, "of the load at the time")),
        sourced(whole<&Load::step_days>("step_days", 1, 84, "at most one step in so many days")),
        nested<Criterion, &Load::step_when>("step_when", Type::list, "all must hold; absent: the planner never steps by itself"),
    },
    provenance_keys<&Load::provenance>());

constexpr std::array assumption_keys{
    key<&Assumption::tempo_s>("tempo_s", Type::tempo, ""),
    amount<&Assumption::rest_s>("rest_s", 0, 600, ""),
    amount<&Assumption::rest_between_reps_s>("rest_between_reps_s", 0, 120, ""),
    choice<&Assumption::side>("side", dose_side_names, ""),
};

constexpr auto severity_keys = join(
    std::array{
        whole<&SeverityOffer::weeks>("weeks", 2, 12, "control sum: the phases must add up to it"),
        key<&SeverityOffer::refer>("refer", Type::text, "no plan for this severity; says what to do; exactly one of weeks, refer"),
        key<&SeverityOffer::signs>("signs", Type::texts, "replaces the condition's signs"),
        key<&SeverityOffer::clearance>("clearance", Type::boolean, "needs a clinician's release"),
        sourced(bounded<&SeverityOffer::review_weeks>("review_weeks", Type::wholes, 1, 12, "a clinician looks at the end of these weeks")),
    },
    provenance_keys<&SeverityOffer::provenance>());

constexpr auto ramp_back_keys = join(
    std::array{
        required(sourced(whole<&RampBack::after_days_off>("after_days_off", 3, 84, ""))),
        required(sourced(whole<&RampBack::over_days>("over_days", 1, 28, ""))),
        required(sourced(whole<&RampBack::start_percent>("start_percent", 10, 100, "of the volume"))),
    },
    provenance_keys<&RampBack::provenance>());

// `schema` goes nowhere: that it is 1 is all there is to know.
constexpr Key schema_key() {
  Key k;
  k.name = "schema";
  k.type = Type::whole;
  k.low = k.high = 1;
  k.required = true;
  k.meaning = "version of this language";
  k.read = [](Reader& reader, const document::Node& node, const Key& self, void*) {
    int version = 0;
    reader.value(node, self, version);
  };
  return k;
}

constexpr std::array protocol_keys{
    schema_key(),
    required(key<&Protocol::id>("id", Type::id, "the file's name")),
    required(key<&Protocol::version>("version", Type::version, "a case pins it")),
    required(key<&Protocol::language>("language", Type::language, "of the texts in this file")),
    required(key<&Protocol::licence>("licence", Type::text, "SPDX id")),
    required(key<&Protocol::title>("title", Type::text, "plain words, the common name in brackets")),
    required(key<&Protocol::summary>("summary", Type::text, "one or two sentences for the patient")),
    key<&Protocol::population>("population", Type::text, "who was studied; absent: not known"),
    required(reference<&Protocol::condition>("condition", Shelf::condition, "decides forbidden ranges, red flags, signs of severity")),
    required(choice<&Protocol::supervision>("supervision", supervision_names, "clinician: every severity needs clearance")),
    required(choices<&Protocol::setting>("setting", setting_names, "where")),
    required(reference<&Protocol::pain_rule>("pain_rule", Shelf::pain_rule, "for all phases")),
    choice<&Protocol::missed>("missed", missed_names, "a missed session is left out (default), moves the rest, or repeats its week"),
    choice<&Protocol::away>("away", away_names, "away days move the rest (default) or fall out"),
    references<&Protocol::asks>("asks", Shelf::measure, "measures to log although no criterion uses them"),
    references<&Protocol::not_for>("not_for", Shelf::tag, "persons this protocol is refused to"),
    references<&Protocol::clearance_for>("clearance_for", Shelf::tag, "persons who need a clinician's release"),
    key<&Protocol::clearance_asks>("clearance_asks", Type::texts, "what the release must say besides who and when"),
    required(choice<&Protocol::end>("end", end_names, "last line when the last phase's move_on is met or not asked; unmet: review")),
    required(key<&Protocol::after>("after", Type::text, "what to do after the last day")),
    references<&Protocol::next>("next", Shelf::protocol, "protocols that may follow"),
    required(nested<SeverityOffer, &Protocol::severity>("severity", Type::map, "mild, moderate, severe: those that the protocol offers or refers")),
    nested<Assumption, &Protocol::assume>("assume", Type::map, "by kind of exercise: assumed for every dose that says nothing"),
    nested<Load, &Protocol::loads>("load", Type::map, "loads with their steps, used by name"),
    nested<Ladder, &Protocol::ladders>("ladder", Type::map, "variants of one exercise, easiest first, used by name"),
    nested<Substitute, &Protocol::instead>("instead", Type::map, "by exercise: what replaces it; may chain"),
    nested<RampBack, &Protocol::ramp_back>("ramp_back", Type::table, "after a long break"),
    nested<Limit, &Protocol::limits>("limit", Type::list, "watched in all phases"),
    required(nested<Phase, &Protocol::phases>("phase", Type::list, "in order")),
    nested<Advice, &Protocol::advice>("advice", Type::list, "cards of text"),
    nested<Evidence, &Protocol::evidence>("evidence", Type::list, "what the sources found"),
};

// The tables of catalog files.

constexpr std::array source_keys{
    key<&Source::authors>("authors", Type::texts, ""),
    whole<&Source::year>("year", 1900, 2100, ""),
    key<&Source::title>("title", Type::text, ""),
    key<&Source::journal>("journal", Type::text, ""),
    key<&Source::volume>("volume", Type::text, ""),
    key<&Source::pages>("pages", Type::text, ""),
    key<&Source::doi>("doi", Type::doi, "without https://"),
    key<&Source::pmid>("pmid", Type::text, ""),
    key<&Source::part>("part", Type::text, "table or appendix that the numbers are from"),
    required(choice<&Source::kind>("kind", source_kind_names, "")),
    required(choice<&Source::seen>("seen", seen_names, "secondary: all its numbers count as second-hand")),
    key<&Source::needs_review>("needs_review", Type::key_names, "keys that are not confirmed"),
    key<&Source::note>("note", Type::text, ""),
};

constexpr std::array equipment_keys{required(key<&Equipment::title>("title", Type::text, "what one may lack; walls and chairs are not equipment"))};

constexpr auto exercise_keys = join(
    std::array{
        required(key<&Exercise::title>("title", Type::text, "")),
        required(choice<&Exercise::kind>("kind", exercise_kind_names, "")),
        required(choice<&Exercise::legs>("legs", legs_names, "working at a time")),
        choice<&Exercise::knee>("knee", knee_names, "straight: more gastrocnemius, bent: more soleus"),
        choice<&Exercise::range>("range", reach_names, "how deep the ankle bends: heel never below the forefoot, below it, to the end"),
        required(choice<&Exercise::surface>("surface", surface_names, "")),
        required(choice<&Exercise::posture>("posture", posture_names, "")),
        required(choice<&Exercise::support>("support", support_names, "")),
        required(choices<&Exercise::muscles>("muscles", muscle_names, "the first is the main one")),
        references<&Exercise::equipment>("equipment", Shelf::equipment, "all of it is needed"),
        references<&Exercise::avoid>("avoid", Shelf::tag, "persons it is left out for"),
        required(key<&Exercise::setup>("setup", Type::text, "start position")),
        required(key<&Exercise::steps>("steps", Type::texts, "one movement a line")),
        required(key<&Exercise::breath>("breath", Type::text, "")),
        required(key<&Exercise::feel>("feel", Type::text, "")),
        required(key<&Exercise::mistake>("mistake", Type::text, "the common one")),
        key<&Exercise::evidence>("evidence", Type::text, "required for adjuncts: what trials found"),
        required(key<&Exercise::start_deg>("start_deg", Type::pose, "posture at the start")),
        required(key<&Exercise::end_deg>("end_deg", Type::pose, "at the end")),
        key<&Exercise::other_deg>("other_deg", Type::pose, "the leg that does not work; absent: as the other"),
    },
    provenance_keys<&Exercise::provenance>());

constexpr auto measure_keys = join(
    std::array{
        required(key<&Measure::title>("title", Type::text, "")),
        required(key<&Measure::ask>("ask", Type::text, "")),
        required(choice<&Measure::unit>("unit", unit_names, "score: 0 to 10")),
        required(choice<&Measure::asked>("asked", asked_names, "test: when a criterion or a review needs it")),
        key<&Measure::sides>("sides", Type::boolean, "asked for left and right; needed for symmetry_percent"),
        key<&Measure::how>("how", Type::texts, ""),
        sourced(whole<&Measure::retest_days>("retest_days", 1, 84, "not sooner")),
        sourced(number<&Measure::noise>("noise", 0, 100, "a change up to this is none")),
        sourced(key<&Measure::norm>("norm", Type::norms, "from an age on: men, women")),
    },
    provenance_keys<&Measure::provenance>());

constexpr auto condition_keys = join(
    std::array{
        required(key<&Condition::title>("title", Type::text, "")),
        key<&Condition::also>("also", Type::texts, "other names that are accepted"),
        sourced(whole<&Condition::weeks_min>("weeks_min", 2, 12, "no protocol for it may be shorter")),
        sourced(choices<&Condition::forbid_ranges>("forbid_ranges", reach_names, "no exercise of this range in any of its protocols")),
        key<&Condition::clearance>("clearance", Type::boolean, "every severity of every protocol needs it"),
        sourced(key<&Condition::signs>("signs", Type::signs, "by severity")),
    },
    provenance_keys<&Condition::provenance>());

constexpr auto tag_keys = join(
    std::array{
        required(key<&Tag::ask>("ask", Type::text, "")),
        sourced(key<&Tag::clearance>("clearance", Type::boolean, "no plan of any kind without a release")),
    },
    provenance_keys<&Tag::provenance>());

constexpr auto red_flag_keys = join(
    std::array{
        required(key<&RedFlag::title>("title", Type::text, "")),
        required(key<&RedFlag::ask>("ask", Type::text, "yes stops the plan")),
        required(key<&RedFlag::act>("act", Type::text, "")),
        required(choice<&RedFlag::urgency>("urgency", urgency_names, "")),
        choice<&RedFlag::moment>("moment", moment_names, "absent: screening"),
        references<&RedFlag::conditions>("conditions", Shelf::condition, "absent: every protocol"),
    },
    provenance_keys<&RedFlag::provenance>());

constexpr auto screening_keys = join(
    std::array{
        required(sourced(whole<&Screening::every_days>("every_days", 1, 28, "asked again"))),
        required(sourced(key<&Screening::at_each_phase>("at_each_phase", Type::boolean, ""))),
    },
    provenance_keys<&Screening::provenance>());

constexpr auto pain_rule_keys = join(
    std::array{
        required(key<&PainRule::title>("title", Type::text, "")),
        required(key<&PainRule::say>("say", Type::line, "one line for every session, without numbers")),
        sourced(whole<&PainRule::pain_safe>("pain_safe", 0, 10, "[0, safe] safe, (safe, max] acceptable")),
        sourced(whole<&PainRule::pain_max>("pain_max", 0, 10, "during and after; above is a breach; absent: only limits count")),
        sourced(whole<&PainRule::mornings>("mornings", 1, 7, "so many mornings in a row above the starting level are a breach; fewer hold the load")),
        references<&PainRule::weekly_rise_of>("weekly_rise_of", Shelf::measure, "what must not rise from week to week"),
        sourced(whole<&PainRule::weekly_rise_max>("weekly_rise_max", 0, 10, "of the week's worst; more is a breach")),
        sourced(whole<&PainRule::lower_load_steps>("lower_load_steps", 1, 3, "on a breach, where there is a load or rung to drop")),
        sourced(whole<&PainRule::lower_volume_percent>("lower_volume_percent", 10, 90, "else the volume, until a week without breach")),
        sourced(amount<&PainRule::rest_hours>("rest_hours", 0, 168, "after a breach")),
        sourced(whole<&PainRule::breaches_to_review>("breaches_to_review", 1, 10, "in one phase")),
    },
    provenance_keys<&PainRule::provenance>());

constexpr auto level_keys = join(
    std::array{
        required(key<&DayLevel::title>("title", Type::text, "")),
        sourced(amount<&DayLevel::pain_during>("pain_during", 0, 10, "")),
        sourced(amount<&DayLevel::pain_after>("pain_after", 0, 10, "")),
        required(sourced(whole<&DayLevel::recovery_days>("recovery_days", 0, 14, ""))),
    },
    provenance_keys<&DayLevel::provenance>());

constexpr auto weekly_stretch_keys = join(
    std::array{required(sourced(whole<&WeeklyStretch::max_s_per_muscle>("max_s_per_muscle", 60, 7200, "of one leg, longest holds and most sessions counted")))},
    provenance_keys<&WeeklyStretch::provenance>());

constexpr std::array catalog_keys{
    schema_key(),
    nested<Source, &CatalogData::sources>("source", Type::map, "texts that numbers come from"),
    nested<Equipment, &CatalogData::equipment>("equipment", Type::map, "what one may lack"),
    nested<Tag, &CatalogData::tags>("tag", Type::map, "what is true of a person"),
    nested<Exercise, &CatalogData::exercises>("exercise", Type::map, ""),
    nested<Measure, &CatalogData::measures>("measure", Type::map, "what a person can report or test"),
    nested<Condition, &CatalogData::conditions>("condition", Type::map, ""),
    nested<RedFlag, &CatalogData::red_flags>("red_flag", Type::map, "a yes stops every plan"),
    nested<PainRule, &CatalogData::pain_rules>("pain_rule", Type::map, ""),
    nested<DayLevel, &CatalogData::levels>("level", Type::map, "how hard a day was"),
    nested<Screening, &CatalogData::screening>("screening", Type::table, "when the red flags are asked"),
    nested<WeeklyStretch, &CatalogData::weekly_stretch>("weekly_stretch", Type::table, ""),
};

constexpr Table advice_table{"advice", "[[advice]]", advice_keys};
constexpr Table evidence_table{"evidence", "[[evidence]]", evidence_keys};
constexpr Table criterion_table{"criterion", "a criterion", own_criterion_keys};
constexpr Table limit_table{"limit", "[[limit]]", limit_keys};
constexpr Table dose_table{"dose", "[[phase.workout.dose]]", dose_keys};
constexpr Table workout_table{"workout", "[[phase.workout]]", workout_keys};
constexpr Table extra_table{"extra", "extra", extra_keys};
constexpr Table phase_table{"phase", "[[phase]]", phase_keys};
constexpr Table partial_dose_table{"rung", "[[ladder.NAME.rung]]", partial_dose_keys};
constexpr Table substitute_table{"instead", "[instead.EXERCISE]", substitute_keys};
constexpr Table ladder_table{"ladder", "[ladder.NAME]", ladder_keys};
constexpr Table load_table{"load", "[load.NAME]", load_keys};
constexpr Table assumption_table{"assume", "[assume.KIND]", assumption_keys};
constexpr Table severity_table{"severity", "[severity]", severity_keys};
constexpr Table ramp_back_table{"ramp_back", "[ramp_back]", ramp_back_keys};
constexpr Table whole_protocol_table{"protocol", "the top of a protocol file", protocol_keys};
constexpr Table source_table{"source", "[source.NAME]", source_keys};
constexpr Table equipment_table{"equipment", "[equipment.NAME]", equipment_keys};
constexpr Table exercise_table{"exercise", "[exercise.NAME]", exercise_keys};
constexpr Table measure_table{"measure", "[measure.NAME]", measure_keys};
constexpr Table condition_table{"condition", "[condition.NAME]", condition_keys};
constexpr Table tag_table{"tag", "[tag.NAME]", tag_keys};
constexpr Table red_flag_table{"red_flag", "[red_flag.NAME]", red_flag_keys};
constexpr Table screening_table{"screening", "[screening]", screening_keys};
constexpr Table pain_rule_table{"pain_rule", "[pain_rule.NAME]", pain_rule_keys};
constexpr Table level_table{"level", "[level.NAME]", level_keys};
constexpr Table weekly_stretch_table{"weekly_stretch", "[weekly_stretch]", weekly_stretch_keys};
constexpr Table whole_catalog_table{"catalog", "the top of a catalog file", catalog_keys};

constexpr std::array<const Table*, 28> tables{
    &whole_protocol_table, &severity_table,  &phase_table,    &workout_table,   &dose_table,       &limit_table,     &criterion_table,
    &extra_table,          &load_table,      &ladder_table,   &partial_dose_table, &substitute_table, &assumption_table, &ramp_back_table,
    &advice_table,         &evidence_table,  &whole_catalog_table, &source_table, &equipment_table, &exercise_table,  &measure_table,
    &condition_table,      &tag_table,       &red_flag_table, &screening_table, &pain_rule_table,  &level_table,     &weekly_stretch_table,
};

}  // namespace

// clang-format off
template <> const Table& table_of<Advice>() { return advice_table; }
template <> const Table& table_of<Evidence>() { return evidence_table; }
template <> const Table& table_of<Criterion>() { return criterion_table; }
template <> const Table& table_of<Limit>() { return limit_table; }
template <> const Table& table_of<Dose>() { return dose_table; }
template <> const Table& table_of<Workout>() { return workout_table; }
template <> const Table& table_of<Extra>() { return extra_table; }
template <> const Table& table_of<Phase>() { return phase_table; }
template <> const Table& table_of<PartialDose>() { return partial_dose_table; }
template <> const Table& table_of<Substitute>() { return substitute_table; }
template <> const Table& table_of<Ladder>() { return ladder_table; }
template <> const Table& table_of<Load>() { return load_table; }
template <> const Table& table_of<Assumption>() { return assumption_table; }
template <> const Table& table_of<SeverityOffer>() { return severity_table; }
template <> const Table& table_of<RampBack>() { return ramp_back_table; }
template <> const Table& table_of<Source>() { return source_table; }
template <> const Table& table_of<Equipment>() { return equipment_table; }
template <> const Table& table_of<Exercise>() { return exercise_table; }
template <> const Table& table_of<Measure>() { return measure_table; }
template <> const Table& table_of<Condition>() { return condition_table; }
template <> const Table& table_of<Tag>() { return tag_table; }
template <> const Table& table_of<RedFlag>() { return red_flag_table; }
template <> const Table& table_of<Screening>() { return screening_table; }
template <> const Table& table_of<PainRule>() { return pain_rule_table; }
template <> const Table& table_of<DayLevel>() { return level_table; }
template <> const Table& table_of<WeeklyStretch>() { return weekly_stretch_table; }
// clang-format on

const Table& protocol_table() { return whole_protocol_table; }
const Table& catalog_table() { return whole_catalog_table; }
std::span<const Table* const> all_tables() { return tables; }

}  // namespace rehab::protocol
