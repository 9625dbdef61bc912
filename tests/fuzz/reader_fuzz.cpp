// Any bytes as a file of the language, alone and among the built-in ones: a catalog comes back exactly when there is no error,
// every message can be shown, checking finds what reading finds, and a protocol that was read can be planned and shown.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "expect.hpp"
#include "rehab/rehab.hpp"

namespace {

using rehab::Diagnostic;
using rehab::SourceFile;

void expect_presentable(const std::vector<Diagnostic>& diagnostics, std::string_view text) {
  for (const Diagnostic& d : diagnostics) {
    expect(!d.code.empty() && !d.message.empty(), "a diagnostic has a code and a message");
    const std::string shown = rehab::render(d, text);
    expect(!shown.empty() && shown.back() == '\n', "a shown diagnostic ends its line");
  }
}

bool unreadable(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& d) { return d.code == "limit" || d.code == "encoding" || d.code == "syntax"; });
}

// A text that begins like a built-in file takes its place, so that a changed seed still finds all that it refers to.
std::vector<SourceFile> among_builtin(std::string_view text) {
  std::vector<SourceFile> files(rehab::builtin_files().begin(), rehab::builtin_files().end());
  const auto same = std::ranges::find_if(files, [&](const SourceFile& f) { return f.text.substr(0, 100) == text.substr(0, 100); });
  if (same == files.end()) {
    files.push_back({"input.toml", text});
  } else {
    same->text = text;
  }
  return files;
}

void plan_and_show(const rehab::Catalog& catalog) {
  for (const rehab::Protocol& protocol : catalog->protocols) {
    for (const rehab::Severity severity : rehab::severities) {
      rehab::Case intake;
      intake.protocol = protocol.id;
      intake.severity = severity;
      intake.start = rehab::day(2026, 12, 1);
      const auto plan = rehab::make_plan(catalog, intake);
      expect(plan.value.has_value() != rehab::has_errors(plan.diagnostics), "a plan comes back exactly when there is no error");
    }
    rehab::show_protocol(catalog, protocol, {});
    rehab::show_protocol_json(catalog, protocol, {});
  }
  rehab::list_protocols(catalog);
  rehab::list_protocols_json(catalog);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::vector<SourceFile> alone{{"input.toml", text}};
  const auto by_itself = rehab::read_catalog(alone);
  expect(by_itself.value.has_value() != rehab::has_errors(by_itself.diagnostics),
         "a catalog comes back exactly when there is no error");
  expect_presentable(by_itself.diagnostics, text);
  if (unreadable(by_itself.diagnostics)) return 0;

  const std::vector<SourceFile> files = among_builtin(text);
  const auto catalog = rehab::read_catalog(files);
  expect(catalog.value.has_value() != rehab::has_errors(catalog.diagnostics),
         "a catalog comes back exactly when there is no error");
  const std::vector<Diagnostic> checked = rehab::check_catalog(files);
  expect_presentable(checked, text);
  for (const Diagnostic& d : catalog.diagnostics)
    expect(std::ranges::find(checked, d) != checked.end(), "checking finds all that reading finds");
  if (catalog) plan_and_show(*catalog);
  return 0;
}
