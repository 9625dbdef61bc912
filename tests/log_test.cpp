#include "rehab/log.hpp"

#include <map>
#include <string>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"

using Told = std::map<std::string, std::size_t, std::less<>>;

TEST_CASE("a host is told what was done and how much of it, by the call that did it") {
  Told told;
  const rehab::Log log{[](void* host, const rehab::LogEvent& event) { static_cast<Told*>(host)->emplace(event.what, event.count); },
                       &told};

  const auto catalog = rehab::read_catalog(rehab::builtin_files(), "de", log);
  REQUIRE(catalog);
  const auto file = rehab::read_case({"case.toml",
                                      "schema = 1\nid = \"7c9e6679-7425-40de-944b-e07fc1f90ae7\"\nprotocol = \"calf-strain\"\n"
                                      "version = \"1.0.0\"\nseverity = \"mild\"\nstart = 2026-12-01\n"
                                      "[[diary]]\ndate = 2026-12-02\npain = 1\n"},
                                     log);
  REQUIRE(file);
  const auto plan = rehab::make_plan(*catalog, file->intake, {}, log);
  REQUIRE(plan);
  const auto calendar = rehab::export_plan(*plan, "ics", {}, log);
  REQUIRE(calendar);

  CHECK(told == Told{{"files read", rehab::builtin_files().size()},
                     {"protocols read", (*catalog)->protocols.size()},
                     {"entries read", 1},
                     {"sessions planned", plan->sessions.size()},
                     {"changes", plan->changes.size()},
                     {"octets written", calendar->size()}});
}

TEST_CASE("built-in protocols tell how many they are, a call that fails tells nothing of what it did not do") {
  Told told;
  const rehab::Log log{[](void* host, const rehab::LogEvent& event) { static_cast<Told*>(host)->emplace(event.what, event.count); },
                       &told};
  constexpr std::string_view one[]{"calf-strain"};
  CHECK(rehab::builtin_catalog("en", one, log));
  CHECK(told == Told{{"protocols read", 1}});
  told.clear();
  CHECK_FALSE(rehab::make_plan(rehab::builtin_catalog(), {.protocol = "no-such"}, {}, log));
  CHECK_FALSE(rehab::builtin_catalog("xx", log));
  CHECK(told.empty());
}
