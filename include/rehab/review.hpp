// What an author wants to know of protocols that read without an error: do they plan for everybody, and what do they leave open?
//
//   std::vector<rehab::Diagnostic> gaps = rehab::rehearse(catalog, {"protocols/calf-strain.toml", text});
//   rehab::Coverage covered = rehab::coverage(catalog, files);
//   covered.protocols.front().cert[6].answer;  // Answer::stated: a rule for progression
//
// Both are for desks, not for servers: a rehearsal makes hundreds of plans, coverage reads the files again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/api.h"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab {

// Makes a plan of the protocol for each severity that it offers, with every set of equipment from none to all (of more than six
// kinds: none, all, each alone, all but one), on one to seven free days a week, spread and side by side, without and with all that
// is optional. An error where there is no plan, where a phase has no session although each weekday comes and is free or it lasts a
// week, and where a workout is left out and no Change says so; each once, for the first person that it happens to. `file` holds
// the protocol, under the name that messages use; their place is the severity's. Empty if the catalog has no such protocol.
REHAB_API std::vector<Diagnostic> rehearse(const Catalog& catalog, const SourceFile& file);

// How a protocol answers an item of a reporting standard.
enum class Answer : std::uint8_t {
  stated,      // in full
  partly,      // some of what is counted, or only a part of the question
  not_stated,  // left out, or the language has no key for it
  later,       // only a diary of what was done can answer it; a protocol never does
  no_case,     // it is about something that this protocol does not have: a load, a second phase
};
inline constexpr std::array<std::string_view, 5> answer_names{"stated", "partly", "not-stated", "later", "no-case"};
constexpr std::string_view name(Answer a) { return answer_names[static_cast<std::size_t>(a)]; }

// One item of a standard, answered. Its texts live as long as the program.
struct CoverageItem {
  std::string_view number;   // "7a"; of the minimum "": it has none
  std::string_view what;     // what the item asks for
  std::string_view keys;     // what answers it; "": nothing in the language
  Answer answer{};           // how far
  int stated = 0, of = 0;    // where things are counted: 19 of 24 doses; else both 0
  std::string_view counted;  // "doses"; "": nothing is counted
};

// How many numbers come from where, by Confidence. A key is one number, however it varies by week or severity.
struct Confidences {
  std::array<int, confidence_names.size()> count{};  // by Confidence

  // All of them.
  int total() const { return count[0] + count[1] + count[2] + count[3]; }
};

// What one protocol answers.
struct ProtocolCoverage {
  std::string protocol;               // its id
  std::vector<CoverageItem> cert;     // the 16 items of the Consensus on Exercise Reporting Template, some in two parts
  std::vector<CoverageItem> minimum;  // what a complete prescription says at least
  Confidences numbers;                // of its own file
  Confidences shared;  // of the condition, pain rules, measures and levels that it uses, from the files that protocols share
};

// What some protocols answer.
struct Coverage {
  std::vector<ProtocolCoverage> protocols;  // by id
  Confidences numbers, shared;              // of all together; what is shared is counted once
};

// How protocols answer the reporting standards: these (ids; one that there is not is passed over), or all. `files` are those that
// the catalog was read from.
REHAB_API Coverage coverage(const Catalog& catalog, std::span<const SourceFile> files,
                            std::span<const std::string_view> protocols = {});

}  // namespace rehab
