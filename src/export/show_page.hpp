// The sections of a protocol for eyes, in the order in which they are printed.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/canvas.hpp"
#include "export/clauses.hpp"
#include "export/names.hpp"
#include "export/words_of.hpp"
#include "rehab/catalog.hpp"

namespace rehab {

struct ShowPage {
  const Catalog& catalog;
  const Protocol& protocol;
  std::vector<Severity> shown;  // by rising severity; never empty
  Canvas& canvas;

  Words words() const { return words_of(catalog); }
  std::optional<Severity> only() const { return shown.size() == 1 ? std::optional(shown.front()) : std::nullopt; }
};

// Columns of a fact's label, with the space after it.
std::size_t show_label(const Words& words);

void show_facts(const ShowPage& page);
void show_pain_rule(const ShowPage& page);
void show_phases(const ShowPage& page);
// The numbers by age and sex that criteria refer to.
void show_norms(const ShowPage& page);
// Every dose of a phase's workout, each with its source.
void show_doses(const ShowPage& page, const Phase& phase, const Workout& workout);
// Loads, ladders, substitutes, and what is assumed.
void show_means(const ShowPage& page);
void show_red_flags(const ShowPage& page);
void show_texts(const ShowPage& page);
void show_questions(const ShowPage& page);
void show_sources(const ShowPage& page);

// A label and what it says; nothing where that is empty.
inline void show_fact(const ShowPage& page, Phrase label, std::string_view text, std::size_t indent = 0) {
  if (!text.empty()) page.canvas.fact(page.words()[label], text, show_label(page.words()), indent);
}

// A limit with the numbers of each severity and their origin.
void show_limit(const ShowPage& page, const Limit& limit, const Phase* phase, std::size_t indent);

// "Alfredson 1998; second-hand: sets, repetitions; assumed: rest": where the numbers of a table come from.
std::string origins_of(const Catalog& catalog, const Provenance& provenance);

// What `say` says for each severity: once if it is the same for all, else "mild: …; moderate, severe: …"; "" if it says nothing.
template <class F>
std::string by_severity(const ShowPage& page, const F& say) {
  const Words words = page.words();
  struct Group {
    std::string names, words;
  };
  std::vector<Group> groups;
  for (const Severity s : page.shown) {
    std::string said = say(s);
    const auto same = std::find_if(groups.begin(), groups.end(), [&said](const Group& g) { return g.words == said; });
    if (same != groups.end()) {
      (same->names += words.glue("list")) += name(words, s);
    } else {
      groups.push_back({std::string(name(words, s)), std::move(said)});
    }
  }
  if (groups.size() == 1) return groups.front().words;
  std::string out;
  wording::Clauses clauses(out, words.glue("list-parts"));
  for (const Group& group : groups)
    if (!group.words.empty()) words.append(clauses.next(), "labelled", {{"label", group.names}, {"text", group.words}});
  return out;
}

// "15 in week 1, 12 in weeks 2–3, 10 from week 4"
std::string amount_words(const Words& words, const Amount& amount, Severity severity);

}  // namespace rehab
