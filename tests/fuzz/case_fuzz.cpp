// Any bytes as a case file, TOML or JSON: a case comes back exactly when there is no error, every message can be shown, and what
// was read is written and read again the same; an entry appended to it stands at its end, and a part of one is never taken for
// another.
#include <cstdint>
#include <string>
#include <string_view>

#include "expect.hpp"
#include "rehab/rehab.hpp"

namespace {

rehab::Entry entry_of(const rehab::CaseFile& file) {
  rehab::Entry entry;
  entry.date = file.intake.start;
  entry.slot = rehab::Slot::evening;
  entry.pain = 10;
  entry.measured = {{"confident", 7.5, {}}, {"one-leg-heel-raise", 12, 25.0}};
  entry.note = "#}\n[[diary]]\n\"é";
  return entry;
}

void expect_presentable(const rehab::Result<rehab::CaseFile>& file, std::string_view text) {
  expect(file.value.has_value() != rehab::has_errors(file.diagnostics), "a case comes back exactly when there is no error");
  for (const rehab::Diagnostic& d : file.diagnostics) {
    expect(d.area == rehab::Area::intake, "what is wrong with a case is the person's to mend");
    expect(!d.code.empty() && !d.message.empty(), "a diagnostic has a code and a message");
    const std::string shown = rehab::render(d, text);
    expect(!shown.empty() && shown.back() == '\n', "a shown diagnostic ends its line");
  }
}

void expect_written(const rehab::CaseFile& file) {
  const auto again = rehab::read_case({"again.toml", rehab::case_text(file)});
  expect(again && again.diagnostics.empty(), "what is written is read without a word");
  expect(*again == file, "what is written is what was read");
  const auto json = rehab::read_case({"again.json", rehab::case_json(file)});
  expect(json && json.diagnostics.empty(), "what is written as JSON is read without a word");
  expect(*json == file, "what is written as JSON is what was read");
}

void expect_diary(std::string_view text) {
  const auto diary = rehab::read_diary({"diary", text});
  expect(diary.value.has_value() != rehab::has_errors(diary.diagnostics), "a diary comes back exactly when there is no error");
  for (const rehab::Diagnostic& d : diary.diagnostics) expect(!rehab::render(d, text).empty(), "a diagnostic can be shown");
}

bool is_json(const std::string& text) {
  const std::size_t mark = text.starts_with("\xef\xbb\xbf") ? 3 : 0, first = text.find_first_not_of(" \t\r\n", mark);
  return first != text.npos && text[first] == '{';
}

// The text as it was, with an entry, and with as much of it as the machine had time for.
void expect_appended(const rehab::CaseFile& file, const std::string& text) {
  const rehab::Entry entry = entry_of(file);
  const std::string more = rehab::entry_text(entry);
  rehab::CaseFile longer = file;
  longer.intake.diary.push_back(entry);
  const auto appended = rehab::read_case({"appended.toml", text + more});
  expect(appended && *appended == longer, "an entry is appended, and nothing else changes");
  const auto part = rehab::read_case({"torn.toml", text + more.substr(0, text.size() % more.size())});
  expect(part && *part == file, "a part of an entry is none");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto file = rehab::read_case({"input.toml", text});
  expect_presentable(file, text);
  expect_diary(text);
  if (!file) return 0;
  expect_written(*file);
  // A line feed alone may make the last entry whole.
  if (text.ends_with('\n') && !is_json(text)) expect_appended(*file, text);
  return 0;
}
