#include "case/torn.hpp"

#include <algorithm>

namespace rehab::case_file {

namespace {

struct Line {
  std::size_t begin = 0, end = 0;  // octets [begin, end), its line feed included
  std::string_view words;          // without the white space around them
  bool ended = false;              // by a line feed
};

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t feed = text.find('\n', begin);
  const std::size_t end = feed == text.npos ? text.size() : feed + 1;
  return {begin, end, trimmed(text.substr(begin, end - begin)), feed != text.npos};
}

// Of anything but an entry's own small tables.
bool is_header(std::string_view words) {
  return words.starts_with('[') && !words.starts_with("[diary.") && !words.starts_with("[[diary.");
}

class Search {
 public:
  explicit Search(std::string_view text) { out_.text = text; }

  Whole run() {
    std::uint32_t number = 1;
    for (std::size_t at = 0; at < out_.text.size(); ++number) {
      const Line line = line_at(out_.text, at);
      at = line.end;
      take(line, number);
    }
    close(out_.text.size());
    return std::move(out_);
  }

 private:
  void take(const Line& line, std::uint32_t number) {
    if (line.words == entry_begin) {
      close(line.begin);
      open_ = true;
      headed_ = false;
      begin_ = line.end;
      number_ = number;
    } else if (line.words == entry_end && line.ended) {
      open_ = false;
    } else if (is_header(line.words)) {
      if (headed_) close(line.begin);
      headed_ = true;
    }
  }

  // What was begun is never ended: `end` is where something else begins.
  void close(std::size_t end) {
    const auto begin = out_.text.begin() + static_cast<std::ptrdiff_t>(begin_),
               last = out_.text.begin() + static_cast<std::ptrdiff_t>(end);
    if (open_ && !trimmed({begin, last}).empty()) {
      out_.torn.push_back(number_);
      std::replace_if(
          begin, last, [](char c) { return c != '\n'; }, ' ');
    }
    open_ = false;
  }

  Whole out_;
  bool open_ = false;      // the entry that was begun is not ended yet
  bool headed_ = false;    // and has its header
  std::size_t begin_ = 0;  // after the line that begins it
  std::uint32_t number_ = 0;
};

}  // namespace

Whole without_torn(std::string_view text) { return Search(text).run(); }

}  // namespace rehab::case_file
