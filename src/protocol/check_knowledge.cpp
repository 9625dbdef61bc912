#include <algorithm>
#include <array>
#include <map>

#include "protocol/check.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

bool is_calf(Exercise::Muscle muscle) { return muscle == Exercise::Muscle::gastrocnemius || muscle == Exercise::Muscle::soleus; }

bool is_strength(const Exercise& e) { return e.kind == Exercise::Kind::strength || e.kind == Exercise::Kind::isometric; }

void check_exercise(const Exercise& e, const Node& node, Report& report) {
  const bool calf_work =
      (e.kind == Exercise::Kind::strength || e.kind == Exercise::Kind::stretch) && !e.muscles.empty() && is_calf(e.muscles.front());
  if (calf_work && (!e.knee || !e.range))
    report.error(node, "exercise", "a strength exercise or stretch of the calf says `knee` and `range`", "add what is missing");
  if (e.kind == Exercise::Kind::adjunct && e.evidence.empty())
    report.error(node, "exercise", "an adjunct says what trials found", "add `evidence`");
  if (e.range == Exercise::Reach::floor && is_strength(e) && std::max(e.start_deg.ankle, e.end_deg.ankle) > 0) {
    report.error(node, "exercise", "range is floor, but the picture bends the ankle past square",
                 "mend `range` or the ankle's degrees");
  }
  if (e.kind != Exercise::Kind::adjunct && e.kind != Exercise::Kind::isometric && e.start_deg == e.end_deg) {
    report.error_at(node, "end_deg", "exercise", "start and end posture are the same", "draw the end of the movement");
  }
}

void check_red_flag(const RedFlag& flag, const Node& node, Report& report) {
  if (flag.except.empty()) return;
  if (!flag.conditions.empty())
    report.error_at(node, "except", "red-flag", "`except` beside `conditions`", "keep the one that says it in fewer words");
  if (flag.provenance.note.empty())
    report.error_at(node, "except", "red-flag", "`except` without a `note` that says why the question cannot be asked there",
                    "add `note`");
}

bool is_paper(Source::Kind kind) { return kind <= Source::Kind::method; }

// What appears in journals, and so has all that finds it there.
bool is_published(Source::Kind kind) { return kind <= Source::Kind::guideline; }

void check_source(const Source& source, const Node& node, Report& report) {
  if (source.authors.empty() && source.title.empty())
    report.error(node, "source", "has neither `authors` nor `title`", "add one of them");
  if (is_paper(source.kind) && !source.year)
    report.error(node, "source", joined({"a ", name(source.kind), " has no `year`"}), "add `year`");
  if (!is_published(source.kind) || !source.note.empty()) return;
  std::string missing;
  const auto want = [&](std::string_view keys, bool there) {
    if (!there) (missing += missing.empty() ? "" : ", ") += keys;
  };
  want("`authors`", !source.authors.empty());
  want("`journal`", !source.journal.empty());
  want("`doi` or `pmid`", !source.doi.empty() || !source.pmid.empty());
  if (!missing.empty())
    report.error(node, "source", joined({"a ", name(source.kind), " without ", missing, ", and no `note` says why"}),
                 "add what the text shows; of what was not seen say so in `note`");
}

// What names a text for good: two sources that share it are one text under two names.
using Names = std::map<std::string_view, std::string_view>;  // to the source's id

void check_name(std::string_view key, std::string_view value, std::string_view id, const Node& node, Names& seen, Report& report) {
  if (value.empty()) return;
  const auto [first, fresh] = seen.try_emplace(value, id);
  if (!fresh)
    report.error_at(node, key, "source", joined({"this ", key, " stands in ", quote(first->second), " too"}),
                    "keep one of the two");
}

// Words of what nobody may train without a clinician.
constexpr std::string_view grave_words[]{"rupture", "ruptures", "ruptured", "nerve",     "nerves",    "neural",
                                         "palsy",   "fracture", "sciatica", "paralysis", "neuropathy"};

std::string_view grave_word(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -,()/", at), name.size());
    std::string word(name.substr(at, end - at));
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = std::ranges::find(grave_words, word);
    if (found != std::end(grave_words)) return *found;
    at = end + 1;
  }
  return {};
}

void check_condition(const Condition& condition, const Node& node, Report& report) {
  if (condition.clearance) return;
  std::string_view word = grave_word(condition.id);
  if (word.empty()) word = grave_word(condition.title);
  for (const std::string& other : condition.also) word = word.empty() ? grave_word(other) : word;
  if (word.empty()) return;
  report.error_at(node, "clearance", "clearance",
                  joined({"`clearance` is not true, but the name says ", quote(word), ": that needs a clinician"}),
                  "write clearance = true");
}

}  // namespace

void check_knowledge(const CatalogData& catalog, const Node& root, const Shelves& shelves, Report& report) {
  if (const Node* exercises = root.find("exercise")) {
    for (const Member& member : exercises->members) {
      check_exercise(catalog.exercises[*shelves[Shelf::exercise].find(member.key)], member.value, report);
    }
  }
  if (const Node* flags = root.find("red_flag")) {
    for (const Member& member : flags->members) {
      check_red_flag(catalog.red_flags[*shelves[Shelf::red_flag].find(member.key)], member.value, report);
    }
  }
  if (const Node* sources = root.find("source")) {
    // With those of the files before.
    Names dois, pmids;
    const std::size_t before = catalog.sources.size() - sources->members.size();
    for (std::size_t i = 0; i < before; ++i) {
      dois.try_emplace(catalog.sources[i].doi, catalog.sources[i].id);
      pmids.try_emplace(catalog.sources[i].pmid, catalog.sources[i].id);
    }
    for (const Member& member : sources->members) {
      const Source& source = catalog.sources[*shelves[Shelf::source].find(member.key)];
      check_source(source, member.value, report);
      check_name("doi", source.doi, source.id, member.value, dois, report);
      check_name("pmid", source.pmid, source.id, member.value, pmids, report);
    }
  }
  if (const Node* conditions = root.find("condition")) {
    for (const Member& member : conditions->members) {
      check_condition(catalog.conditions[*shelves[Shelf::condition].find(member.key)], member.value, report);
    }
  }
}

void check_unused(const CatalogData& catalog, const Node& root, const Shelves& shelves, Report& report) {
  constexpr std::array kinds{Shelf::source,  Shelf::equipment, Shelf::tag,       Shelf::exercise,
                             Shelf::measure, Shelf::condition, Shelf::pain_rule, Shelf::level};
  for (const Shelf shelf : kinds) {
    const Node* entries = root.find(name(shelf));
    if (!entries) continue;
    for (const Member& member : entries->members) {
      const std::uint16_t index = *shelves[shelf].find(member.key);
      // A tag that asks for clearance acts by itself. Levels are one scale: who uses one of them keeps all.
      if (shelves[shelf].used(index) || (shelf == Shelf::tag && catalog.tags[index].clearance) ||
          (shelf == Shelf::level && shelves[shelf].any_used()))
        continue;
      report.error(member, "unused", joined({"[", name(shelf), ".", member.key, "] is used nowhere"}), "remove it, or use it");
    }
  }
}

}  // namespace rehab::protocol
