// Planning and exporting, measured, with ratios from this one run. The plan: Alfredson, mild, twelve weeks, 168 sessions.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>

#include "allocations.hpp"
#include "c_bench.hpp"
#include "libical_calendar.hpp"
#include "rehab/rehab.hpp"

namespace {

const rehab::Catalog& catalog() {
  static const rehab::Catalog all = rehab::builtin_catalog();
  return all;
}

rehab::Case sample() {
  rehab::Case intake;
  intake.protocol = "achilles-midportion-alfredson";
  intake.severity = rehab::Severity::mild;
  intake.start = rehab::day(2026, 12, 1);
  intake.zone = "Europe/Berlin";
  return intake;
}

// The same person after so many evenings and mornings, all well: two entries a day with three answers.
rehab::Case followed(int days) {
  rehab::Case intake = sample();
  intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  for (int day = 0; day < days; ++day) {
    rehab::Entry morning;
    morning.date = intake.start + std::chrono::days{day};
    morning.slot = rehab::Slot::waking;
    morning.measured = {{"pain-next-morning", 1}, {"stiffness-next-morning", 2}};
    rehab::Entry evening;
    evening.date = morning.date;
    evening.slot = rehab::Slot::evening;
    evening.done = rehab::Done::all;
    evening.pain = 2;
    intake.diary.insert(intake.diary.end(), {morning, evening});
  }
  return intake;
}

rehab::Plan sample_plan() { return *rehab::make_plan(catalog(), sample()); }
std::string sample_calendar() { return *rehab::export_plan(sample_plan(), "ics"); }

// Octets of the plan in a format, in millions.
double megabytes(std::string_view format) { return static_cast<double>(rehab::export_plan(sample_plan(), format)->size()) / 1e6; }

std::vector<std::string> builtin_texts() {
  std::vector<std::string> texts;
  for (const rehab::SourceFile& file : rehab::builtin_files()) texts.emplace_back(file.text);
  return texts;
}

// The built-in files with other texts than the library's own: those it does not know.
std::vector<rehab::SourceFile> files_of(const std::vector<std::string>& texts) {
  std::vector<rehab::SourceFile> files;
  for (std::size_t i = 0; i < texts.size(); ++i) files.push_back({rehab::builtin_files()[i].name, texts[i]});
  return files;
}

struct Work {
  const char* name;
  std::function<void()> once;
};

std::vector<Work> works() {
  static const rehab::Case intake = sample();
  static const rehab::Case half_way = followed(42), at_the_end = followed(84);
  static const std::string as_toml = rehab::case_text({at_the_end, "1.0.0", ""}),
                           as_json = rehab::case_json({at_the_end, "1.0.0", ""});
  static rehab::Plan plan = sample_plan(), lived = sample_plan();
  static std::string out = sample_calendar();
  static const std::string bytes = out;
  static std::vector<rehab::Diagnostic> diagnostics;
  static const std::vector<bench::Event> events = bench::events_of(bytes);
  static const rehab::Exporter& ics = *rehab::find_exporter("ics");
  static const rehab::Exporter& json = *rehab::find_exporter("json");
  static const rehab::Exporter& csv = *rehab::find_exporter("csv");
  static std::string copy(bytes.size(), ' ');
  static constexpr std::string_view one[]{"achilles-midportion-alfredson"};
  static const std::vector<std::string> texts = builtin_texts();
  static const std::vector<rehab::SourceFile> copies = files_of(texts);
  return {
      {"plan", [] { benchmark::DoNotOptimize(rehab::make_plan(catalog(), intake)); }},
      {"plan through C", [] { bench::plan_in_c(); }},
      {"plan walked through C", [] { benchmark::DoNotOptimize(bench::walk_in_c()); }},
      {"plan, reused", [] { benchmark::DoNotOptimize(rehab::make_plan(catalog(), intake, plan, diagnostics)); }},
      {"plan after 42 days, reused", [] { benchmark::DoNotOptimize(rehab::make_plan(catalog(), half_way, lived, diagnostics)); }},
      {"plan after 84 days, reused", [] { benchmark::DoNotOptimize(rehab::make_plan(catalog(), at_the_end, lived, diagnostics)); }},
      {"all sessions withdrawn in 84 days", [] { benchmark::DoNotOptimize(rehab::withdrawn(catalog(), at_the_end)); }},
      {"read a case of 84 days, TOML",
       [] {
         benchmark::DoNotOptimize(rehab::read_case({"case.toml", as_toml}));
       }},
      {"read a case of 84 days, JSON",
       [] {
         benchmark::DoNotOptimize(rehab::read_case({"case.json", as_json}));
       }},
      {"ics", [] { benchmark::DoNotOptimize(rehab::export_plan(plan, "ics")); }},
      {"ics, reused",
       [] {
         out.clear();
         benchmark::DoNotOptimize(ics.append(plan, {}, out, diagnostics));
       }},
      {"plan + ics, reused",
       [] {
         rehab::make_plan(catalog(), intake, plan, diagnostics);
         out.clear();
         benchmark::DoNotOptimize(ics.append(plan, {}, out, diagnostics));
       }},
      {"json", [] { benchmark::DoNotOptimize(rehab::export_plan(plan, "json")); }},
      {"json, reused",
       [] {
         out.clear();
         benchmark::DoNotOptimize(json.append(plan, {}, out, diagnostics));
       }},
      {"csv, reused",
       [] {
         out.clear();
         benchmark::DoNotOptimize(csv.append(plan, {}, out, diagnostics));
       }},
      {"text", [] { benchmark::DoNotOptimize(rehab::export_plan(plan, "text")); }},
      {"the same calendar with libical", [] { benchmark::DoNotOptimize(bench::write_with_libical(events)); }},
      {"memcpy of the calendar's bytes",
       [] {
         std::memcpy(copy.data(), bytes.data(), bytes.size());
         benchmark::ClobberMemory();
       }},
      {"read the built-in files", [] { benchmark::DoNotOptimize(rehab::builtin_catalog()); }},
      {"read the files for one plan", [] { benchmark::DoNotOptimize(rehab::builtin_catalog(one)); }},
      {"read the same files as an author's", [] { benchmark::DoNotOptimize(rehab::read_catalog(copies)); }},
  };
}

double allocations_of(const Work& work) {
  work.once();
  const std::uint64_t before = bench::allocations();
  constexpr int runs = 10;
  for (int i = 0; i < runs; ++i) work.once();
  return static_cast<double>(bench::allocations() - before) / runs;
}

// Remembers the medians, so that ratios can be printed below the table.
class Ratios : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.aggregate_name == "median") micros_[run.run_name.function_name] = run.GetAdjustedCPUTime();
    }
  }
  double micros(const char* name) const { return micros_.count(name) ? micros_.at(name) : 0; }

 private:
  std::map<std::string, double> micros_;
};

void print_reading(const Ratios& ratios) {
  const double all = ratios.micros("read the built-in files");
  if (all == 0) return;
  std::size_t octets = 0;
  for (const rehab::SourceFile& file : rehab::builtin_files()) octets += file.text.size();
  std::printf("\nratios from this run (%zu built-in files of %.0f KB)\n", rehab::builtin_files().size(),
              static_cast<double>(octets) / 1000);
  std::printf("  as an author's / built-in             %8.1f\n", ratios.micros("read the same files as an author's") / all);
  std::printf("  built-in / those for one plan         %8.1f\n", all / ratios.micros("read the files for one plan"));
  std::printf("  built-in                              %8.0f MB/s\n", static_cast<double>(octets) / all);
}

void print_following(const Ratios& ratios) {
  const double plain = ratios.micros("plan, reused");
  const double half = ratios.micros("plan after 42 days, reused"), whole = ratios.micros("plan after 84 days, reused");
  if (plain == 0 || half == 0) return;
  std::printf("\nratios from this run (a diary of two entries a day)\n");
  std::printf("  plan after 84 days / plan             %8.1f\n", whole / plain);
  std::printf("  (84 days - plan) / (42 days - plan)   %8.1f\n", (whole - plain) / (half - plain));
}

void print_c(const Ratios& ratios) {
  const double plain = ratios.micros("plan"), through_c = ratios.micros("plan through C");
  if (plain == 0 || through_c == 0) return;
  std::printf("\nratios from this run (the same plan through the C API)\n");
  std::printf("  plan through C / plan                 %8.2f\n", through_c / plain);
  std::printf("  plan walked through C / plan          %8.2f\n", ratios.micros("plan walked through C") / plain);
}

void print_data(const Ratios& ratios) {
  const double json = ratios.micros("json, reused"), csv = ratios.micros("csv, reused");
  if (json == 0 || csv == 0) return;
  std::printf("\nratios from this run (json of %.0f KB, csv of %.0f KB)\n", megabytes("json") * 1000, megabytes("csv") * 1000);
  std::printf("  json, reused                          %8.0f MB/s\n", megabytes("json") / (json / 1e6));
  std::printf("  csv, reused                           %8.0f MB/s\n", megabytes("csv") / (csv / 1e6));
}

void print_ratios(const Ratios& ratios) {
  const double both = ratios.micros("plan + ics, reused");
  if (both == 0) return;  // only some were asked for
  const double mb = static_cast<double>(sample_calendar().size()) / 1e6;
  std::printf("\nratios from this run (plan of %zu sessions, calendar of %.0f KB)\n", sample_plan().sessions.size(), mb * 1000);
  std::printf("  libical / (plan + ics, reused)        %8.1f\n", ratios.micros("the same calendar with libical") / both);
  std::printf("  (plan + ics, reused) / memcpy         %8.1f\n", both / ratios.micros("memcpy of the calendar's bytes"));
  std::printf("  ics, reused                           %8.0f MB/s\n", mb / (ratios.micros("ics, reused") / 1e6));
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (const Work& work : works()) {
    benchmark::RegisterBenchmark(work.name,
                                 [work](benchmark::State& state) {
                                   for (auto _ : state) work.once();
                                   state.counters["allocations"] = allocations_of(work);
                                 })
        ->Unit(benchmark::kMicrosecond)
        ->Repetitions(5)
        ->ReportAggregatesOnly();
  }
  Ratios ratios;
  benchmark::RunSpecifiedBenchmarks(&ratios);
  print_ratios(ratios);
  print_data(ratios);
  print_following(ratios);
  print_c(ratios);
  print_reading(ratios);
  return 0;
}
