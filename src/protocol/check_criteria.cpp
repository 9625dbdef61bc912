#include <algorithm>
#include <utility>

#include "protocol/check.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

class CriteriaCheck {
 public:
  CriteriaCheck(const CatalogData& catalog, const Protocol& protocol, Report& report)
      : catalog_(catalog), protocol_(protocol), report_(report) {}

  void run() {
    const Node& root = report_.root();
    limits(protocol_.limits, root.find("limit"));
    for (std::size_t i = 0; i < protocol_.loads.size(); ++i) {
      criteria(protocol_.loads[i].step_when, root.find("load")->members[i].value.find("step_when"));
    }
    for (std::size_t i = 0; i < protocol_.ladders.size(); ++i) {
      const Node& node = root.find("ladder")->members[i].value;
      criteria(protocol_.ladders[i].up_when, node.find("up_when"));
      limits(protocol_.ladders[i].limits, node.find("limit"));
    }
    for (std::size_t i = 0; i < protocol_.phases.size(); ++i) {
      const Node& node = root.find("phase")->items[i];
      criteria(protocol_.phases[i].enter, node.find("enter"));
      criteria(protocol_.phases[i].move_on, node.find("move_on"));
      limits(protocol_.phases[i].limits, node.find("limit"));
    }
  }

 private:
  void criteria(const std::vector<Criterion>& list, const Node* node) {
    for (std::size_t i = 0; i < list.size(); ++i) criterion(list[i], node->items[i]);
  }

  void limits(const std::vector<Limit>& list, const Node* node) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      criterion(list[i].criterion, node->items[i]);
      if (list[i].rest_days && list[i].otherwise != Limit::Otherwise::restart) {
        report_.error_at(node->items[i], "rest_days", "criterion", "`rest_days` is for otherwise = \"restart\"", "remove it");
      }
    }
  }

  void criterion(const Criterion& c, const Node& node) {
    const Measure& measure = catalog_.measures[c.measure.value];
    const bool asked = c.min || c.max || c.symmetry_percent || c.norm_percent || c.change_max || c.change_min ||
                       c.change_percent_max || c.weekly_change_max;
    const bool yes_no = measure.unit == Measure::Unit::yes_no;
    if (yes_no && asked)
      report_.error(node, "criterion", joined({quote(measure.id), " is answered yes or no and takes no bound"}),
                    "remove the bound; yes is wanted");
    if (!yes_no && !asked)
      report_.error(node, "criterion", joined({"nothing is asked of ", quote(measure.id)}), "add `min`, `max` or another bound");
    if (c.symmetry_percent && !measure.sides)
      report_.error_at(node, "symmetry_percent", "criterion", joined({quote(measure.id), " is not measured on both sides"}),
                       "remove it, or add sides = true to the measure");
    if (c.norm_percent && measure.norm.empty())
      report_.error_at(node, "norm_percent", "criterion", joined({quote(measure.id), " has no norm"}),
                       "remove it, or add `norm` to the measure");
    const auto off_scale = [](std::optional<double> bound) { return bound && (*bound < 0 || *bound > 10); };
    if (measure.unit == Measure::Unit::score) {
      for (const auto& [key, bound] : {std::pair{"min", c.min}, std::pair{"max", c.max}}) {
        if (!off_scale(bound)) continue;
        report_.error_at(node, key, "criterion",
                         joined({quote(key), " is off the scale of ", quote(measure.id), ", a score from 0 to 10"}),
                         "ask for a number on that scale");
      }
    }
    if (c.min && c.max && *c.min > *c.max) report_.error_at(node, "min", "criterion", "`min` is above `max`", "mend one of them");
  }

  const CatalogData& catalog_;
  const Protocol& protocol_;
  Report& report_;
};

}  // namespace

void check_criteria(const CatalogData& catalog, const Protocol& protocol, Report& report) {
  CriteriaCheck(catalog, protocol, report).run();
}

}  // namespace rehab::protocol
