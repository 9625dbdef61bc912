#include "case/keys.hpp"

#include <array>
#include <chrono>

#include "protocol/key_parts.hpp"
#include "rehab/case_file.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

// clang-format off
template <> const Table& table_of<DayRange>();
template <> const Table& table_of<Clearance>();
template <> const Table& table_of<Moment>();
template <> const Table& table_of<Reading>();
template <> const Table& table_of<Entry>();
// clang-format on

}  // namespace rehab::protocol

namespace rehab::case_file {

using document::Member;
using document::Node;
using namespace protocol;

namespace {

constexpr std::string_view part_words = "of the day; absent: bedtime";

// --- The diary -------------------------------------------------------------------------------------------

constexpr std::array moment_keys{
    required(secret(key<&Moment::date>("date", Type::date, ""))),
    secret(choice<&Moment::slot>("part", slot_names, part_words)),
};

constexpr std::array reading_keys{
    required(secret(bounded<&Reading::value>("injured", Type::number, 0, 999, "of the injured leg; if both are, of the weaker"))),
    secret(bounded<&Reading::other>("other", Type::number, 0, 999, "of the other leg, where it was tested")),
};

void read_reading(Reader& reader, const Member& member, const Key& key, std::vector<Reading>& out) {
  Key number = key;
  number.type = Type::number;
  Reading& reading = out.emplace_back();
  reading.measure = member.key;
  if (member.key == "pain") {
    reader.report.error(member, "type", "`pain` is not written in `measured`",
                        joined({"move it to ", reader.where(table_of<Entry>())}));
  } else if (member.value.kind == Node::Kind::boolean) {
    reading.value = member.value.boolean ? 1 : 0;
  } else if (member.value.kind == Node::Kind::table) {
    reader.table(member.value, table_of<Reading>(), &reading);
  } else {
    reader.value(member.value, number, reading.value);
  }
}

std::string number_text(double number) {
  std::string out;
  text::append_number(out, number);
  return out;
}

// Of a table by id, as of a list, no more is read than an entry holds.
bool has_too_many(Reader& reader, const Node& node, const Key& key) {
  if (node.members.size() <= key.most) return false;
  reader.report.error(node, "limit",
                      joined({quote(key.name), " holds ", number_text(static_cast<double>(node.members.size())),
                              " answers; at most ", number_text(static_cast<double>(key.most)), " are read"}),
                      "put the others into entries of their own");
  return true;
}

constexpr Key measured_key() {
  Key k = secret(bounded<&Entry::measured>(
      "measured", Type::readings, 0, 999,
      "answers to the questions of measures, in their units; of both legs: { injured = 20, other = 25 }"));
  k.most = Entry::most_answers;
  k.table = [] { return &table_of<Reading>(); };
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    if (has_too_many(reader, node, self)) return;
    reader.each_by_id(node, self, [&](const Member& member, const Key& one) {
      read_reading(reader, member, one, static_cast<Entry*>(object)->measured);
    });
  };
  return k;
}

constexpr Key sets_done_key() {
  Key k = secret(bounded<&Entry::sets_done>("sets_done", Type::counts, 0, 100, "how many sets of an exercise were done"));
  k.most = Entry::most_answers;
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    if (has_too_many(reader, node, self)) return;
    reader.each_by_id(node, self, [&](const Member& member, const Key& one) {
      Key number = one;
      number.type = Type::whole;
      SetsDone& sets = static_cast<Entry*>(object)->sets_done.emplace_back();
      sets.exercise = member.key;
      reader.value(member.value, number, sets.sets);
    });
  };
  return k;
}

// A text of any lines; `high` is its most octets.
template <auto Field>
constexpr Key entry_text(std::string_view name, std::string_view meaning) {
  Key k = secret(bounded<Field>(name, Type::prose, 0, Entry::longest_text, meaning));
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    if (static_cast<double>(node.text.size()) > self.high) {
      reader.report.error(
          node, "limit",
          joined({quote(self.name), " is a text of more than ", number_text(self.high), " octets; at most so many are read"}),
          "shorten it");
    } else {
      reader.value(node, self, follow<Field>(object));
    }
  };
  return k;
}

constexpr std::array entry_keys{
    required(secret(key<&Entry::date>("date", Type::date, "when it was; not before the start"))),
    secret(choice<&Entry::slot>("part", slot_names, part_words)),
    secret(nested<Moment, &Entry::logged>("logged", Type::table, "when it became known; absent: at its own date and part")),
    secret(choice<&Entry::done>("done", done_names, "of the session then; if there is none, of all on that day up to then")),
    secret(whole<&Entry::pain>("pain", 0, 10, "the worst during or right after")),
    measured_key(),
    sets_done_key(),
    at_most(Entry::most_answers, maybe_none(secret(key<&Entry::red_flags>("red_flags", Type::ids,
                                                                          "signs of danger that are there; one stops the plan")))),
    entry_text<&Entry::cleared_by>("cleared_by", "a clinician has looked, and the plan may go on: a role or practice"),
    secret(key<&Entry::pause_until>("pause_until", Type::date, "ill, or away: no session up to this day, it included")),
    entry_text<&Entry::note>("note", "for your own eyes; never exported"),
};

// --- The head --------------------------------------------------------------------------------------------

constexpr std::array clearance_keys{
    required(secret(key<&Clearance::by>("by", Type::text, "a role or practice, not your name"))),
    required(key<&Clearance::on>("on", Type::date, "not after the start")),
};

constexpr std::array range_keys{
    required(key<&DayRange::begin>("from", Type::date, "the first day away")),
    required(key<&DayRange::end>("to", Type::date, "the last day away")),
};

template <std::size_t Part>
constexpr Key time_key() {
  Key k;
  k.name = part_names[Part];
  k.type = Type::clock;
  k.meaning = "when a session then begins";
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    reader.value(node, self, (*static_cast<PartTimes*>(object))[Part]);
  };
  return k;
}
constexpr std::array times_keys{time_key<0>(), time_key<1>(), time_key<2>(), time_key<3>(), time_key<4>()};
static_assert(times_keys.size() == part_names.size());

constexpr Key days_key() {
  Key k;
  k.name = "days";
  k.type = Type::choices;
  k.names = weekday_names;
  k.meaning = "of the week, free for training; absent: all";
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    if (!reader.list_of_words(node, self)) return;
    Weekdays& days = static_cast<Case*>(object)->days = {};
    for (const Node& item : node.items) {
      if (const auto day = reader.choice(item, self)) days.insert(std::chrono::weekday{static_cast<unsigned>(*day)});
    }
  };
  return k;
}

// A file names the last day away, a range the day after it.
constexpr Key away_key() {
  Key k = maybe_none(nested<DayRange, &Case::away>("away", Type::list, "days without a session"));
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    std::vector<DayRange>& away = static_cast<Case*>(object)->away;
    reader.value(node, self, away);
    for (DayRange& range : away) range.end += std::chrono::days{1};
  };
  return k;
}
constexpr std::array availability_keys{days_key(), away_key()};

constexpr Table moment_table{"moment", "`logged`", moment_keys};
constexpr Table reading_table{"reading", "an entry of `measured`", reading_keys};
constexpr Table entry_table{"entry", "[[diary]]", entry_keys};
constexpr Table clearance_table{"clearance", "[clearance]", clearance_keys};
constexpr Table range_table{"range", "an entry of `away`", range_keys};
constexpr Table times_table{"times", "[times]", times_keys};
constexpr Table availability_table{"availability", "[availability]", availability_keys};

// The parts that the table lists are all that the person has.
constexpr Key times_key() {
  Key k;
  k.name = "times";
  k.type = Type::table;
  k.meaning = "of the parts of the day that you have; absent: the usual ones";
  k.table = [] { return &times_table; };
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    PartTimes& times = static_cast<CaseFile*>(object)->intake.times = {};
    if (reader.is_table(node, self)) reader.table(node, times_table, &times);
  };
  return k;
}

constexpr Key availability_key() {
  Key k;
  k.name = "availability";
  k.type = Type::table;
  k.meaning = "absent: every day";
  k.table = [] { return &availability_table; };
  k.read = [](Reader& reader, const Node& node, const Key& self, void* object) {
    if (reader.is_table(node, self)) reader.table(node, availability_table, &static_cast<CaseFile*>(object)->intake);
  };
  return k;
}

constexpr std::array case_keys{
    schema_key(),
    secret(key<&CaseFile::intake, &Case::id>("id", Type::uuid, "made once and kept, so that a calendar follows; never a name")),
    required(key<&CaseFile::intake, &Case::protocol>("protocol", Type::id, "that the plan is made with")),
    required(key<&CaseFile::version>("version", Type::version, "of the protocol as the case began; another one needs consent")),
    key<&CaseFile::hash>("hash", Type::hash, "of the protocol as the case began; absent: not compared"),
    required(choice<&CaseFile::intake, &Case::severity>("severity", severity_names, "of the injury")),
    choice<&CaseFile::intake, &Case::side>("side", side_names, "the injured one; absent: not said"),
    required(key<&CaseFile::intake, &Case::start>("start", Type::date, "the first day of the plan")),
    key<&CaseFile::intake, &Case::zone>("zone", Type::text, "an IANA name as Europe/Berlin; absent: local times without a zone"),
    secret(whole<&CaseFile::intake, &Case::age>("age", 0, 120, "in years; only where a criterion has norms for it")),
    secret(choice<&CaseFile::intake, &Case::sex>("sex", sex_names, "only where a criterion has norms for it")),
    maybe_none(key<&CaseFile::intake, &Case::with>("with", Type::ids, "optional workouts that are wanted")),
    maybe_none(
        key<&CaseFile::intake, &Case::equipment>("equipment", Type::ids, "that is at hand; absent: all that the protocol needs")),
    maybe_none(secret(key<&CaseFile::intake, &Case::tags>("tags", Type::ids, "what is true of the person"))),
    maybe_none(secret(key<&CaseFile::intake, &Case::red_flags>(
        "red_flags", Type::ids, "signs of danger that were there at the start; one refuses the plan until it is taken off"))),
    times_key(),
    availability_key(),
    nested<Clearance, &CaseFile::intake, &Case::clearance>("clearance", Type::table, "a clinician's release"),
    at_most(100'000,
            maybe_none(nested<Entry, &CaseFile::intake, &Case::diary>("diary", Type::list, "what happened; it only grows"))),
};
constexpr Table whole_case_table{"case", "the head of a case file", case_keys};

// Entries alone, as a case has them.
constexpr std::array diary_keys{case_keys.back()};
static_assert(diary_keys[0].name == "diary");
constexpr Table diary_alone_table{"diary", "a diary", diary_keys};

}  // namespace

const Table& case_table() { return whole_case_table; }

std::span<const Table* const> case_tables() {
  static constexpr std::array tables{&whole_case_table, &times_table, &availability_table, &range_table,
                                     &clearance_table,  &entry_table, &moment_table,       &reading_table};
  return tables;
}

const Table& diary_table() { return diary_alone_table; }

std::span<const Table* const> diary_tables() {
  static constexpr std::array tables{&diary_alone_table, &entry_table, &moment_table, &reading_table};
  return tables;
}

}  // namespace rehab::case_file

namespace rehab::protocol {

// clang-format off
template <> const Table& table_of<DayRange>() { return case_file::range_table; }
template <> const Table& table_of<Clearance>() { return case_file::clearance_table; }
template <> const Table& table_of<Moment>() { return case_file::moment_table; }
template <> const Table& table_of<Reading>() { return case_file::reading_table; }
template <> const Table& table_of<Entry>() { return case_file::entry_table; }
// clang-format on

}  // namespace rehab::protocol
