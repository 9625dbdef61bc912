#include "report.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "arguments.hpp"
#include "terminal.hpp"

namespace app {
namespace {

using rehab::Area;
using rehab::Diagnostic;
using rehab::Level;

constexpr std::string_view bold = "\033[1m", red = "\033[1;31m", yellow = "\033[1;33m", cyan = "\033[1;36m", plain = "\033[0m";

struct Look {
  Level level;
  std::string_view word, color;
};
constexpr std::array looks{Look{Level::error, "error:", red}, Look{Level::warning, "warning:", yellow},
                           Look{Level::note, "note:", cyan}};

constexpr std::array meanings{
    ExitMeaning{done, "done", "Done."},
    ExitMeaning{bad_usage, "usage", "A mistake on the command line."},
    ExitMeaning{bad_protocol, "a broken protocol file", "A file of protocols is broken."},
    ExitMeaning{bad_case, "the case", "The case, or what options say of the person, does not fit: nothing can be planned of it."},
    ExitMeaning{refused, "refused as unsafe", "No plan, as it would not be safe: what was told needs a clinician first."},
    ExitMeaning{bad_file, "file", "A file cannot be read or written."},
    ExitMeaning{bad_environment, "time-zone data missing", "The time-zone data is missing."},
    ExitMeaning{bug, "a bug in rehab", "A bug in rehab; please report it."},
};

const Look& look_of(Level level) {
  return *std::find_if(looks.begin(), looks.end(), [&](const Look& l) { return l.level == level; });
}

void wrap(std::string& text, std::size_t at, std::size_t length, std::string_view color) {
  if (at == std::string::npos) return;
  text.insert(at + length, plain);
  text.insert(at, color);
}

// The place in bold, the level in its colour, the caret and the hint. `text` is one rendered diagnostic.
void paint(std::string& text, const Look& look) {
  const std::size_t hint = text.rfind("\n  hint: ");
  if (hint != std::string::npos) wrap(text, hint + 3, 5, cyan);
  const std::size_t caret = text.rfind('^', hint);
  const std::size_t line = caret == std::string::npos ? caret : text.rfind('\n', caret);
  if (line != std::string::npos && text.find_first_not_of(" |", line + 1) == caret) wrap(text, caret, 1, look.color);
  const std::size_t word = text.find(look.word);
  wrap(text, word, look.word.size(), look.color);
  if (word != 0 && word != std::string::npos) wrap(text, 0, word, bold);
}

std::string_view text_of(std::span<const rehab::SourceFile> files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const rehab::SourceFile& f) { return f.name == name; });
  return found == files.end() || name.empty() ? std::string_view() : found->text;
}

std::vector<Diagnostic> each_once(std::span<const Diagnostic> diagnostics) {
  std::vector<Diagnostic> out;
  for (const Diagnostic& d : diagnostics)
    if (std::find(out.begin(), out.end(), d) == out.end()) out.push_back(d);
  return out;
}

// What is about no file and has the same hint as the next leaves it to the next.
void share_hints(std::vector<Diagnostic>& diagnostics) {
  for (std::size_t i = 0; i + 1 < diagnostics.size(); ++i)
    if (diagnostics[i].file.empty() && diagnostics[i].hint == diagnostics[i + 1].hint) diagnostics[i].hint.clear();
}

}  // namespace

Diagnostic usage(std::string_view code, std::string_view key, std::string_view message, std::string_view hint) {
  Diagnostic d;
  d.area = Area::intake;
  d.code = code;
  d.key = key;
  d.message = message;
  d.hint = hint;
  return d;
}

Diagnostic file_problem(std::string_view message, std::string_view hint) {
  Diagnostic d;
  d.area = Area::environment;
  d.code = "file";
  d.message = message;
  d.hint = hint;
  return d;
}

std::string rendered(std::span<const Diagnostic> diagnostics, std::span<const rehab::SourceFile> files, bool color) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    std::string text = rehab::render(d, text_of(files, d.file));
    if (color) paint(text, look_of(d.level));
    out += text;
  }
  return out;
}

void report(const Arguments& arguments, std::span<const Diagnostic> diagnostics, std::span<const rehab::SourceFile> files) {
  std::vector<Diagnostic> wanted = each_once(diagnostics);
  if (arguments.has(Opt::quiet)) std::erase_if(wanted, [](const Diagnostic& d) { return d.level == Level::note; });
  share_hints(wanted);
  if (!wanted.empty()) tell(rendered(wanted, files, color_for_talk(arguments)));
}

std::span<const ExitMeaning> exit_meanings() { return meanings; }

int exit_code(std::span<const Diagnostic> diagnostics) {
  constexpr std::array gravest_first{std::pair{Area::refused, refused}, std::pair{Area::protocol, bad_protocol},
                                     std::pair{Area::intake, bad_case}, std::pair{Area::environment, bad_environment}};
  for (const auto& [area, code] : gravest_first)
    for (const Diagnostic& d : diagnostics)
      if (d.level == Level::error && d.area == area) return code;
  return bug;
}

}  // namespace app
