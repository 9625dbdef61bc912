#include <algorithm>
#include <array>

#include "protocol/check.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// As a whole word, or several.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// --- Mistranslations ---------------------------------------------------------------------------------------

// Machine translations of the texts that protocols are made from turn muscles into stomachs and soles, leg arteries into the
// neck's, and pulling the foot up into stretching it. These words give them away.
constexpr std::string_view garbles[]{"gastrointestinal",
                                     "gastro-intestinal",
                                     "gi tract",
                                     "gi stretch",
                                     "gi mobility",
                                     "stomach cramp",
                                     "stomach cramps",
                                     "stomach strength",
                                     "stomach function",
                                     "stomach contracts",
                                     "abdominal",
                                     "carotid",
                                     "swimming bone",
                                     "footbed",
                                     "hocks",
                                     "notebook",
                                     "small mallet",
                                     "communal",
                                     "structural muscle",
                                     "permanent approach",
                                     "superior posterior compartment",
                                     "anteversion",
                                     "ankle extension",
                                     "extension of the ankle",
                                     "ankle flexion",
                                     "flexion of the ankle"};

void check_text(const Node& node, Report& report) {
  const std::string lower = lower_case(node.text);
  for (const std::string_view garble : garbles) {
    if (has_word(lower, garble))
      report.error(node, "garble", joined({quote(garble), " is a word of mistranslated texts"}),
                   "say what is meant: the calf, the soleus, the sole");
  }
}

// --- Instructions ------------------------------------------------------------------------------------------

// Words that speak of the reader, or of the writer, in place of to the reader. "I" alone is written large.
constexpr std::string_view third_persons[]{
    "the patient", "patients", "the client", "the person", "the athlete", "the subject", "he", "she", "his", "her",
    "him",         "one's",    "one should", "one must",   "one can",     "we",          "us", "our", "me",  "my"};

void check_person(const Node& node, Report& report) {
  const std::string lower = lower_case(node.text);
  const auto said = std::ranges::find_if(third_persons, [&](std::string_view words) { return has_word(lower, words); });
  const bool writer = said == std::end(third_persons) && has_word(node.text, "I");
  if (said == std::end(third_persons) && !writer) return;
  report.error(node, "instruction",
               joined({quote(writer ? "I" : *said), " does not speak to the person who trains; wanted an instruction"}),
               "write it to the reader: `lift the heel`, `your knee`");
}

// Where a second sentence begins; npos: nowhere.
std::size_t second_sentence(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if ((text[i] == '.' || text[i] == '!' || text[i] == '?') && text[i + 1] == ' ') return i + 2;
  }
  return std::string_view::npos;
}

// Whether "then" leads on to another movement; "now and then" does not.
bool goes_on(std::string_view lower) {
  constexpr std::string_view at_times = "now and then";
  const std::size_t at = lower.find(at_times);
  if (at == std::string_view::npos) return has_word(lower, "then");
  return has_word(lower.substr(0, at), "then") || has_word(lower.substr(at + at_times.size()), "then");
}

// "Your knee stays straight" tells what is so, not what to do.
constexpr std::string_view no_verbs[]{"the", "a", "an", "your", "you", "it", "this", "that", "there", "he", "she", "they"};

std::string_view first_word(std::string_view text) { return text.substr(0, std::min(text.find_first_of(" ,"), text.size())); }

void check_step(const Node& node, Report& report) {
  const std::string lower = lower_case(node.text);
  if (second_sentence(node.text) != std::string_view::npos) {
    report.error(node, "instruction", "two sentences in one step; wanted one movement a line", "give each its own line");
  } else if (goes_on(lower)) {
    report.error(node, "instruction", "`then` joins two movements in one step; wanted one movement a line",
                 "give each its own line");
  }
  const auto start = std::ranges::find(no_verbs, first_word(lower));
  if (start != std::end(no_verbs)) {
    report.error(node, "instruction", joined({"the step begins with ", quote(*start), "; wanted what to do"}),
                 "begin with the verb: `keep the knee straight`");
  }
}

}  // namespace

void check_words(const Node& node, Report& report) {
  if (node.kind == Node::Kind::text) check_text(node, report);
  for (const Node& entry : node.items) check_words(entry, report);
  for (const Member& member : node.members) check_words(member.value, report);
}

void check_instructions(const Node& root, Report& report) {
  const Node* exercises = root.find("exercise");
  if (!exercises) return;
  for (const Member& exercise : exercises->members) {
    for (const std::string_view key : {"setup", "breath", "feel", "mistake"}) {
      if (const Node* text = exercise.value.find(key)) check_person(*text, report);
    }
    const Node* steps = exercise.value.find("steps");
    for (std::size_t i = 0; steps && i < steps->items.size(); ++i) {
      check_person(steps->items[i], report);
      check_step(steps->items[i], report);
    }
  }
}

}  // namespace rehab::protocol
