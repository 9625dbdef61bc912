// The bar of phases: one row each over the weeks of the plan.
//
//   Week          1     2     3     4     5     6     7     8
//   Protect       ███                                           1 Dec – 3 Dec
//   Load early       ███████████                                4 Dec – 14 Dec
#include <algorithm>

#include "export/dates.hpp"
#include "export/text_page.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace {

// Columns of the three parts of a row.
struct Layout {
  std::size_t label = 0, week = 0, weeks = 0, dates = 0;

  std::size_t bar() const { return week * weeks; }
  std::size_t column_of(int plan_day) const { return (static_cast<std::size_t>(plan_day) * week + 3) / 7; }
};

std::string dates_of(const TextPage& page, const PhaseSpan& span) {
  std::string out;
  append_days(out, page.words(), span.days);
  return out;
}

std::size_t longest_of(const TextPage& page, std::string (*text)(const TextPage&, const PhaseSpan&)) {
  std::size_t most = 0;
  for (const PhaseSpan& span : page.plan.phases) most = std::max(most, text::columns(printable(text(page, span))));
  return most;
}

// The rows that are no phase.
std::size_t longest_mark(const Words& words) {
  std::size_t most = 0;
  for (const Phrase mark : {Phrase("bar-week"), Phrase("bar-today"), Phrase("bar-review")})
    most = std::max(most, text::columns(words[mark]));
  return most;
}

Layout lay_out(const TextPage& page) {
  const std::size_t width = page.canvas.width();
  Layout layout;
  layout.weeks = static_cast<std::size_t>(std::max(1, (plan_day_of(page.plan, page.plan.days.end) + 6) / 7));
  const std::size_t titles = longest_of(page, [](const TextPage& p, const PhaseSpan& s) { return p.plan.phase_of(s).title; });
  layout.label = std::min(std::max(titles, longest_mark(page.words())), width / 4 + 2);
  layout.dates = width < 60 ? 0 : longest_of(page, dates_of);
  const std::size_t used = layout.label + 1 + (layout.dates == 0 ? 0 : layout.dates + 1);
  layout.week = std::clamp<std::size_t>((width - std::min(width, used)) / layout.weeks, 1, 6);
  return layout;
}

// The numbers of the weeks, as many as have room.
std::string ruler(const Layout& layout) {
  const std::size_t step = layout.week >= 3 ? 1 : layout.week == 2 ? 2 : 4;
  std::string out;
  for (std::size_t w = 0; w < layout.weeks; w += step) {
    if (w * layout.week + 2 > layout.bar() + 1) break;
    out.append(w * layout.week - out.size(), ' ');
    text::append_number(out, static_cast<std::int64_t>(w + 1));
  }
  return out;
}

// Cells of the bar from `begin` to `end` filled, dots where the other weeks begin.
std::string bar(const Layout& layout, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t c = 0; c < layout.bar(); ++c) {
    const bool filled = c >= begin && c < std::max(end, begin + 1);
    out += filled ? "█" : c % layout.week == 0 && layout.week > 1 ? "·" : " ";
  }
  return out;
}

void print_row(const TextPage& page, const Layout& layout, const PhaseSpan& span) {
  const std::size_t begin = std::min(layout.column_of(plan_day_of(page.plan, span.days.begin)), layout.bar() - 1);
  const std::size_t end = std::min(layout.column_of(plan_day_of(page.plan, span.days.end)), layout.bar());
  const std::string dates = dates_of(page, span);
  page.canvas.row({{layout.label, page.plan.phase_of(span).title},
                   {layout.bar(), bar(layout, begin, end), Ink::accent, true},
                   {layout.dates, layout.dates == 0 ? std::string_view{} : dates, Ink::dim, true}});
}

void print_mark(const TextPage& page, const Layout& layout, Phrase label, std::chrono::local_days date) {
  if (date < page.plan.days.begin || date >= page.plan.days.end) return;
  std::string mark(std::min(layout.column_of(plan_day_of(page.plan, date)), layout.bar() - 1), ' ');
  mark += "▲";
  page.canvas.row({{layout.label, page.words()[label], Ink::dim}, {layout.bar(), mark, Ink::bold, true}});
}

}  // namespace

void print_bar(const TextPage& page) {
  if (page.plan.weeks == 0) return;
  const Layout layout = lay_out(page);
  page.canvas.blank();
  page.canvas.row({{layout.label, page.words()["bar-week"], Ink::dim}, {layout.bar(), ruler(layout), Ink::dim, true}});
  for (const PhaseSpan& span : page.plan.phases) print_row(page, layout, span);
  if (page.options.today) print_mark(page, layout, "bar-today", *page.options.today);
  for (const std::chrono::local_days review : page.plan.reviews) print_mark(page, layout, "bar-review", review);
}

}  // namespace rehab
