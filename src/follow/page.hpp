// What the pages for eyes of this folder share.
#pragma once

#include <chrono>
#include <string>

#include "export/canvas.hpp"
#include "export/dates.hpp"
#include "export/text_page.hpp"
#include "export/words_of.hpp"
#include "rehab/follow.hpp"

namespace rehab::follow {

// A page of a plan, and all that the sections of the plan's own page want to have.
struct Page {
  Page(const Plan& plan, std::string& out, int width, bool color) : canvas(out, width, color), text{plan, options, canvas} {}
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  const ExportOptions options{};
  Canvas canvas;
  const TextPage text;
  const Words words = words_of(text.plan.catalog);

  std::string day(std::chrono::local_days date) const {
    std::string out;
    append_day(out, words, date);
    return out;
  }
};

}  // namespace rehab::follow
