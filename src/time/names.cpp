#include "time/names.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "text/nearest.hpp"

namespace rehab::time {
namespace {

constexpr std::string_view utc_names[] = {
    "UTC",     "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu",  "UCT",       "Universal", "Zulu",          "GMT",
    "Etc/GMT", "GMT+0",   "GMT-0",   "GMT0",          "Etc/GMT+0", "Etc/GMT-0", "Etc/GMT0",  "Etc/Greenwich", "Greenwich",
};

constexpr std::string_view not_zones[] = {"localtime", "posixrules", "Factory", "leapseconds"};

constexpr std::size_t longest_name = 64;  // octets; the longest zone has 32

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_zone_char(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '/' || c == '_' || c == '+' || c == '-'; }
bool is_printable(char c) { return c >= ' ' && c <= '~' && c != '`'; }

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == ' ' ? '_' : c;
}

std::string folded(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return folded(c); });
  return out;
}

// Berlin in Europe/Berlin.
std::string_view city_of(std::string_view name) { return name.substr(name.rfind('/') + 1); }

std::string_view nearest_zone(std::string_view name, std::span<const std::string_view> known) {
  const std::string wanted = folded(name);
  std::vector<std::string> words;
  words.reserve(known.size());
  for (const std::string_view zone : known) words.push_back(folded(zone));

  auto found = std::find(words.begin(), words.end(), wanted);
  if (found == words.end()) {
    found = std::find_if(words.begin(), words.end(), [&](const std::string& word) { return city_of(word) == wanted; });
  }
  if (found == words.end()) {
    const std::vector<std::string_view> candidates(words.begin(), words.end());
    const std::string_view near = text::nearest(wanted, candidates);
    if (!near.empty()) found = std::find(words.begin(), words.end(), near);
  }
  return found == words.end() ? std::string_view() : known[static_cast<std::size_t>(found - words.begin())];
}

}  // namespace

bool is_utc(std::string_view name) { return contains(utc_names, name); }

bool is_zone_name(std::string_view name) {
  return !name.empty() && is_letter(name[0]) && name.size() <= longest_name &&
         std::all_of(name.begin(), name.end(), is_zone_char) && !contains(not_zones, name) && !name.starts_with("right/") &&
         !name.starts_with("posix/");
}

Diagnostic unknown_zone(std::string_view name, std::span<const std::string_view> known) {
  Diagnostic error;
  error.area = Area::intake;
  error.code = error.key = "zone";
  // A hostile name is neither repeated nor compared.
  const bool quotable = !name.empty() && name.size() <= longest_name && std::all_of(name.begin(), name.end(), is_printable);
  if (quotable) {
    error.message.append("unknown time zone `").append(name).append("`");
  } else {
    error.message = name.empty() ? "the time zone is empty" : "the time zone is not a name";
  }
  const std::string_view near = quotable ? nearest_zone(name, known) : std::string_view();
  if (near.empty()) {
    error.hint = "write a name of the IANA time-zone database, such as `Europe/Berlin`";
  } else {
    error.hint.append("write `").append(near).append("`");
  }
  return error;
}

}  // namespace rehab::time
