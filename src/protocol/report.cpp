#include "protocol/report.hpp"

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

bool find_path(const Node& here, const Node* wanted, std::string& path) {
  if (&here == wanted) return true;
  const std::size_t length = path.size();
  for (const document::Member& member : here.members) {
    if (!path.empty()) path += '.';
    path += member.key;
    if (find_path(member.value, wanted, path)) return true;
    path.resize(length);
  }
  for (std::size_t i = 0; i < here.items.size(); ++i) {
    const Node* id = here.items[i].find("id");
    path += '[';
    if (id && id->kind == Node::Kind::text) {
      path += id->text;
    } else {
      text::append_number(path, static_cast<std::int64_t>(i + 1));
    }
    path += ']';
    if (find_path(here.items[i], wanted, path)) return true;
    path.resize(length);
  }
  return false;
}

// At most `most` code points, controls replaced, so that a message can neither flood nor drive a terminal.
void append_clean(std::string& out, std::string_view text, std::size_t most) {
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < text.size(); ++count) {
    if (count == most) {
      out += "…";
      return;
    }
    const std::size_t begin = offset;
    const char32_t point = text::next_code_point(text, offset);
    if (text::is_control(point)) {
      out += "\uFFFD";
    } else {
      out += text.substr(begin, offset - begin);
    }
  }
}

}  // namespace

std::string path_to(const Node& root, const Node& node) {
  std::string path;
  return find_path(root, &node, path) ? path : std::string{};
}

std::string show(const Node& value) {
  std::string out;
  switch (value.kind) {
    case Node::Kind::text:
      out += '"';
      append_clean(out, value.text, 40);
      out += '"';
      break;
    case Node::Kind::whole: text::append_number(out, value.whole); break;
    case Node::Kind::real: text::append_number(out, value.real); break;
    case Node::Kind::boolean: out += value.boolean ? "true" : "false"; break;
    default: out += document::describe(value.kind);
  }
  return out;
}

std::string quote(std::string_view word) {
  std::string out = "`";
  append_clean(out, word, 60);
  return out += '`';
}

void Report::error(const Node& value, std::string_view code, std::string message, std::string hint) {
  add(value.place, path_to(root_, value), code, std::move(message), std::move(hint));
}

void Report::error_at(const Node& table, std::string_view key, std::string_view code, std::string message, std::string hint) {
  document::Place place = table.place;
  for (const document::Member& member : table.members) {
    if (member.key == key) place = member.place;
  }
  std::string path = path_to(root_, table);
  if (!path.empty()) path += '.';
  path += key;
  add(place, std::move(path), code, std::move(message), std::move(hint));
}

void Report::add(document::Place place, std::string key, std::string_view code, std::string message, std::string hint) {
  ++count_;
  if (count_ > most + 1) return;
  if (count_ == most + 1) {
    out_.push_back({Level::error, Area::protocol, "limit", std::string(file_), place.line, place.column, "",
                    "more than 500 errors; the rest of this file is not listed", "mend these first"});
    return;
  }
  out_.push_back({Level::error, Area::protocol, std::string(code), std::string(file_), place.line, place.column, std::move(key),
                  std::move(message), std::move(hint)});
}

}  // namespace rehab::protocol
