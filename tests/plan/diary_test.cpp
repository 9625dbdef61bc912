// What an entry made in memory may not say, by its place and word for word.
#include "rehab/diary.hpp"

#include <string>
#include <utility>
#include <vector>

#include "plan/diary.hpp"
#include "protocol/report.hpp"
#include "rehab/case_file.hpp"
#include "rehab/plan.hpp"
#include "support/catch.hpp"

namespace {

using namespace rehab;

const Catalog& builtin() {
  static const Catalog catalog = builtin_catalog();
  return catalog;
}

Entry entry() {
  Entry out;
  out.date = day(2026, 12, 2);
  return out;
}

Case with(std::vector<Entry> diary) {
  Case intake;
  intake.protocol = "calf-strain";
  intake.severity = Severity::moderate;
  intake.start = day(2026, 12, 1);
  intake.diary = std::move(diary);
  return intake;
}

std::string said(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += d.key + ": " + d.message + " | " + d.hint + '\n';
  return out;
}
std::string said(const Entry& one) { return said(make_plan(builtin(), with({one})).diagnostics); }

// An entry with so many answers of each kind, of ids that no catalog has.
Entry full(std::size_t answers) {
  Entry out = entry();
  for (std::size_t i = 0; i < answers; ++i) {
    const std::string id = "id-" + std::to_string(i);
    out.measured.push_back({id, 1});
    out.sets_done.push_back({id, 1});
    out.red_flags.push_back(id);
  }
  return out;
}

// A catalog of all that the entry names.
Catalog knowing(const Entry& one) {
  CatalogData data;
  for (const Reading& reading : one.measured) data.measures.emplace_back().id = reading.measure;
  for (const SetsDone& done : one.sets_done) data.exercises.emplace_back().id = done.exercise;
  for (const std::string& id : one.red_flags) data.red_flags.emplace_back().id = id;
  return Catalog(std::move(data));
}

std::vector<Diagnostic> checked(const Catalog& catalog, const Case& intake) {
  std::vector<Diagnostic> out;
  plan::check_diary(catalog, intake, out);
  return out;
}

}  // namespace

TEST_CASE("a hundred answers in each list of an entry are fine, one more is told once") {
  const Entry most = full(Entry::most_answers), more = full(Entry::most_answers + 1);
  CHECK(said(checked(knowing(most), with({most}))).empty());
  CHECK(said(checked(knowing(more), with({more}))) ==
        "diary[1].measured: an entry has more than 100 answers in one list | put the others into entries of their own\n"
        "diary[1].sets_done: an entry has more than 100 answers in one list | put the others into entries of their own\n"
        "diary[1].red_flags: an entry has more than 100 answers in one list | put the others into entries of their own\n");
}

TEST_CASE("an entry with a hundred thousand answers gives no plan and few diagnostics") {
  CHECK(make_plan(builtin(), with({full(100'000)})).diagnostics.size() == 3);
}

TEST_CASE("a text of 4096 octets is fine, a longer one is refused without its words") {
  Entry one = entry();
  one.note = one.cleared_by = std::string(Entry::longest_text, 'x');
  CHECK(said(one).empty());
  one.note += 'x';
  one.cleared_by += 'x';
  CHECK(said(one) ==
        "diary[1].cleared_by: a text is longer than 4096 octets | shorten it\n"
        "diary[1].note: a text is longer than 4096 octets | shorten it\n");
}

TEST_CASE("a case with the longest texts can be read again, in both forms") {
  CaseFile file;
  file.version = "1.0.0";
  file.intake = with({entry()});
  file.intake.diary[0].note = file.intake.diary[0].cleared_by = std::string(Entry::longest_text, '\'');
  for (const std::string& text : {case_text(file), case_json(file)}) {
    const Result<CaseFile> again = read_case({"case", text});
    REQUIRE(again);
    CHECK(again->intake.diary == file.intake.diary);
  }
}

TEST_CASE("of a diary that is wrong all over 500 errors are told, and a note that there are more") {
  Entry wrong = entry();
  wrong.pain = 11;
  CHECK(checked(builtin(), with(std::vector<Entry>(protocol::Report::most, wrong))).size() == protocol::Report::most);
  std::vector<Diagnostic> told = checked(builtin(), with(std::vector<Entry>(protocol::Report::most + 1, wrong)));
  REQUIRE(told.size() == protocol::Report::most + 1);
  CHECK(told.back().level == Level::note);
  CHECK(said({told.back()}) == "diary: more than 500 errors; the rest of the diary is not listed | mend these first\n");
  told = checked(builtin(), with(std::vector<Entry>(20, full(Entry::most_answers))));
  CHECK(told.size() == protocol::Report::most + 1);
}

TEST_CASE("in a catalog too long to look at each id, ids are found all the same") {
  const Entry named = full(3000);
  const Catalog catalog = knowing(named);
  Entry one = entry();
  for (const std::size_t i : {0u, 17u, 1500u, 2999u}) {
    one.measured.push_back(named.measured[i]);
    one.sets_done.push_back(named.sets_done[i]);
    one.red_flags.push_back(named.red_flags[i]);
  }
  CHECK(said(checked(catalog, with({one}))).empty());
  one.measured.push_back({"id-3000", 1});
  one.sets_done.push_back({"a", 1});
  one.red_flags.push_back("z");
  std::string keys;
  for (const Diagnostic& d : checked(catalog, with({one}))) (keys += d.key) += ' ';
  CHECK(keys == "diary[1].measured diary[1].sets_done diary[1].red_flags ");
}
