// What a protocol says of each thing that reporting standards ask for, counted.
#pragma once

#include "rehab/catalog.hpp"
#include "rehab/protocol.hpp"

namespace rehab::review {

// So many of so many say it.
struct Share {
  int stated = 0, of = 0;

  void count(bool is_stated) {
    stated += is_stated ? 1 : 0;
    ++of;
  }
};

// Doses are counted by exercise and rung, as for somebody who has all equipment, and without adjuncts.
struct Survey {
  const Protocol* protocol = nullptr;
  const Condition* condition = nullptr;

  // of doses
  Share amount;    // a number, not "as tolerated"
  Share sets;      // of those with repetitions or holds
  Share tempo;     // of repetitions against a load
  Share rest;      // of those with several sets
  Share rep_rest;  // of repetitions against a load
  Share load;      // of strength, moving or holding still
  Share side;      // of exercises on one leg at a time
  Share knee;      // of strength and stretches of the calf
  Share range;     // of the same
  Share failure;   // of repetitions against a load
  Share full;      // amount, and where they apply sets and load

  Share hours;                        // of workouts: hours or days between sessions
  Share load_start, load_cap;         // of loads in kg or per cent
  Share load_step, load_rule;         // of loads
  Share progression;                  // of ways on: to the next phase, load, rung; by a table of weeks
  Share start;                        // of severities and loads: where to begin
  Share earliest, longest, way_back;  // of phases
  Share entry;                        // of phases but the first
  Share exit, stop;                   // of phases
  Share review;                       // of severities

  bool adjuncts = false;  // any workout of them
  bool tailored = false;  // something differs by severity, equipment or person
};

Survey survey(const CatalogData& catalog, const Protocol& protocol);

}  // namespace rehab::review
