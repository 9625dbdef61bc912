// A source as in a list of references, for eyes.
#pragma once

#include <string>

#include "rehab/knowledge.hpp"
#include "words/words.hpp"

namespace rehab {

// "Alfredson, Pietilä, Jonsson, Lorentzon. 1998. Am J Sports Med 26, 360–366. doi:10.1177/… (read second-hand)"; what was not seen
// is absent. More than four authors are cut: "Green et al." The commas and full stops between the parts are those of the source,
// which is in no language but its own.
std::string source_line(const Words& words, const Source& source);

}  // namespace rehab
