#include "words/words.hpp"

#include <algorithm>
#include <cassert>

#include "text/append.hpp"
#include "text/capital.hpp"
#include "words/pattern.hpp"
#include "words/plural.hpp"

namespace rehab {
namespace {

using words::PatternReader;

const Filling* find(Fillings fillings, std::string_view name) {
  const auto* found = std::find_if(fillings.begin(), fillings.end(), [name](const Filling& f) { return f.name() == name; });
  return found == fillings.end() ? nullptr : found;
}

// A sentence ends with one full stop, also after a date of "25. Jan."
void append_after(std::string& out, std::string_view text, bool after_filling) {
  if (after_filling && text.starts_with('.') && out.ends_with('.')) text.remove_prefix(1);
  out += text;
}

}  // namespace

std::string_view Words::operator[](Phrase phrase) const {
  const std::string_view text = text_of(phrase);
  assert(text.find('{') == std::string_view::npos && "fill the phrase with `append`");
  return text;
}

std::string_view Words::glue(Phrase list) const {
  PatternReader in(text_of(list));
  while (in.next())
    if (!in.text.empty()) return in.text;
  return {};
}

// A phrase that is not translated keeps the forms of English.
std::string_view Words::form_for(Phrase phrase, Fillings fillings) const {
  const std::string_view text = text_of(phrase);
  if (text.find('|') == std::string_view::npos) return text;
  const Filling* count = find(fillings, words::count_name);
  assert(count && "a phrase with forms wants a number `n`");
  const words::PluralRule& rule = has(phrase) ? words::plural_rule(text_of("plural")) : words::plural_rules.front();
  return words::form_of(text, rule.form(count ? count->count() : 0));
}

void Words::append(std::string& out, Phrase phrase, Fillings fillings) const {
  bool filled = false;
  for (PatternReader in(form_for(phrase, fillings)); in.next();) {
    append_after(out, in.text, filled);
    filled = !in.name.empty();
    if (in.name.empty()) continue;
    const Filling* filling = find(fillings, in.name);
    assert(filling && "a placeholder of the phrase is not filled");
    if (filling) append_filling(out, *filling);
  }
}

std::string Words::say(Phrase phrase, Fillings fillings) const {
  std::string out;
  append(out, phrase, fillings);
  return out;
}

void Words::wrap(std::string& out, std::size_t begin, Phrase phrase, std::string_view name, Fillings fillings) const {
  const std::size_t end = out.size();
  bool filled = false;
  for (PatternReader in(form_for(phrase, fillings)); in.next();) {
    append_after(out, in.text, filled);
    filled = !in.name.empty();
    if (in.name.empty()) continue;
    const Filling* filling = find(fillings, in.name);
    assert((filling || in.name == name) && "a placeholder of the phrase is not filled");
    if (in.name == name) {
      out.append(out, begin, end - begin);
    } else if (filling) {
      append_filling(out, *filling);
    }
  }
  out.erase(begin, end - begin);
}

void Words::append_filling(std::string& out, const Filling& filling) const {
  switch (filling.kind_) {
    case Filling::Kind::text:
      out += filling.text_;
      break;
    case Filling::Kind::whole:
      text::append_number(out, filling.whole_);
      break;
    case Filling::Kind::real:
      append_number(out, filling.real_);
      break;
    case Filling::Kind::call:
      filling.call_(filling.object_, out);
      break;
  }
}

void Words::append_number(std::string& out, double number) const {
  const std::size_t begin = out.size();
  text::append_number(out, number);
  if (const std::size_t mark = out.find('.', begin); mark != std::string::npos) out.replace(mark, 1, text_of("decimal-mark"));
}

void Words::append_inside(std::string& out, std::string_view title) const {
  const std::size_t begin = out.size();
  out += title;
  if (text_of("titles-in-sentences") == "small") text::uncapitalize(out, begin);
}

}  // namespace rehab
