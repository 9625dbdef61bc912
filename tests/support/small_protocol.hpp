// Small protocols made by hand, for tests that show one rule of the planner at a time.
#pragma once

#include <string>
#include <vector>

#include "rehab/rehab.hpp"

namespace rehab_test {

// A protocol "small" with one source, the condition and pain rule that it needs, and nothing else.
struct Small {
  rehab::CatalogData data;
  rehab::Protocol protocol;

  Small();

  rehab::Index<rehab::Equipment> equipment(const std::string& id);
  rehab::Index<rehab::Tag> tag(const std::string& id, bool clearance = false);
  rehab::Index<rehab::Exercise> exercise(const std::string& id);
  rehab::Exercise& operator[](rehab::Index<rehab::Exercise> i) { return data.exercises[i.value]; }

  // A phase of so many days for everybody. References to phases and workouts last until the next one is added.
  rehab::Phase& phase(const std::string& id, int days);
  // In the last phase; the same id in two phases is the same workout.
  rehab::Workout& workout(const std::string& id, std::vector<rehab::Part> at, int times_per_day, int days_per_week);
  // In the last workout: sets × reps of an exercise.
  rehab::Dose& dose(rehab::Index<rehab::Exercise> exercise, int sets, int reps);

  rehab::Catalog catalog() const;
};

rehab::Amount just(int number);

// A case of "small" that starts on Tuesday 2026-12-01, without a zone.
rehab::Case person();

// The weekdays and dates of the sessions: "Tue 1 Dec, Thu 3 Dec".
std::string dates(const rehab::Plan& plan);
// The same with the time and the workouts of each: "Tue 1 Dec 07:30 run; …".
std::string sessions(const rehab::Plan& plan);
// The rules of the changes, in order: "fewer_days, rest_kept".
std::vector<rehab::Change::Rule> rules(const rehab::Plan& plan);

}  // namespace rehab_test
