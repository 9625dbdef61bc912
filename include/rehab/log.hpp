// What the library has done, for the log of the program that it is in: a name and a count, never a text or a number of a person.
//
//   const rehab::Log log{[](void*, const rehab::LogEvent& event) { std::clog << event.what << ": " << event.count << '\n'; }};
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake, {}, log);  // sessions planned: 56
//
// A sink is given to the very call that is to be told of, so nothing is global; it is called on the thread of that call, before it
// returns, and must not throw. Mistakes are not events: they are the call's diagnostics.
#pragma once

#include <cstddef>
#include <string_view>

namespace rehab {

// Something that was done.
struct LogEvent {
  std::string_view what;  // "files read", "protocols read", "entries read", "sessions planned", "changes", "octets written"
  std::size_t count = 0;  // how many
};

// A sink. Copied nowhere: what `host` leads to must live during the call.
struct Log {
  void (*write)(void* host, const LogEvent& event) = nullptr;  // null: nobody listens
  void* host = nullptr;                                        // handed on as it is

  // Writes an event, if somebody listens.
  void operator()(std::string_view what, std::size_t count) const {
    if (write) write(host, {what, count});
  }
};

}  // namespace rehab
