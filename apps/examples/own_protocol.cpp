// An own protocol and an own format: a protocol from memory, read beside the built-in files, and an exporter that the library does
// not have.
#include <iostream>
#include <string>
#include <vector>

#include "rehab/rehab.hpp"

namespace {

constexpr std::string_view house_stretching = R"(
schema      = 1
id          = "house-stretching"
version     = "0.1.0"
language    = "en"
licence     = "CC0-1.0"
title       = "Our house's calf stretching"
summary     = "Three evenings a week, knee straight."
population  = "An example for programmers; a house says here whom it treats."
condition   = "tight-calf"
supervision = "self"
setting     = ["home"]
pain_rule   = "low-pain"
end         = "review"
after       = "Look back with your therapist: is it worth going on?"

[severity]
mild     = { weeks = 2 }
moderate = { weeks = 2 }
severe   = { refer = "Strong tightness or pain needs a clinician's look first." }

[[phase]]
id      = "stretch"
title   = "Gentle stretching"
goals   = ["Bend the ankle a little further, without pain."]
weeks   = 2
cite    = "spink-2008"
assumed = ["weeks"]

  [[phase.workout]]
  id            = "stretch"
  title         = "Calf stretch"
  at            = ["evening"]
  times_per_day = 1
  days_per_week = 3
  cite          = "spink-2008"
  assumed       = ["times_per_day"]

    [[phase.workout.dose]]
    exercise = "calf-stretch-straight"
    sets     = 3
    hold_s   = 20
    side     = "each"
    cite     = "spink-2008"
)";

// An exporter appends the plan to `out`; on an error it appends nothing, says why and returns false. This one writes Markdown.
bool append_markdown(const rehab::Plan& plan, const rehab::ExportOptions&, std::string& out, std::vector<rehab::Diagnostic>&) {
  out.append("# ").append(plan.protocol().title).append("\n\n");
  for (const rehab::Session& session : plan.sessions) {
    const std::chrono::year_month_day date{session.date};
    out.append("- ").append(std::to_string(unsigned{date.month()})).append("/").append(std::to_string(unsigned{date.day()}));
    for (const rehab::PlannedDose& dose : plan.doses_of(session)) {
      out.append(" ").append(plan.catalog[dose.exercise].title);
      if (dose.sets.value && dose.hold_s.value)
        out.append(", ")
            .append(std::to_string(dose.sets.value->max))
            .append(" x ")
            .append(std::to_string(dose.hold_s.value->max))
            .append(" s");
    }
    out.append("\n");
  }
  return true;
}

constexpr rehab::Exporter markdown{"markdown", "text/markdown", "for notes", append_markdown};

}  // namespace

int main() {
  std::vector<rehab::SourceFile> files(rehab::builtin_files().begin(), rehab::builtin_files().end());
  files.push_back({"house-stretching.toml", house_stretching});
  const rehab::Result<rehab::Catalog> catalog = rehab::read_catalog(files);
  for (const rehab::Diagnostic& d : catalog.diagnostics) std::cerr << rehab::render(d, house_stretching);
  if (!catalog) return 3;

  const rehab::Case person{.protocol = "house-stretching", .start = rehab::day(2026, 12, 1)};
  rehab::Result<rehab::Plan> plan = rehab::make_plan(*catalog, person);
  for (const rehab::Diagnostic& d : plan.diagnostics) std::cerr << rehab::render(d);
  if (!plan) return 5;

  std::string out;
  if (!markdown.append(*plan, {}, out, plan.diagnostics)) return 1;
  std::cout << out;
}
