// The sections of a protocol for eyes, in the order in which they are printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/canvas.hpp"
#include "rehab/catalog.hpp"

namespace rehab {

struct ShowPage {
  const Catalog& catalog;
  const Protocol& protocol;
  std::vector<Severity> shown;  // by rising severity; never empty
  Canvas& canvas;

  std::optional<Severity> only() const { return shown.size() == 1 ? std::optional(shown.front()) : std::nullopt; }
};

inline constexpr std::size_t show_label = 14;  // columns of a fact's label, with the space after it

void show_facts(const ShowPage& page);
void show_pain_rule(const ShowPage& page);
void show_phases(const ShowPage& page);
// Every dose of a phase's workout, each with its source.
void show_doses(const ShowPage& page, const Phase& phase, const Workout& workout);
// Loads, ladders, substitutes, and what is assumed.
void show_means(const ShowPage& page);
void show_red_flags(const ShowPage& page);
void show_texts(const ShowPage& page);
void show_questions(const ShowPage& page);
void show_sources(const ShowPage& page);

// "Alfredson 1998; second-hand: sets, repetitions; assumed: rest": where the numbers of a table come from.
std::string origins_of(const Catalog& catalog, const Provenance& provenance);

// What `words` says for each severity: once if it is the same for all, else "mild: …; severe: …"; "" if it says nothing.
template <class F>
std::string by_severity(const ShowPage& page, const F& words) {
  std::vector<std::string> each;
  bool same = true;
  for (const Severity s : page.shown) {
    each.push_back(words(s));
    same = same && each.back() == each.front();
  }
  if (same) return each.front();
  std::string out;
  for (std::size_t i = 0; i < each.size(); ++i) {
    if (each[i].empty()) continue;
    if (!out.empty()) out += "; ";
    ((out += name(page.shown[i])) += ": ") += each[i];
  }
  return out;
}

// "15 in week 1, 12 in weeks 2–3, 10 from week 4"
std::string amount_words(const Amount& amount, Severity severity);

}  // namespace rehab
