#include "export/questions.hpp"

#include <cstddef>
#include <string_view>

#include "export/references.hpp"

namespace rehab {
namespace {

// The measures that the rules of a plan ask for.
class Questions {
 public:
  explicit Questions(const Catalog& catalog) : catalog_(catalog), asked_(catalog->measures.size(), false) {}

  void ask(Index<Measure> measure) {
    if (measure) asked_[measure.value] = true;
  }
  void ask(const Criterion& criterion) { ask(criterion.measure); }
  void ask(const Limit& limit) { ask(limit.criterion); }
  template <class T>
  void ask_all(const std::vector<T>& list) {
    for (const T& entry : list) ask(entry);
  }
  // The bands of a rule are about pain in training.
  void ask(Index<PainRule> index) {
    if (!index) return;
    const PainRule& rule = catalog_[index];
    if (rule.pain_max || rule.pain_safe) ask("pain");
    ask_all(rule.mornings_of);
    ask_all(rule.weekly_rise_of);
  }
  bool asks(std::size_t measure) const { return asked_[measure]; }

 private:
  void ask(std::string_view id) {
    for (std::size_t i = 0; i < asked_.size(); ++i)
      if (catalog_->measures[i].id == id) asked_[i] = true;
  }

  const Catalog& catalog_;
  std::vector<bool> asked_;
};

Questions questions_of(const Plan& plan) {
  const Protocol& protocol = plan.protocol();
  Questions out(plan.catalog);
  out.ask_all(protocol.asks);
  out.ask_all(protocol.limits);
  for (const PhaseSpan& span : plan.phases) {
    const Phase& phase = plan.phase_of(span);
    out.ask(pain_rule_of(protocol, phase));
    out.ask_all(phase.enter);
    out.ask_all(phase.move_on);
    out.ask_all(phase.limits);
  }
  for (const PlannedDose& dose : plan.doses) {
    if (dose.ladder) out.ask_all(protocol.ladders[*dose.ladder].up_when);
    if (dose.ladder) out.ask_all(protocol.ladders[*dose.ladder].limits);
    if (dose.load && dose.load->kind == LoadName::Kind::named) out.ask_all(protocol.loads[dose.load->load].step_when);
  }
  return out;
}

}  // namespace

std::vector<Index<Measure>> asked_of(const Plan& plan, Measure::Asked when) {
  const Questions questions = questions_of(plan);
  std::vector<Index<Measure>> out;
  for (std::size_t i = 0; i < plan.catalog->measures.size(); ++i)
    if (questions.asks(i) && plan.catalog->measures[i].asked == when) out.push_back(Index<Measure>{static_cast<std::uint16_t>(i)});
  return out;
}

}  // namespace rehab
