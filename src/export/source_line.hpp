// A source as in a list of references, for eyes.
#pragma once

#include <string>

#include "rehab/knowledge.hpp"

namespace rehab {

// "Alfredson, Pietilä, Jonsson, Lorentzon. 1998. Am J Sports Med 26, 360–366. doi:10.1177/… (read second-hand)"; what was not seen
// is absent. More than four authors are cut: "Green et al."
std::string source_line(const Source& source);

}  // namespace rehab
