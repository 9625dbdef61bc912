// The list of protocols to choose one from.
#include <nlohmann/json.hpp>
#include <string>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/page_laws.hpp"
#include "support/small_protocol.hpp"
#include "words/phrases.hpp"

using namespace rehab;
using nlohmann::json;

namespace {

// Mild for six weeks, moderate not at all, severe for twelve with clearance.
rehab_test::Small small() {
  rehab_test::Small out;
  out.protocol.title = "Balance on \"one\" leg";
  out.data.conditions.front().title = "Weak ankle";
  auto& [mild, moderate, severe] = out.protocol.severity;
  mild->weeks = 6;
  moderate->weeks = {};
  moderate->refer = "See a clinician first.";
  severe->clearance = true;
  return out;
}

json entries(const Catalog& catalog) {
  const json page = json::parse(list_protocols_json(catalog));
  CHECK(page.at("format") == "rehab-list");
  CHECK(page.at("of") == "protocols");
  return page.at("entries");
}

}  // namespace

TEST_CASE("a list keeps the laws of a page at every width, also a stranger's", "[list]") {
  const Catalog hostile = eyes::hostile();
  for (const Catalog* catalog : {&eyes::builtin(), &hostile})
    for (const int width : {40, 60, 80, 100, 120, 200})
      for (const bool color : {false, true}) {
        CAPTURE(width, color);
        CHECK(page_laws::broken(list_protocols(*catalog, width, color), width, color) == std::vector<std::string>{});
      }
}

TEST_CASE("a protocol is listed with its weeks by severity and who leads", "[list]") {
  CHECK(list_protocols(small().catalog()) ==
        "small\n"
        "  title       Balance on \"one\" leg\n"
        "  condition   Weak ankle\n"
        "  weeks       mild 6, moderate none (see a clinician), severe 12 (cleared by a\n"
        "              clinician)\n"
        "  led by      yourself\n");
}

TEST_CASE("a listed protocol that a clinician leads says so, and a severity that it does not know is left out", "[list]") {
  rehab_test::Small led = small();
  led.protocol.supervision = Protocol::Supervision::clinician;
  led.protocol.severity[1].reset();
  const std::string text = list_protocols(led.catalog(), 100);
  CHECK(text.find("  weeks       mild 6, severe 12 (cleared by a clinician)\n  led by      a clinician\n") != std::string::npos);
  CHECK(!entries(led.catalog())[0].at("severity").contains("moderate"));
}

TEST_CASE("a condition that needs clearance needs it for every listed severity with a plan", "[list]") {
  rehab_test::Small cleared = small();
  cleared.data.conditions.front().clearance = true;
  const std::string text = page_laws::unwrapped(list_protocols(cleared.catalog()));
  CHECK(text.find("mild 6 (cleared by a clinician), moderate none (see a clinician), severe 12 (cleared") != std::string::npos);
  CHECK(entries(cleared.catalog())[0].at("severity").at("mild").at("clearance") == true);
}

TEST_CASE("the list as data says the same", "[list]") {
  CHECK(entries(small().catalog()) == json::parse(R"([{
    "id": "small", "version": "1.0.0", "title": "Balance on \"one\" leg",
    "condition": {"id": "condition", "title": "Weak ankle"}, "supervision": "self",
    "severity": {"mild": {"weeks": 6, "clearance": false},
                 "moderate": {"clearance": false, "refer": "See a clinician first."},
                 "severe": {"weeks": 12, "clearance": true}}}])"));
}

TEST_CASE("every protocol of a catalog is listed, in its order", "[list]") {
  const Catalog& catalog = eyes::builtin();
  const std::string text = list_protocols(catalog);
  const json rows = entries(catalog);
  REQUIRE(rows.size() == catalog->protocols.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& id = catalog->protocols[i].id;
    CHECK(rows[i].at("id") == id);
    at = text.find((i == 0 ? "" : "\n\n") + id + "\n  title ", at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("the list of an empty catalog is empty", "[list]") {
  CHECK(list_protocols(Catalog(CatalogData{})) == "");
  CHECK(entries(Catalog(CatalogData{})) == json::array());
}

TEST_CASE("the data of a stranger's list is JSON without controls", "[list]") {
  const std::string text = list_protocols_json(eyes::hostile());
  CHECK(json::parse(text).at("entries").size() == eyes::builtin()->protocols.size());
  CHECK(page_laws::broken(text, 100'000, false) == std::vector<std::string>{});
}

TEST_CASE("the texts of a list begin right of the widest label of the language", "[list]") {
  rehab_test::Small german = small();
  german.data.phrases.resize(words::rows.size());
  german.data.phrases[Phrase("listed-leader").index()] = "geführt durch";
  german.data.phrases[Phrase("listed-yourself").index()] = "Sie selbst";
  CHECK(list_protocols(german.catalog()).ends_with("  geführt durch   Sie selbst\n"));
  CHECK(list_protocols(german.catalog()).find("\n  title           Balance") != std::string::npos);
  german.data.phrases[Phrase("listed-leader").index()] = std::string(300, 'g');
  CHECK(page_laws::broken(list_protocols(german.catalog(), 40), 40, false) == std::vector<std::string>{});
}
