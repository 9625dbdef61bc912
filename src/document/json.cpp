#include "document/json.hpp"

// RapidJSON 1.1.0 asks whether a list that it has not made yet is full by adding to a null pointer, which only a sanitizer minds.
#ifdef __clang__
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/reader.h>
#ifdef __clang__
#pragma clang attribute pop
#endif

#include <algorithm>
#include <charconv>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "document/encoding.hpp"
#include "document/json_mistake.hpp"
#include "document/trouble.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::document {
namespace {

constexpr std::size_t most_errors = 20;
constexpr std::size_t most_octets = 4 * largest_file;  // parsed in all, over all errors
constexpr std::size_t most_levels = 64;
constexpr std::size_t longest_number = 120;

// Numbers are handed over as they are written: RapidJSON 1.1.0 computes 1e-2147483640 with an overflow and reads beyond a table.
// The iterative parser keeps what is open in memory, not on the stack of calls.
constexpr unsigned flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;

// --- What RapidJSON asks of us, in its names -------------------------------------------------------------

class Input {
 public:
  using Ch = char;

  explicit Input(std::string_view text) : text_(text) {}

  Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }

  // Only for parsing in place.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// Its own does not notice that memory has run out.
struct Allocator {
  [[maybe_unused]] static constexpr bool kNeedFree = true;

  void* Malloc(std::size_t size) { return size == 0 ? nullptr : ::operator new(size); }
  void* Realloc(void* old, std::size_t old_size, std::size_t size) {
    void* const fresh = Malloc(size);
    if (old != nullptr && fresh != nullptr) std::memcpy(fresh, old, std::min(old_size, size));
    Free(old);
    return fresh;
  }
  static void Free(void* memory) { ::operator delete(memory); }
};

// --- The tree --------------------------------------------------------------------------------------------

// Places of offsets that never fall.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  Place operator()(std::size_t offset) {
    for (; at_ < offset; ++at_) {
      if (text_[at_] == '\n') {
        ++place_.line;
        place_.column = 1;
      } else if ((static_cast<unsigned char>(text_[at_]) & 0xc0) != 0x80) {
        ++place_.column;
      }
    }
    return place_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Place place_{1, 1};
};

// Takes RapidJSON's events. Each returns whether to go on.
class Builder {
 public:
  Builder(std::string_view text, const Input& input, Document& document)
      : text_(text), input_(input), document_(document), places_(text) {}

  const Reached& reached() const { return reached_; }
  std::vector<Trouble> take_troubles() { return std::move(troubles_); }

  bool Null() {
    Node node = read(Reached::Last::value);
    node.kind = Node::Kind::nothing;
    return put(node);
  }
  bool Bool(bool boolean) {
    Node node = read(Reached::Last::value);
    node.kind = Node::Kind::boolean;
    node.boolean = boolean;
    return put(node);
  }
  bool RawNumber(const char*, unsigned, bool) {
    Node node = read(Reached::Last::value);
    number(node, text_.substr(reached_.begin, reached_.end - reached_.begin));
    return put(node);
  }
  bool String(const char* octets, unsigned size, bool) {
    Node node = read(Reached::Last::value);
    node.kind = Node::Kind::text;
    node.text = keep({octets, size});
    return put(node);
  }
  bool Key(const char* octets, unsigned size, bool) {
    Member member;
    member.place = read(Reached::Last::key).place;
    member.key = keep({octets, size});
    members_.push_back(member);
    return true;
  }
  bool StartObject() { return open('{'); }
  bool StartArray() { return open('['); }
  bool EndObject(unsigned) {
    const std::size_t first = open_.back().first;
    Node node = close(Node::Kind::table);
    node.members = document_.memory.make<Member>(members_.size() - first);
    std::copy(members_.begin() + static_cast<std::ptrdiff_t>(first), members_.end(), node.members.begin());
    members_.resize(first);
    find_repeated(node.members);
    return put(node);
  }
  bool EndArray(unsigned) {
    const std::size_t first = open_.back().first;
    Node node = close(Node::Kind::array);
    node.items = document_.memory.make<Node>(items_.size() - first);
    std::copy(items_.begin() + static_cast<std::ptrdiff_t>(first), items_.end(), node.items.begin());
    items_.resize(first);
    return put(node);
  }

  // Never called: numbers come raw.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  struct Open {
    char bracket;
    std::size_t offset;
    Place place;
    std::size_t first;  // of its parts, in members_ or items_
  };

  // What was just read ends where the input stands, and begins behind what was read before it.
  Node read(Reached::Last last) {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n,:", reached_.end);
    reached_.last = last;
    reached_.begin = begin;
    reached_.end = std::max(begin + 1, input_.Tell());  // a bracket is taken after its event
    Node node;
    node.place = places_(begin);
    return node;
  }

  bool open(char bracket) {
    const Place place = read(Reached::Last::opening).place;
    if (open_.empty() && bracket == '[') return wrong_root();
    if (open_.size() == most_levels) return note("limit", "more than 64 levels of nesting", "nest less deeply"), false;
    open_.push_back({bracket, reached_.begin, place, bracket == '{' ? members_.size() : items_.size()});
    look_inside();
    return true;
  }

  Node close(Node::Kind kind) {
    read(Reached::Last::value);
    Node node;
    node.kind = kind;
    node.place = open_.back().place;
    open_.pop_back();
    look_inside();
    return node;
  }

  void look_inside() {
    reached_.bracket = open_.empty() ? '\0' : open_.back().bracket;
    reached_.opened = open_.empty() ? 0 : open_.back().offset;
  }

  bool put(const Node& node) {
    if (open_.empty()) {
      if (node.kind != Node::Kind::table || text_[reached_.begin] != '}') return wrong_root();
      document_.root = node;
    } else if (open_.back().bracket == '{') {
      members_.back().value = node;
    } else {
      items_.push_back(node);
    }
    return true;
  }

  bool wrong_root() { return note("syntax", "the file is no object", "begin it with `{` and end it with `}`"), false; }

  std::string_view keep(std::string_view text) {
    const bool odd = text.find('\xf4') != text.npos || text::first_invalid_utf8(text) != text.npos;
    if (odd && troubles_.size() < most_errors) {
      if (std::optional<Mistake> mistake = mistake_in_quotes(text_, reached_.begin))
        troubles_.push_back(std::move(mistake->trouble));
    }
    return document_.memory.keep(text);
  }

  void number(Node& node, std::string_view digits) {
    if (digits.size() > longest_number)
      return note("limit", "a number of more than 120 characters", "shorten it, or put the text in quotes");
    const bool whole = digits.find_first_of(".eE") == digits.npos;
    const auto read = whole ? std::from_chars(digits.data(), digits.data() + digits.size(), node.whole)
                            : std::from_chars(digits.data(), digits.data() + digits.size(), node.real);
    if (read.ec != std::errc{})
      return note("syntax", quote(digits) + " is a number beyond what can be read", "correct it, or put the text in quotes");
    node.kind = whole ? Node::Kind::whole : Node::Kind::real;
    if (whole) node.real = static_cast<double>(node.whole);
  }

  void find_repeated(const List<Member>& members) {
    if (members.size() < 2) return;
    sorted_.clear();
    for (const Member& member : members) sorted_.push_back(&member);
    std::ranges::stable_sort(sorted_, {}, &Member::key);
    for (std::size_t i = 1, first = 0; i < sorted_.size(); ++i) {
      if (sorted_[i]->key != sorted_[first]->key) {
        first = i;
      } else if (troubles_.size() < most_errors) {
        troubles_.push_back(stands_twice(*sorted_[i], *sorted_[first]));
      }
    }
  }

  static Trouble stands_twice(const Member& again, const Member& first) {
    std::string message = quote(again.key) + " stands twice; first in line ";
    text::append_number(message, std::int64_t{first.place.line});
    if (again.place.line == first.place.line) text::append_number(message += ", column ", std::int64_t{first.place.column});
    return {"syntax", again.place, std::move(message), "remove or rename one of the two"};
  }

  // About what was read last.
  void note(std::string_view code, std::string message, std::string_view hint) {
    if (troubles_.size() < most_errors)
      troubles_.push_back({code, place_at(text_, reached_.begin), std::move(message), std::string(hint)});
  }

  std::string_view text_;
  const Input& input_;
  Document& document_;
  Places places_;
  Reached reached_;
  std::vector<Open> open_;
  std::vector<Member> members_;  // of all objects that are open, the outermost's first
  std::vector<Node> items_;      // of all arrays that are open
  std::vector<const Member*> sorted_;
  std::vector<Trouble> troubles_;
};

// --- All errors of a text --------------------------------------------------------------------------------

class Reader {
 public:
  Reader(std::string_view file, std::string_view text) : file_(file), text_(text) {}

  Result<Document> run() {
    for (std::size_t octets = 0; octets <= most_octets && found_.size() < most_errors; octets += text_.size()) {
      if (!pass()) break;
    }
    if (found_.empty()) return std::move(*document_);
    std::ranges::stable_sort(found_, {}, [](const Diagnostic& d) { return std::pair(d.line, d.column); });
    if (found_.size() > most_errors) found_.resize(most_errors);
    return std::move(found_);
  }

 private:
  // Returns whether there is a text left in which to look for more.
  bool pass() {
    document_.emplace();
    document_->form = Form::json;
    Input input(text_);
    Builder builder(text_, input, *document_);
    rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, Allocator> reader;
    const rapidjson::ParseResult result = reader.Parse<flags>(input, builder);
    if (result.IsError() && result.Code() != rapidjson::kParseErrorTermination) {
      Mistake mistake = find_mistake(text_, builder.reached());
      found_.push_back(diagnostic(file_, std::move(mistake.trouble)));
      if (mistake.mend) return text_.replace(mistake.begin, mistake.end - mistake.begin, *mistake.mend), true;
    }
    for (Trouble& trouble : builder.take_troubles()) found_.push_back(diagnostic(file_, std::move(trouble)));
    return false;
  }

  std::string_view file_;
  std::string text_;  // with what was reported mended
  std::optional<Document> document_;
  std::vector<Diagnostic> found_;
};

}  // namespace

bool is_json(std::string_view text) {
  text = without_mark(text);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.starts_with('{')) return true;
  const std::size_t inside = text.find_first_not_of(" \t\r\n", 1);
  return text.starts_with('[') && inside != text.npos && (text[inside] == '{' || text[inside] == ']');
}

Result<Document> parse_json(std::string_view file, std::string_view text) {
  if (std::optional<Trouble> trouble = check_encoding(text)) return std::vector{diagnostic(file, std::move(*trouble))};
  try {
    return Reader(file, without_mark(text)).run();
  } catch (const std::bad_alloc&) {  // no fault of the file
    throw;
  } catch (const std::exception& exception) {
    return std::vector{diagnostic(file, {"limit", {}, std::string("the file cannot be read: ") + exception.what(), {}})};
  }
}

}  // namespace rehab::document
