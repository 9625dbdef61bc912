// What a case file says, key by key; its errors are in errors.txt.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>
#include <string_view>

#include "case/keys.hpp"
#include "rehab/case_file.hpp"
#include "support/catch.hpp"

using namespace rehab;
using std::chrono::minutes;

namespace {

const std::string head = "schema = 1\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\nseverity = \"severe\"\nstart = 2026-12-01\n";

CaseFile read(const std::string& text) {
  Result<CaseFile> file = read_case({"case.toml", text});
  for (const Diagnostic& d : file.diagnostics) UNSCOPED_INFO(render(d, text));
  REQUIRE(file.diagnostics.empty());
  return *std::move(file.value);
}

}  // namespace

TEST_CASE("what a file does not say is as in a case in which it was not said") {
  CaseFile wanted;
  wanted.version = "1.0.0";
  wanted.intake.protocol = "calf-strain";
  wanted.intake.severity = Severity::severe;
  wanted.intake.start = day(2026, 12, 1);
  CHECK(read(head) == wanted);
}

TEST_CASE("a table of times lists all the parts of the day that the person has") {
  CHECK(read(head).intake.times == usual_times);
  const PartTimes two = read(head + "[times]\nmorning = \"07:30\"\nbedtime = \"23:59\"\n").intake.times;
  CHECK(two == PartTimes{minutes{450}, {}, {}, {}, minutes{24 * 60 - 1}});
  CHECK(read(head + "[times]\n").intake.times == PartTimes{});
}

TEST_CASE("days away are named with the last one, and kept up to the day after it") {
  const Case intake = read(head + "[availability]\naway = [{ from = 2026-12-24, to = 2026-12-24 }]\n").intake;
  CHECK(intake.away == std::vector<DayRange>{{day(2026, 12, 24), day(2026, 12, 25)}});
  CHECK(intake.days == Weekdays::all());
}

TEST_CASE("equipment that is not said is all, an empty list is none") {
  CHECK(!read(head).intake.equipment);
  CHECK(read(head + "equipment = []\n").intake.equipment == std::vector<std::string>{});
}

TEST_CASE("an entry without a part of the day is of bedtime, also as the moment when it was logged") {
  const Entry entry = read(head + "[[diary]]\ndate = 2026-12-02\nlogged = { date = 2026-12-03 }\n").intake.diary.at(0);
  CHECK(entry.moment() == Moment{day(2026, 12, 2), Slot::bedtime});
  CHECK(entry.known() == Moment{day(2026, 12, 3), Slot::bedtime});
}

TEST_CASE("a measure is a number, yes or no, or both legs") {
  const Entry entry =
      read(head + "[[diary]]\ndate = 2026-12-02\nmeasured = { z = 1.5, a = true, b = false, c = { injured = 12, other = 25 } }\n")
          .intake.diary.at(0);
  CHECK(entry.measured == std::vector<Reading>{{"z", 1.5, {}}, {"a", 1, {}}, {"b", 0, {}}, {"c", 12, 25}});
}

TEST_CASE("entries keep the order of the file, whatever their dates") {
  const std::vector<Entry> diary = read(head + "[[diary]]\ndate = 2026-12-09\n[[diary]]\ndate = 2026-12-02\n").intake.diary;
  REQUIRE(diary.size() == 2);
  CHECK(diary[0].date > diary[1].date);
}

TEST_CASE("a table below the diary is read, and more entries may follow it") {
  const CaseFile file =
      read(head + "[[diary]]\ndate = 2026-12-02\n[clearance]\nby = \"practice\"\non = 2026-12-01\n[[diary]]\ndate = 2026-12-03\n");
  CHECK(file.intake.clearance == Clearance{"practice", day(2026, 12, 1)});
  CHECK(file.intake.diary.size() == 2);
}

TEST_CASE("a file of another make is refused with the reason, not read") {
  CHECK(read_case({"case.toml", std::string(1 << 20, ' ') + "\n"}).diagnostics.at(0).code == "limit");
  CHECK(read_case({"case.toml", head + "\xff\n"}).diagnostics.at(0).code == "encoding");
  CHECK(read_case({"case.toml", "\xff\xfe"}).diagnostics.at(0).area == Area::intake);
}

TEST_CASE("of many errors 500 are listed, and a note stands for the rest") {
  std::string text = head;
  for (int i = 0; i < 600; ++i) text += "[[diary]]\ndate = 2026-12-02\npain = 11\n";
  const auto diagnostics = read_case({"case.toml", text}).diagnostics;
  REQUIRE(diagnostics.size() == 501);
  CHECK(diagnostics.back().level == Level::note);
  CHECK(diagnostics.back().area == Area::intake);
}

// "{ m0 = 1, m1 = 1 }", or with a list's brackets.
std::string listed(std::string_view brackets, std::string_view before, std::string_view after, int count) {
  std::string out(1, brackets[0]);
  for (int i = 0; i < count; ++i) ((((out += i == 0 ? "" : ", ") += before) += "m") += std::to_string(i)) += after;
  return out += brackets[1];
}
std::string said_of(const std::string& line) {
  std::string out;
  for (const Diagnostic& d : read_diary({"d", line}).diagnostics) out += render(d);
  return out;
}
const std::string dated = "[[diary]]\ndate = 2026-12-02\n", dated_json = "{\"diary\": [{\"date\": \"2026-12-02\",\n";

TEST_CASE("an entry holds a hundred answers in a list, and one more is told with its place") {
  CHECK(said_of(dated + "measured = " + listed("{}", "", " = 1", 100) + '\n').empty());
  CHECK(said_of(dated + "sets_done = " + listed("{}", "", " = 1", 100) + '\n').empty());
  CHECK(said_of(dated + "red_flags = " + listed("[]", "\"", "\"", 100) + '\n').empty());
  const std::string hint = " are read [limit]\n  hint: put the others into entries of their own\n";
  CHECK(said_of(dated + "measured = " + listed("{}", "", " = 1", 101) + '\n') ==
        "d:3:12: error: `measured` holds 101 answers; at most 100" + hint);
  CHECK(said_of(dated + "sets_done = " + listed("{}", "", " = 1", 101) + '\n') ==
        "d:3:13: error: `sets_done` holds 101 answers; at most 100" + hint);
  CHECK(said_of(dated + "red_flags = " + listed("[]", "\"", "\"", 101) + '\n') ==
        "d:3:13: error: `red_flags` lists 101 entries; at most 100 are read [limit]\n  hint: shorten the list\n");
  CHECK(said_of(dated_json + "\"measured\": " + listed("{}", "\"", "\": 1", 101) + "}]}") ==
        "d:2:13: error: `measured` holds 101 answers; at most 100" + hint);
}

TEST_CASE("of an entry of a megabyte one error is told, and not one for each of its answers") {
  for (const char* const key : {"\"measured\": ", "\"sets_done\": "}) {
    const auto diagnostics = read_diary({"d", dated_json + key + listed("{}", "\"", "\": -1", 60'000) + "}]}"}).diagnostics;
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().code == "limit");
  }
}

TEST_CASE("a text of an entry has 4096 octets, and one more is told without its words") {
  const std::string most(4096, 'x');
  CHECK(said_of(dated + "note = \"" + most + "\"\ncleared_by = \"" + most + "\"\n").empty());
  CHECK(said_of(dated + "note = \"" + most + "x\"\ncleared_by = \"" + most + "x\"\n") ==
        "d:3:8: error: `note` is a text of more than 4096 octets; at most so many are read [limit]\n  hint: shorten it\n"
        "d:4:14: error: `cleared_by` is a text of more than 4096 octets; at most so many are read [limit]\n  hint: shorten it\n");
}

// Ten times as many entries: were anything done for each pair of them, it would take a hundred times as long. Of this process
// alone, and the best of a few: other programs take their share of the machine.
TEST_CASE("the time to read a diary grows with its length, not with its square") {
  const auto time_of = [](int entries) {
    std::string text = head;
    for (int i = 0; i < entries; ++i)
      text += "#{\n[[diary]]\ndate = 2026-12-02\npart = \"evening\"\ndone = \"all\"\npain = 3\n#}\n";
    std::clock_t best = 0;
    for (int round = 0; round < 5; ++round) {
      const std::clock_t begin = std::clock();
      CHECK(read(text).intake.diary.size() == static_cast<std::size_t>(entries));
      const std::clock_t spent = std::clock() - begin;
      best = round == 0 ? spent : std::min(best, spent);
    }
    return best;
  };
  CHECK(time_of(10'000) < 40 * time_of(1'000));
}

TEST_CASE("every key of a case file says what it means, but for those that say it by their names") {
  for (const protocol::Table* table : case_file::case_tables()) {
    for (const protocol::Key& key : table->keys) {
      INFO(table->header << " " << key.name);
      CHECK((!key.meaning.empty() || key.name == "date"));
      CHECK(!protocol::wanted(key).empty());
    }
  }
}
