// What `--verbose` tells about the work, on standard error. Silent unless `start_log` was called.
//
//   log_line("sessions planned", plan.sessions.size());
//
//   rehab::make_plan(catalog, intake, {}, library_log());   what the library tells goes the same way
//
// Only what, how much and how long: nothing that a person said about themselves.
#pragma once

#include <cstddef>
#include <string_view>

#include "rehab/log.hpp"

namespace app {

void start_log();
void log_line(std::string_view what);
void log_line(std::string_view what, std::size_t count);
void log_line(std::string_view what, std::string_view which);
rehab::Log library_log();

}  // namespace app
