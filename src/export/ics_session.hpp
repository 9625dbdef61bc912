// The title and the text of a session in a calendar. Raw text: the caller escapes it.
#pragma once

#include <string>
#include <string_view>

#include "rehab/plan.hpp"

namespace rehab::ics {

// "Heel drops (left)", "Heel raises + Balance (left), evening". `part` may be "".
void append_title(std::string& out, const Plan& plan, const Routine& routine, std::string_view part);

// "✓ " before the title of a session of which all was done.
void append_mark(std::string& out, const Session& session);

// "Cancelled: Heel drops, evening": of a session that the plan no longer has. `neutral`: it does not say of what.
void append_title(std::string& out, const Plan& plan, const Withdrawn& withdrawn, std::string_view part, bool neutral);

// "Done: all of it. Pain: 3 of 10." False: nothing was reported.
bool append_report(std::string& out, const Plan& plan, const Session& session);

// Plain text in short lines, the same in every client: phase and week, each exercise with its dose and what of it is assumed, the
// pain rule, the sources, and that it is not medical advice.
void append_description(std::string& out, const Plan& plan, const Routine& routine);

}  // namespace rehab::ics
