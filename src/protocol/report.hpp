// Errors of one file, each with its place and the path of its key. Paths are found once, when there is something to say, so that
// reading carries none.
//
//   Report report("calf-strain.toml", root);
//   report.error(node, "bounds", "`reps` is 0; wanted a whole number from 1 to 100");
//   report.close(diagnostics);
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab::protocol {

class Report {
 public:
  static constexpr std::size_t most = 500;  // errors that are listed; one note stands for the rest

  // `file` and `root` must outlive the report; `code` is a literal everywhere below. `area`: who can mend what is found.
  Report(std::string_view file, const document::Node& root, Area area = Area::protocol) : file_(file), root_(&root), area_(area) {}

  // About a value.
  void error(const document::Node& value, std::string_view code, std::string message, std::string hint = {});
  // About a key.
  void error(const document::Member& member, std::string_view code, std::string message, std::string hint = {});
  // About a key of a table: at the key, or at the table where the key is absent.
  void error_at(const document::Node& table, std::string_view key, std::string_view code, std::string message,
                std::string hint = {});
  // What an author should weigh, and may keep.
  void warning(const document::Node& value, std::string_view code, std::string message, std::string hint = {});
  void warning_at(const document::Node& table, std::string_view key, std::string_view code, std::string message,
                  std::string hint = {});

  // Nothing was found that leaves holes in what was read: it can be checked further.
  bool usable() const { return usable_; }
  bool full() const { return more_; }  // nothing more will be listed: who reads may stop
  std::string_view file() const { return file_; }
  const document::Node& root() const { return *root_; }

  // Appends what was found, in order of place; last, if there was more, a note without a place.
  void close(std::vector<Diagnostic>& out);

 private:
  struct Found {
    document::Place place;
    const document::Node* node;  // the path leads to it, and from there to `key`
    std::string_view code;
    std::string key, message, hint;
    Level level = Level::error;
  };
  void add(Found found);
  void add_at(const document::Node& table, std::string_view key, Found found);

  std::string_view file_;
  const document::Node* root_;
  Area area_;
  std::vector<Found> found_;
  bool more_ = false;
  bool usable_ = true;
};

// The value for a message: "text" in quotes, 12, a table; long or hostile text is cut and cleaned.
std::string show(const document::Node& value);

// The parts in one text: joined({"`at` names ", number(2), " parts"}).
std::string joined(std::initializer_list<std::string_view> parts);
// The names with commas between them.
std::string listed(std::span<const std::string_view> names);

// The hint, or another if it is empty.
inline std::string or_else(std::string hint, std::string_view other) { return hint.empty() ? std::string(other) : hint; }

// `word` in back-ticks, cut and cleaned; it may be any octets.
std::string quote(std::string_view word);

}  // namespace rehab::protocol
