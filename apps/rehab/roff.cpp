#include "roff.hpp"

#include <algorithm>
#include <cstdint>

#include "words.hpp"

namespace app {
namespace {

constexpr std::string_view bold = "\\fB", italic = "\\fI", roman = "\\fR";

// What stands for one character, however many octets it has; takes them from `text`.
void append_character(std::string& out, std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t size = std::min<std::size_t>(first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4, text.size());
  std::uint32_t code = size == 1 ? first : first & (0xffu >> (size + 1));
  for (const char c : text.substr(1, size - 1)) code = code << 6 | (static_cast<unsigned char>(c) & 0x3fu);
  text.remove_prefix(size);
  constexpr std::string_view special = "\\-'\"^~`";
  constexpr std::string_view written[] = {"\\e", "\\-", "\\(aq", "\\(dq", "\\(ha", "\\(ti", "\\(ga"};
  if (size > 1) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += "\\[u";
    for (int shift = code > 0xffff ? 16 : 12; shift >= 0; shift -= 4) out += digits[(code >> shift) & 15];
    out += ']';
  } else if (const std::size_t at = special.find(static_cast<char>(first)); at != std::string_view::npos) {
    out += written[at];
  } else {
    out += static_cast<char>(first);
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  while (!text.empty()) append_character(out, text);
  return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || c == ':'; }

// How much of `text`, from its start, is one option ("--output", "-o").
std::size_t option_length(std::string_view text) {
  const std::size_t name = std::min(text.find_first_not_of('-'), text.size());
  if (name == 0 || name > 2 || name == text.size() || !is_letter(text[name])) return 0;
  const auto* end = std::find_if(text.begin() + name, text.end(), [](char c) { return !is_letter(c) && c != '-'; });
  return static_cast<std::size_t>(end - text.begin());
}

// How much is a word that stands for a value ("FILE", "HH:MM").
std::size_t value_length(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_capital) - text.begin());
}

void append_styled(std::string& out, std::string_view style, std::string_view text) { ((out += style) += escaped(text)) += roman; }

// Options in bold, and what stands between backticks; `values`: words in capitals in italics.
std::string styled(std::string_view text, bool values) {
  std::string out;
  char before = ' ';
  while (!text.empty()) {
    const bool word_begins = !is_letter(before) && before != '-';
    std::size_t length = word_begins ? option_length(text) : 0;
    std::string_view style = bold;
    if (length == 0 && values && word_begins) {
      length = value_length(text);
      style = italic;
    }
    const std::size_t close = text.front() == '`' ? text.find('`', 1) : std::string_view::npos;
    if (close != std::string_view::npos) {
      append_styled(out, bold, text.substr(1, close - 1));
      before = '`';
      text.remove_prefix(close + 1);
    } else if (length > 0) {
      append_styled(out, style, text.substr(0, length));
      before = text[length - 1];
      text.remove_prefix(length);
    } else {
      before = text.front();
      append_character(out, text);
    }
  }
  return out;
}

// A line that begins with a point would be a macro; one that ends with it would end a sentence, with two spaces after it.
void append_filled(std::string& out, std::string_view text) {
  std::string lines;
  append_wrapped(lines, text, 0, 78);
  for (std::string_view rest = lines; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    if (line.starts_with('.')) out += "\\&";
    out += line;
    if (!rest.empty() && (line.ends_with('.') || line.ends_with('?'))) out += "\\&";
    out += '\n';
  }
}

}  // namespace

Roff::Roff(std::string_view version, std::string_view date) {
  text_ = joined(
      {".TH REHAB 1 ", date, " \"", version, "\" \"User Commands\"\n.ad l\n.nr HY 0\n"});  // nothing to copy is broken by a hyphen
}

void Roff::section(std::string_view heading) {
  text_ += joined({".SH ", heading, "\n"});
  after_heading_ = true;
}

void Roff::subsection(std::string_view heading) {
  text_ += joined({".SS ", escaped(heading), "\n"});
  after_heading_ = true;
}

void Roff::begin(std::string_view macro) {
  if (!after_heading_) text_ += macro;
  after_heading_ = false;
}

void Roff::paragraph(std::string_view text) {
  begin(".PP\n");
  append_filled(text_, styled(text, false));
}

void Roff::heading(std::string_view text) {
  begin(".PP\n");
  text_ += joined({bold, escaped(text), roman, "\n"});
}

void Roff::item(std::string_view term, std::string_view text) {
  after_heading_ = false;
  text_ += joined({".TP\n", styled(term, true), "\n"});
  append_filled(text_, styled(text, false));
}

void Roff::usage(std::string_view command, std::string_view rest) {
  begin(".br\n");
  text_ += joined({bold, escaped(command), roman, " ", styled(rest, true), "\n"});
}

void Roff::verbatim(std::string_view lines) {
  begin(".PP\n");
  text_ += ".EX\n";
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size() + 1);
    text_ += joined({escaped(line), "\n"});
  }
  text_ += ".EE\n";
}

void Roff::name(std::string_view command, std::string_view what) {
  text_ += joined({".SH NAME\n", escaped(command), " \\- ", escaped(what), "\n"});
}

}  // namespace app
