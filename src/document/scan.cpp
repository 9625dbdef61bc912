#include "document/scan.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::document {
namespace {

constexpr std::size_t most_levels = 64, most_parts = 64;
constexpr std::size_t longest_number = 120;  // toml++ looks back over at most 127 characters
constexpr std::string_view after_value = " \t\n\r\v\f,]}#";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_key_character(char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_ascii_control(char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7f; }
char closing(char bracket) { return bracket == '[' ? ']' : '}'; }

// What people mean by characters that look like TOML's own.
struct Lookalike {
  char32_t first, last;
  std::string_view hint;
};
constexpr std::array lookalikes{
    Lookalike{0xa0, 0xa0, "write a plain space"},
    Lookalike{0xab, 0xab, "write a straight quote `\"`"},
    Lookalike{0xbb, 0xbb, "write a straight quote `\"`"},
    Lookalike{0x2000, 0x200b, "write a plain space"},
    Lookalike{0x2010, 0x2015, "write a plain `-`"},
    Lookalike{0x2018, 0x201b, "write a straight quote `'`"},
    Lookalike{0x201c, 0x201f, "write a straight quote `\"`"},
    Lookalike{0x202f, 0x202f, "write a plain space"},
    Lookalike{0x2212, 0x2212, "write a plain `-`"},
};

std::string_view hint_outside_quotes(char32_t code_point) {
  const auto found = std::find_if(lookalikes.begin(), lookalikes.end(),
                                  [=](const Lookalike& l) { return code_point >= l.first && code_point <= l.last; });
  if (found != lookalikes.end()) return found->hint;
  return text::is_control(code_point) ? "remove it" : "put the text in quotes";
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t stop) : text_(text), stop_(stop) {}

  Scan run() {
    while (at_ < stop_ && step()) continue;
    if (!open_.empty()) result_.innermost = open_.back();
    if (!result_.trouble && at_ == text_.size() && !open_.empty()) fail_unclosed(open_.back().offset, open_.back().bracket);
    return std::move(result_);
  }

 private:
  bool step() {
    const char c = text_[at_];
    if (is_blank(c)) return skip(1);
    if (c == '\n') return line_break();
    if (text_.substr(at_, 2) == "\r\n") return skip(1);
    if (is_ascii_control(c)) return fail_control();
    if (c == '#') return comment();
    if (!in_statement_ && !begin_statement()) return false;
    return token(text_[at_]);
  }

  bool skip(std::size_t octets) {
    at_ += octets;
    return true;
  }

  bool line_break() {
    if (!open_.empty() && open_.back().bracket == '{') {
      return fail(open_.back().offset, "syntax", "an inline table that does not end on its line",
                  "write it on one line, or as a table with a header");
    }
    if (open_.empty()) end_statement();
    return next_line();
  }

  bool next_line() {
    ++line_;
    return skip(1);
  }

  bool comment() {
    while (text_[at_] != '\n') {
      if (text_.substr(at_, 2) == "\r\n") return true;
      if (is_ascii_control(text_[at_])) return fail_control();
      const std::size_t begin = at_;
      if (text::is_control(text::next_code_point(text_, at_)) && text_[begin] != '\t') {
        at_ = begin;
        return fail(begin, "syntax", show(code_point()) + " in a comment", "remove it");
      }
    }
    return true;
  }

  bool begin_statement() {
    in_statement_ = true;
    in_header_ = text_[at_] == '[';
    result_.statements.push_back({.begin = at_, .first_line = line_, .header = in_header_});
    return !in_header_ || begin_header();
  }

  // toml++ takes for granted that a name begins after the brackets.
  bool begin_header() {
    at_ = text_.find_first_not_of(" \t", at_ + 1);
    if (text_[at_] == '[') at_ = text_.find_first_not_of(" \t", at_ + 1);
    const char c = text_[at_];
    if (is_key_character(c) || is_quote(c) || c == ']' || !is_ascii(c)) return true;
    if (is_ascii_control(c) && c != '\n' && c != '\r') return fail_control();
    return fail(at_, "syntax", show(c == '\r' ? U'\n' : code_point()) + " where the name of a table is wanted",
                "write the header as [name] or [[name]]");
  }

  void end_statement() {
    if (in_statement_) {
      result_.statements.back().end = at_;
      result_.statements.back().last_line = line_;
    }
    in_statement_ = in_header_ = false;
    previous_ = 0;
    dots_ = key_dots_ = 0;
  }

  bool token(char c) {
    switch (c) {
      case '"':
      case '\'':
        previous_ = c;
        return string(c);
      case '[':
      case '{':
        return in_header_ ? skip(1) : open(c);
      case ']':
      case '}':
        return in_header_ ? skip(1) : close(c);
      case '=':
      case ',':
        return separator(c);
      case '.':
        if (++dots_ >= most_parts) return fail(at_, "limit", "a key of more than 64 parts", "use fewer parts");
        break;
      default:
        if (!is_ascii(c)) return fail_outside_quotes(at_);
        if (is_ascii_control(c)) return fail_control();
        if (wants_value() && (is_digit(c) || c == '+' || c == '-') && !number()) return false;
    }
    previous_ = 'w';
    return skip(1);
  }

  // True at the start of a value.
  bool wants_value() const {
    if (previous_ == '=') return true;
    return !open_.empty() && open_.back().bracket == '[' && (previous_ == '[' || previous_ == ',');
  }

  bool separator(char c) {
    std::size_t& equals = result_.statements.back().equals;
    if (c == '=' && open_.empty() && equals == text_.npos) equals = at_;
    key_dots_ = c == '=' ? dots_ : 0;
    dots_ = 0;
    previous_ = c;
    return skip(1);
  }

  bool open(char bracket) {
    open_.push_back({bracket, at_, line_, 1 + key_dots_});
    levels_ += open_.back().levels;
    if (levels_ > most_levels) return fail(at_, "limit", "more than 64 levels of nesting", "nest less deeply");
    dots_ = key_dots_ = 0;
    previous_ = bracket;
    return skip(1);
  }

  // toml++ takes for granted that a `}` does not stand where a value of an array is wanted.
  bool close(char bracket) {
    if (open_.empty())
      return fail(at_, "syntax", show(code_point()) + " closes nothing", "remove it, or write its other half before it");
    const Open last = open_.back();
    if (bracket != closing(last.bracket)) {
      std::string message =
          show(code_point()) + " where `" + closing(last.bracket) + "` is wanted; `" + last.bracket + "` stands in line ";
      text::append_number(message, std::int64_t{last.line});
      return fail(at_, "syntax", std::move(message), "close what was opened last first");
    }
    levels_ -= last.levels;
    open_.pop_back();
    dots_ = key_dots_ = 0;
    previous_ = bracket;
    return skip(1);
  }

  // The start of a number, date or time, as far as toml++ looks ahead on it.
  bool number() {
    const std::string_view word = text_.substr(at_, text_.find_first_of(after_value, at_) - at_);
    const auto foreign = std::find_if_not(word.begin(), word.end(), is_ascii);
    if (foreign != word.end()) return fail_outside_quotes(at_ + static_cast<std::size_t>(foreign - word.begin()));
    if (word.size() > longest_number)
      return fail(at_, "limit", "a number of more than 120 characters", "shorten it, or put the text in quotes");
    if (breaks_date(word)) return fail(at_, "syntax", quote(word) + " is no date or time", "write it as 2026-12-01T07:30:00");
    return true;
  }

  // toml++ takes for granted that a digit follows the T of a time, and that more follows a date, a space and a digit.
  bool breaks_date(std::string_view word) const {
    const bool has_time = word.size() > 11 && word[4] == '-' && word[7] == '-' && (word[10] == 'T' || word[10] == 't');
    if (has_time && !is_digit(word[11])) return true;
    std::string plain(word);
    plain.erase(std::remove(plain.begin(), plain.end(), '_'), plain.end());
    if (plain.size() != 10 || plain[4] != '-' || plain[7] != '-') return false;
    const std::string_view next = text_.substr(at_ + word.size(), 3);
    return next.size() == 3 && next[0] == ' ' && is_digit(next[1]) && after_value.find(next[2]) != after_value.npos;
  }

  bool string(char mark) {
    const std::size_t begin = at_;
    const std::size_t run = quotes(mark, 3);
    if (run == 3) return skip(3) && long_string(mark, begin);
    return skip(1) && (run == 2 ? skip(1) : short_string(mark, begin));
  }

  // How many quotation marks stand here in a row; `most` are counted.
  std::size_t quotes(char mark, std::size_t most) const {
    std::size_t count = 0;
    while (count < most && at_ + count < text_.size() && text_[at_ + count] == mark) ++count;
    return count;
  }

  bool short_string(char mark, std::size_t begin) {
    while (text_[at_] != mark) {
      if (text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n") {
        return fail(begin, "syntax", "text that is not closed on its line", std::string("close it with `") + mark + '`');
      }
      if (!string_character(mark)) return false;
    }
    return skip(1);
  }

  bool long_string(char mark, std::size_t begin) {
    while (at_ < text_.size()) {
      const std::size_t run = quotes(mark, 5);  // up to two belong to the text
      if (run >= 3) return skip(run);
      if (run > 0) {
        at_ += run;
      } else if (text_[at_] == '\n') {
        next_line();
      } else if (text_.substr(at_, 2) == "\r\n") {
        ++at_;
      } else if (mark == '"' && text_[at_] == '\\' &&
                 (is_blank(text_[at_ + 1]) || text_[at_ + 1] == '\n' || text_[at_ + 1] == '\r')) {
        ++at_;
        continued_line();
      } else if (!string_character(mark)) {
        return false;
      }
    }
    return fail_unclosed(begin, mark);
  }

  // After a `\` at the end of a line: white space is skipped, over lines.
  void continued_line() {
    for (; at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == '\n' || text_[at_] == '\r'); ++at_) {
      if (text_[at_] == '\r' && text_.substr(at_, 2) != "\r\n") return;
      if (text_[at_] == '\n') ++line_;
    }
    if (at_ < text_.size() && !is_ascii(text_[at_])) result_.hazards.push_back(at_);
  }

  bool string_character(char mark) {
    const char c = text_[at_];
    if (is_ascii_control(c)) return fail_control();
    if (c == '\xf4') return fail(at_, "syntax", show(code_point()) + " is for private use", "remove it");
    if (c != '\\' || mark == '\'') return skip(1);
    ++at_;
    if (!is_ascii(text_[at_])) {  // toml++ would ask whether it is white space, see `hide`
      return fail(at_, "syntax", show(code_point()) + " after `\\` is no escape", "write `\\\\` for a backslash");
    }
    // What is read of plane 16 is taken for hidden, see `hide`.
    if (const std::string_view code = private_escape(); !code.empty())
      return fail(at_ - 1, "syntax", std::string("U+").append(code).append(" is for private use"), "remove it");
    return is_ascii_control(text_[at_]) || skip(1);
  }

  // "10FFFD" at the U of `\U0010FFFD`; "" elsewhere.
  std::string_view private_escape() const {
    const std::string_view code = text_.substr(at_, 9);
    const bool is_it = code.size() == 9 && code.starts_with("U0010") && std::all_of(code.begin() + 5, code.end(), is_hex_digit);
    return is_it ? code.substr(3) : std::string_view{};
  }

  char32_t code_point() const {
    std::size_t offset = at_;
    return text::next_code_point(text_, offset);
  }

  bool fail_control() {
    if (text_[at_] == '\r') return fail(at_, "syntax", "a carriage return without a line feed", "end the line with a line feed");
    return fail(at_, "syntax", "control character " + show(code_point()), "remove it");
  }

  bool fail_outside_quotes(std::size_t offset) {
    at_ = offset;
    return fail(at_, "syntax", show(code_point()) + " outside quotes; only ASCII may stand there",
                hint_outside_quotes(code_point()));
  }

  bool fail_unclosed(std::size_t offset, char mark) {
    const bool bracket = !is_quote(mark);
    const std::string closer = bracket ? std::string(1, closing(mark)) : std::string(3, mark);
    return fail(offset, "syntax", bracket ? std::string("`") + mark + "` is never closed" : "text that is never closed",
                "close it with `" + closer + '`');
  }

  bool fail(std::size_t offset, std::string_view code, std::string message, std::string_view hint) {
    result_.trouble = Trouble{code, place_at(text_, offset), std::move(message), std::string(hint)};
    result_.mendable = !in_statement_ || ends_on_line();
    result_.offset = result_.mendable ? offset : result_.statements.back().begin;
    return false;
  }

  // Whether the statement is a key with a value that seems to end on this line: its brackets, also those in texts, add up.
  bool ends_on_line() const {
    const Statement& statement = result_.statements.back();
    if (in_header_ || statement.first_line != line_ || at_ >= text_.size()) return false;
    const std::string_view line = text_.substr(statement.begin, text_.find('\n', at_) - statement.begin);
    const auto count = [line](char a, char b) {
      return std::count_if(line.begin(), line.end(), [=](char c) { return c == a || c == b; });
    };
    return count('[', '{') <= count(']', '}');
  }

  std::string_view text_;
  std::size_t stop_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  bool in_statement_ = false, in_header_ = false;
  char previous_ = 0;  // the last bracket, separator or quote of the statement; 'w': part of a word
  std::vector<Open> open_;
  std::size_t levels_ = 0;               // of all open brackets
  std::size_t dots_ = 0, key_dots_ = 0;  // of the key, or number, that is being read; of the key whose value is
  Scan result_;
};

}  // namespace

Scan scan(std::string_view text) { return Scanner(text, text.size()).run(); }

Scan scan_until(std::string_view text, std::size_t offset) { return Scanner(text, offset).run(); }

}  // namespace rehab::document
