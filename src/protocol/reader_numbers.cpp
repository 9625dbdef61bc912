// Numbers, alone and in small tables.
#include <algorithm>
#include <array>

#include "protocol/reader.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The hint for a number whose quotation marks are the mistake.
std::string unquoted(const Node& node) {
  const bool meant =
      node.kind == Node::Kind::text && !node.text.empty() && node.text.size() < 10 && std::ranges::all_of(node.text, is_digit);
  return meant ? "write it without quotation marks" : "";
}

bool is_severity_table(const Node& node) {
  return node.kind == Node::Kind::table &&
         std::ranges::any_of(node.members, [](const Member& m) { return std::ranges::count(severity_names, m.key) > 0; });
}

}  // namespace

void Reader::value(const Node& node, const Key& key, bool& out) {
  const bool no = node.kind == Node::Kind::boolean && !node.boolean;
  if (node.kind != Node::Kind::boolean || (no && key.type == Type::yes)) {
    const bool quoted = node.kind == Node::Kind::text && (node.text == "true" || (node.text == "false" && key.type != Type::yes));
    return wrong(node, key, wanted(key), quoted ? "write it without quotation marks" : no ? "remove it" : "");
  }
  out = node.boolean;
}

std::optional<int> Reader::bounded(const Node& node, const Key& key) {
  if (node.kind != Node::Kind::whole) {
    wrong(node, key, wanted(key), unquoted(node));
    return std::nullopt;
  }
  if (static_cast<double>(node.whole) < key.low || static_cast<double>(node.whole) > key.high) {
    Key number = key;
    number.type = Type::whole;
    off_bounds(node, key, wanted(number));
    return std::nullopt;
  }
  return static_cast<int>(node.whole);
}

void Reader::value(const Node& node, const Key& key, int& out) {
  if (const auto number = bounded(node, key)) out = *number;
}

void Reader::value(const Node& node, const Key& key, std::optional<double>& out) {
  if (node.kind != Node::Kind::whole && node.kind != Node::Kind::real) return wrong(node, key, wanted(key), unquoted(node));
  // Not a number is neither below nor above; it must be inside.
  if (!(node.real >= key.low && node.real <= key.high)) return off_bounds(node, key, wanted(key));
  out = node.real;
}

void Reader::value(const Node& node, const Key& key, double& out) {
  std::optional<double> number;
  value(node, key, number);
  out = number.value_or(out);
}

void Reader::value(const Node& node, const Key& key, std::vector<int>& out) {
  if (!list_of_words(node, key)) return;
  Key one = key;
  one.type = Type::whole;
  for (const Node& item : node.items) value(item, one, out.emplace_back());
}

// A number, { min, max } or { max }.
void Reader::range(const Node& node, const Key& key, Range& out) {
  if (node.kind != Node::Kind::table) {
    if (const auto number = bounded(node, key)) out = {number, *number};
    return;
  }
  constexpr std::array<std::string_view, 5> names{"min", "max", "mild", "moderate", "severe"};
  constexpr std::string_view a_range = "; wanted a range: { min, max }, or { max } for as many as tolerated";
  for (const Member& member : node.members) {
    if (member.key == "min" || member.key == "max") continue;
    report.error(member, "type", joined({"unknown key ", quote(member.key), " in ", quote(key.name), a_range}),
                 or_else(near(member.key, names), "remove it"));
  }
  const Node* max = node.find("max");
  if (!max && (node.members.empty() || node.find("min")))
    report.error(node, "type", joined({subject(node, key), "a table without `max`", a_range}), "add `max`");
  if (!max) return;
  Key bound = key;
  bound.type = Type::whole;
  const auto high = bounded(*max, bound);
  if (high) out.max = *high;
  const Node* min = node.find("min");
  if (!min) return;
  out.min = bounded(*min, bound);
  if (high && out.min && *out.min >= *high) {
    report.error(node, "bounds", joined({"in ", quote(key.name), " min ", show(*min), " is not below max ", show(*max)}),
                 "write one number, or mend the two");
  }
}

void Reader::weeks(const Node& node, const Key& key, std::vector<Range>& out) {
  if (node.kind != Node::Kind::array) return range(node, key, out.emplace_back());
  if (!list(node, key)) return;
  out.reserve(node.items.size());
  for (const Node& item : node.items) range(item, key, out.emplace_back());
}

// Calls `take` with the index of each severity that the table names, and its value.
template <class Take>
void Reader::by_severity(const Node& node, Take take) {
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    if (it != severity_names.end()) {
      take(static_cast<std::size_t>(it - severity_names.begin()), member.value);
    } else {
      report.error(member, "type", joined({quote(member.key), " beside severities; wanted only mild, moderate, severe"}),
                   or_else(near(member.key, severity_names), only_severities));
    }
  }
}

void Reader::value(const Node& node, const Key& key, Amount& out) {
  out = {};
  if (!is_severity_table(node)) return weeks(node, key, out.weeks[0]);
  out.by_severity = true;
  by_severity(node, [&](std::size_t severity, const Node& its) { weeks(its, key, out.weeks[severity]); });
}

void Reader::value(const Node& node, const Key& key, BySeverity& out) {
  out = {};
  if (!is_severity_table(node)) {
    out.numbers.fill(bounded(node, key));
    return;
  }
  out.by_severity = true;
  by_severity(node, [&](std::size_t severity, const Node& its) { out.numbers[severity] = bounded(its, key); });
}

// --- Small tables of numbers -----------------------------------------------------------------------------

// The numbers of `node` in the order of `known`; a message for each that is unknown or out of bounds.
std::vector<std::optional<int>> Reader::parts(const Node& node, const Key& key, std::span<const SmallKey> known) {
  std::vector<std::optional<int>> out(known.size());
  std::vector<std::string_view> names;
  for (const SmallKey& part : known) names.push_back(part.name);
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(names, std::string_view(member.key));
    const std::size_t i = static_cast<std::size_t>(it - names.begin());
    if (it == names.end()) {
      report.error(member, "type", joined({"unknown key ", quote(member.key), " in ", quote(key.name), "; wanted ", listed(names)}),
                   near(member.key, names));
      continue;
    }
    Key part;
    part.name = known[i].name;
    part.type = Type::whole;
    part.low = known[i].low;
    part.high = known[i].high;
    value_ = &member.value;
    out[i] = bounded(member.value, part);
  }
  return out;
}

void Reader::value(const Node& node, const Key& key, Pose& out) {
  if (node.kind != Node::Kind::table) return wrong(node, key, wanted(key));
  for (const SmallKey& part : parts_of(Type::pose)) {
    if (part.required && !node.find(part.name))
      report.error(node, "type", joined({quote(key.name), " lacks ", quote(part.name), "; a posture needs hip, knee and ankle"}),
                   "add it");
  }
  const auto all = parts(node, key, parts_of(Type::pose));
  out = {all[0], all[1].value_or(0), all[2].value_or(0), all[3].value_or(0)};
}

void Reader::value(const Node& node, const Key& key, Tempo& out) {
  if (node.kind != Node::Kind::table || node.members.empty()) return wrong(node, key, wanted(key));
  const auto all = parts(node, key, parts_of(Type::tempo));
  out = {all[0], all[1], all[2], all[3]};
}

void Reader::value(const Node& node, const Key& key, std::vector<Measure::Norm>& out) {
  if (!list(node, key)) return;
  for (const Node& item : node.items) {
    if (item.kind != Node::Kind::table) {
      wrong(item, key, "a table of age, men, women");
      continue;
    }
    const auto all = parts(item, key, parts_of(Type::norms));
    if (!item.find("age") || !item.find("men") || !item.find("women")) {
      report.error(item, "type", joined({quote(key.name), " lacks age, men or women; a norm needs all three"}),
                   "add what is missing");
    } else if (all[0] && all[1] && all[2]) {
      if (!out.empty() && *all[0] <= out.back().age) {
        report.error(item, "type", joined({"age ", show(*item.find("age")), " does not rise"}), "order the norms by age");
      }
      out.push_back({*all[0], *all[1], *all[2]});
    }
  }
}

}  // namespace rehab::protocol
