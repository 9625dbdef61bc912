// A catalog asked through C says what the catalog of C++ says.
#include <algorithm>

#include "c/owned.hpp"
#include "export/references.hpp"

namespace {

using namespace rehab_test;
using namespace rehab;

bool is_asked_before(const rehab_red_flag& flag) { return flag.moment == REHAB_ASKED_BEFORE_THE_PLAN; }

std::vector<rehab_red_flag> red_flags_in_c(std::string_view protocol) {
  std::size_t index = 0;
  REQUIRE(rehab_catalog_find(builtin(), given(protocol), &index) == REHAB_OK);
  const auto c = asked<rehab_protocol>([&](auto* out) { return rehab_catalog_protocol(builtin(), index, out); });
  std::vector<rehab_red_flag> out;
  for (std::size_t i = 0; i < c.red_flag_count; ++i)
    out.push_back(asked<rehab_red_flag>([&](auto* flag) { return rehab_catalog_red_flag(builtin(), index, i, flag); }));
  return out;
}

}  // namespace

TEST_CASE("red flags in C are those of C++, in their order, each with its moment", "[c]") {
  for (const Protocol& protocol : catalog()->protocols) {
    INFO(protocol.id);
    const std::vector<rehab_red_flag> c = red_flags_in_c(protocol.id);
    const std::vector<const RedFlag*> wanted = red_flags_of(catalog(), protocol.condition);
    REQUIRE(c.size() == wanted.size());
    for (std::size_t i = 0; i < c.size(); ++i) {
      CHECK(view(c[i].id) == wanted[i]->id);
      CHECK(view(c[i].title) == wanted[i]->title);
      CHECK(view(c[i].ask) == wanted[i]->ask);
      CHECK(view(c[i].act) == wanted[i]->act);
      CHECK(c[i].urgency == static_cast<int>(wanted[i]->urgency) + 1);
      CHECK(is_asked_before(c[i]) == (wanted[i]->moment == RedFlag::Moment::screening));
    }
    const auto before = std::count_if(c.begin(), c.end(), is_asked_before);
    CHECK(before > 0);  // of each kind there is one, else nothing was told apart
    CHECK(before < static_cast<std::ptrdiff_t>(c.size()));
  }
}

TEST_CASE("tags in C are those of C++, and some need a release", "[c]") {
  const std::vector<Tag>& wanted = catalog()->tags;
  REQUIRE(rehab_catalog_tag_count(builtin()) == wanted.size());
  std::size_t releases = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto c = asked<rehab_tag>([&](auto* out) { return rehab_catalog_tag(builtin(), i, out); });
    CHECK(view(c.id) == wanted[i].id);
    CHECK(view(c.ask) == wanted[i].ask);
    CHECK((c.clearance != 0) == wanted[i].clearance);
    releases += wanted[i].clearance ? 1 : 0;
  }
  CHECK(releases > 0);
  CHECK(releases < wanted.size());
}

TEST_CASE("an age alone keeps no minor from a plan, the tag does", "[c]") {
  const rehab_text minor = given("under-18");
  auto intake = sized<rehab_intake>();
  intake.protocol = given("calf-strain");
  intake.severity = REHAB_MILD;
  intake.start = {2026, 12, 1};
  intake.age = {1, 12};
  const auto status = [&] {
    rehab_case* person = nullptr;
    REQUIRE(rehab_case_new(&intake, nullptr, &person, nullptr) == REHAB_OK);
    const CaseHandle owned(person);
    rehab_plan* plan = nullptr;
    const rehab_status answer = rehab_plan_make(builtin(), person, nullptr, &plan, nullptr);
    rehab_plan_free(plan);
    return answer;
  };
  CHECK(status() == REHAB_OK);
  intake.tags = {&minor, 1};
  CHECK(status() == REHAB_REFUSED);
}

TEST_CASE("equipment in C is that of C++", "[c]") {
  const std::vector<Equipment>& wanted = catalog()->equipment;
  REQUIRE(!wanted.empty());
  REQUIRE(rehab_catalog_equipment_count(builtin()) == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto c = asked<rehab_equipment>([&](auto* out) { return rehab_catalog_equipment(builtin(), i, out); });
    CHECK(view(c.id) == wanted[i].id);
    CHECK(view(c.title) == wanted[i].title);
  }
}

TEST_CASE("a source in C is that of C++, found by its id, with all its authors", "[c]") {
  std::size_t undated = 0, second_hand = 0;
  for (const Source& wanted : catalog()->sources) {
    INFO(wanted.id);
    const auto c = asked<rehab_source>([&](auto* out) { return rehab_catalog_source(builtin(), given(wanted.id), out); });
    CHECK(view(c.id) == wanted.id);
    CHECK(view(c.title) == wanted.title);
    CHECK(c.year.stated == (wanted.year ? 1 : 0));
    CHECK(c.year.value == wanted.year.value_or(0));
    CHECK(view(c.journal) == wanted.journal);
    CHECK(view(c.doi) == wanted.doi);
    CHECK(view(c.pmid) == wanted.pmid);
    CHECK(c.seen == (wanted.seen == Source::Seen::primary ? REHAB_PRIMARY : REHAB_SECONDARY));
    REQUIRE(c.author_count == wanted.authors.size());
    for (std::size_t i = 0; i < wanted.authors.size(); ++i) {
      rehab_text author{};
      REQUIRE(rehab_catalog_source_author(builtin(), given(wanted.id), i, &author) == REHAB_OK);
      CHECK(view(author) == wanted.authors[i]);
    }
    undated += wanted.year ? 0 : 1;
    second_hand += c.seen == REHAB_SECONDARY ? 1 : 0;
  }
  CHECK(undated > 0);
  CHECK(second_hand > 0);
}

TEST_CASE("a source that the catalog does not have, or an author beyond the last, is out of range", "[c]") {
  auto source = sized<rehab_source>();
  rehab_text author{};
  CHECK(rehab_catalog_source(builtin(), given("nobody-1900"), &source) == REHAB_OUT_OF_RANGE);
  CHECK(rehab_catalog_source(builtin(), given(""), &source) == REHAB_OUT_OF_RANGE);
  CHECK(rehab_catalog_source_author(builtin(), given("nobody-1900"), 0, &author) == REHAB_OUT_OF_RANGE);
}

TEST_CASE("a language that there is not is a mistake of who asks, a protocol one of who wrote it", "[c]") {
  const rehab_text nothing = given("nothing");
  auto options = sized<rehab_catalog_options>();
  rehab_catalog* none = nullptr;
  options.language = given("xx");
  CHECK(rehab_catalog_builtin(&options, &none, nullptr) == REHAB_BAD_CASE);
  options.beside_builtin = 1;
  CHECK(rehab_catalog_read(nullptr, 0, &options, &none, nullptr) == REHAB_BAD_CASE);
  options = sized<rehab_catalog_options>();
  options.protocols = {&nothing, 1};
  CHECK(rehab_catalog_builtin(&options, &none, nullptr) == REHAB_BAD_PROTOCOL);
  CHECK(none == nullptr);
}
