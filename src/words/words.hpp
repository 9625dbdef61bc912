// The fixed texts of exports in one language: phrases, filled and appended.
//
//   const Words words(catalog->phrases);                             // none: English
//   words.append(out, "weeks", {{"n", 8}});                          // "8 weeks"
//   words.append(out, "rest", {{"s", [&](std::string& to) { append_range(to, words, rest); }}});
//   words["left-leg"]                                                // "left leg"
//
// Whatever is appended costs no allocation but for the growth of `out`. A phrase is a whole clause or sentence, so that a language
// may order its words as it likes; numbers, names and clauses come in by placeholders.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "words/phrases.hpp"

namespace rehab {

// What stands in place of `{name}`: a text, a number, or what a function appends.
class Filling {
 public:
  Filling(std::string_view name, std::string_view text) : name_(name), kind_(Kind::text), text_(text) {}
  template <std::integral Number>
  Filling(std::string_view name, Number number) : name_(name), kind_(Kind::whole), whole_(static_cast<std::int64_t>(number)) {}
  Filling(std::string_view name, double number) : name_(name), kind_(Kind::real), real_(number) {}
  // `append` must live until the phrase is appended; a lambda written in the call does.
  template <std::invocable<std::string&> Append>
  Filling(std::string_view name, const Append& append) : name_(name), kind_(Kind::call), object_(&append) {
    call_ = [](const void* object, std::string& out) { (*static_cast<const Append*>(object))(out); };
  }

  std::string_view name() const { return name_; }
  std::int64_t count() const { return whole_; }

 private:
  friend class Words;
  enum class Kind : std::uint8_t { text, whole, real, call };

  std::string_view name_;
  Kind kind_;
  std::string_view text_;
  std::int64_t whole_ = 0;
  double real_ = 0;
  const void* object_ = nullptr;
  void (*call_)(const void*, std::string&) = nullptr;
};

using Fillings = std::initializer_list<Filling>;

class Words {
 public:
  Words() = default;  // English
  // In the order of `words::rows`; an empty one is English. Must outlive this.
  explicit Words(std::span<const std::string> translated) : translated_(translated) {}

  // One without placeholders, as it stands; or the choice of a setting.
  std::string_view operator[](Phrase phrase) const;
  // What stands between the two placeholders of a list, "{a} and {b}": " and ".
  std::string_view glue(Phrase list) const;

  void append(std::string& out, Phrase phrase, Fillings fillings = {}) const;
  std::string say(Phrase phrase, Fillings fillings = {}) const;
  // Puts the phrase around what `out` holds from `begin` on, which takes the place of `{name}`.
  void wrap(std::string& out, std::size_t begin, Phrase phrase, std::string_view name, Fillings fillings = {}) const;

  // With the language's decimal mark: "2.5", "2,5".
  void append_number(std::string& out, double number) const;
  // A title within a sentence, with a small first letter where the language wants one: "Backpack" → "backpack", "BOSU" stays.
  void append_inside(std::string& out, std::string_view title) const;

 private:
  bool has(Phrase phrase) const { return phrase.index() < translated_.size() && !translated_[phrase.index()].empty(); }
  std::string_view text_of(Phrase phrase) const { return has(phrase) ? translated_[phrase.index()] : phrase.row().english; }
  std::string_view form_for(Phrase phrase, Fillings fillings) const;
  void append_filling(std::string& out, const Filling& filling) const;

  std::span<const std::string> translated_;
};

}  // namespace rehab
