// Files, read within bounds and written whole or not at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/diagnostic.hpp"

namespace app {

// What the library takes of one file; one octet more is read, so that it sees when there is more.
inline constexpr std::size_t most_of_a_file = std::size_t{1} << 20;

// Reads a regular file, at most `most_of_a_file` and one octet of it; "-" is standard input. A folder, a pipe or a device is a
// problem.
std::optional<rehab::Diagnostic> read_file(const std::string& path, std::string& out);

// The same of a file that is open, from where it stands; `path` is what messages call it, `hint` what to do if it is no regular
// file.
std::optional<rehab::Diagnostic> read_open(int file, const std::string& path, std::string& out, std::string_view hint);

// "cannot read `case.toml`: No such file or directory"
rehab::Diagnostic unreadable(const std::string& path, std::string_view why, std::string_view hint = {});

// The paths of all visible *.toml in a folder, by name. None at all is a problem.
std::optional<rehab::Diagnostic> toml_files_in(const std::string& folder, std::vector<std::string>& out);

bool is_folder(const std::string& path);
bool same_file(const std::string& a, const std::string& b);

// The last part of a path.
std::string_view file_name(std::string_view path);

// Replaces the file as a whole: writes a temporary beside it, syncs, renames. If anything fails, or a signal ends the program, the
// old file is as it was and the temporary is gone. Keeps the old file's mode. A link stays a link: what it points to is replaced.
// What is no regular file (a device, a pipe) is opened and written.
std::optional<rehab::Diagnostic> write_file(const std::string& path, std::string_view text);

// Makes a file that only its owner can read, whole or not at all, synced, and never over one that is there.
std::optional<rehab::Diagnostic> make_file(const std::string& path, std::string_view text);

// Why `make_file` would fail, as far as one can tell before there is something to write.
std::optional<rehab::Diagnostic> why_not_new(const std::string& path);

// "cannot write `plan.ics`: No space left on device", and what to do.
rehab::Diagnostic unwritable(const std::string& path, int error);

// Writes all of it to an open file. Returns 0 or errno.
int write_all(int file, std::string_view text);

// Sees that what was written is on the disk, where the file system can. Returns 0 or errno.
int sync_file(int file);

}  // namespace app
