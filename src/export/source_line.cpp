#include "export/source_line.hpp"

#include <cstdint>

#include "text/append.hpp"

namespace rehab {
namespace {

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ". ";
  out += part;
}

std::string authors_of(const Words& words, const Source& source) {
  if (source.authors.size() > 4) return words.say("show-et-al", {{"author", source.authors.front()}});
  std::string out;
  for (const std::string& author : source.authors) {
    if (!out.empty()) out += ", ";
    out += author;
  }
  return out;
}

std::string journal_of(const Source& source) {
  std::string out = source.journal;
  if (!source.volume.empty()) (out += ' ') += source.volume;
  if (!source.pages.empty()) (out += ", ") += source.pages;
  return out;
}

}  // namespace

std::string source_line(const Words& words, const Source& source) {
  std::string out = authors_of(words, source);
  if (out.empty()) append_part(out, source.title);
  if (source.year) {
    std::string year;
    text::append_number(year, static_cast<std::int64_t>(*source.year));
    append_part(out, year);
  }
  if (!source.authors.empty()) append_part(out, source.title);
  append_part(out, journal_of(source));
  append_part(out, source.part);
  if (!source.doi.empty()) append_part(out, "doi:" + source.doi);
  if (out.empty()) out = source.id;
  if (source.seen == Source::Seen::secondary) words.wrap(out, 0, "show-read-second-hand", "source");
  return out;
}

}  // namespace rehab
