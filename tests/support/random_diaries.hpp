// Random protocols with all that a diary can set going, and random diaries to follow them: small, sound, and as odd as the
// language allows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "support/random_cases.hpp"

namespace rehab_test {

// A protocol with criteria, limits, ladders and loads, a case, and a diary in any order of lines.
Situation random_lived();

// The same without a diary.
Situation random_ahead();

// A draw of one of these for a law: mostly of full size, and whole, for what breaks is made small by `smallest`.
rc::Gen<Situation> drawn(Situation (*draw)());

// The same catalog and case with another diary.
Situation with_diary(const Situation& situation, std::vector<rehab::Entry> diary);

// As little of the situation as still breaks a law: entries and rules are taken away, one after the other.
Situation smallest(Situation situation, const std::function<bool(const Situation&)>& breaks);

// The case and its protocol in a few lines, for those who look into a law that broke.
std::string told(const Situation& situation);

}  // namespace rehab_test
