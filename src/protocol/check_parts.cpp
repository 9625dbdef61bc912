#include <algorithm>

#include "protocol/check.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

using document::Node;

std::string number(int n) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(n));
  return out;
}

std::string listed(std::span<const Severity> who) {
  std::string out;
  for (const Severity s : who) {
    if (!out.empty()) out += ", ";
    out += name(s);
  }
  return out.empty() ? "nobody" : out;
}

void check_amount(const Node& table, std::string_view key, const Amount& amount, std::span<const Severity> who, int longest_weeks,
                  Report& report) {
  for (const Severity s : severities) {
    const bool plays = std::ranges::find(who, s) != who.end();
    const bool named = !amount.weeks[static_cast<std::size_t>(s)].empty();
    if (!amount.by_severity || plays == named) continue;
    report.error_at(table, key, "severity",
                    joined({quote(key), (named ? " names " : " does not name "), name(s), "; here play ", listed(who)}),
                    named ? "remove it" : "add it");
  }
  for (const auto& weeks : amount.weeks) {
    if (weeks.size() < 2 || static_cast<int>(weeks.size()) <= longest_weeks) continue;
    report.error_at(table, key, "weeks",
                    joined({quote(key), " lists ", number(static_cast<int>(weeks.size())), " weeks; the phase has at most ",
                            number(longest_weeks)}),
                    "shorten the list, or lengthen the phase");
  }
}

bool check_one_of(const Node& table, std::string_view what, std::span<const std::string_view> names, std::string_view code,
                  Report& report) {
  const auto stands = [&table](std::string_view name) { return table.find(name) != nullptr; };
  const auto count = std::ranges::count_if(names, stands);
  if (count == 1) return true;
  std::string here;
  for (const std::string_view name : names) {
    if (stands(name)) (here += here.empty() ? "" : " and ") += quote(name);
  }
  const std::string all = listed(names);
  if (count == 0) report.error(table, code, joined({what, " has none of ", all, "; wanted exactly one"}), "add one of them");
  if (count > 1) report.error(table, code, joined({what, " has ", here, "; wanted exactly one of ", all}), "keep one of them");
  return false;
}

}  // namespace rehab::protocol
