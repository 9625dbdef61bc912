// An entry of the diary, from the command line.
//
//   Said said = read_said(arguments, problems);           // what is told; ids and units are not known yet
//   rehab::Entry entry = entry_of(said, plan, catalog, moment, problems);
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/plan.hpp"

namespace app {

struct Arguments;

// One answer: a number, or a word that only a question for yes or no takes.
struct Answer {
  rehab::Reading reading;
  bool word = false;
};

// What stands behind `id=`: "12", "12.5", "12/25", "yes". None: it is none of these.
std::optional<Answer> read_answer(std::string_view id, std::string_view text);

// What is wrong with the answers that only the catalog knows: a yes where a number is wanted.
void check_answers(const rehab::Catalog& catalog, const std::vector<Answer>& answers, std::vector<rehab::Diagnostic>& problems);

struct Said {
  std::optional<std::chrono::local_days> date;  // none: today
  std::optional<rehab::Slot> slot;
  rehab::Entry entry;  // without date, slot, measures
  std::vector<Answer> answers;
};

// Every value that cannot be read is a problem, and so is it to tell nothing; but that there is no red flag may be told alone.
Said read_said(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);
bool tells_nothing(const Said& said);

// The slot that the clocks of the case show: the last of its parts of the day that has begun, or waking.
rehab::Moment moment_of(const rehab::Case& intake, std::chrono::sys_seconds now);

// Whether it stops the plan or lets it go on. Such an entry is known at `now`, always: a session that was logged ahead of its time
// must not hold it back.
bool is_urgent(const rehab::Entry& entry);

// The entry, dated. What became known after its own slot says when: at `now`, or at the last slot that the diary has brought to
// life already. A problem, if it lies later than that and no session of today stands there that could have been done earlier.
rehab::Entry entry_of(const Said& said, const rehab::Plan& plan, rehab::Moment now, std::vector<rehab::Diagnostic>& problems);

// Whether all that it holds is asked in the morning.
bool is_of_the_morning(const rehab::Catalog& catalog, const rehab::Entry& entry);

}  // namespace app
