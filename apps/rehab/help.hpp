// Help, from the lists of options.hpp, for 80 columns.
#pragma once

#include <string>

#include "options.hpp"

namespace app {

std::string help(const Command& command, bool color);
std::string help(bool color);  // of rehab itself

}  // namespace app
