// The words for what protocols state beside doses: sources, tempo, loads.
#include <array>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "text/append.hpp"

namespace rehab::wording {
namespace {

// How a load of this protocol rises.
struct Rise {
  const Catalog& catalog;
  const Protocol& protocol;
  const Load& load;
  Severity severity;
  const Words words = words_of(catalog);
};

void append_steps(std::string& out, const Rise& rise) {
  const Load& load = rise.load;
  const bool kg = load.step_kg.has_value(), freely = load.step_when.empty();
  const Phrase step = freely ? (kg ? Phrase("load-in-steps-kg") : Phrase("load-in-steps-percent"))
                             : (kg ? Phrase("load-add-kg") : Phrase("load-add-percent"));
  Clauses clauses(out, rise.words.glue("list"));
  rise.words.append(clauses.next(), step, {{"number", kg ? *load.step_kg : *load.step_percent}});
  if (load.step_days) rise.words.append(clauses.next(), "load-step-days", {{"n", *load.step_days}});
  if (freely) return;
  const auto when = [&](std::string& to) { append_conditions(to, rise.catalog, rise.protocol, load.step_when, rise.severity); };
  rise.words.append(clauses.next(), "load-step-when", {{"when", when}});
}

bool has_start(const Load& load) { return load.start_kg || load.start_percent || load.step_kg || load.step_percent; }

void append_start(std::string& out, const Rise& rise) {
  const Load& load = rise.load;
  Clauses clauses(out, rise.words.glue("list"));
  if (load.start_kg) rise.words.append(clauses.next(), "load-from-kg", {{"number", *load.start_kg}});
  if (load.start_percent) rise.words.append(clauses.next(), "load-from-percent", {{"number", *load.start_percent}});
  if (load.step_kg || load.step_percent) append_steps(clauses.next(), rise);
}

void append_named_load(std::string& out, const Rise& rise) {
  const Load& load = rise.load;
  const auto how = [&](std::string& to) {
    Clauses clauses(to, rise.words.glue("list-parts"));
    if (has_start(load)) append_start(clauses.next(), rise);
    if (load.max_kg) rise.words.append(clauses.next(), "load-most-kg", {{"number", *load.max_kg}});
    if (load.max_percent) rise.words.append(clauses.next(), "load-most-percent", {{"number", *load.max_percent}});
  };
  const std::size_t before = out.size();
  rise.words.append_inside(out, load.title);
  if (has_start(load) || load.max_kg || load.max_percent) rise.words.wrap(out, before, "load-how", "load", {{"how", how}});
}

}  // namespace

void append_range(std::string& out, const Words& words, const Range& range) {
  if (!range.min) {
    words.append(out, "range-open", {{"most", range.max}});
  } else if (*range.min != range.max) {
    words.append(out, "range", {{"least", *range.min}, {"most", range.max}});
  } else {
    text::append_number(out, static_cast<std::int64_t>(range.max));
  }
}

void append_source(std::string& out, const Source& source) {
  if (!source.authors.empty()) {
    out += source.authors.front();
  } else {
    out += !source.title.empty() ? source.title : !source.journal.empty() ? source.journal : source.id;
  }
  if (!source.year) return;
  out += ' ';
  text::append_number(out, static_cast<std::int64_t>(*source.year));
}

std::string_view doubt_of(const Words& words, Confidence confidence) {
  constexpr std::array<Phrase, 3> doubts{"second-hand", "not-confirmed", "assumed"};  // by Confidence, from `secondary` on
  if (confidence == Confidence::primary) return {};
  return words[doubts[static_cast<std::size_t>(confidence) - 1]];
}

bool append_tempo(std::string& out, const Words& words, const Tempo& tempo) {
  Clauses clauses(out, words.glue("list"));
  const auto append_part = [&](Phrase part, const std::optional<int>& seconds) {
    if (seconds) words.append(clauses.next(), part, {{"seconds", *seconds}});
  };
  append_part("tempo-lift", tempo.lift);
  append_part("tempo-hold", tempo.hold);
  append_part("tempo-lower", tempo.lower);
  append_part("tempo-pass", tempo.pass);
  return clauses.any();
}

void append_load(std::string& out, const Catalog& catalog, const Protocol& protocol, LoadName load, Severity severity) {
  switch (load.kind) {
    case LoadName::Kind::bodyweight:
      out += words_of(catalog)["body-weight"];
      return;
    case LoadName::Kind::repetition_maximum:
      out += words_of(catalog)["repetition-maximum"];
      return;
    case LoadName::Kind::named:
      append_named_load(out, {catalog, protocol, protocol.loads[load.load], severity});
      return;
  }
}

}  // namespace rehab::wording
