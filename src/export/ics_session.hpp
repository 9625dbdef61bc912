// The title and the text of a session in a calendar. Raw text: the caller escapes it.
#pragma once

#include <string>
#include <string_view>

#include "rehab/plan.hpp"

namespace rehab::ics {

// "Heel drops (left)", "Heel raises + Balance (left), evening". `part` may be "".
void append_title(std::string& out, const Plan& plan, const Routine& routine, std::string_view part);

// Plain text in short lines, the same in every client: phase and week, each exercise with its dose and what of it is assumed, the
// pain rule, the sources, and that it is not medical advice.
void append_description(std::string& out, const Plan& plan, const Routine& routine);

}  // namespace rehab::ics
