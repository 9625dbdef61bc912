// Simulated patients: people made of a few numbers, who live through a plan day by day, log what they feel, and follow the plan
// as it changes.
//
// The model, which claims nothing about real tissue: a capacity from 0 to 1 that grows a little with every session done and shrinks
// with a flare; a load for each session that grows along the plan and shrinks with all that the diary lowered (volume, rung, steps
// of load). Pain is what the load exceeds the capacity by, on a scale of 10, with some noise; morning pain is an echo of the day
// before. Tests show the capacity. A patient is drawn from a seed: how quickly capacity grows, how sore they are, how often they
// miss a session, how often they test themselves.
#pragma once

#include <cstdint>
#include <string>

#include "rehab/rehab.hpp"

namespace rehab_test {

struct Outcome {
  std::string protocol, severity;
  int patient = 0;
  rehab::Plan plan;      // the last one
  int planned_days = 0;  // of the plain plan
  int sessions = 0, missed = 0, breaches = 0;
  double worst_pain = 0;
  bool over = false;  // lived to its end
};

// Lives through the plan of this case, seeded by `patient`.
Outcome live(const rehab::Catalog& catalog, const rehab::Case& intake, int patient);

}  // namespace rehab_test
