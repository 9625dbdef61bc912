#include "file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

using Problem = std::optional<rehab::Diagnostic>;

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "it is a folder";
  if (S_ISFIFO(mode)) return "it is a pipe";
  if (S_ISSOCK(mode)) return "it is a socket";
  return "it is a device";
}

// Returns 0 or errno.
int read_some(int file, std::string& out) {
  out.clear();
  std::array<char, 1 << 14> block;
  while (out.size() <= most_of_a_file) {
    const std::size_t wanted = std::min(block.size(), most_of_a_file + 1 - out.size());
    const ssize_t got = read(file, block.data(), wanted);
    if (got == 0) return 0;
    if (got < 0 && errno != EINTR) return errno;
    if (got > 0) out.append(block.data(), static_cast<std::size_t>(got));
  }
  return 0;
}

}  // namespace

rehab::Diagnostic unreadable(const std::string& path, std::string_view why, std::string_view hint) {
  return file_problem(joined({"cannot read ", ticked(path), ": ", why}), hint);
}

Problem read_open(int file, const std::string& path, std::string& out, std::string_view hint) {
  struct stat status {};
  if (fstat(file, &status) != 0) return unreadable(path, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return unreadable(path, kind_of(status.st_mode), hint);
  const int error = read_some(file, out);
  return error == 0 ? Problem() : unreadable(path, std::strerror(error));
}

Problem read_file(const std::string& path, std::string& out) {
  if (path == "-") {
    const int error = read_some(STDIN_FILENO, out);
    return error == 0 ? Problem() : unreadable("standard input", std::strerror(error));
  }
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);  // a pipe without a writer must not hold us
  if (file < 0) return unreadable(path, std::strerror(errno));
  Problem problem = read_open(file, path, out, "name a regular file, or write `-` for standard input");
  close(file);
  return problem;
}

Problem toml_files_in(const std::string& folder, std::vector<std::string>& out) {
  DIR* entries = opendir(folder.c_str());
  if (entries == nullptr) return unreadable(folder, std::strerror(errno));
  std::vector<std::string> found;
  while (const dirent* entry = readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name.ends_with(".toml") && !name.starts_with("."))
      found.push_back(folder + (folder.ends_with("/") ? "" : "/") + std::string(name));
  }
  closedir(entries);
  if (found.empty()) return unreadable(folder, "no .toml file is in it", "name a folder that holds protocols");
  std::sort(found.begin(), found.end());
  out.insert(out.end(), found.begin(), found.end());
  return {};
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat one {
  }, other{};
  return stat(a.c_str(), &one) == 0 && stat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int sync_file(int file) {
  while (fsync(file) != 0)
    if (errno != EINTR) return errno == EINVAL ? 0 : errno;  // EINVAL: this file system cannot
  return 0;
}

}  // namespace app
