// Errors of one file, each with its place and the path of its key. The path is found only when there is something to say, so
// reading carries none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab::protocol {

class Report {
 public:
  static constexpr std::size_t most = 500;  // of one file; then one last note

  // `file`, `root` and `out` must outlive the report.
  Report(std::string_view file, const document::Node& root, std::vector<Diagnostic>& out) : file_(file), root_(root), out_(out) {}

  // About a value.
  void error(const document::Node& value, std::string_view code, std::string message, std::string hint = {});
  // About a key of a table: at the key, or at the table where the key is absent.
  void error_at(const document::Node& table, std::string_view key, std::string_view code, std::string message, std::string hint = {});

  bool clean() const { return count_ == 0; }
  std::string_view file() const { return file_; }
  const document::Node& root() const { return root_; }

 private:
  void add(document::Place place, std::string key, std::string_view code, std::string message, std::string hint);

  std::string_view file_;
  const document::Node& root_;
  std::vector<Diagnostic>& out_;
  std::size_t count_ = 0;
};

// "phase[load].workout[drops].dose[1]": the way from `root` to `node`; items are named by their id, or counted from 1.
std::string path_to(const document::Node& root, const document::Node& node);

// The value for a message: `"text"`, 12, a table; long or hostile text is cut and cleaned.
std::string show(const document::Node& value);

// `word` in back-ticks.
std::string quote(std::string_view word);

}  // namespace rehab::protocol
