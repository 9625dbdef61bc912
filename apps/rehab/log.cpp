#include "log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace app {
namespace {

bool logging = false;

}  // namespace

void start_log() {
  // spdlog would log to standard output, which is for data.
  auto logger = std::make_shared<spdlog::logger>("rehab", std::make_shared<spdlog::sinks::stderr_sink_st>());
  logger->set_pattern("%n: %i us: %v");  // microseconds since the line before
  logger->set_level(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
  logging = true;
}

void log_line(std::string_view what) {
  if (logging) spdlog::info(what);
}

void log_line(std::string_view what, std::size_t count) {
  if (logging) spdlog::info("{}: {}", what, count);
}

void log_line(std::string_view what, std::string_view which) {
  if (logging) spdlog::info("{}: {}", what, which);
}

rehab::Log library_log() {
  return {[](void*, const rehab::LogEvent& event) { log_line(event.what, event.count); }};
}

}  // namespace app
