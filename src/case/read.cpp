#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "case/keys.hpp"
#include "case/torn.hpp"
#include "document/document.hpp"
#include "document/rephrase.hpp"
#include "protocol/reader.hpp"
#include "rehab/case_file.hpp"
#include "text/utf8.hpp"

namespace rehab {

namespace {

using document::Member;
using document::Node;
using protocol::joined;
using protocol::Reader;
using protocol::Report;

// --- Before the keys -------------------------------------------------------------------------------------

// What the reader of TOML says of a value, after having repeated it.
constexpr std::string_view said_of_values[]{" is no ", " begins with a zero", " is a number beyond "};

bool is_sign(std::string_view quoted) {
  std::size_t length = 0;
  const char32_t sign = text::next_code_point(quoted, length);
  const bool plain = (sign >= U'0' && sign <= U'9') || ((sign | 0x20) >= U'a' && (sign | 0x20) <= U'z');
  return length == quoted.size() && !plain;
}

// Brackets and the like may be told, letters and digits not.
std::string with_signs_only(std::string_view message) {
  std::string out;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t open = message.find('`', at);
    const std::size_t close = open == message.npos ? message.npos : message.find('`', open + 2);  // a back-tick is "```"
    if (close == message.npos) return out += message.substr(at);
    const std::string_view quoted = message.substr(open + 1, close - open - 1);
    out += message.substr(at, open - at);
    ((out += '`') += is_sign(quoted) ? quoted : "…") += '`';
    at = close + 1;
  }
  return out;
}

// What is wrong with the TOML, without what stands there: it may be a note, or a number of the diary. Names of keys may be told.
std::string without_words(std::string_view message) {
  if (message.find(" stands twice") != message.npos || message.find(" is complete in line ") != message.npos)
    return std::string(message);
  for (const std::string_view said : said_of_values) {
    const std::size_t at = message.find(said);
    if (at != message.npos && message.starts_with('`')) return joined({"what stands here", message.substr(at)});
  }
  return with_signs_only(message);
}

void as_intake(std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& d : diagnostics) {
    d.area = Area::intake;
    d.message = without_words(d.message);
  }
}

void warn(std::vector<Diagnostic>& diagnostics, std::string_view file, const std::vector<std::uint32_t>& torn) {
  for (const std::uint32_t line : torn) {
    diagnostics.push_back({Level::warning, Area::intake, "torn", std::string(file), line, 1, "diary",
                           "an entry was cut off while it was written; it is left out",
                           "log it again and remove what is left of it; if all of it is there, write #} below it"});
  }
}

// --- What keys mean together -----------------------------------------------------------------------------

// Entries are appended as tables with a header, and nothing can be appended to a list in brackets.
void check_form(const Node& root, std::string_view text, Report& report) {
  const auto diary = std::ranges::find(root.members, std::string_view("diary"), &Member::key);
  if (diary == root.members.end() || diary->value.kind != Node::Kind::array) return;
  if (text[document::offset_of(text, diary->place)] == '[') return;
  report.error(*diary, "type", "`diary` is a list in brackets; wanted entries that can be appended to",
               "begin each entry with [[diary]], at the end of the file");
}

void check_dates(const Node& node, const Entry& entry, std::chrono::local_days start, Report& report) {
  if (entry.date < start) {
    report.error_at(node, "date", "diary", "an entry lies before the start of the plan", "date it on the start or later");
  }
  if (entry.logged && *entry.logged < entry.moment()) {
    report.error_at(node, "logged", "diary", "an entry was logged before what it speaks of",
                    "log it at its own part of the day or later, or leave `logged` out");
  }
  if (entry.pause_until && *entry.pause_until < entry.date) {
    report.error_at(node, "pause_until", "diary", "a pause ends before the day of its entry", "name that day or a later one");
  }
}

void check_diary(const Node& root, const Case& intake, Report& report) {
  const Node* diary = root.find("diary");
  if (!diary) return;
  for (std::size_t i = 0; i < intake.diary.size(); ++i) check_dates(diary->items[i], intake.diary[i], intake.start, report);
}

// Where there is an error, with holes.
CaseFile read_keys(const Node& root, std::string_view text, Report& report) {
  CaseFile out;
  if (root.members.empty()) {
    report.error(root, "missing-key", "the file is empty; wanted a case", "begin it with schema = 1");
    return out;
  }
  protocol::Shelves none;
  check_form(root, text, report);
  Reader(report, none, case_file::case_tables()).table(root, case_file::case_table(), &out);
  if (report.usable()) check_diary(root, out.intake, report);
  return out;
}

void sort(std::vector<Diagnostic>& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) {
    return std::pair(d.line == 0 && d.level == Level::note ? UINT32_MAX : d.line, d.column);  // the note on more of them stays last
  });
}

}  // namespace

Result<CaseFile> read_case(const SourceFile& file, const Log& log) {
  const case_file::Whole whole = case_file::without_torn(file.text);
  Result<document::Document> parsed = document::parse(file.name, whole.text);
  std::vector<Diagnostic> diagnostics = std::move(parsed.diagnostics);
  as_intake(diagnostics);
  std::optional<CaseFile> read;
  if (parsed) {
    Report report(file.name, parsed->root, Area::intake);
    read = read_keys(parsed->root, whole.text, report);
    report.close(diagnostics);
  }
  warn(diagnostics, file.name, whole.torn);
  sort(diagnostics);
  if (has_errors(diagnostics)) return diagnostics;
  log("entries read", read->intake.diary.size());
  return {*std::move(read), std::move(diagnostics)};
}

}  // namespace rehab
