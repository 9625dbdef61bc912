#include "text/json.hpp"

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.hpp"

using rehab::text::append_json_string;
using rehab::text::JsonWriter;
using Layout = JsonWriter::Layout;

namespace {

std::string written(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string read_back(std::string_view text) { return nlohmann::json::parse(written(text)).get<std::string>(); }

}  // namespace

TEST_CASE("plain text is written as it is", "[json]") {
  CHECK(written("3 × 15, später 🦶🏽") == "\"3 × 15, später 🦶🏽\"");
}

TEST_CASE("quotes, backslashes and line ends are escaped", "[json]") {
  CHECK(written("a\"b\\c\nd\te\rf") == R"("a\"b\\c\nd\te\rf")");
  CHECK(written("</script>") == "\"</script>\"");
}

TEST_CASE("controls become escapes that read back the same and never reach a terminal", "[json]") {
  const std::string hostile = "\x1b[2J\x07\x7f\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8\xEF\xBB\xBF" + std::string(1, '\0');
  const std::string out = written(hostile);
  for (const char c : out) CHECK((static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f));
  CHECK(read_back(hostile) == hostile);
}

TEST_CASE("a noncharacter beyond the basic plane is written as a surrogate pair", "[json]") {
  CHECK(written("\xF0\x9F\xBF\xBE") == "\"\\ud83f\\udffe\"");  // U+1FFFE
}

TEST_CASE("what is not UTF-8 becomes a replacement character, and the rest survives", "[json]") {
  CHECK(read_back("a\xFF"
                  "b\xC3") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
  CHECK(read_back("\xED\xA0\x80x").back() == 'x');
}

TEST_CASE("nested lines are indented and rows stay on one line", "[json]") {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.member("title", "Heel drops");
  json.open_array("sets", Layout::row);
  json.value(3);
  json.open_object();
  json.member("min", 2);
  json.member("max", 4);
  json.close();
  json.close();
  json.open_array("none");
  json.close();
  json.open_object("deep");
  json.member("load_kg", 2.5);
  json.member("steps", true);
  json.key("rest");
  json.null();
  json.close();
  json.close();
  CHECK(out == R"({
  "title": "Heel drops",
  "sets": [3, {"min": 2, "max": 4}],
  "none": [],
  "deep": {
    "load_kg": 2.5,
    "steps": true,
    "rest": null
  }
})");
}

TEST_CASE("a number that JSON cannot say becomes null", "[json]") {
  std::string out;
  JsonWriter json(out);
  json.open_array(Layout::row);
  json.value(std::numeric_limits<double>::infinity());
  json.value(std::numeric_limits<double>::quiet_NaN());
  json.value(std::numeric_limits<std::int64_t>::min());
  json.close();
  CHECK(out == "[null, null, -9223372036854775808]");
}
