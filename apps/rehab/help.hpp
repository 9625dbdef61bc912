// Help, from the lists of options.hpp, for 80 columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace app {

std::string help(const Command& command, bool color);
std::string help(bool color);  // of rehab itself

// "$ rehab plan …", at `indent`. A long line is broken before an option, as a shell takes it.
void append_command_line(std::string& out, std::string_view line, std::size_t indent, std::size_t width);

// "Output", "Calendar (--format ics)": of the options that the command knows, in their order; of those of every command for null.
std::vector<std::string_view> option_groups(const Command* command);

// Whether the help of the command shows the option; that of rehab itself, null, shows those that are known everywhere.
bool shows(const Command* command, const Option& option);

constexpr std::string_view not_advice = "This is not medical advice. In doubt, see a clinician.";

}  // namespace app
