// What readings say of criteria and limits, kept as plainly as possible: one row for each criterion.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rehab/rehab.hpp"

namespace rehab_test {

// All that became known at one slot about one slot.
struct SlowGroup {
  rehab::Moment known, at;
  std::optional<rehab::Done> done;
  std::optional<int> pain;
  std::map<std::string, rehab::Reading> readings;  // by measure; pain too, where the catalog has it
  std::vector<std::string> red_flags;
  bool cleared = false, cleared_last = false;  // last: behind all that it was about
  std::optional<std::chrono::local_days> pause_until;
};

// The known entries as groups, in the order in which they are taken in.
std::vector<SlowGroup> slow_groups(const rehab::Catalog& catalog, const rehab::Case& intake, std::optional<rehab::Moment> as_of);

// The row of results of one criterion.
struct SlowRow {
  std::optional<bool> latest;
  rehab::Moment latest_at{};
  std::optional<std::chrono::local_days> last_date;
  int days = 0, sessions = 0;

  void add(bool met, rehab::Moment at);
  // What was shown has been used; a date still counts once.
  void begin_anew() {
    latest.reset();
    days = sessions = 0;
  }
  bool fulfilled(const rehab::Criterion& criterion, rehab::Severity severity) const;
};

// The row of a limit's unmet results.
struct SlowBreaks {
  std::optional<std::chrono::local_days> first, last;  // of the row
  std::optional<std::chrono::local_days> last_date;    // of any answer
  int sessions = 0;

  // Whether the limit fires now.
  bool add(bool met, std::chrono::local_days date, const rehab::Criterion& criterion, rehab::Severity severity, bool mornings);
  void begin_anew() {
    first.reset();
    last.reset();
    sessions = 0;
  }
};

// A starting level, and when it was found.
struct SlowStart {
  double value = 0;
  rehab::Moment at{};
};

// v against the starting level; a change within the measure's noise is none.
double slow_change(const rehab::Measure& measure, double value, double baseline);

// What one reading says of a criterion, its workout left aside; none: nothing.
std::optional<bool> slow_verdict(const rehab::Catalog& catalog, const rehab::Case& intake, const rehab::Criterion& criterion,
                                 const SlowGroup& group, const std::map<std::string, SlowStart>& baselines);

}  // namespace rehab_test
