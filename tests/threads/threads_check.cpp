// Distinct objects on distinct threads, and concurrent reads of one object, are safe: sixteen threads plan, export and explain from
// one catalog, in C++ and through the C API, and look at one plan, while others read catalogs, cases and zones. Each must get what
// one thread alone gets. Meant for the thread sanitizer, which sees races that do not show; with the argument --race there is one,
// to see that it is seen.
#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "rehab/rehab.h"
#include "rehab/rehab.hpp"

namespace {

constexpr int planners = 16, rounds = 2;

rehab::Case person(const rehab::Protocol& protocol, int number) {
  constexpr std::string_view zones[]{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"};
  rehab::Case intake;
  intake.protocol = protocol.id;
  intake.severity = rehab::severities[static_cast<std::size_t>(number) % rehab::severities.size()];
  intake.start = rehab::day(2026, 12, 1) + std::chrono::days{number};
  intake.zone = zones[static_cast<std::size_t>(number) % std::size(zones)];
  intake.clearance = rehab::Clearance{"a clinician", intake.start};
  intake.diary.push_back({.date = intake.start, .done = rehab::Done::all, .pain = 6});
  return intake;
}

// All that a host asks of a plan, in one text.
std::string pages(const rehab::Plan& plan) {
  std::string out;
  for (const rehab::Exporter& exporter : rehab::exporters()) out += rehab::export_plan(plan, exporter.name).value.value_or("");
  out += rehab::today_text(plan, plan.days.begin);
  out += rehab::history_json(plan);
  out += rehab::progress_text(plan);
  if (const rehab::Result<rehab::Explanation> why = rehab::explain_week(plan, 1)) out += rehab::explanation_text(*why);
  return out;
}

std::string course(const rehab::Catalog& catalog, int number) {
  std::string out;
  for (const rehab::Protocol& protocol : catalog->protocols) {
    const rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, person(protocol, number));
    for (const rehab::Diagnostic& d : plan.diagnostics) out += rehab::render(d);
    if (plan) out += pages(*plan);
  }
  return out;
}

// A plan and its calendar through the C API, from a catalog that all threads share; "" if anything fails.
std::string course_in_c(const rehab_catalog* catalog, const rehab::Protocol& protocol, int number) {
  const std::string text = rehab::case_json({person(protocol, number), "1.0.0", ""});
  std::string out;
  rehab_case* whose = nullptr;
  rehab_plan* plan = nullptr;
  rehab_report* report = nullptr;
  const auto append = [](void* host, const char* data, size_t size) -> int32_t {
    static_cast<std::string*>(host)->append(data, size);
    return 0;
  };
  rehab_status status = rehab_case_read(rehab_text_of("case.json"), {text.data(), text.size()}, nullptr, &whose, &report);
  if (status == REHAB_OK) status = rehab_plan_make(catalog, whose, nullptr, &plan, &report);
  if (status == REHAB_OK) status = rehab_plan_export_to(plan, rehab_text_of("ics"), nullptr, append, &out, &report);
  rehab_report_free(report);
  rehab_plan_free(plan);
  rehab_case_free(whose);
  return out;
}

std::string reading() {
  std::string out = rehab::list_protocols(*rehab::builtin_catalog("de"));
  out += rehab::list_protocols_json(*rehab::read_catalog(rehab::builtin_files()));
  if (const auto clock = rehab::read_zone("Asia/Tokyo", rehab::day(2026, 1, 1), rehab::day(2027, 1, 1))) out += clock->name;
  return out;
}

// Does `work` on its own thread `rounds` times and counts what is not as it was for one thread alone.
std::thread repeat(std::function<std::string()> work, const std::string& alone, int& differences) {
  return std::thread([work = std::move(work), &alone, &differences] {
    for (int round = 0; round < rounds; ++round) differences += work() != alone;
  });
}

void race() {
  int shared = 0;
  const auto count = [&shared] {
    for (int i = 0; i < 1000; ++i) ++shared;
  };
  std::thread one(count), other(count);
  one.join();
  other.join();
  std::printf("a race: %d\n", shared);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && argv[1] == std::string_view("--race")) return race(), 0;
  const rehab::Catalog catalog = rehab::builtin_catalog();
  const rehab::Protocol& strain = *catalog.find("calf-strain");
  const rehab::Result<rehab::Plan> shared = rehab::make_plan(catalog, person(strain, 0));
  rehab_catalog* in_c = nullptr;
  if (!shared || rehab_catalog_builtin(nullptr, &in_c, nullptr) != REHAB_OK) return 1;

  // What threads find here for the first time is found by one of them, so the answers of one thread alone come after.
  std::vector<std::string> early(planners);
  {
    std::vector<std::jthread> first;
    for (int i = 0; i < planners; ++i)
      first.emplace_back(
          [&, i] { early[static_cast<std::size_t>(i)] = course(catalog, i) + course_in_c(in_c, strain, i) + reading(); });
  }
  int differences = 0;
  std::vector<std::string> courses;
  for (int i = 0; i < planners; ++i) {
    courses.push_back(course(catalog, i) + course_in_c(in_c, strain, i));
    differences += course_in_c(in_c, strain, i).empty();
    differences += early[static_cast<std::size_t>(i)] != courses.back() + reading();
  }
  const std::string read_alone = reading(), plan_alone = pages(*shared);

  std::vector<int> found(static_cast<std::size_t>(planners) + 4);
  std::vector<std::thread> threads;
  for (int i = 0; i < planners; ++i) {
    const auto own = static_cast<std::size_t>(i);
    threads.push_back(repeat([&catalog, &strain, in_c, i] { return course(catalog, i) + course_in_c(in_c, strain, i); },
                             courses[own], found[own]));
  }
  for (std::size_t i = planners; i < found.size(); ++i) {
    const bool reads = i % 2 == 0;
    threads.push_back(repeat([&, reads] { return reads ? reading() : pages(*shared); }, reads ? read_alone : plan_alone, found[i]));
  }
  for (std::thread& thread : threads) thread.join();
  for (const int of_one : found) differences += of_one;
  rehab_catalog_free(in_c);

  std::printf("%zu threads, %d differences\n", threads.size(), differences);
  return differences == 0 && !read_alone.empty() && !plan_alone.empty() ? 0 : 1;
}
