// The completion scripts of three shells, from the lists of options.hpp. What is fixed is written into a script; ids and zones are
// asked of rehab when they are needed (`rehab completion --values KIND`), so a script does not grow old.
#pragma once

#include <string>
#include <string_view>

#include "options.hpp"

namespace app {

// The KIND of `--values`, as "protocols"; "": the values of this kind are fixed, or are files or free.
std::string_view asked_kind(Values values);

std::string bash_script();
std::string zsh_script();
std::string fish_script();

}  // namespace app
