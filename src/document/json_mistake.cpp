#include "document/json_mistake.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::document {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view around_words = " \t\r\n,[]{}\"'";
constexpr std::string_view in_quotes = "put the text in quotes";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
bool begins_number(char c) { return is_digit(c) || c == '-' || c == '+' || c == '.'; }
bool is_closing(char c) { return c == '}' || c == ']'; }
char closing(char bracket) { return bracket == '[' ? ']' : '}'; }

// As many columns, and the same lines.
std::string blanked(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) out += c == '\n' ? '\n' : ' ';
  }
  return out;
}

std::string lowered(std::string_view word) {
  std::string out(word);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

// What people mean by characters that look like JSON's own.
struct Lookalike {
  char32_t first, last;
  std::string_view hint;
};
constexpr std::array lookalikes{
    Lookalike{0xa0, 0xa0, "write a plain space"},         Lookalike{0xab, 0xab, "write a straight quote `\"`"},
    Lookalike{0xbb, 0xbb, "write a straight quote `\"`"}, Lookalike{0x2000, 0x200b, "write a plain space"},
    Lookalike{0x2010, 0x2015, "write a plain `-`"},       Lookalike{0x2018, 0x201f, "write a straight quote `\"`"},
    Lookalike{0x202f, 0x202f, "write a plain space"},     Lookalike{0x2212, 0x2212, "write a plain `-`"},
    Lookalike{0xff0c, 0xff0c, "write a plain `,`"},       Lookalike{0xff1a, 0xff1a, "write a plain `:`"},
};

struct Wording {
  std::string_view says, hint;
};

// What is wrong with a word that should be a value.
Wording judge_word(std::string_view word) {
  const std::string lower = lowered(word);
  if (lower == "true") return {" is no value; it is written in lower case", "write `true`"};
  if (lower == "false") return {" is no value; it is written in lower case", "write `false`"};
  for (const std::string_view number : {"nan", "inf", "infinity", "-nan", "-inf", "-infinity", "+inf", "+infinity"}) {
    if (lower == number) return {" is no value; JSON has only numbers that are finite", "leave the key out, or write a number"};
  }
  for (const std::string_view nothing : {"null", "none", "nil", "undefined"}) {
    if (lower == nothing) return {" is no value; what is not known is not written", "leave the key out"};
  }
  return {" is no value; text stands in quotes", in_quotes};
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?
bool is_number(std::string_view word) {
  const auto digits = [&word] {
    const std::size_t count = std::min(word.find_first_not_of("0123456789"), word.size());
    word.remove_prefix(count);
    return count > 0;
  };
  const auto take = [&word](std::string_view any) {
    const bool is_one = !word.empty() && any.find(word[0]) != any.npos;
    if (is_one) word.remove_prefix(1);
    return is_one;
  };
  take("-");
  if (!take("0") && !digits()) return false;
  if (take(".") && !digits()) return false;
  if (take("eE") && (take("+-"), !digits())) return false;
  return word.empty();
}

// What is wrong with a word that begins as a number.
Wording judge_number(std::string_view word) {
  const std::string_view digits = word.substr(word.find_first_not_of("+-") == 0 ? 0 : 1);
  if (word.find_first_of("0123456789") == word.npos && digits.find_first_not_of('.') != digits.npos) return judge_word(word);
  if (is_number(word)) return {" is a number beyond what can be read", "correct it, or put the text in quotes"};
  const bool plain = digits.find_first_not_of("0123456789.eE") == digits.npos;
  if (word[0] == '+' && plain) return {" is no number; one has no `+` before it", "remove the `+`"};
  if (digits.starts_with('.') && plain) return {" is no number; one begins with a digit", "write a digit before the point"};
  if (digits.starts_with('0') && digits.find_first_not_of("0123456789.") == digits.npos && digits.size() > 1 && digits[1] != '.')
    return {" begins with a zero; a number does not", "remove the zero, or put the text in quotes"};
  if (plain) return {" is no number; digits are wanted after the point and the exponent", "complete it, or put the text in quotes"};
  return {" is no number; text, a date or a time stands in quotes", "put it in quotes"};
}

// Looks for the mistake behind what was reached, in the order of the grammar.
class Search {
 public:
  Search(std::string_view text, const Reached& reached) : text_(text), reached_(reached), at_(skip(reached.end)) {}

  Mistake run() {
    if (is_comment()) return comment();
    switch (reached_.last) {
      case Reached::Last::nothing:
        return at_end() ? say("the file is empty; wanted an object", "begin it with `{` and end it with `}`") : value();
      case Reached::Last::opening:
        return reached_.bracket == '{' ? key() : value();
      case Reached::Last::key:
        return colon();
      default:
        return separator();
    }
  }

 private:
  // --- What stands where ---

  Mistake colon() {
    if (at_end()) return unclosed();
    if (now() == ':') return behind() ? comment() : value();
    Mistake wrong = say("`:` is wanted after the key, not " + shown(), lookalike("write \"key\": value"));
    return now() == '=' ? mended(std::move(wrong), at_ + 1, ":") : wrong;
  }

  Mistake separator() {
    if (reached_.bracket == 0) return say(shown() + " after the end of the object", "remove what follows the last `}`");
    if (at_ == reached_.end && begins_number(text_[reached_.begin]) && (is_letter(now()) || begins_number(now()) || now() == ':'))
      return number(reached_.begin);
    if (at_end()) return unclosed();
    if (now() == ',') {
      const std::size_t comma = at_;
      if (behind()) return comment();
      if (!at_end() && now() == closing(reached_.bracket)) {
        const std::string before = shown();
        at_ = comma;
        return mended(say("`,` before " + before, "remove the comma"), comma + 1, " ");
      }
      return reached_.bracket == '{' ? key() : value();
    }
    if (is_closing(now())) return mismatch();
    if (now() == '"' || now() == '{' || now() == '[' || begins_number(now())) return missing_comma();
    std::string message = "the value should end before " + shown();
    if (!is_letter(now())) return say(std::move(message), lookalike("write `,` between values, and put text in quotes"));
    const std::string_view more = words(at_);
    return mended(say(std::move(message), in_quotes), at_ + more.size(), blanked(more));
  }

  Mistake key() {
    if (at_end()) return unclosed();
    if (now() == '"') return quoted();
    if (now() == '\'') return single_quotes();
    if (now() == ',') return mended(say("`,` where a key is wanted", "remove it"), at_ + 1, " ");
    if (is_closing(now())) return mismatch();
    if (is_digit(now()) && at_ > 0 && text_[at_ - 1] == ',') {
      return say(quote(word(at_)) + " is no key; a key stands in quotes", "put it in quotes; a decimal point is `.`");
    }
    if (is_letter(now()) || is_digit(now())) {
      return say(quote(word(at_, ":=")) + " is no key; a key stands in quotes", "put it in quotes");
    }
    return say(shown() + " where a key or `}` is wanted", lookalike("write \"key\": value, or close the object with `}`"));
  }

  Mistake value() {
    if (at_end()) return unclosed();
    if (now() == '"') return quoted();
    if (now() == '\'') return single_quotes();
    if (begins_number(now())) return number(at_);
    if (is_letter(now())) return no_value(at_, judge_word(word(at_)));
    const bool after_key = reached_.last == Reached::Last::key;
    if (after_key && (now() == ',' || now() == closing(reached_.bracket)))
      return say("a value is wanted after `:`, not " + shown(), "write a value, or remove the key");
    if (now() == ',') return mended(say("`,` where a value is wanted", "remove it"), at_ + 1, " ");
    if (is_closing(now())) return mismatch();
    return say(shown() + " where a value is wanted", lookalike("write a value"));
  }

  Mistake number(std::size_t begin) { return no_value(begin, judge_number(word(begin))); }

  Mistake no_value(std::size_t begin, Wording wording) {
    const std::string_view what = word(begin);
    at_ = begin;
    const std::string_view all = words(begin);
    std::string instead = blanked(all);
    instead.back() = '0';  // what follows is then where it was
    return mended(say(quote(what).append(wording.says), wording.hint), begin + all.size(), std::move(instead));
  }

  Mistake quoted() {
    if (std::optional<Mistake> mistake = mistake_in_quotes(text_, at_)) return *std::move(mistake);
    return say("a text that cannot be read", "write it anew");
  }

  Mistake single_quotes() {
    Mistake wrong = say("`'` where `\"` is wanted; text stands in double quotes", "write `\"` at both of its ends");
    const std::size_t end = text_.find_first_of("'\"\\\n", at_ + 1);
    if (end == text_.npos || text_[end] != '\'') return wrong;
    return mended(std::move(wrong), end + 1, '"' + std::string(text_.substr(at_ + 1, end - at_ - 1)) + '"');
  }

  // Where it should stand: behind what was read. At the end of a line it can be written without moving anything.
  Mistake missing_comma() {
    at_ = reached_.end;
    const bool keys = reached_.bracket == '{';
    Mistake wrong = say(keys ? "`,` is missing between two keys" : "`,` is missing between two values", "write `,` here");
    if (blanks.find(now()) == blanks.npos) return wrong;
    return mended(std::move(wrong), at_ + (now() == '\n' ? 0 : 1), ",");
  }

  Mistake mismatch() {
    const char bracket = reached_.bracket;
    std::string message = shown() + " where `" + closing(bracket) + "` is wanted; `" + bracket + "` stands in line ";
    text::append_number(message, std::int64_t{place_at(text_, reached_.opened).line});
    return say(std::move(message), "close what was opened last first");
  }

  Mistake unclosed() {
    const char bracket = reached_.bracket;
    at_ = reached_.opened;
    return say(std::string("`") + bracket + "` is never closed", std::string("close it with `") + closing(bracket) + "`");
  }

  // --- Comments, which JSON has none of ---

  bool is_comment() const { return !at_end() && (now() == '#' || text_.substr(at_, 2) == "//" || text_.substr(at_, 2) == "/*"); }

  Mistake comment() {
    Mistake wrong = say("a comment; JSON has none", "remove it");
    const bool block = text_.substr(at_, 2) == "/*";
    const std::size_t last = block ? text_.find("*/", at_ + 2) : std::min(text_.find('\n', at_), text_.size());
    if (last == text_.npos) return wrong;
    const std::size_t end = last + (block ? 2 : 0);
    return mended(std::move(wrong), end, blanked(text_.substr(at_, end - at_)));
  }

  // --- Small things ---

  std::size_t skip(std::size_t from) const { return std::min(text_.find_first_not_of(blanks, from), text_.size()); }
  bool at_end() const { return at_ == text_.size(); }
  char now() const { return at_end() ? '\0' : text_[at_]; }

  // Moves behind a separator. Returns whether a comment stands there.
  bool behind() {
    at_ = skip(at_ + 1);
    return is_comment();
  }

  std::string_view word(std::size_t begin, std::string_view more = {}) const {
    std::size_t end = begin + 1;
    while (end < text_.size() && around_words.find(text_[end]) == around_words.npos && more.find(text_[end]) == more.npos) ++end;
    return text_.substr(begin, end - begin);
  }

  // All that may belong to a value without quotes.
  std::string_view words(std::size_t begin) const {
    const std::string_view first = word(begin);
    const std::string_view rest = text_.substr(begin + first.size());
    const std::string_view more = rest.substr(0, rest.find_first_of(",[]{}\"'\r\n"));
    const std::size_t end = std::min(more.find("//"), more.find('#'));
    return text_.substr(begin, first.size() + more.substr(0, end).find_last_not_of(" \t") + 1);
  }

  char32_t character() const {
    std::size_t at = at_;
    return text::next_code_point(text_, at);
  }
  std::string shown() const { return at_end() ? "the end of the file" : show(character()); }
  std::string_view lookalike(std::string_view otherwise) const {
    if (at_end()) return otherwise;
    const auto found =
        std::ranges::find_if(lookalikes, [c = character()](const Lookalike& l) { return c >= l.first && c <= l.last; });
    return found == lookalikes.end() ? otherwise : found->hint;
  }

  Mistake say(std::string message, std::string_view hint) const {
    return {{"syntax", place_at(text_, at_), std::move(message), std::string(hint)}, at_, at_, {}};
  }
  static Mistake mended(Mistake mistake, std::size_t end, std::string instead) {
    mistake.end = end;
    mistake.mend = std::move(instead);
    return mistake;
  }

  std::string_view text_;
  const Reached& reached_;
  std::size_t at_;
};

// --- Inside quotes ---------------------------------------------------------------------------------------

// Four hexadecimal digits; none: they are not there.
std::optional<unsigned> unit_at(std::string_view text, std::size_t offset) {
  unsigned unit = 0;
  for (const char c : text.substr(std::min(offset, text.size()), 4)) {
    if (!is_hex_digit(c)) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return offset + 4 <= text.size() ? std::optional(unit) : std::nullopt;
}

bool is_high(unsigned unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low(unsigned unit) { return unit >= 0xdc00 && unit < 0xe000; }

class Quotes {
 public:
  Quotes(std::string_view text, std::size_t begin) : text_(text), begin_(begin), at_(begin + 1) {}

  std::optional<Mistake> run() {
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\') {
        if (std::optional<Mistake> wrong = escape()) return wrong;
      } else if (std::optional<Mistake> wrong = character()) {
        return wrong;
      }
    }
    if (at_ < text_.size()) return std::nullopt;
    at_ = begin_;
    return say("text that is never closed", "close it with `\"`");
  }

 private:
  std::optional<Mistake> character() {
    const char c = text_[at_];
    if (c == '\n' || text_.substr(at_, 2) == "\r\n") {
      at_ = begin_;
      return say("text that is not closed on its line", "close it with `\"`; a line break is written as `\\n`");
    }
    if (static_cast<unsigned char>(c) < ' ')
      return say("control character " + shown(at_) + " in a text", c == '\t' ? "write it as `\\t`" : "remove it", 1);
    if (c == '\xf4') return say(shown(at_) + " is for private use", "remove it", 4);
    ++at_;
    return std::nullopt;
  }

  std::optional<Mistake> escape() {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (c == 'u') return unicode();
    if (c == '\0') return at_ = text_.size(), std::nullopt;  // never closed
    if (std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
      return say("`\\` before " + shown(at_ + 1) + " escapes nothing", "write `\\\\` for a backslash", 1);
    at_ += 2;
    return std::nullopt;
  }

  std::optional<Mistake> unicode() {
    const std::optional<unsigned> unit = unit_at(text_, at_ + 2);
    if (!unit) return say("four hexadecimal digits are wanted after `\\u`", "write four digits, or `\\\\` for a backslash", 1);
    if (is_low(*unit)) return half();
    if (is_high(*unit)) {
      const std::optional<unsigned> low = text_.substr(at_ + 6, 2) == "\\u" ? unit_at(text_, at_ + 8) : std::nullopt;
      if (!low || !is_low(*low)) return half();
      if (*unit >= 0xdbc0) return say("a character of plane 16 is for private use", "remove it", 1);
      at_ += 6;
    }
    at_ += 6;
    return std::nullopt;
  }

  std::optional<Mistake> half() const { return say("half of a surrogate pair", "write the character itself, or both halves", 1); }

  std::string shown(std::size_t offset) const { return show(text::next_code_point(text_, offset)); }
  // `octets`: how many a space can take the place of; 0: the rest cannot be read.
  Mistake say(std::string message, std::string_view hint, std::size_t octets = 0) const {
    Mistake out{{"syntax", place_at(text_, at_), std::move(message), std::string(hint)}, at_, at_ + octets, {}};
    if (octets > 0) out.mend = " ";
    return out;
  }

  std::string_view text_;
  std::size_t begin_, at_;
};

}  // namespace

Mistake find_mistake(std::string_view text, const Reached& reached) { return Search(text, reached).run(); }

std::optional<Mistake> mistake_in_quotes(std::string_view text, std::size_t begin) { return Quotes(text, begin).run(); }

}  // namespace rehab::document
