#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "case/keys.hpp"
#include "case/opened.hpp"
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

// What the readers of TOML and JSON say of a value, after having repeated it.
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

// What is wrong with the text, without what stands there: it may be a note, or a number of the diary. Names of keys may be told.
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

// A list of entries lacks but little to be a diary.
void hint_at_list(std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& d : diagnostics) {
    if (d.message == "the file is no object") d.hint = "begin it with {\"diary\": [ and end it with ]}";
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

// In TOML, entries are appended as tables with a header, and nothing can be appended to a list in brackets.
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

// A kind of file: the table of its root, and every table in it.
struct Kind {
  const protocol::Table& root;
  std::span<const protocol::Table* const> tables;
};

// Where there is an error, with holes.
CaseFile read_keys(const document::Document& document, const Kind& kind, std::string_view text, Report& report) {
  CaseFile out;
  const bool in_toml = document.form == document::Form::toml;
  if (in_toml) check_form(document.root, text, report);
  protocol::Shelves none;
  Reader(report, none, kind.tables, document.form).table(document.root, kind.root, &out);
  if (report.usable()) check_diary(document.root, out.intake, report);
  return out;
}

void sort(std::vector<Diagnostic>& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) {
    return std::pair(d.line == 0 && d.level == Level::note ? UINT32_MAX : d.line, d.column);  // the note on more of them stays last
  });
}

bool is_empty(const document::Document& document, Report& report) {
  if (!document.root.members.empty()) return false;
  const bool in_toml = document.form == document::Form::toml;
  report.error(document.root, "missing-key", "the file is empty; wanted a case",
               in_toml ? "begin it with schema = 1" : "begin it with \"schema\": 1");
  return true;
}

Result<CaseFile> read(const SourceFile& file, const Kind& kind, const Log& log) {
  case_file::Opened opened = case_file::open(file);
  std::vector<Diagnostic> diagnostics = std::move(opened.parsed.diagnostics);
  as_intake(diagnostics);
  const bool is_case = &kind.root == &case_file::case_table();
  if (!is_case) hint_at_list(diagnostics);
  std::optional<CaseFile> read;
  if (opened.parsed) {
    Report report(file.name, opened.parsed->root, Area::intake);
    if (!is_case || !is_empty(*opened.parsed, report)) read = read_keys(*opened.parsed, kind, opened.text, report);
    report.close(diagnostics);
  }
  warn(diagnostics, file.name, opened.torn);
  sort(diagnostics);
  if (has_errors(diagnostics)) return diagnostics;
  log("entries read", read->intake.diary.size());
  return {*std::move(read), std::move(diagnostics)};
}

}  // namespace

Result<CaseFile> read_case(const SourceFile& file, const Log& log) {
  return read(file, {case_file::case_table(), case_file::case_tables()}, log);
}

Result<std::vector<Entry>> read_diary(const SourceFile& file, const Log& log) {
  Result<CaseFile> alone = read(file, {case_file::diary_table(), case_file::diary_tables()}, log);
  if (!alone) return std::move(alone.diagnostics);
  return {std::move(alone->intake.diary), std::move(alone.diagnostics)};
}

}  // namespace rehab
