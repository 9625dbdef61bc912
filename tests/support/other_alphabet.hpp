// English in another alphabet: a language that is made by machine, to see what an export does not translate.
//
//   other("Heel drop, 3 s")      // "Хееl" … every letter a to z becomes one of Cyrillic, so that no ASCII letter is left
//   back(other(text)) == text
//
// Widths, capitals and the order of words stay, so that a page in this language is the English one, letter by letter.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"

namespace rehab::other_alphabet {

inline constexpr std::string_view language = "zz";

std::string other(std::string_view english);
std::string back(std::string_view text);

// Files with a translation of each and of all phrases beside them. Must not be copied: names and texts are pointed at.
struct Files {
  std::vector<SourceFile> files;
  std::deque<std::string> texts;
};
void translate(std::span<const SourceFile> originals, Files& out);

// The built-in files in this language. What translations leave alone, sources and notes, is changed too: only fixed texts and ids
// can stay in English.
Catalog builtin();
// The same in English, for comparison.
Catalog builtin_english();

// Both, read once.
const Catalog& foreign();
const Catalog& english();

// Each as often as it stands there: a line of two columns may break elsewhere in another language.
std::multiset<std::string> words_in(const std::string& text);

// Words in ASCII letters, each with what stands around the first of it.
using Left = std::map<std::string, std::string>;

// Adds the words of `text` that are not in `allowed`.
void find_english(std::string_view text, const std::set<std::string>& allowed, Left& left);

// One word a line; "" if there is none.
std::string listed(const Left& left);

// What is no text: ids, versions, licences, doi, the languages and zones of these tests.
std::set<std::string> ids_of(const Catalog& catalog);

}  // namespace rehab::other_alphabet
