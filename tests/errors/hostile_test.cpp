// Files that are too large, too deep, no text at all, or broken in more places than one can list.
#include <chrono>
#include <functional>
#include <tuple>
#include <utility>

#include "errors/cases.hpp"
#include "support/catch.hpp"

namespace {

using namespace rehab::errors;
using namespace std::string_literals;

constexpr std::size_t mebibyte = 1 << 20;

// What is said about one more file beside the built-in ones.
std::string said_about(std::string text) {
  std::vector<File> files = base();
  files.push_back({"x.toml", std::move(text)});
  return rendered(files);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

// Lines that differ, after a head, up to a mebibyte.
std::string filled(std::string text, const std::function<std::string(std::size_t)>& line) {
  for (std::size_t i = 0;; ++i) {
    const std::string next = line(i);
    if (text.size() + next.size() > mebibyte) return text;
    text += next;
  }
}

std::string utf16(std::string_view text) {
  std::string out = "\xff\xfe";
  for (const char c : text) (out += c) += '\0';
  return out;
}

std::string small_tag(std::size_t i) { return "[tag.t" + std::to_string(i) + "]\nask = \"x\"\n"; }

}  // namespace

TEST_CASE("a file of 0 bytes is called empty") {
  CHECK(said_about("") ==
        "x.toml:1:1: error: the file is empty; wanted a protocol or a catalog file [missing-key]\n"
        "  hint: begin it with schema = 1");
}

TEST_CASE("a file of one octet more than 1 MiB is not read") {
  const std::string comment = "schema = 1\n#";
  CHECK(said_about(comment + std::string(mebibyte - comment.size(), 'x')) == "nothing");
  CHECK(said_about(comment + std::string(mebibyte + 1 - comment.size(), 'x')) ==
        "x.toml: error: the file has 1048577 octets; at most 1048576 (1 MiB) are read [limit]\n"
        "  hint: split the file, or shorten its texts");
}

TEST_CASE("what is no UTF-8 text is refused before it is read") {
  CHECK(said_about("schema = 1\ntitle = \"a\0b\"\n"s) ==
        "x.toml:2:11: error: a NUL character; a text has none [encoding]\n"
        "    2 | title = \"a\uFFFDb\"\n"
        "      |           ^\n"
        "  hint: remove it");
  CHECK(said_about("schema = 1\n\xef\xbb\xbftitle = 1\n") ==
        "x.toml:2:1: error: a byte order mark (U+FEFF) inside the file; only its start may have one [encoding]\n"
        "    2 | \uFFFDtitle = 1\n"
        "      | ^\n"
        "  hint: remove it");
  CHECK(said_about("schema = 1\ntitle = \"M\xfcller\"\n") ==
        "x.toml:2:11: error: octet 0xFC is not valid UTF-8 here [encoding]\n"
        "    2 | title = \"M\uFFFDller\"\n"
        "      |           ^\n"
        "  hint: save the file as UTF-8");
  CHECK_THAT(said_about(utf16("schema = 1\n")),
             Catch::Matchers::StartsWith("x.toml:1:1: error: the file looks like UTF-16; UTF-8 is wanted [encoding]\n") &&
                 Catch::Matchers::EndsWith("\n  hint: save the file as UTF-8"));
}

TEST_CASE("a byte order mark at the start is no error") { CHECK(said_about("\xef\xbb\xbfschema = 1\n") == "nothing"); }

TEST_CASE("keys of many parts and deep nesting are refused") {
  CHECK_THAT(said_about("a" + repeated(".a", 199'999) + " = 1\n"),
             Catch::Matchers::StartsWith("x.toml:1:128: error: a key of more than 64 parts [limit]\n") &&
                 Catch::Matchers::EndsWith("\n  hint: use fewer parts"));
  CHECK_THAT(said_about("a = " + repeated("[", 100'000) + repeated("]", 100'000) + "\n"),
             Catch::Matchers::StartsWith("x.toml:1:69: error: more than 64 levels of nesting [limit]\n") &&
                 Catch::Matchers::EndsWith("\n  hint: nest less deeply"));
}

TEST_CASE("500 errors of a file are listed in order of place, then one note says that there are more") {
  const auto unknown_keys = [](std::size_t count) {
    std::string text = "schema = 1\n";
    for (std::size_t i = 0; i < count; ++i) text += "k" + std::to_string(i) + " = 1\n";
    std::vector<File> files = base();
    files.push_back({"x.toml", std::move(text)});
    return check_catalog(sources(files));
  };
  CHECK(unknown_keys(2).size() == 2);
  CHECK(unknown_keys(500).size() == 500);
  const std::vector<rehab::Diagnostic> found = unknown_keys(700);
  REQUIRE(found.size() == 501);
  for (std::size_t i = 0; i < 500; ++i) {
    CHECK(found[i].line == i + 2);
    CHECK(found[i].message == "unknown key `k" + std::to_string(i) + "` in the head of a catalog file");
  }
  CHECK(found.back().level == rehab::Level::note);
  CHECK(rehab::render(found.back()) ==
        "x.toml: note: more than 500 errors; the rest of this file is not listed [limit]\n"
        "  hint: mend these first\n");
}

TEST_CASE("errors of every kind in one file come in order of place, and none twice") {
  std::vector<File> files = base();
  std::string& text = named(files, "calf-strain.toml").text;
  for (std::size_t at = 0; (at = text.find("cite ", at)) != std::string::npos;) text.replace(at, 4, "cote");
  for (std::size_t at = 0; (at = text.find("pain_max = 3", at)) != std::string::npos;) text.replace(at, 12, "pain_max = \"3\"");
  files.push_back({"other.toml", "schema = 1\nbad = 1\n"});
  std::vector<rehab::Diagnostic> found = check_catalog(sources(files));
  const auto before = [](const rehab::Diagnostic& a, const rehab::Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  };
  CHECK(found.size() > 20);
  CHECK(std::is_sorted(found.begin(), found.end(), before));
  for (std::size_t i = 1; i < found.size(); ++i) CHECK_FALSE(found[i] == found[i - 1]);
}

TEST_CASE("paths of keys in diagnostics are clean, whatever the file calls its tables") {
  std::vector<File> files = base();
  files.push_back({"x.toml", "schema = 1\n[tag.\"a\\u202Eb\\nBEGIN:VALARM\"]\nask = 3\n"});
  const std::vector<rehab::Diagnostic> found = check_catalog(sources(files));
  REQUIRE(!found.empty());
  for (const rehab::Diagnostic& d : found) {
    CHECK(d.key.find('\n') == std::string::npos);
    CHECK(d.key.find("\u202E") == std::string::npos);
  }
}

TEST_CASE("a mebibyte of the worst is judged in seconds") {
  using Seconds = std::chrono::duration<double>;
  const std::string alfredson = [] {
    std::vector<File> files = base();
    return named(files, "achilles-midportion-alfredson.toml").text;
  }();
  const std::pair<std::string_view, std::string> worst[]{
      {"unknown keys", filled("", [](std::size_t i) { return "k" + std::to_string(i) + "=1\n"; })},
      {"tags", filled("schema = 1\n", small_tag)},
      {"one list", "schema = 1\n[tag.t]\nask = \"x\"\nassumed = [" + repeated("\"a\",", mebibyte / 4 - 50) + "]\n"},
      {"keys that stand twice", filled("", [](std::size_t) { return "a=1\n"s; })},
      {"controls", "schema = 1\n[tag.t]\nask = \"" + repeated("\\u202e", mebibyte / 6 - 50) + "\"\n"},
      {"loads", filled(alfredson, [](std::size_t i) { return "[load.l" + std::to_string(i) + "]\ntitle=\"a\"\nkind=\"kg\"\n"; })},
      {"dangling",
       filled(alfredson,
              [](std::size_t i) { return "[[evidence]]\nid=\"e" + std::to_string(i) + "\"\nfinding=\"x\"\ncite=\"z\"\n"; })},
  };
  for (const auto& [name, text] : worst) {
    INFO(name);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(said_about(text) != "nothing");
    // A quadratic loop takes minutes; this much leaves room for sanitizers and busy machines.
    CHECK(Seconds(std::chrono::steady_clock::now() - begin).count() < 20);
  }
}

TEST_CASE("a chain of thousands of substitutes is followed in one pass, also if it runs in a circle") {
  constexpr int length = 3000;
  std::string exercises = "schema = 1\n", chain;
  for (int i = 0; i < length; ++i) {
    std::string id = "e";
    id += std::to_string(i);
    exercises +=
        "[exercise." + id +
        "]\ntitle=\"a\"\nkind=\"strength\"\nlegs=\"one\"\nknee=\"bent\"\nrange=\"floor\"\nsurface=\"floor\"\n"
        "posture=\"standing\"\nsupport=\"none\"\nmuscles=[\"soleus\"]\nsetup=\"a\"\nsteps=[\"b\"]\nbreath=\"a\"\nfeel=\"a\"\n"
        "mistake=\"a\"\nstart_deg={hip=0,knee=0,ankle=0}\nend_deg={hip=0,knee=0,ankle=-9}\n";
    ((chain += "[instead.") += id) +=
        "]\nexercise=\"e" + std::to_string((i + length - 1) % length) + "\"\nassumed=[\"exercise\"]\n";
  }
  std::vector<File> files = base();
  files.push_back({"x.toml", exercises});
  File& alfredson = named(files, "achilles-midportion-alfredson.toml");
  exchange(alfredson.text, "exercise = \"heel-drop-floor\"", "exercise = \"e2999\"");
  alfredson.text += chain;
  const auto found = check_catalog(sources(files));
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "`instead` runs in a circle: `e2999` to `e2998` to `e2997` to `e2996` to `e2995` to `e2994` and on");
}
