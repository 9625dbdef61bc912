#include "case_on_disk.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "file.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

using Problem = std::optional<rehab::Diagnostic>;
using Grow = std::function<std::optional<Growth>(const std::string&)>;

// An open file; its lock ends with it.
class OpenFile {
 public:
  OpenFile(const std::string& path, int flags) : file_(open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)) {}
  ~OpenFile() {
    if (file_ >= 0) close(file_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int number() const { return file_; }

 private:
  int file_;
};

// Calls again what a signal has interrupted. Returns 0 or errno.
template <class Call>
int until_done(Call call) {
  while (call() != 0)
    if (errno != EINTR) return errno;
  return 0;
}

int lock(int file, int kind) {
  return until_done([&] { return flock(file, kind); });
}
int cut(int file, std::size_t length) {
  return until_done([&] { return ftruncate(file, static_cast<off_t>(length)); });
}

constexpr std::string_view name_the_case = "name the file that `rehab start` made";

Problem not_there(const std::string& path, int error) {
  return unreadable(path, std::strerror(error), error == ENOENT ? "make it with `rehab start`, or name the file that it made" : "");
}

// Whether the path names another file by now, or none. What cannot be told is no reason to write an entry twice.
bool is_replaced(int file, const std::string& path) {
  struct stat open {
  }, named{};
  if (stat(path.c_str(), &named) != 0) return errno == ENOENT;
  return fstat(file, &open) == 0 && (open.st_dev != named.st_dev || open.st_ino != named.st_ino);
}

Problem unsaved(const std::string& path, int error, bool is_cut) {
  rehab::Diagnostic problem = unwritable(path, error);
  problem.message = joined({"the entry is not saved: ", problem.message});
  if (!is_cut) problem.hint = "look at the end of the file: the entry, or a part of it, may stand there";
  return problem;
}

// Adds to a file that is open to append, and whose length is `length`.
Problem grow_by(int file, const std::string& path, std::size_t length, const Growth& growth) {
  int error = growth.keep < length ? cut(file, growth.keep) : 0;
  if (error != 0) return unsaved(path, error, true);
  error = write_all(file, growth.more);
  if (error == 0) error = sync_file(file);
  if (error == 0) return {};
  const bool is_cut = cut(file, growth.keep) == 0;
  sync_file(file);
  return unsaved(path, error, is_cut);
}

// One try. `again`: the file was replaced while this went on, and nothing counts.
Problem append_once(const std::string& path, const Grow& grow, bool& again) {
  const OpenFile file(path, O_RDWR | O_APPEND);
  if (file.number() < 0) return errno == ENOENT ? not_there(path, errno) : unwritable(path, errno);
  if (const int error = lock(file.number(), LOCK_EX); error != 0)
    return unreadable(path, joined({"cannot lock it: ", std::strerror(error)}), "keep your case on a disk of this machine");
  again = is_replaced(file.number(), path);
  if (again) return {};
  std::string text;
  if (Problem problem = read_open(file.number(), path, text, name_the_case)) return problem;
  const std::optional<Growth> growth = grow(text);
  if (!growth) return {};
  Problem problem = grow_by(file.number(), path, text.size(), *growth);
  again = !problem && is_replaced(file.number(), path);
  return problem;
}

}  // namespace

Problem read_case_text(const std::string& path, std::string& out) {
  const OpenFile file(path, O_RDONLY);
  if (file.number() < 0) return not_there(path, errno);
  lock(file.number(), LOCK_SH);  // where locks are not known, nobody can append either
  return read_open(file.number(), path, out, name_the_case);
}

Problem append_to_case(const std::string& path, const Grow& grow) {
  constexpr int most_tries = 20;
  for (int tries = 0; tries < most_tries; ++tries) {
    bool again = false;
    Problem problem = append_once(path, grow, again);
    if (!again) return problem;
  }
  return unreadable(path, "it is replaced again and again", "close the program that writes it, then try again");
}

}  // namespace app
