// What holds for every text for eyes, whatever it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rehab::page_laws {

// The broken laws, each with its line; empty: all hold. No line is wider than `width`, none ends with a space, no two are blank in
// a row, and of controls there are only line feeds and, in colour, the escapes of SGR.
std::vector<std::string> broken(std::string_view page, int width, bool color);

// The page in one line with single spaces, so that a sentence can be found however it is wrapped.
std::string unwrapped(std::string_view page);

}  // namespace rehab::page_laws
