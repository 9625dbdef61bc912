#include "protocol/reader.hpp"

#include <algorithm>
#include <cmath>

#include "text/append.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

constexpr std::size_t most_entries = 1000;  // of a list

std::string number_text(double number) {
  std::string out;
  text::append_number(out, number);
  return out;
}

std::string span_text(const Key& key) { return " from " + number_text(key.low) + " to " + number_text(key.high); }

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::string write_hint(std::string_view nearest) {
  return nearest.empty() ? std::string{} : "write " + quote(nearest);
}

bool is_id(std::string_view id) {
  if (id.size() > 64) return false;  // identities of sessions are made of ids
  bool letter = false;  // a hyphen stands only between letters or digits
  for (const char c : id) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!word && !(c == '-' && letter)) return false;
    letter = word;
  }
  return letter;
}

bool is_version(std::string_view text) {
  int dots = 0;
  bool digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c == '.' && digit) {
      ++dots;
      digit = false;
    } else {
      return false;
    }
  }
  return digit && dots == 2;
}

bool is_language(std::string_view text) {
  const std::size_t end = std::min(text.find('-'), text.size());
  return end >= 2 && end <= 3 && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c >= 'a' && c <= 'z'; });
}

// 10.4-to-9-digits/anything
bool is_doi(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (!text.starts_with("10.") || slash == std::string_view::npos || slash < 7 || slash > 12 || slash + 1 == text.size()) return false;
  const std::string_view registrant = text.substr(3, slash - 3);
  return std::all_of(registrant.begin(), registrant.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         text.find(' ') == std::string_view::npos;
}

struct Form {
  Type type;
  bool (*good)(std::string_view);
  std::string_view wanted;
};
constexpr Form forms[]{
    {Type::id, is_id, "lower-case words with hyphens, at most 64 letters"},
    {Type::ids, is_id, "lower-case words with hyphens, at most 64 letters"},
    {Type::version, is_version, "a version like 1.0.0"},
    {Type::language, is_language, "a language like en or de-AT"},
    {Type::doi, is_doi, "a doi like 10.1000/abc, without https://"},
};

bool is_severity_table(const Node& node) {
  return node.kind == Node::Kind::table &&
         std::any_of(node.members.begin(), node.members.end(), [](const Member& m) { return std::ranges::count(severity_names, m.key) > 0; });
}

}  // namespace

void Reader::wrong(const Node& node, std::string wanted, std::string hint) {
  report.error(node, "type", "is " + show(node) + "; wanted " + std::move(wanted), std::move(hint));
}

bool Reader::good_id(const Node& table, std::string_view id) {
  if (is_id(id)) return true;
  report.error_at(table, id, "id", quote(id) + " is not lower-case words with hyphens", "use only a to z, 0 to 9 and hyphens between them");
  return false;
}

// ---- Texts ---------------------------------------------------------------------------------------------------------------------

bool Reader::text(const Node& node, const Key& key) {
  if (node.kind != Node::Kind::text || node.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    wrong(node, "text", node.kind == Node::Kind::text ? "leave the key out if there is nothing to say" : "put it in quotation marks");
    return false;
  }
  for (std::size_t offset = 0; offset < node.text.size();) {
    if (!text::is_control(text::next_code_point(node.text, offset))) continue;
    wrong(node, "text without line breaks and control characters", "write one line; remove invisible characters");
    return false;
  }
  for (const Form& form : forms) {
    if (form.type != key.type || form.good(node.text)) continue;
    wrong(node, std::string(form.wanted));
    return false;
  }
  if ((key.type == Type::line || key.type == Type::lines) && node.text.find_first_of("0123456789") != std::string::npos) {
    report.error(node, "drift", show(node) + " holds a number; the plan prints numbers from their keys", "say it without the number");
    return false;
  }
  return true;
}

void Reader::value(const Node& node, const Key& key, std::string& out) {
  if (text(node, key)) out = node.text;
}

bool Reader::list(const Node& node) {
  if (node.kind == Node::Kind::array && node.items.size() > most_entries) {
    report.error(node, "limit", "lists " + number_text(static_cast<double>(node.items.size())) + " entries; at most 1000 are read");
    return false;
  }
  if (node.kind == Node::Kind::array && !node.items.empty()) return true;
  if (node.kind == Node::Kind::array) {
    report.error(node, "type", "is an empty list; wanted at least one entry", "leave the key out if there is nothing to list");
  } else {
    wrong(node, "a list", "put it in square brackets");
  }
  return false;
}

bool Reader::list_of_words(const Node& node) {
  if (!list(node)) return false;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (node.items[i].kind != Node::Kind::text || node.items[j].text != node.items[i].text) continue;
      report.error(node.items[i], "type", show(node.items[i]) + " stands twice", "remove one of them");
      break;
    }
  }
  return true;
}

void Reader::value(const Node& node, const Key& key, std::vector<std::string>& out) {
  const bool texts = key.type == Type::texts || key.type == Type::lines;
  if (!(texts ? list(node) : list_of_words(node))) return;
  for (const Node& item : node.items) {
    if (key.type == Type::references) {
      (void)reference(item, key);
      out.push_back(item.text);
    } else {
      value(item, key, out.emplace_back());
    }
  }
}

std::optional<std::size_t> Reader::choice(const Node& node, const Key& key) {
  if (node.kind == Node::Kind::text) {
    const auto it = std::ranges::find(key.names, std::string_view(node.text));
    if (it != key.names.end()) return static_cast<std::size_t>(it - key.names.begin());
  }
  wrong(node, "one of " + listed(key.names), write_hint(text::nearest(node.text, key.names)));
  return std::nullopt;
}

std::optional<std::uint16_t> Reader::reference(const Node& node, const Key& key) {
  if (node.kind != Node::Kind::text) {
    wrong(node, "an id", "put it in quotation marks");
    return std::nullopt;
  }
  Ids& ids = shelves[key.shelf];
  const auto index = ids.find(node.text);
  if (!index) {
    report.error(node, "reference", "there is no " + std::string(name(key.shelf)) + " " + quote(node.text),
                 write_hint(text::nearest(node.text, ids.all())));
    return std::nullopt;
  }
  ids.use(*index);
  return index;
}

// ---- Numbers -------------------------------------------------------------------------------------------------------------------

void Reader::value(const Node& node, const Key&, bool& out) {
  if (node.kind != Node::Kind::boolean) return wrong(node, "true or false");
  out = node.boolean;
}

std::optional<int> Reader::bounded(const Node& node, const Key& key, std::string_view wanted) {
  if (node.kind != Node::Kind::whole) {
    wrong(node, std::string(wanted), node.kind == Node::Kind::text ? "write it without quotation marks" : "");
    return std::nullopt;
  }
  if (static_cast<double>(node.whole) < key.low || static_cast<double>(node.whole) > key.high) {
    report.error(node, "bounds", "is " + show(node) + "; wanted a whole number" + span_text(key));
    return std::nullopt;
  }
  return static_cast<int>(node.whole);
}

void Reader::value(const Node& node, const Key& key, int& out) {
  if (const auto number = bounded(node, key, "a whole number" + span_text(key))) out = *number;
}

void Reader::value(const Node& node, const Key& key, std::optional<double>& out) {
  if (node.kind != Node::Kind::whole && node.kind != Node::Kind::real) return wrong(node, "a number" + span_text(key));
  // Not a number is neither below nor above; it must be inside.
  if (!(node.real >= key.low && node.real <= key.high)) {
    return report.error(node, "bounds", "is " + show(node) + "; wanted a number" + span_text(key));
  }
  out = node.real;
}

void Reader::value(const Node& node, const Key& key, std::vector<int>& out) {
  if (!list(node)) return;
  for (const Node& item : node.items) value(item, key, out.emplace_back());
}

// A number, { min, max } or { max }.
void Reader::range(const Node& node, const Key& key, Range& out) {
  if (node.kind != Node::Kind::table) {
    if (const auto number = bounded(node, key, "a whole number, a range, a list by week or a table by severity")) out = {number, *number};
    return;
  }
  const bool only_bounds = std::ranges::all_of(node.members, [](const Member& m) { return m.key == "min" || m.key == "max"; });
  const Node* max = node.find("max");
  if (!only_bounds || !max) {
    return report.error(node, "type", "is a table; wanted a range: { min, max }, or { max } for as many as tolerated");
  }
  const auto high = bounded(*max, key, "a whole number" + span_text(key));
  if (high) out.max = *high;
  const Node* min = node.find("min");
  if (!min) return;
  out.min = bounded(*min, key, "a whole number" + span_text(key));
  if (high && out.min && *out.min >= *high) {
    report.error(node, "bounds", "min " + show(*min) + " is not below max " + show(*max), "write one number, or mend the two");
  }
}

void Reader::weeks(const Node& node, const Key& key, std::vector<Range>& out) {
  if (node.kind != Node::Kind::array) return range(node, key, out.emplace_back());
  if (!list(node)) return;
  out.reserve(node.items.size());
  for (const Node& item : node.items) range(item, key, out.emplace_back());
}

void Reader::value(const Node& node, const Key& key, Amount& out) {
  out = {};
  if (!is_severity_table(node)) return weeks(node, key, out.weeks[0]);
  out.by_severity = true;
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    if (it == severity_names.end()) {
      report.error_at(node, member.key, "type", "mixes severities with " + quote(member.key), "name only mild, moderate, severe");
    } else {
      weeks(member.value, key, out.weeks[static_cast<std::size_t>(it - severity_names.begin())]);
    }
  }
}

void Reader::value(const Node& node, const Key& key, BySeverity& out) {
  out = {};
  const std::string wanted = "a whole number" + span_text(key) + ", or a table by severity";
  if (!is_severity_table(node)) {
    out.numbers.fill(bounded(node, key, wanted));
    return;
  }
  out.by_severity = true;
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    if (it == severity_names.end()) {
      report.error_at(node, member.key, "type", "mixes severities with " + quote(member.key), "name only mild, moderate, severe");
    } else {
      out.numbers[static_cast<std::size_t>(it - severity_names.begin())] = bounded(member.value, key, wanted);
    }
  }
}

// ---- Small tables of numbers -----------------------------------------------------------------------------------------------------

namespace {

struct Part {
  std::string_view name;
  double low, high;
};
constexpr Part pose_parts[]{{"trunk", -45, 90}, {"hip", -30, 130}, {"knee", 0, 150}, {"ankle", -60, 45}};
constexpr Part tempo_parts[]{{"lift", 0, 30}, {"hold", 0, 60}, {"lower", 0, 30}, {"pass", 1, 30}};
constexpr Part norm_parts[]{{"age", 1, 120}, {"men", 0, 200}, {"women", 0, 200}};

// The numbers of `node` in the order of `parts`; a message for each that is unknown or out of bounds.
template <std::size_t N>
std::array<std::optional<int>, N> small_table(Reader& reader, const Node& node, const Part (&parts)[N]) {
  std::array<std::optional<int>, N> out;
  std::array<std::string_view, N> names;
  for (std::size_t i = 0; i < N; ++i) names[i] = parts[i].name;
  if (node.kind != Node::Kind::table || node.members.empty()) {
    reader.report.error(node, "type", "is " + show(node) + "; wanted a table of " + listed(names));
    return out;
  }
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(names, std::string_view(member.key));
    if (it == names.end()) {
      reader.report.error_at(node, member.key, "type", quote(member.key) + " is not one of " + listed(names),
                          write_hint(text::nearest(member.key, names)));
      continue;
    }
    const std::size_t i = static_cast<std::size_t>(it - names.begin());
    Key bounds;
    bounds.low = parts[i].low;
    bounds.high = parts[i].high;
    int number = 0;
    reader.value(member.value, bounds, number);
    out[i] = number;
  }
  return out;
}

}  // namespace

void Reader::value(const Node& node, const Key&, Pose& out) {
  const auto [trunk, hip, knee, ankle] = small_table(*this, node, pose_parts);
  if (node.kind == Node::Kind::table && !node.members.empty() && !(hip && knee && ankle)) {
    report.error(node, "type", "lacks hip, knee or ankle; a posture needs all three");
  }
  out = {trunk, hip.value_or(0), knee.value_or(0), ankle.value_or(0)};
}

void Reader::value(const Node& node, const Key&, Tempo& out) {
  const auto [lift, hold, lower, pass] = small_table(*this, node, tempo_parts);
  out = {lift, hold, lower, pass};
}

void Reader::value(const Node& node, const Key&, std::vector<Measure::Norm>& out) {
  if (!list(node)) return;
  for (const Node& item : node.items) {
    const auto [age, men, women] = small_table(*this, item, norm_parts);
    if (!age || !men || !women) {
      report.error(item, "type", "lacks age, men or women; a norm needs all three");
    } else if (!out.empty() && *age <= out.back().age) {
      report.error(item, "type", "age " + number_text(*age) + " does not rise", "order the norms by age");
    } else {
      out.push_back({*age, *men, *women});
    }
  }
}

void Reader::value(const Node& node, const Key& key, std::array<std::vector<std::string>, 3>& out) {
  if (node.kind != Node::Kind::table || node.members.empty()) return wrong(node, "a table by severity");
  Key texts = key;
  texts.type = Type::texts;
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    if (it == severity_names.end()) {
      report.error_at(node, member.key, "type", quote(member.key) + " is not one of " + listed(severity_names));
    } else {
      value(member.value, texts, out[static_cast<std::size_t>(it - severity_names.begin())]);
    }
  }
}

// ---- Names inside one protocol -----------------------------------------------------------------------------------------------------

void Reader::value(const Node& node, const Key&, LoadName& out) {
  if (node.kind != Node::Kind::text) return wrong(node, "bodyweight, rm or the name of a [load.*]");
  if (node.text == "bodyweight") {
    out = {LoadName::Kind::bodyweight, 0};
  } else if (node.text == "rm") {
    out = {LoadName::Kind::repetition_maximum, 0};
  } else if (const auto it = std::ranges::find(loads, std::string_view(node.text)); it != loads.end()) {
    out = {LoadName::Kind::named, static_cast<std::uint16_t>(it - loads.begin())};
  } else {
    report.error(node, "reference", "there is no [load." + show(node).substr(1, show(node).size() - 2) + "]",
                 write_hint(text::nearest(node.text, loads)));
  }
}

void Reader::value(const Node& node, const Key&, std::uint16_t& out) {
  if (node.kind != Node::Kind::text) return wrong(node, "the name of a [ladder.*]");
  const auto it = std::ranges::find(ladders, std::string_view(node.text));
  if (it == ladders.end()) {
    return report.error(node, "reference", "there is no ladder " + quote(node.text), write_hint(text::nearest(node.text, ladders)));
  }
  out = static_cast<std::uint16_t>(it - ladders.begin());
}

void Reader::value(const Node& node, const Key&, std::vector<std::uint8_t>& out) {
  if (!list_of_words(node)) return;
  for (const Node& item : node.items) {
    const auto it = std::ranges::find(workouts, std::string_view(item.text));
    if (it == workouts.end()) {
      report.error(item, "reference", "there is no workout " + quote(item.text), write_hint(text::nearest(item.text, workouts)));
    } else {
      out.push_back(static_cast<std::uint8_t>(it - workouts.begin()));
    }
  }
}

// ---- Tables ------------------------------------------------------------------------------------------------------------------------

bool Reader::list_of_tables(const Node& node) {
  if (!list(node)) return false;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node* id = node.items[i].find("id");
    for (std::size_t j = 0; id && j < i; ++j) {
      const Node* before = node.items[j].find("id");
      if (!before || before->kind != Node::Kind::text || before->text != id->text) continue;
      report.error(*id, "id", quote(id->text) + " stands twice; first in line " + number_text(before->place.line), "give each its own id");
      break;
    }
  }
  return true;
}

bool Reader::map_of_tables(const Node& node) {
  if (node.kind == Node::Kind::table) return true;
  wrong(node, "tables by name");
  return false;
}

bool Reader::take_name(const Node& node, const Member& member, Assumption& entry) {
  const auto it = std::ranges::find(exercise_kind_names, member.key);
  if (it == exercise_kind_names.end()) {
    report.error_at(node, member.key, "unknown-key", "there is no kind of exercise " + quote(member.key),
                 write_hint(text::nearest(member.key, exercise_kind_names)));
    return false;
  }
  entry.kind = static_cast<Exercise::Kind>(it - exercise_kind_names.begin());
  return true;
}

bool Reader::take_name(const Node& node, const Member& member, Substitute& entry) {
  Ids& ids = shelves[Shelf::exercise];
  const auto index = ids.find(member.key);
  if (!index) {
    report.error_at(node, member.key, "reference", "there is no exercise " + quote(member.key), write_hint(text::nearest(member.key, ids.all())));
    return false;
  }
  entry.replaces.value = *index;
  return true;
}

void Reader::value(const Node& node, const Key&, std::array<std::optional<SeverityOffer>, 3>& out) {
  if (!map_of_tables(node)) return;
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    if (it == severity_names.end()) {
      report.error_at(node, member.key, "unknown-key", "there is no severity " + quote(member.key),
                   write_hint(text::nearest(member.key, severity_names)));
    } else {
      table(member.value, table_of<SeverityOffer>(), &out[static_cast<std::size_t>(it - severity_names.begin())].emplace());
    }
  }
}

void Reader::unknown_key(const Node& node, const Table& table, std::string_view key) {
  std::vector<std::string_view> names;
  for (const Key& k : table.keys) names.push_back(k.name);
  std::string hint = write_hint(text::nearest(key, names));
  for (const Table* other : all_tables()) {
    if (!hint.empty()) break;
    if (other->find(key)) hint = quote(key) + " belongs under " + std::string(other->header);
  }
  report.error_at(node, key, "unknown-key", "unknown key " + quote(key) + " in " + std::string(table.header), std::move(hint));
}

void Reader::table(const Node& node, const Table& table, void* object) {
  if (node.kind != Node::Kind::table) return wrong(node, "a table");
  for (const Member& member : node.members) {
    if (const Key* key = table.find(member.key)) {
      key->read(*this, member.value, *key, object);
    } else {
      unknown_key(node, table, member.key);
    }
  }
  for (const Key& key : table.keys) {
    if (key.required && !node.find(key.name)) {
      report.error_at(node, key.name, "missing-key", quote(key.name) + " is missing in " + std::string(table.header),
                   key.meaning.empty() ? "" : "add it: " + std::string(key.meaning));
    }
  }
  if (table.find("cite") || table.find("needs_review")) provenance(node, table);
}

// ---- Where every number comes from ---------------------------------------------------------------------------------------------------

namespace {

bool names(const Node& node, std::string_view list, std::string_view key) {
  const Node* names = node.find(list);
  return names && std::ranges::any_of(names->items, [&](const Node& item) { return item.text == key; });
}

constexpr std::string_view provenance_lists[]{"secondary", "needs_review", "assumed"};

}  // namespace

void Reader::provenance(const Node& node, const Table& table) {
  for (const std::string_view list : provenance_lists) {
    const Node* keys = node.find(list);
    if (!keys || !table.find(list)) continue;
    for (const Node& item : keys->items) {
      if (item.kind != Node::Kind::text) continue;
      if (!node.find(item.text)) {
        report.error(item, "provenance", quote(list) + " names " + quote(item.text) + ", which is not in this table",
                     "remove it, or add the key");
      }
      if (std::ranges::any_of(provenance_lists, [&](std::string_view other) { return other < list && names(node, other, item.text); })) {
        report.error(item, "provenance", quote(item.text) + " stands in two of secondary, needs_review, assumed", "keep the one that is true");
      }
    }
  }
  if (node.find("needs_review") && !node.find("note")) {
    report.error_at(node, "needs_review", "provenance", "`needs_review` without a `note` that says what is open", "add `note`");
  }
  if (!table.find("cite") || node.find("cite")) return;
  std::string bare;
  for (const Key& key : table.keys) {
    if (!key.sourced || !node.find(key.name) || names(node, "assumed", key.name)) continue;
    // That an exercise is replaced is not a number; `assumed` may say so.
    if (key.name == "exercise") continue;
    if (!bare.empty()) bare += ", ";
    bare += quote(key.name);
  }
  if (!bare.empty()) {
    report.error_at(node, "cite", "provenance", bare + ": no `cite`, and not in `assumed`", "add `cite`, or name the keys in `assumed`");
  } else if (table.name == "dose" || table.name == "evidence") {
    report.error_at(node, "cite", "provenance", "a " + std::string(table.name) + " cites its source", "add `cite`");
  } else if (table.name == "advice" && !names(node, "needs_review", "lines") && !names(node, "assumed", "lines")) {
    report.error_at(node, "cite", "provenance", "advice cites its source", "add `cite`, or name `lines` in `needs_review` or `assumed`");
  }
}

}  // namespace rehab::protocol
