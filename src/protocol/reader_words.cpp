// Texts, choices and names.
#include <algorithm>
#include <iterator>

#include "protocol/reader.hpp"
#include "text/digest.hpp"
#include "text/utf8.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool is_id(std::string_view id) {
  if (id.size() > 64) return false;  // identities of sessions are made of ids
  bool word = false;                 // a hyphen stands only between letters or digits
  for (const char c : id) {
    if (!is_lower(c) && !is_digit(c) && !(c == '-' && word)) return false;
    word = c != '-';
  }
  return word;
}

namespace {

bool is_uuid(std::string_view text) {
  text::Uuid id;
  return text::parse_uuid(text, id);
}

// 40 hexadecimal digits
bool is_hash(std::string_view text) {
  return text.size() == 2 * sizeof(text::Sha1) &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

bool is_version(std::string_view text) {
  int dots = 0;
  bool digit = false;
  for (const char c : text) {
    if (!is_digit(c) && !(c == '.' && digit)) return false;
    dots += c == '.' ? 1 : 0;
    digit = c != '.';
  }
  return digit && dots == 2;
}

// 10.4-to-9-digits/anything
bool is_doi(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (!text.starts_with("10.") || slash == std::string_view::npos || slash < 7 || slash > 12 || slash + 1 == text.size())
    return false;
  return std::ranges::all_of(text.substr(3, slash - 3), is_digit) && text.find(' ') == std::string_view::npos;
}

}  // namespace

bool is_language(std::string_view text) {
  const std::size_t end = std::min(text.find('-'), text.size());
  const std::string_view language = text.substr(0, end);
  if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, is_lower)) return false;
  bool word = true;
  for (const char c : text.substr(end)) {
    if (!is_lower(c) && !is_upper(c) && !is_digit(c) && !(c == '-' && word)) return false;
    word = c != '-';
  }
  return word;
}

namespace {

struct Form {
  Type type;
  bool (*good)(std::string_view);
};
constexpr Form forms[]{{Type::id, is_id},   {Type::ids, is_id},    {Type::version, is_version}, {Type::language, is_language},
                       {Type::doi, is_doi}, {Type::uuid, is_uuid}, {Type::hash, is_hash}};

}  // namespace

bool is_good(const Key& key, std::string_view text) {
  const auto form = std::ranges::find(forms, key.type, &Form::type);
  return form == std::end(forms) || form->good(text);
}

// --- Texts -----------------------------------------------------------------------------------------------

bool Reader::text(const Node& node, const Key& key) {
  if (node.kind != Node::Kind::text) {
    wrong(node, key, "text", node.kind == Node::Kind::table || node.kind == Node::Kind::array ? "" : "put it in quotation marks");
  } else if (key.type == Type::prose ? node.text.empty() : node.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    report.error(node, "type", joined({subject(node, key), &node == value_ ? "empty" : "an empty text", "; wanted text"}),
                 &node != value_ ? "remove the entry, or write it"
                 : key.required  ? "write it"
                                 : "leave it out if there is nothing to say");
  } else if (key.type != Type::prose && text::has_control(node.text)) {
    wrong(node, key, "text without line breaks and control characters", "write one line, and remove invisible characters");
  } else if (!is_good(key, node.text)) {
    Key one = key;
    if (key.type == Type::ids) one.type = Type::id;
    wrong(node, key, wanted(one));
  } else if ((key.type == Type::line || key.type == Type::lines) && std::ranges::any_of(node.text, is_digit)) {
    report.error(node, "drift",
                 joined({subject(node, key), show(node), "; wanted text without digits: the plan prints numbers from their keys"}),
                 "say it without the number");
  } else {
    return true;
  }
  return false;
}

void Reader::value(const Node& node, const Key& key, std::string& out) {
  if (key.type == Type::workout) {
    if (node.kind != Node::Kind::text) return wrong(node, key, wanted(key));
    if (!workouts.find(node.text)) return not_here(node, joined({"workout ", quote(node.text), " in this protocol"}), workouts);
    out = node.text;
  } else if (text(node, key)) {
    out = node.text;
  }
}

void Reader::value(const Node& node, const Key& key, std::vector<std::string>& out) {
  const bool texts = key.type == Type::texts || key.type == Type::lines;
  if (!(texts ? list(node, key) : list_of_words(node, key))) return;
  for (const Node& item : node.items) {
    std::string& entry = out.emplace_back();
    if (key.type == Type::references) {
      if (reference(item, key)) entry = item.text;
    } else if (key.type == Type::phases && item.kind == Node::Kind::text && !phases.find(item.text)) {
      not_here(item, joined({"phase ", quote(item.text)}), phases);
    } else {
      value(item, key, entry);
    }
  }
}

void Reader::value(const Node& node, const Key& key, std::array<std::vector<std::string>, 3>& out) {
  if (node.kind != Node::Kind::table || node.members.empty()) return wrong(node, key, wanted(key));
  Key texts = key;
  texts.type = Type::texts;
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    if (it == severity_names.end()) {
      report.error(member, "type", joined({"there is no severity ", quote(member.key)}),
                   or_else(near(member.key, severity_names), only_severities));
    } else {
      value(member.value, texts, out[static_cast<std::size_t>(it - severity_names.begin())]);
    }
  }
}

std::optional<std::size_t> Reader::choice(const Node& node, const Key& key) {
  if (node.kind == Node::Kind::text) {
    const auto it = std::ranges::find(key.names, std::string_view(node.text));
    if (it != key.names.end()) return static_cast<std::size_t>(it - key.names.begin());
  }
  Key one = key;
  one.type = Type::choice;
  wrong(node, key, wanted(one), key.secret ? std::string() : near(node.text, key.names));
  return std::nullopt;
}

std::optional<std::uint16_t> Reader::reference(const Node& node, const Key& key) {
  Key one = key;
  one.type = Type::reference;
  if (node.kind != Node::Kind::text) {
    wrong(node, key, wanted(one));
    return std::nullopt;
  }
  Ids& ids = shelves[key.shelf];
  const auto index = ids.find(node.text);
  if (index) {
    ids.use(*index);
  } else if (shelves.complete) {
    const bool can_stand = key.shelf != Shelf::protocol && is_id(node.text);
    not_here(node, joined({name(key.shelf), " ", quote(node.text)}), ids,
             can_stand ? joined({"add [", name(key.shelf), ".", node.text, "] to a catalog file"})
                       : joined({"name one of ",
                                 key.shelf == Shelf::protocol ? "the protocols" : joined({"[", name(key.shelf), ".*]"})}));
  }
  return index;
}

// --- Names inside one protocol ---------------------------------------------------------------------------

void Reader::value(const Node& node, const Key& key, LoadName& out) {
  if (node.kind != Node::Kind::text) return wrong(node, key, wanted(key));
  if (node.text == "bodyweight") {
    out = {LoadName::Kind::bodyweight, 0};
  } else if (node.text == "rm") {
    out = {LoadName::Kind::repetition_maximum, 0};
  } else if (const auto index = loads.find(node.text)) {
    out = {LoadName::Kind::named, *index};
  } else {
    not_here(node, joined({"load ", quote(node.text)}), loads, is_id(node.text) ? joined({"add [load.", node.text, "]"}) : "");
  }
}

void Reader::value(const Node& node, const Key& key, std::uint16_t& out) {
  if (node.kind != Node::Kind::text) return wrong(node, key, wanted(key));
  const auto index = ladders.find(node.text);
  if (!index)
    return not_here(node, joined({"ladder ", quote(node.text)}), ladders,
                    is_id(node.text) ? joined({"add [ladder.", node.text, "]"}) : "");
  out = *index;
}

void Reader::value(const Node& node, const Key& key, std::vector<std::uint8_t>& out) {
  if (!list_of_words(node, key)) return;
  for (const Node& item : node.items) {
    if (const auto index = workouts.find(item.text)) {
      out.push_back(static_cast<std::uint8_t>(*index));
    } else {
      not_here(item, joined({"workout ", quote(item.text), " in this protocol"}), workouts);
    }
  }
}

}  // namespace rehab::protocol
