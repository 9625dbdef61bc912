// The tables of catalog files.
#include "protocol/key_parts.hpp"
#include "protocol/keys.hpp"

namespace rehab::protocol {

namespace {

constexpr std::array source_keys{
    fixed(key<&Source::authors>("authors", Type::texts, "")),
    whole<&Source::year>("year", 1900, 2100, ""),
    fixed(key<&Source::title>("title", Type::text, "")),
    fixed(key<&Source::journal>("journal", Type::text, "")),
    fixed(key<&Source::volume>("volume", Type::text, "")),
    fixed(key<&Source::pages>("pages", Type::text, "")),
    key<&Source::doi>("doi", Type::doi, "without https://"),
    fixed(key<&Source::pmid>("pmid", Type::text, "")),
    fixed(key<&Source::part>("part", Type::text, "table or appendix that the numbers are from")),
    required(choice<&Source::kind>("kind", source_kind_names, "")),
    required(choice<&Source::seen>("seen", seen_names, "secondary: all its numbers count as second-hand")),
    key<&Source::needs_review>("needs_review", Type::key_names, "keys that are not confirmed"),
    fixed(
        key<&Source::note>("note", Type::text, "required where a paper or guideline lacks authors, journal, or both doi and pmid")),
};

constexpr std::array equipment_keys{
    required(key<&Equipment::title>("title", Type::text, "what one may lack; walls and chairs are not equipment"))};

constexpr auto exercise_keys = join(
    std::array{
        required(key<&Exercise::title>("title", Type::text, "")),
        required(choice<&Exercise::kind>("kind", exercise_kind_names, "")),
        required(choice<&Exercise::legs>("legs", legs_names, "working at a time")),
        choice<&Exercise::knee>("knee", knee_names, "straight: more gastrocnemius, bent: more soleus"),
        choice<&Exercise::range>("range", reach_names,
                                 "how deep the ankle bends: heel never below the forefoot, below it, to the end"),
        required(choice<&Exercise::surface>("surface", surface_names, "")),
        required(choice<&Exercise::posture>("posture", posture_names, "")),
        required(choice<&Exercise::support>("support", support_names, "")),
        required(choices<&Exercise::muscles>("muscles", muscle_names, "the first is the main one")),
        references<&Exercise::equipment>("equipment", Shelf::equipment, "all of it is needed"),
        references<&Exercise::avoid>("avoid", Shelf::tag, "persons it is left out for"),
        required(key<&Exercise::setup>("setup", Type::text, "start position")),
        required(key<&Exercise::steps>("steps", Type::texts,
                                       "one movement a line, said to the reader: the verb first, no second sentence, no `then`")),
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
        sourced(choices<&Condition::forbid_ranges>(
            "forbid_ranges", reach_names,
            "no exercise so deep or deeper in any of its protocols, nor a stretch of the calf that bends the ankle past square")),
        key<&Condition::clearance>(
            "clearance", Type::boolean,
            "every severity of every protocol needs it; must be true where a name says rupture, nerve, fracture or the like"),
        sourced(key<&Condition::often_both_sides>("often_both_sides", Type::boolean,
                                                  "absent: no; then both sides at once need a clinician's release")),
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
        references<&RedFlag::conditions>("conditions", Shelf::condition, "absent: all but those in `except`"),
        references<&RedFlag::except>(
            "except", Shelf::condition,
            "where the answer is yes by nature, so that the question would stop everybody; needs a `note`"),
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
        sourced(whole<&PainRule::mornings>("mornings", 1, 7,
                                           "so many mornings in a row above the starting level are a breach; fewer hold the load")),
        references<&PainRule::mornings_of>("mornings_of", Shelf::measure,
                                           "what is compared with its starting level in the morning"),
        references<&PainRule::weekly_rise_of>("weekly_rise_of", Shelf::measure, "what must not rise from week to week"),
        sourced(whole<&PainRule::weekly_rise_max>(
            "weekly_rise_max", 0, 10, "of the week's worst; more is a breach, but where the worst is still within `pain_safe`")),
        sourced(whole<&PainRule::lower_load_steps>("lower_load_steps", 1, 3, "on a breach, where there is a load or rung to drop")),
        sourced(
            whole<&PainRule::lower_volume_percent>("lower_volume_percent", 10, 90, "else the volume, until a week without breach")),
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

constexpr auto weekly_stretch_keys =
    join(std::array{required(sourced(whole<&WeeklyStretch::max_s_per_muscle>(
             "max_s_per_muscle", 60, 7200, "of one leg, longest holds and most sessions counted; more is a warning")))},
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
constexpr Table whole_catalog_table{"catalog", "the head of a catalog file", catalog_keys};

}  // namespace

// clang-format off
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

const Table& catalog_table() { return whole_catalog_table; }

}  // namespace rehab::protocol
