// The words for what protocols state beside doses: sources, tempo, loads.
#include <array>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab::wording {
namespace {

using text::append_number;

void append_steps(std::string& out, const Catalog& catalog, const Protocol& protocol, const Load& load, Severity severity) {
  out += load.step_when.empty() ? "in steps of " : "add ";
  append_number(out, load.step_kg ? *load.step_kg : *load.step_percent);
  out += load.step_kg ? " kg" : " %";
  if (load.step_days && *load.step_days == 1) out += ", at most once a day";
  if (load.step_days && *load.step_days != 1) {
    append_number(out += ", at most once in ", static_cast<std::int64_t>(*load.step_days));
    out += " days";
  }
  if (load.step_when.empty()) return;
  append_conditions(out += ", only ", catalog, protocol, load.step_when, severity);
}

void append_named_load(std::string& out, const Catalog& catalog, const Protocol& protocol, const Load& load, Severity severity) {
  append_inside(out, load.title);
  const std::size_t title_end = out.size();
  const auto append_clause = [&out, title_end](std::string_view glue, std::string_view words, double number,
                                               std::string_view after) {
    out += out.size() == title_end ? ": " : glue;
    append_number(out += words, number);
    out += after;
  };
  constexpr std::string_view of_most = " % of the most you can lift once";
  if (load.start_kg) append_clause("", "from ", *load.start_kg, " kg");
  if (load.start_percent) append_clause(", ", "from ", *load.start_percent, of_most);
  if (load.step_kg || load.step_percent) {
    out += out.size() == title_end ? ": " : ", ";
    append_steps(out, catalog, protocol, load, severity);
  }
  if (load.max_kg) append_clause("; ", "never more than ", *load.max_kg, " kg");
  if (load.max_percent) append_clause("; ", "never more than ", *load.max_percent, of_most);
}

}  // namespace

void append_range(std::string& out, const Range& range) {
  if (!range.min) out += "up to ";
  if (range.min && *range.min != range.max) {
    append_number(out, static_cast<std::int64_t>(*range.min));
    out += "–";
  }
  append_number(out, static_cast<std::int64_t>(range.max));
}

void append_source(std::string& out, const Source& source) {
  if (!source.authors.empty()) {
    out += source.authors.front();
  } else {
    out += !source.title.empty() ? source.title : !source.journal.empty() ? source.journal : source.id;
  }
  if (!source.year) return;
  out += ' ';
  append_number(out, static_cast<std::int64_t>(*source.year));
}

std::string_view doubt_of(Confidence confidence) {
  constexpr std::array<std::string_view, 4> words{"", "second-hand", "not confirmed", "assumed"};
  return words[static_cast<std::size_t>(confidence)];
}

void append_inside(std::string& out, std::string_view title) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::size_t at = out.size();
  out += title;
  if (!title.empty() && is_capital(title[0]) && !(title.size() > 1 && is_capital(title[1])))
    out[at] = static_cast<char>(title[0] - 'A' + 'a');
}

bool append_tempo(std::string& out, const Tempo& tempo) {
  const std::size_t before = out.size();
  Clauses clauses(out, ", ");
  const auto append_part = [&clauses](std::string_view words, const std::optional<int>& seconds, std::string_view after) {
    if (!seconds) return;
    std::string& to = clauses.next();
    to += words;
    append_number(to, static_cast<std::int64_t>(*seconds));
    to += after;
  };
  append_part("lift in ", tempo.lift, " s");
  append_part("hold ", tempo.hold, " s");
  append_part("lower in ", tempo.lower, " s");
  append_part("", tempo.pass, " s a pass");
  return out.size() != before;
}

void append_load(std::string& out, const Catalog& catalog, const Protocol& protocol, LoadName load, Severity severity) {
  switch (load.kind) {
    case LoadName::Kind::bodyweight:
      out += "body weight";
      return;
    case LoadName::Kind::repetition_maximum:
      out += "the weight that allows just these repetitions";
      return;
    case LoadName::Kind::named:
      append_named_load(out, catalog, protocol, protocol.loads[load.load], severity);
      return;
  }
}

}  // namespace rehab::wording
