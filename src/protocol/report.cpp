#include "protocol/report.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

constexpr std::string_view replacement = "\uFFFD";

// Codes of errors that leave no hole in what was read: a number without a source is a number all the same.
constexpr std::string_view harmless[]{"provenance", "drift", "source", "clearance", "instruction"};

// At most `most` code points, what is no text replaced, so that a message can neither flood nor drive a terminal.
void append_clean(std::string& out, std::string_view word, std::size_t most) {
  const std::string_view valid = word.substr(0, text::first_invalid_utf8(word));
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < valid.size(); ++count) {
    if (count == most) {
      out += "…";
      return;
    }
    const std::size_t begin = offset;
    const char32_t point = text::next_code_point(valid, offset);
    out += text::is_control(point) ? replacement : valid.substr(begin, offset - begin);
  }
  if (valid.size() < word.size()) out += replacement;
}

constexpr std::size_t longest_name = 60;  // code points of a key or id that are shown

// "phase[load].workout[drops].dose[1]": the way from the root to each node that was asked for; items are named by their id, or
// counted from 1.
class Paths {
 public:
  explicit Paths(std::unordered_map<const Node*, std::string>& wanted) : wanted_(wanted) {}

  void visit(const Node& node) {
    if (const auto it = wanted_.find(&node); it != wanted_.end()) it->second = path_;
    const std::size_t length = path_.size();
    for (const Member& member : node.members) {
      if (length > 0) path_ += '.';
      append_clean(path_, member.key, longest_name);
      visit(member.value);
      path_.resize(length);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      append_item(node.items[i], i);
      visit(node.items[i]);
      path_.resize(length);
    }
  }

 private:
  void append_item(const Node& item, std::size_t index) {
    const Node* id = item.find("id");
    path_ += '[';
    if (id && id->kind == Node::Kind::text) {
      append_clean(path_, id->text, longest_name);
    } else {
      text::append_number(path_, static_cast<std::int64_t>(index + 1));
    }
    path_ += ']';
  }

  std::unordered_map<const Node*, std::string>& wanted_;
  std::string path_;
};

std::string show_real(double number) {
  constexpr std::size_t longest = 40;
  std::string out;
  text::append_number(out, number);
  if (out.size() > longest) return out.substr(0, longest) + "…";
  if (std::isfinite(number) && out.find('.') == std::string::npos) out += ".0";
  return out;
}

}  // namespace

std::string show(const Node& value) {
  std::string out;
  switch (value.kind) {
    case Node::Kind::text:
      out += '"';
      append_clean(out, value.text, 40);
      out += '"';
      break;
    case Node::Kind::whole:
      text::append_number(out, value.whole);
      break;
    case Node::Kind::real:
      out = show_real(value.real);
      break;
    case Node::Kind::boolean:
      out += value.boolean ? "true" : "false";
      break;
    case Node::Kind::moment:
      out += value.text;
      break;
    case Node::Kind::array:
      out += "a list";
      break;
    default:
      out += document::describe(value.kind);
  }
  return out;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

std::string quote(std::string_view word) {
  std::string out = "`";
  append_clean(out, word, longest_name);
  return out += '`';
}

void Report::error(const Node& value, std::string_view code, std::string message, std::string hint) {
  add({value.place, &value, code, {}, std::move(message), std::move(hint)});
}

void Report::error(const Member& member, std::string_view code, std::string message, std::string hint) {
  add({member.place, &member.value, code, {}, std::move(message), std::move(hint)});
}

void Report::error_at(const Node& table, std::string_view key, std::string_view code, std::string message, std::string hint) {
  add_at(table, key, {{}, nullptr, code, {}, std::move(message), std::move(hint)});
}

void Report::warning_at(const Node& table, std::string_view key, std::string_view code, std::string message, std::string hint) {
  add_at(table, key, {{}, nullptr, code, {}, std::move(message), std::move(hint), Level::warning});
}

// At the key, or at the table where the key is absent.
void Report::add_at(const Node& table, std::string_view key, Found found) {
  const auto member = std::ranges::find(table.members, key, &Member::key);
  const bool here = member != table.members.end();
  found.place = here ? member->place : table.place;
  found.node = here ? &member->value : &table;
  if (!here) found.key = key;
  add(std::move(found));
}

void Report::warning(const Node& value, std::string_view code, std::string message, std::string hint) {
  add({value.place, &value, code, {}, std::move(message), std::move(hint), Level::warning});
}

void Report::add(Found found) {
  usable_ = usable_ && (found.level != Level::error || std::ranges::find(harmless, found.code) != std::end(harmless));
  if (found_.size() < most) {
    found_.push_back(std::move(found));
  } else {
    more_ = true;
  }
}

void Report::close(std::vector<Diagnostic>& out) {
  if (found_.empty()) return;
  std::unordered_map<const Node*, std::string> paths;
  for (const Found& found : found_) paths[found.node];
  Paths(paths).visit(*root_);
  std::ranges::stable_sort(found_, {}, &Found::place);
  // What is said of each exercise of a dose, or for each severity, may be the same sentence.
  const auto same = [](const Found& a, const Found& b) { return a.place == b.place && a.code == b.code && a.message == b.message; };
  found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
  for (Found& found : found_) {
    std::string key = paths[found.node];
    if (!key.empty() && !found.key.empty()) key += '.';
    key += found.key;
    out.push_back({found.level, area_, std::string(found.code), std::string(file_), found.place.line, found.place.column,
                   std::move(key), std::move(found.message), std::move(found.hint)});
  }
  if (more_) {
    out.push_back({Level::note, area_, "limit", std::string(file_), 0, 0, "",
                   "more than 500 errors; the rest of this file is not listed", "mend these first"});
  }
  found_.clear();
}

}  // namespace rehab::protocol
