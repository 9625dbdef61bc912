// JSON (RFC 8259) appended to a string: no tree in between.
//
//   std::string out;
//   rehab::text::JsonWriter json(out);
//   json.open_object();
//   json.member("title", "Heel drops");
//   json.open_array("sets", JsonWriter::Layout::row);
//   json.value(3);
//   json.close();
//   json.close();
//
//   {
//     "title": "Heel drops",
//     "sets": [3]
//   }
//
// What is opened in `Layout::row` stands on one line with all that is in it, so that long tables read and diff line by line.
// The writer escapes; it does not check that keys are used once or that what is opened is closed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rehab::text {

// `text` in quotes. Controls, direction marks, U+2028/9 and noncharacters are written as \u escapes, so that the data is the same
// but nothing of it acts on a terminal or in a script; octets that are not UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

class JsonWriter {
 public:
  enum class Layout : std::uint8_t { lines, row };

  explicit JsonWriter(std::string& out) : out_(out) {}

  void open_object(Layout layout = Layout::lines) { open('{', '}', layout); }
  void open_array(Layout layout = Layout::lines) { open('[', ']', layout); }
  void open_object(std::string_view name, Layout layout = Layout::lines);
  void open_array(std::string_view name, Layout layout = Layout::lines);
  void close();  // the innermost object or array

  // Inside an array, or after `key`.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::int64_t number);
  void value(int number) { value(static_cast<std::int64_t>(number)); }
  void value(double number);  // what is no finite number becomes null
  void value(bool truth);
  void digits(std::string_view number);  // a number as it is written
  void null();

  void key(std::string_view name);
  template <class T>
  void member(std::string_view name, const T& v) {
    key(name);
    value(v);
  }

 private:
  struct Level {
    char close;
    Layout layout;
    bool empty;
  };

  void open(char bracket, char close, Layout layout);
  void separate();  // comma and white space before the next element
  void line_break(std::size_t depth);

  std::string& out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace rehab::text
