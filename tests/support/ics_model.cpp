#include "support/ics_model.hpp"

#include <algorithm>

namespace ics_check {
namespace {

bool is_name_octet(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

std::size_t end_of_name(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_name_octet) - text.begin());
}

// The value of a parameter with its quotes, up to `;`, `:` or `,`.
std::string_view parameter_value(std::string_view text) {
  if (text.empty() || text[0] != '"') return text.substr(0, text.find_first_of(":;,\""));
  const std::size_t end = text.find('"', 1);
  return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

std::string without_quotes(std::string_view text) {
  return std::string(text.size() >= 2 && text[0] == '"' ? text.substr(1, text.size() - 2) : text);
}

struct LineReader {
  std::vector<Finding>& findings;
  std::size_t line;

  bool fail(std::string_view code, std::string_view what) {
    findings.push_back({std::string(code), line, std::string(what)});
    return false;
  }

  bool read_parameter(std::string_view& rest, Property& property) {
    rest.remove_prefix(1);
    const std::size_t name_end = end_of_name(rest);
    if (name_end == 0 || rest.substr(name_end, 1) != "=") return fail("S01", "a parameter without name or value");
    Parameter parameter{std::string(rest.substr(0, name_end)), {}};
    rest.remove_prefix(name_end + 1);
    const std::string_view value = parameter_value(rest);
    if (value.empty()) return fail("P09", "a parameter value that is empty or whose quotes are open");
    parameter.value = without_quotes(value);
    rest.remove_prefix(value.size());
    if (!rest.empty() && rest[0] != ';' && rest[0] != ':') return fail("P09", "a parameter value that needs quotes");
    property.parameters.push_back(std::move(parameter));
    return true;
  }

  bool read_property(std::string_view text, Property& property) {
    const std::size_t name_end = end_of_name(text);
    if (name_end == 0) return fail("S01", "a line without a name");
    property.name = text.substr(0, name_end);
    property.line = line;
    std::string_view rest = text.substr(name_end);
    while (!rest.empty() && rest[0] == ';')
      if (!read_parameter(rest, property)) return false;
    if (rest.empty() || rest[0] != ':') return fail("S01", "a line without a colon after its name");
    property.value = rest.substr(1);
    return true;
  }
};

}  // namespace

std::optional<std::string> Property::parameter(std::string_view wanted) const {
  for (const Parameter& p : parameters)
    if (p.name == wanted) return p.value;
  return {};
}

const Property* Component::find(std::string_view wanted) const {
  for (const Property& p : properties)
    if (p.name == wanted) return &p;
  return nullptr;
}

std::size_t Component::count(std::string_view wanted) const {
  return static_cast<std::size_t>(
      std::count_if(properties.begin(), properties.end(), [wanted](const Property& p) { return p.name == wanted; }));
}

std::string Component::value(std::string_view wanted) const {
  const Property* property = find(wanted);
  return property ? property->value : std::string{};
}

std::vector<const Component*> Component::all(std::string_view wanted) const {
  std::vector<const Component*> found;
  for (const Component& c : components)
    if (c.name == wanted) found.push_back(&c);
  return found;
}

std::vector<LogicalLine> unfold(std::string_view file) {
  std::vector<LogicalLine> lines;
  std::size_t number = 0;
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (!lines.empty() && !line.empty() && (line[0] == ' ' || line[0] == '\t')) {
      lines.back().text += line.substr(1);
    } else {
      lines.push_back({std::string(line), number});
    }
  }
  return lines;
}

Component read(std::string_view file, std::vector<Finding>& findings) {
  Component top;  // holds what is outside of any component
  std::vector<Component> open;
  const auto close = [&] {
    Component done = std::move(open.back());
    open.pop_back();
    (open.empty() ? top : open.back()).components.push_back(std::move(done));
  };
  for (const LogicalLine& line : unfold(file)) {
    if (line.text.empty()) continue;  // L05
    Property property;
    if (!LineReader{findings, line.line}.read_property(line.text, property)) continue;
    if (property.name == "BEGIN") {
      open.push_back({property.value, line.line, {}, {}});
    } else if (property.name == "END") {
      if (open.empty() || open.back().name != property.value) {
        findings.push_back({"S02", line.line, "END:" + property.value + " closes nothing"});
      } else {
        close();
      }
    } else if (open.empty()) {
      findings.push_back({"S03", line.line, "a property outside of VCALENDAR"});
    } else {
      open.back().properties.push_back(std::move(property));
    }
  }
  while (!open.empty()) {
    findings.push_back({"S02", open.back().line, "BEGIN:" + open.back().name + " is never closed"});
    close();
  }
  if (top.components.size() != 1 || top.components[0].name != "VCALENDAR")
    findings.push_back({"S03", 1, "not exactly one VCALENDAR"});
  return top.components.empty() ? Component{} : std::move(top.components[0]);
}

Component read(std::string_view file) {
  std::vector<Finding> ignored;
  return read(file, ignored);
}

std::string unescape(std::string_view text) {
  std::string raw;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    if (!escape) {
      raw += text[i];
      continue;
    }
    ++i;
    raw += text[i] == 'n' || text[i] == 'N' ? '\n' : text[i];
  }
  return raw;
}

}  // namespace ics_check
