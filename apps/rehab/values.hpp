// Values of options, read strictly. What cannot be read becomes a problem that says what is there and what was wanted; the others
// are still read, so that one run names every mistake.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "rehab/case.hpp"
#include "rehab/diagnostic.hpp"

namespace app {

struct Arguments;

// Values of one kind as a shell completes them and as a hint names them; those that are fixed, in their own order.
std::vector<std::string_view> fixed_values(Values kind);

// All of `text` is digits, and no more than nine of them.
std::optional<int> whole_number(std::string_view text);

// The same with a point among them, as "12.5".
std::optional<double> decimal_number(std::string_view text);

class ValueReader {
 public:
  ValueReader(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems) : arguments_(arguments), problems_(problems) {}

  // Of an option given once. None: not given, or a problem.
  std::optional<std::chrono::local_days> date(Opt id);
  std::optional<int> number(Opt id, int least, int most);               // `least` to `most`, inclusive
  std::optional<std::size_t> choice(Opt id, std::string_view what);     // place in fixed_values(), in any case
  std::optional<std::string_view> word(Opt id, std::string_view what);  // the same, as fixed_values() writes it
  std::optional<std::string> uuid(Opt id);
  // Of an option that may be given often, each value a list with commas and perhaps spaces.
  std::vector<std::string_view> items(Opt id);  // none of them is ""
  std::vector<std::string> names(Opt id);       // `none` alone: no names
  rehab::Weekdays weekdays(Opt id);             // as mon, Mon or Monday; all, if not given
  std::vector<rehab::DayRange> ranges(Opt id);  // FROM..TO, both included; or one DATE
  rehab::PartTimes times(Opt id);               // over the usual ones

  // Of `text`, which stands in a value of `id`.
  std::optional<std::chrono::local_days> date(Opt id, std::string_view text);

  void complain(Opt id, std::string message, std::string hint = {});

 private:
  std::optional<std::chrono::minutes> clock_time(Opt id, std::string_view text);
  void unknown(Opt id, std::string_view what, std::string_view word, const std::vector<std::string_view>& known);

  const Arguments& arguments_;
  std::vector<rehab::Diagnostic>& problems_;
};

// "1 Dec 2026", for eyes.
std::string long_date(std::chrono::local_days day);

// "07:30"
std::string clock_time(std::chrono::minutes time);

}  // namespace app
