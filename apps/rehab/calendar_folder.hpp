// A folder with one file for each event of a plan, as khal reads it and vdirsyncer keeps it in step with a server.
//
//   FolderUpdate update;
//   write_calendar_folder("calendar/", *rehab::export_plan(plan, "ics", {.withdrawn = withdrawn}), update);
//
// The folder is the person's: other events may lie in it, and other plans. What is not this plan's is never touched.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rehab/diagnostic.hpp"

namespace app {

struct Arguments;

// It ends with a slash, by which a folder is told from a file; never the root.
bool names_folder(std::string_view path);

struct FolderUpdate {
  std::size_t written = 0, kept = 0, removed = 0;  // files
};

// Writes UID.ics for each event, each file whole or not at all, and removes those of cancelled events, whatever a server has made
// of them, and all others that say that they are this plan's (X-REHAB-PLAN). The folder, named with its slash, must be there.
//
// A file stays as it is if only its revision (DTSTAMP, LAST-MODIFIED, SEQUENCE) would change: so an event's SEQUENCE is that of the
// revision which changed it last, and a sync sends no more than what changed.
std::optional<rehab::Diagnostic> write_calendar_folder(const std::string& folder, std::string_view calendar, FolderUpdate& update);

// The same, told on standard error; returns the exit code.
int put_into_folder(const Arguments& arguments, const std::string& folder, std::string_view calendar);

}  // namespace app
