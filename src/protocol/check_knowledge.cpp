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

void check_source(const Source& source, const Node& node, Report& report) {
  if (source.authors.empty() && source.title.empty())
    report.error(node, "source", "has neither `authors` nor `title`", "add one of them");
  if (is_paper(source.kind) && !source.year)
    report.error(node, "source", joined({"a ", name(source.kind), " has no `year`"}), "add `year`");
}

// Two sources with one DOI are one text under two names.
void check_doi(const Source& source, const Node& node, std::map<std::string_view, std::string_view>& seen, Report& report) {
  if (source.doi.empty()) return;
  const auto [first, fresh] = seen.try_emplace(source.doi, source.id);
  if (!fresh)
    report.error_at(node, "doi", "source", joined({"this doi stands in ", quote(first->second), " too"}), "keep one of the two");
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
    std::map<std::string_view, std::string_view> dois;
    const std::size_t before = catalog.sources.size() - sources->members.size();
    for (std::size_t i = 0; i < before; ++i) dois.try_emplace(catalog.sources[i].doi, catalog.sources[i].id);
    for (const Member& member : sources->members) {
      const Source& source = catalog.sources[*shelves[Shelf::source].find(member.key)];
      check_source(source, member.value, report);
      check_doi(source, member.value, dois, report);
    }
  }
}

void check_unused(const CatalogData& catalog, const Node& root, const Shelves& shelves, Report& report) {
  constexpr std::array kinds{Shelf::source,  Shelf::equipment, Shelf::tag,      Shelf::exercise,
                             Shelf::measure, Shelf::condition, Shelf::pain_rule};
  for (const Shelf shelf : kinds) {
    const Node* entries = root.find(name(shelf));
    if (!entries) continue;
    for (const Member& member : entries->members) {
      const std::uint16_t index = *shelves[shelf].find(member.key);
      // A tag that asks for clearance acts by itself.
      if (shelves[shelf].used(index) || (shelf == Shelf::tag && catalog.tags[index].clearance)) continue;
      report.error(member, "unused", joined({"[", name(shelf), ".", member.key, "] is used nowhere"}), "remove it, or use it");
    }
  }
}

namespace {

// Machine translations of the texts that protocols are made from turn muscles into stomachs and soles. These words give them away.
constexpr std::string_view garbles[]{
    "gastrointestinal", "gi tract",  "carotid",       "swimming bone", "footbed",         "hocks",        "notebook",
    "small mallet",     "abdominal", "stomach cramp", "communal",      "ankle extension", "ankle flexion"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

void check_text(const Node& node, Report& report) {
  std::string lower(node.text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view garble : garbles) {
    if (has_word(lower, garble))
      report.error(node, "garble", joined({quote(garble), " is a word of mistranslated texts"}),
                   "say what is meant: the calf, the soleus, the sole");
  }
}

}  // namespace

void check_words(const Node& node, Report& report) {
  if (node.kind == Node::Kind::text) check_text(node, report);
  for (const Node& entry : node.items) check_words(entry, report);
  for (const Member& member : node.members) check_words(member.value, report);
}

}  // namespace rehab::protocol
