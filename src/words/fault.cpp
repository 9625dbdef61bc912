#include "words/fault.hpp"

#include <algorithm>

#include "text/append.hpp"
#include "words/pattern.hpp"
#include "words/plural.hpp"

namespace rehab::words {
namespace {

std::string counted_forms(std::size_t forms) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(forms));
  return out += forms == 1 ? " form" : " forms";
}

std::string braced(std::string_view name) { return std::string("{").append(name) += '}'; }

// "{n} {title}" of all that English has; "none".
std::string placeholders_of(const Row& row) {
  std::string out;
  for (PatternReader in(row.english); in.next();)
    if (!in.name.empty() && out.find(braced(in.name)) == std::string::npos) (out += out.empty() ? "" : ", ") += braced(in.name);
  return out.empty() ? "none" : out;
}

std::optional<Fault> fault_in_choice(const Row& row, std::string_view translation) {
  if (std::find(row.choices.begin(), row.choices.end(), translation) != row.choices.end()) return {};
  std::string known;
  for (const std::string_view choice : row.choices) (known += known.empty() ? "" : ", ") += choice;
  return Fault{"is a setting; wanted one of " + known, "write one of them"};
}

std::optional<Fault> fault_in_number_of_forms(const Row& row, std::string_view translation, std::string_view plural) {
  const bool varies = count_forms(row.english) > 1;
  const std::size_t wanted = varies ? plural_rule(plural).forms : 1, forms = count_forms(translation);
  if (forms == wanted) return {};
  Fault fault{"has " + counted_forms(forms) + "; wanted ", "remove every `|`"};
  text::append_number(fault.message, static_cast<std::int64_t>(wanted));
  if (varies) fault.message += std::string(", as plural = \"").append(plural) += "\" says";
  if (wanted > 1) fault.hint = "part the forms by `|`, as English does";
  return fault;
}

// The number that chooses the form may be left out of all forms but the last: "once a day|{n} times a day".
std::optional<Fault> fault_in_form(const Row& row, std::string_view form, bool last) {
  for (PatternReader in(form); in.next();) {
    const bool empty = in.text.empty() && in.name.empty();
    if (empty || in.text.find_first_of("{}") != std::string_view::npos)
      return Fault{"has a brace without its other half", "write {name}"};
    const bool counts = in.name == count_name && count_forms(row.english) > 1;
    if (!in.name.empty() && !counts && !has_placeholder(row.english, in.name))
      return Fault{"has " + braced(in.name) + ", which is not filled in here", "use " + placeholders_of(row)};
  }
  for (PatternReader in(form_of(row.english, count_forms(row.english))); in.next();) {
    if (in.name.empty() || has_placeholder(form, in.name) || (in.name == count_name && !last)) continue;
    return Fault{"lacks " + braced(in.name), "say where it stands"};
  }
  return {};
}

}  // namespace

bool is_list(const Row& row) { return row.english.starts_with("{a}") && row.english.ends_with("{b}"); }

std::optional<Fault> fault_in(const Row& row, std::string_view translation, std::string_view plural) {
  if (!row.choices.empty()) return fault_in_choice(row, translation);
  if (auto fault = fault_in_number_of_forms(row, translation, plural)) return fault;
  const std::size_t forms = count_forms(translation);
  for (std::size_t i = 0; i < forms; ++i)
    if (auto fault = fault_in_form(row, form_of(translation, i), i + 1 == forms)) return fault;
  if (is_list(row) && (!translation.starts_with("{a}") || !translation.ends_with("{b}") || translation.size() <= 6))
    return Fault{"is not {a}, then some text, then {b}", "write what stands between two clauses"};
  return {};
}

}  // namespace rehab::words
