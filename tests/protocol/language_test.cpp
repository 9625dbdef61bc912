// Files in another language: what they replace, and what they may not.
#include <algorithm>
#include <string>
#include <vector>

#include "rehab/catalog.hpp"
#include "support/catch.hpp"
#include "words/words.hpp"

using namespace rehab;

namespace {

constexpr std::string_view exercises = "schema = 1\nlanguage = \"de\"\n[exercise.heel-drop-straight]\ntitle = \"Fersensenken\"\n";
constexpr std::string_view phrases =
    "schema = 1\nlanguage = \"de\"\n[phrase]\nleft-leg = \"linkes Bein\"\nweeks = \"{n} Woche|{n} Wochen\"\n";

// The built-in originals and these.
std::vector<SourceFile> with(std::vector<SourceFile> more) {
  std::vector<SourceFile> files(builtin_files().begin(), builtin_files().end());
  std::erase_if(files, [](const SourceFile& file) { return file.name.find(".de.") != std::string_view::npos; });
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

std::string version_of(std::string_view id) { return builtin_catalog().find(id)->version; }

const Exercise& exercise(const Catalog& catalog, std::string_view id) {
  return *std::find_if(catalog->exercises.begin(), catalog->exercises.end(), [id](const Exercise& e) { return e.id == id; });
}

std::vector<std::string> codes(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics) out.push_back(d.code);
  return out;
}

}  // namespace

TEST_CASE("a language replaces the texts that it has, and leaves the others") {
  const auto files = with({{"exercises-strength.de.toml", exercises}, {"phrases.de.toml", phrases}});
  const Result<Catalog> german = read_catalog(files, "de");
  REQUIRE(german);
  const Catalog english = builtin_catalog();
  CHECK((*german)->language == "de");
  CHECK(exercise(*german, "heel-drop-straight").title == "Fersensenken");
  CHECK(exercise(*german, "heel-drop-straight").steps == exercise(english, "heel-drop-straight").steps);
  CHECK(Words((*german)->phrases)["left-leg"] == "linkes Bein");
  CHECK(Words((*german)->phrases)["right-leg"] == "right leg");
  CHECK(Words((*german)->phrases).say("weeks", {{"n", 2}}) == "2 Wochen");
}

TEST_CASE("texts of lists are found by their ids, and a protocol says the language of its texts") {
  const std::string text = "schema = 1\nlanguage = \"de\"\nof = \"" + version_of("achilles-midportion-alfredson") +
                           "\"\ntitle = \"Fersensenken\"\n[phase.load.workout.drops]\ntitle = \"Senken\"\n";
  const auto files = with({{"mine/achilles-midportion-alfredson.de.toml", text}});
  const Result<Catalog> german = read_catalog(files, "de");
  REQUIRE(german);
  const Protocol& protocol = *german->find("achilles-midportion-alfredson");
  CHECK(protocol.title == "Fersensenken");
  CHECK(protocol.language == "de");
  bool found = false;
  for (const Phase& phase : protocol.phases)
    for (const Workout& workout : phase.workouts) found |= phase.id == "load" && workout.title == "Senken";
  CHECK(found);
  CHECK(german->find("calf-strain")->language == "en");
}

TEST_CASE("a translation changes neither hashes nor, unless it is asked for, anything at all") {
  const auto files = with({{"exercises-strength.de.toml", exercises}, {"phrases.de.toml", phrases}});
  const Result<Catalog> german = read_catalog(files, "de"), english = read_catalog(files);
  REQUIRE(german);
  REQUIRE(english);
  CHECK((*german)->hash == builtin_catalog()->hash);
  CHECK((*english)->hash == builtin_catalog()->hash);
  CHECK((*english)->language == "en");
  CHECK((*english)->phrases.empty());
  CHECK(exercise(*english, "heel-drop-straight").title == exercise(builtin_catalog(), "heel-drop-straight").title);
}

TEST_CASE("a translation into another language than the one asked for may be broken, but not for an author") {
  const auto files = with({{"exercises-strength.de.toml", "schema = ["}});
  CHECK(read_catalog(files));
  CHECK(!read_catalog(files, "de"));
  CHECK(codes(check_catalog(files)) == std::vector<std::string>{"syntax"});
}

TEST_CASE("a language that no file is in is an error that names those that there are") {
  const auto files = with({{"exercises-strength.de.toml", exercises}});
  const Result<Catalog> none = read_catalog(files, "fr");
  REQUIRE(!none);
  REQUIRE(none.diagnostics.size() == 1);
  CHECK(none.diagnostics[0].area == Area::intake);
  CHECK(none.diagnostics[0].message == "there is no language `fr`");
  CHECK(none.diagnostics[0].hint == "choose one of de, en");
  CHECK(languages_of(files) == std::vector<std::string_view>{"de", "en"});
  CHECK(!builtin_catalog("xx"));
  CHECK(builtin_catalog("en"));
}

TEST_CASE("what stands behind a dot in a file's name and is no language is told, not left out") {
  CHECK(codes(read_catalog(with({{"safety.clinic.toml", "schema = 1\n"}})).diagnostics) == std::vector<std::string>{"translation"});
}

TEST_CASE("who replaces a file replaces its translations, and keeps his own wherever they stand") {
  std::vector<SourceFile> files(builtin_files().begin(), builtin_files().end());
  const auto strain = std::find_if(files.begin(), files.end(), [](const SourceFile& f) { return f.name == "calf-strain.toml"; });
  REQUIRE(strain != files.end());
  const std::string mine(strain->text);
  const std::string own = "schema = 1\nlanguage = \"de\"\nof = \"" + version_of("calf-strain") + "\"\ntitle = \"Meins\"\n";
  files.push_back({"mine/calf-strain.toml", mine});
  const Result<Catalog> bare = read_catalog(files, "de");
  REQUIRE(bare);
  CHECK(bare->find("calf-strain")->title == builtin_catalog().find("calf-strain")->title);
  files.insert(files.end() - 1, {"mine/calf-strain.de.toml", own});
  const Result<Catalog> both = read_catalog(files, "de");
  REQUIRE(both);
  CHECK(both->find("calf-strain")->title == "Meins");
}
