// What is asked before a course begins, on the terminal, one question at a time.
#pragma once

#include <string>
#include <vector>

#include "rehab/case.hpp"
#include "rehab/catalog.hpp"

namespace app {

// The red flags that everyone with the protocol's condition is asked about before it begins, in the order to ask in.
std::vector<const rehab::RedFlag*> screening_of(const rehab::Catalog& catalog, const rehab::Protocol& protocol);

// What else the person is asked: that for which no plan at all is made without a clinician, and that to which this protocol is
// refused, or which it needs a release for. Each once; what the case says already is not asked.
std::vector<const rehab::Tag*> tags_to_ask(const rehab::Catalog& catalog, const rehab::Protocol& protocol,
                                           const rehab::Case& intake);

// Whether some test of the protocol is judged by age and sex.
bool has_norms(const rehab::Catalog& catalog, const rehab::Protocol& protocol);

// "Stop. " and the head on a line of their own, then the text.
std::string stop_sign(std::string_view head, std::string_view text, bool color);

// What to do after a yes, and how fast.
std::string what_to_do(const rehab::RedFlag& flag, bool color);

// none: every answer is no. yes: the flag is told, with what to do and how fast. gone: the input ended before the last answer.
enum class Answers { none, yes, gone };
Answers ask_red_flags(const std::vector<const rehab::RedFlag*>& flags, bool color);

// What is answered with yes goes into the case. False: the input ended before the last answer.
bool ask_tags(const std::vector<const rehab::Tag*>& tags, bool color, rehab::Case& intake);

// Asks for what the case does not say yet; nobody has to answer. False: the input ended.
bool ask_age_and_sex(rehab::Case& intake);

}  // namespace app
