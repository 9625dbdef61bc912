// The tables of a protocol file, those inside first.
#include "protocol/key_parts.hpp"
#include "protocol/keys.hpp"

namespace rehab::protocol {

namespace {

constexpr auto advice_keys = join(
    std::array{
        required(key<&Advice::id>("id", Type::id, "")),
        required(key<&Advice::title>("title", Type::text, "")),
        required(key<&Advice::lines>("lines", Type::texts, "")),
        required(choice<&Advice::weight>("weight", weight_names, "how much stands behind it")),
        key<&Advice::phases>("phases", Type::phases, "absent: the whole plan"),
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
        sourced(whole<&Workout::min_hours_apart>(
            "min_hours_apart", 1, 168,
            "between two sessions of this workout, also across phases (by id); 48 for heavy work: rm, a weight "
            "for 8 repetitions or fewer, a level of 2 recovery days")),
        key<&Workout::not_with>(
            "not_with", Type::workouts,
            "workouts that it never shares a day with; min_hours_apart counts to them too; heavy ones name each "
            "other"),
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
        sourced(length<&Phase::weeks>(
            "weeks", 1, 12, "planned length; severities that a table does not name skip the phase; exactly one of weeks, days")),
        sourced(length<&Phase::days>("days", 1, 84, "")),
        sourced(length<&Phase::weeks_min>("weeks_min", 1, 12, "earliest end, when move_on is met; absent: as planned")),
        sourced(length<&Phase::days_min>("days_min", 1, 84, "")),
        sourced(length<&Phase::weeks_max>("weeks_max", 1, 12, "longest hold; absent: until week 12 of the plan")),
        sourced(length<&Phase::days_max>("days_max", 1, 84, "")),
        nested<Extra, &Phase::extra>("extra", Type::list, "longer for persons with a tag, never past week 12 of the plan"),
        reference<&Phase::pain_rule>("pain_rule", Shelf::pain_rule, "replaces the protocol's"),
        sourced(amount<&Phase::pain_max>("pain_max", 0, 10, "replaces the pain rule's")),
        nested<Criterion, &Phase::enter>("enter", Type::list, "all must be measured and met, else the phase before is held"),
        nested<Criterion, &Phase::move_on>("move_on", Type::list,
                                           "all met: may end early; one unmet: held; not measured: ends as planned"),
        nested<Limit, &Phase::limits>("limit", Type::list, "watched in this phase"),
        required(nested<Workout, &Phase::workouts>("workout", Type::list, "in the order of the day")),
    },
    provenance_keys<&Phase::provenance>());

constexpr auto partial_dose_keys =
    join(std::array{required(sourced(reference<&PartialDose::exercise>("exercise", Shelf::exercise, "")))},
         number_keys<&PartialDose::numbers>(), provenance_keys<&PartialDose::numbers, &DoseNumbers::provenance>());

constexpr auto substitute_keys =
    join(std::array{required(sourced(reference<&Substitute::with, &PartialDose::exercise>("exercise", Shelf::exercise, "")))},
         number_keys<&Substitute::with, &PartialDose::numbers>(),
         provenance_keys<&Substitute::with, &PartialDose::numbers, &DoseNumbers::provenance>());

constexpr auto ladder_keys = join(
    std::array{
        required(key<&Ladder::title>("title", Type::text, "")),
        nested<Criterion, &Ladder::up_when>("up_when", Type::list,
                                            "all: one rung up; absent: when a whole session stayed within the pain limit"),
        nested<Limit, &Ladder::limits>("limit", Type::list, "watched on this ladder; lower = one rung down"),
        required(at_most(20, nested<PartialDose, &Ladder::rungs>("rung", Type::list,
                                                                 "easiest first; a rung replaces what it names in the dose"))),
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
        sourced(bounded<&SeverityOffer::review_weeks>("review_weeks", Type::wholes, 1, 12,
                                                      "a clinician looks at the end of these weeks")),
    },
    provenance_keys<&SeverityOffer::provenance>());

constexpr auto ramp_back_keys = join(
    std::array{
        required(sourced(whole<&RampBack::after_days_off>("after_days_off", 3, 84, ""))),
        required(sourced(whole<&RampBack::over_days>("over_days", 1, 28, ""))),
        required(sourced(whole<&RampBack::start_percent>("start_percent", 10, 100, "of the volume"))),
    },
    provenance_keys<&RampBack::provenance>());

constexpr std::array protocol_keys{
    schema_key(),
    required(key<&Protocol::id>("id", Type::id, "the file's name")),
    required(key<&Protocol::version>("version", Type::version, "a case pins it")),
    required(key<&Protocol::language>("language", Type::language, "of the texts in this file")),
    required(fixed(key<&Protocol::licence>("licence", Type::text, "SPDX id"))),
    required(key<&Protocol::title>("title", Type::text, "plain words, the common name in brackets")),
    required(key<&Protocol::summary>("summary", Type::text, "one or two sentences for the patient")),
    key<&Protocol::population>("population", Type::text, "who was studied; absent: not known"),
    required(
        reference<&Protocol::condition>("condition", Shelf::condition, "decides forbidden ranges, red flags, signs of severity")),
    required(choice<&Protocol::supervision>("supervision", supervision_names, "clinician: every severity needs clearance")),
    required(choices<&Protocol::setting>("setting", setting_names, "where")),
    required(reference<&Protocol::pain_rule>("pain_rule", Shelf::pain_rule, "for all phases")),
    choice<&Protocol::missed>("missed", missed_names,
                              "a missed session is left out (default), moves the rest, or repeats its week"),
    choice<&Protocol::away>("away", away_names, "away days move the rest (default) or fall out"),
    references<&Protocol::asks>("asks", Shelf::measure, "measures to log although no criterion uses them"),
    references<&Protocol::not_for>("not_for", Shelf::tag, "persons this protocol is refused to"),
    references<&Protocol::clearance_for>("clearance_for", Shelf::tag, "persons who need a clinician's release"),
    key<&Protocol::clearance_asks>("clearance_asks", Type::texts, "what the release must say besides who and when"),
    required(
        choice<&Protocol::end>("end", end_names, "last line when the last phase's move_on is met or not asked; unmet: review")),
    required(key<&Protocol::after>("after", Type::text, "what to do after the last day")),
    references<&Protocol::next>("next", Shelf::protocol, "protocols that may follow"),
    required(nested<SeverityOffer, &Protocol::severity>("severity", Type::map,
                                                        "mild, moderate, severe: those that the protocol offers or refers")),
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

constexpr Table advice_table{"advice", "[[advice]]", advice_keys};
constexpr Table evidence_table{"evidence", "[[evidence]]", evidence_keys};
constexpr Table criterion_table{"criterion", "a criterion", own_criterion_keys};
constexpr Table limit_table{"limit", "[[limit]]", limit_keys};
constexpr Table dose_table{"dose", "[[phase.workout.dose]]", dose_keys};
constexpr Table workout_table{"workout", "[[phase.workout]]", workout_keys};
constexpr Table extra_table{"extra", "an entry of extra", extra_keys};
constexpr Table phase_table{"phase", "[[phase]]", phase_keys};
constexpr Table partial_dose_table{"rung", "[[ladder.NAME.rung]]", partial_dose_keys};
constexpr Table substitute_table{"instead", "[instead.EXERCISE]", substitute_keys};
constexpr Table ladder_table{"ladder", "[ladder.NAME]", ladder_keys};
constexpr Table load_table{"load", "[load.NAME]", load_keys};
constexpr Table assumption_table{"assume", "[assume.KIND]", assumption_keys};
constexpr Table severity_table{"severity", "[severity]", severity_keys};
constexpr Table ramp_back_table{"ramp_back", "[ramp_back]", ramp_back_keys};
constexpr Table whole_protocol_table{"protocol", "the head of a protocol file", protocol_keys};

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
// clang-format on

const Table& protocol_table() { return whole_protocol_table; }

}  // namespace rehab::protocol
