#include "questions.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

constexpr std::string_view bold = "\033[1m", red = "\033[1;31m", plain = "\033[0m";

constexpr std::array<std::string_view, rehab::urgency_names.size()> how_fast{
    "This is an emergency.", "This must be looked at today.", "This is urgent.", "This should be looked at soon."};

std::string paragraph(std::string_view text, std::size_t column = 0) {
  std::string out(column, ' ');
  append_wrapped(out, text, column, talk_width);
  return out;
}

std::string painted(std::string_view text, std::string_view ink, bool color) {
  return color ? joined({ink, text, plain}) : std::string(text);
}

// The answer, asked for until it is one; none: the input ended.
std::optional<bool> ask_yes_or_no() {
  for (;;) {
    tell("   yes or no? ");
    const std::optional<std::string> line = read_line();
    if (!line) return {};
    const std::string word = lower_case(trimmed(*line));
    if (word == "yes" || word == "y") return true;
    if (word == "no" || word == "n") return false;
    tell("   Please type yes or no. If you are not sure, type yes.\n");
  }
}

// "3 of 12", the title if there is one, and the question.
std::optional<bool> ask_one(std::size_t index, std::size_t many, std::string_view title, std::string_view question, bool color) {
  const std::string head = joined({std::to_string(index + 1), " of ", std::to_string(many), title.empty() ? "" : ": ", title});
  tell(joined({"\n", painted(head, bold, color), "\n", paragraph(question, 3)}));
  return ask_yes_or_no();
}

template <class Criteria>
bool any_norm(const rehab::Catalog& catalog, const Criteria& criteria) {
  return std::any_of(criteria.begin(), criteria.end(),
                     [&](const rehab::Criterion& c) { return c.norm_percent && c.measure && !catalog[c.measure].norm.empty(); });
}

bool any_norm_of_limits(const rehab::Catalog& catalog, const std::vector<rehab::Limit>& limits) {
  return std::any_of(limits.begin(), limits.end(),
                     [&](const rehab::Limit& limit) { return any_norm(catalog, std::array{limit.criterion}); });
}

// Asks until `take` takes the answer, or there is none. False: the input ended.
template <class Take>
bool ask_if_you_like(std::string_view question, std::string_view again, Take take) {
  for (;;) {
    tell(question);
    const std::optional<std::string> line = read_line();
    if (!line) return false;
    const std::string word = lower_case(trimmed(*line));
    if (word.empty() || take(word)) return true;
    tell(again);
  }
}

}  // namespace

std::string stop_sign(std::string_view head, std::string_view text, bool color) {
  return joined({painted(joined({"Stop. ", head}), red, color), "\n", text.empty() ? "" : paragraph(text)});
}

std::string what_to_do(const rehab::RedFlag& flag, bool color) {
  return stop_sign(how_fast[static_cast<std::size_t>(flag.urgency)], flag.act, color);
}

std::vector<const rehab::RedFlag*> screening_of(const rehab::Catalog& catalog, const rehab::Protocol& protocol) {
  std::vector<const rehab::RedFlag*> flags;
  for (const rehab::RedFlag& flag : catalog->red_flags)
    if (flag.moment == rehab::RedFlag::Moment::screening && flag.concerns(protocol.condition)) flags.push_back(&flag);
  return flags;
}

std::vector<const rehab::Tag*> tags_to_ask(const rehab::Catalog& catalog, const rehab::Protocol& protocol,
                                           const rehab::Case& intake) {
  const auto is_said = [&](const rehab::Tag& tag) {
    return std::find(intake.tags.begin(), intake.tags.end(), tag.id) != intake.tags.end();
  };
  const auto is_named = [&](const rehab::Tag& tag) {
    const auto is_it = [&](rehab::Index<rehab::Tag> index) { return &catalog[index] == &tag; };
    return std::any_of(protocol.not_for.begin(), protocol.not_for.end(), is_it) ||
           std::any_of(protocol.clearance_for.begin(), protocol.clearance_for.end(), is_it);
  };
  std::vector<const rehab::Tag*> tags;
  for (const rehab::Tag& tag : catalog->tags)
    if ((tag.clearance || is_named(tag)) && !is_said(tag)) tags.push_back(&tag);
  return tags;
}

bool has_norms(const rehab::Catalog& catalog, const rehab::Protocol& protocol) {
  const auto of_phase = [&](const rehab::Phase& phase) {
    return any_norm(catalog, phase.enter) || any_norm(catalog, phase.move_on) || any_norm_of_limits(catalog, phase.limits);
  };
  const auto of_ladder = [&](const rehab::Ladder& ladder) {
    return any_norm(catalog, ladder.up_when) || any_norm_of_limits(catalog, ladder.limits);
  };
  const auto of_load = [&](const rehab::Load& load) { return any_norm(catalog, load.step_when); };
  return any_norm_of_limits(catalog, protocol.limits) || std::any_of(protocol.phases.begin(), protocol.phases.end(), of_phase) ||
         std::any_of(protocol.ladders.begin(), protocol.ladders.end(), of_ladder) ||
         std::any_of(protocol.loads.begin(), protocol.loads.end(), of_load);
}

Answers ask_red_flags(const std::vector<const rehab::RedFlag*>& flags, bool color) {
  const std::string many = std::to_string(flags.size());
  tell(paragraph(
      joined({"Before you begin: ", many,
              " safety questions. If you are not sure, say yes: then someone should look first, and nothing is written."})));
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const std::optional<bool> yes = ask_one(i, flags.size(), flags[i]->title, flags[i]->ask, color);
    if (!yes) return Answers::gone;
    if (!*yes) continue;
    tell(joined({"\n", what_to_do(*flags[i], color), "\n",
                 paragraph("Nothing was written. Do not train. Begin again once a clinician has ruled this out.")}));
    return Answers::yes;
  }
  return Answers::none;
}

bool ask_tags(const std::vector<const rehab::Tag*>& tags, bool color, rehab::Case& intake) {
  if (tags.empty()) return true;
  tell(joined({"\n", paragraph(joined({"Now what may be true of you: ", std::to_string(tags.size()),
                                       tags.size() == 1 ? " question" : " questions",
                                       ". If you are not sure, say yes: then a clinician should look first."}))}));
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::optional<bool> yes = ask_one(i, tags.size(), "", tags[i]->ask, color);
    if (!yes) return false;
    if (*yes) intake.tags.push_back(tags[i]->id);
  }
  return true;
}

bool ask_age_and_sex(rehab::Case& intake) {
  constexpr int oldest = 120;
  if (intake.age && intake.sex) return true;
  tell(joined(
      {"\n", paragraph("A test of this protocol is judged by age and sex. Press Enter to keep either to yourself: then one number "
                       "holds for all.")}));
  const auto take_age = [&](const std::string& word) {
    const std::optional<int> age = whole_number(word);
    if (!age || *age > oldest) return false;
    intake.age = age;
    return true;
  };
  const auto take_sex = [&](const std::string& word) {
    for (std::size_t i = 0; i < rehab::sex_names.size(); ++i)
      if (rehab::sex_names[i].starts_with(word)) intake.sex = static_cast<rehab::Sex>(i);
    return intake.sex.has_value();
  };
  return (intake.age || ask_if_you_like("   age in years? ", "   Please type a number, or only Enter.\n", take_age)) &&
         (intake.sex || ask_if_you_like("   female or male? ", "   Please type female or male, or only Enter.\n", take_sex));
}

}  // namespace app
