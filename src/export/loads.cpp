#include "export/loads.hpp"

#include "protocol/effective.hpp"

namespace rehab {

std::string_view load_id(const Protocol& protocol, LoadName load) {
  switch (load.kind) {
    case LoadName::Kind::bodyweight:
      return "bodyweight";
    case LoadName::Kind::repetition_maximum:
      return "rm";
    case LoadName::Kind::named:
      break;
  }
  return protocol.loads[load.load].id;
}

std::optional<LoadNow> load_now(const Plan& plan, const PlannedDose& dose) {
  if (!dose.load_now) return {};
  const Load& load = plan.protocol().loads[dose.load->load];
  const std::string_view start = load.kind == Load::Kind::percent_1rm ? "start_percent" : "start_kg";
  return LoadNow{*dose.load_now, name(load.kind), protocol::origin_of(*plan.catalog, load.provenance, start)};
}

}  // namespace rehab
