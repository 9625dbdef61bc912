// A machine that stops while it appends an entry leaves a part of it. Wherever it stops: the entry is not there, a warning says so,
// and all else is read; also once more entries stand below.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/case_file.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

Case begun() {
  Case intake;
  intake.protocol = "calf-strain";
  intake.start = day(2026, 12, 1);
  return intake;
}

Entry entry(int day_of_month, int pain) {
  Entry out;
  out.date = day(2026, 12, static_cast<unsigned>(day_of_month));
  out.pain = pain;
  return out;
}

Entry full_entry() {
  Entry out = entry(10, 10);
  out.slot = Slot::evening;
  out.logged = Moment{day(2026, 12, 11), Slot::waking};
  out.done = Done::part;
  out.measured = {{"stiffness-next-morning", 4, {}}, {"one-leg-heel-raise", 12.5, 25.0}};
  out.sets_done = {{"heel-drop-straight", 2}};
  out.red_flags = {"calf-clot"};
  out.cleared_by = "Hausärztin";
  out.pause_until = day(2026, 12, 12);
  out.note = "#}\n[[diary]]\npain = 9 \"日本\"";
  return out;
}

std::string text_of(const std::vector<Entry>& diary) {
  CaseFile file{begun(), "1.0.0", ""};
  file.intake.diary = diary;
  return case_text(file);
}

struct Found {
  std::vector<Entry> diary;
  std::vector<std::string> codes;
};

Found read(const std::string& text) {
  const Result<CaseFile> file = read_case({"case.toml", text});
  Found out;
  for (const Diagnostic& d : file.diagnostics) out.codes.push_back(d.code);
  REQUIRE(file);
  out.diary = file->intake.diary;
  return out;
}

// What is left of an entry that was cut so early says nothing.
bool is_trace(std::string_view rest) { return rest.find('[') == rest.npos; }

}  // namespace

TEST_CASE("an entry that is cut anywhere is left out with a warning, and all before it is read") {
  const Entry last = GENERATE(entry(10, 10), full_entry());
  const std::string before = text_of({entry(9, 3)}), whole = before + entry_text(last);
  for (std::size_t end = before.size(); end < whole.size(); ++end) {
    const std::string cut = whole.substr(0, end);
    INFO(cut.substr(before.size()));
    const Found found = read(cut);
    CHECK(found.diary == std::vector{entry(9, 3)});
    const bool trace = is_trace(std::string_view(cut).substr(before.size()));
    CHECK(found.codes == (trace ? std::vector<std::string>{} : std::vector<std::string>{"torn"}));
  }
  CHECK(read(whole).diary == std::vector{entry(9, 3), last});
  CHECK(read(whole).codes.empty());
}

TEST_CASE("an entry that was cut stays out when more are appended below it") {
  const std::string before = text_of({entry(9, 3)}), last = entry_text(full_entry()), more = entry_text(entry(11, 2));
  for (std::size_t size = 0; size < last.size() - 1; ++size) {
    INFO(last.substr(0, size));
    const Found found = read(before + last.substr(0, size) + more);
    CHECK(found.diary == std::vector{entry(9, 3), entry(11, 2)});
    CHECK(found.codes.size() == (is_trace(last.substr(0, size)) ? 0 : 1));
  }
  // Only the line feed at its very end is missing: the entry that follows brings one.
  const Found found = read(before + last.substr(0, last.size() - 1) + more);
  CHECK(found.diary == std::vector{entry(9, 3), full_entry(), entry(11, 2)});
}

TEST_CASE("an entry by hand below one that was cut is read") {
  const std::string torn = entry_text(entry(9, 3)).substr(0, 30);
  const std::string text = text_of({}) + torn + "\n[[diary]]\ndate = 2026-12-10\npain = 1\n";
  CHECK(read(text).diary == std::vector{entry(10, 1)});
  CHECK(read(text).codes == std::vector<std::string>{"torn"});
}

TEST_CASE("a file without an entry may end without a line feed, and its first entry can be appended") {
  std::string text = text_of({});
  text.pop_back();
  CHECK(read(text).codes.empty());
  CHECK(read(text + entry_text(entry(9, 3))).diary == std::vector{entry(9, 3)});
}

TEST_CASE("entries by hand need no lines around them, not even a line feed at the end") {
  const std::string text = text_of({}) + "[[diary]]\ndate = 2026-12-10\npain = 1";
  CHECK(read(text).diary == std::vector{entry(10, 1)});
  CHECK(read(text + entry_text(entry(11, 2))).diary == std::vector{entry(10, 1), entry(11, 2)});
  CHECK(read(text + entry_text(entry(11, 2))).codes.empty());
}

TEST_CASE("an entry that rehab wrote may be changed by hand") {
  std::string text = text_of({entry(9, 3)});
  text.insert(text.rfind("#}"), "# it was cold\n[diary.measured]\nconfident = 4\n");
  Entry wanted = entry(9, 3);
  wanted.measured = {{"confident", 4, {}}};
  CHECK(read(text).diary == std::vector{wanted});
  CHECK(read(text).codes.empty());
}

TEST_CASE("a file with line ends of another system is the same case") {
  std::string text;
  for (const char c : text_of({entry(9, 3), full_entry()})) {
    if (c == '\n') text += '\r';
    text += c;
  }
  CHECK(read(text).diary == std::vector{entry(9, 3), full_entry()});
  CHECK(read(text).codes.empty());
}

TEST_CASE("the warning names the line in which the cut entry begins, and the lines of errors below it are the file's own") {
  const std::string text = text_of({}) + entry_text(entry(9, 3)).substr(0, 30) + entry_text(entry(10, 11));
  const Result<CaseFile> file = read_case({"case.toml", text});
  REQUIRE(file.diagnostics.size() == 2);
  const auto line_of = [&](std::string_view what) {
    return 1 +
           static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(what)), '\n'));
  };
  CHECK(file.diagnostics[0].code == "torn");
  CHECK(file.diagnostics[0].line == line_of("\n#{\n") + 1);
  CHECK(file.diagnostics[1].code == "bounds");
  CHECK(file.diagnostics[1].line == line_of("pain = 11"));
}
