// An iCalendar file taken apart, for tests: lines unfolded, components nested, values as they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ics_check {

struct Finding {
  std::string code;      // of the rule, as "L02"
  std::size_t line = 0;  // physical, 1-based
  std::string what;
};

struct Parameter {
  std::string name, value;  // without quotes
};

struct Property {
  std::string name;
  std::vector<Parameter> parameters;
  std::string value;
  std::size_t line = 0;

  std::optional<std::string> parameter(std::string_view wanted) const;
};

struct Component {
  std::string name;
  std::size_t line = 0;
  std::vector<Property> properties;
  std::vector<Component> components;

  const Property* find(std::string_view wanted) const;  // the first; null: there is none
  std::size_t count(std::string_view wanted) const;
  std::string value(std::string_view wanted) const;  // "" if there is none
  std::vector<const Component*> all(std::string_view wanted) const;
};

struct LogicalLine {
  std::string text;
  std::size_t line = 0;  // the first physical one
};

// Joins folded lines; CRLF and lone LF both end one, so that a broken file can still be looked at.
std::vector<LogicalLine> unfold(std::string_view file);

// The first component of the file. Findings: S01, S02, S03, P09.
Component read(std::string_view file, std::vector<Finding>& findings);
Component read(std::string_view file);

// TEXT without its escapes (RFC 5545 3.3.11).
std::string unescape(std::string_view text);

}  // namespace ics_check
