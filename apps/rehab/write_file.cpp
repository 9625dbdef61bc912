#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "file.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

using Problem = std::optional<rehab::Diagnostic>;

constexpr std::array ending_signals{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

// The temporary that a signal has to remove. A handler may read only what is lock-free or finished before it is set.
std::array<char, PATH_MAX> temporary_path{};
std::atomic<bool> temporary_exists = false;

void end_without_temporary(int number) {
  if (temporary_exists) unlink(temporary_path.data());
  std::signal(number, SIG_DFL);
  std::raise(number);
}

void catch_ending_signals() {
  for (const int number : ending_signals) {
    struct sigaction action {};
    sigaction(number, nullptr, &action);
    if (action.sa_handler != SIG_DFL) continue;  // `nohup` ignores one on purpose
    action.sa_handler = end_without_temporary;
    sigaction(number, &action, nullptr);
  }
}

// While it lives, the ending signals wait.
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int number : ending_signals) sigaddset(&ending, number);
    sigprocmask(SIG_BLOCK, &ending, &before_);
  }
  ~SignalsWait() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;

 private:
  sigset_t before_{};
};

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// Where the links end; "" if one of them is the kernel's name of an open file, as /dev/stdout is: that file is someone's to append
// to.
std::string behind_links(std::string path) {
  for (int links = 0; links < 40; ++links) {  // as the kernel's own bound; stat(2) has refused circles already
    if (path.starts_with("/proc/") || path.starts_with("/dev/fd/")) return {};
    std::array<char, PATH_MAX> target{};
    const ssize_t length = readlink(path.c_str(), target.data(), target.size());
    if (length < 0) return path;
    const std::string_view next(target.data(), static_cast<std::size_t>(length));
    path = next.starts_with("/") ? std::string(next) : joined({folder_of(path), "/", next});
  }
  return {};
}

int write_straight(const std::string& path, std::string_view text) {
  const int file = open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return errno;
  int error = write_all(file, text);
  if (close(file) != 0 && error == 0) error = errno;
  return error;
}

mode_t usual_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// As the file that is replaced. Another owner can be kept only by root; whoever cannot, owns the new file.
int take_after(int file, const struct stat* old) {
  if (old == nullptr) return fchmod(file, usual_mode()) == 0 ? 0 : errno;
  const bool same_owner = fchown(file, old->st_uid, old->st_gid) == 0;
  return fchmod(file, old->st_mode & (same_owner ? 07777 : 0777)) == 0 ? 0 : errno;
}

// What takes the place of the temporary's name.
struct Target {
  const struct stat* old = nullptr;  // the file that it replaces; null: there is none
  bool make = false;                 // it must not be there, and is for its owner alone
};

int fill(int file, std::string_view text, const Target& target) {
  int error = write_all(file, text);
  if (error == 0 && !target.make) error = take_after(file, target.old);  // a temporary is for its owner alone
  if (error == 0) error = sync_file(file);
  if (close(file) != 0 && error == 0) error = errno;
  return error;
}

// Returns 0 or errno. A folder that may not be read cannot be synced, and some file systems cannot do it.
int sync_folder(const std::string& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return errno == EACCES ? 0 : errno;
  const int error = sync_file(file);
  close(file);
  return error;
}

// Some file systems know no rename that spares what is there, others no second name for a file.
int rename_sparing(const char* temporary, const char* path) {
#ifdef RENAME_NOREPLACE
  if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
  if (link(temporary, path) != 0) return errno;
  unlink(temporary);
  return 0;
}

// `path` is no link. Returns 0 or errno.
int put_in_place(const std::string& path, std::string_view text, const Target& target) {
  const std::string folder = folder_of(path);
  std::string temporary = joined({folder, "/.rehab-XXXXXX.tmp"});
  if (temporary.size() >= temporary_path.size()) return ENAMETOOLONG;
  catch_ending_signals();
  int file = -1;
  {
    const SignalsWait wait;
    file = mkostemps(temporary.data(), 4, O_CLOEXEC);
    if (file < 0) return errno;
    temporary.copy(temporary_path.data(), temporary.size());
    temporary_exists = true;
  }
  int error = fill(file, text, target);
  const SignalsWait wait;
  if (error == 0 && target.make) {
    error = rename_sparing(temporary.c_str(), path.c_str());
  } else if (error == 0 && rename(temporary.c_str(), path.c_str()) != 0) {
    error = errno;
  }
  if (error != 0) unlink(temporary.c_str());
  temporary_exists = false;
  if (error != 0) return error;
  error = sync_folder(folder);
  if (error != 0 && target.make) unlink(path.c_str());  // what may be gone tomorrow was not made
  return target.make ? error : 0;
}

}  // namespace

rehab::Diagnostic unwritable(const std::string& path, int error) {
  const std::string hint = error == ENOENT   ? "make the folder first, or name another"
                           : error == EISDIR ? "name a file in that folder"
                           : error == EEXIST ? "name another file: what is there is never written over"
                           : error == ENOSPC ? "make room, or name a file on another disk"
                           : error == EDQUOT ? "make room, or name a file on another disk"
                                             : "";
  return file_problem(joined({"cannot write ", ticked(path), ": ", std::strerror(error)}), hint);
}

Problem write_file(const std::string& path, std::string_view text) {
  struct stat old {};
  const bool exists = stat(path.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) return unwritable(path, EISDIR);
  if (!exists && errno != ENOENT) return unwritable(path, errno);
  if (exists && faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) return unwritable(path, errno);  // a rename would not ask
  const std::string target = exists && !S_ISREG(old.st_mode) ? std::string() : behind_links(path);
  if (path.empty() || path.ends_with("/")) return unwritable(path, path.empty() ? ENOENT : EISDIR);
  const int error = target.empty() ? write_straight(path, text) : put_in_place(target, text, {exists ? &old : nullptr});
  return error == 0 ? Problem() : unwritable(path, error);
}

Problem why_not_new(const std::string& path) {
  struct stat status {};
  if (is_folder(path) || path.ends_with("/")) return unwritable(path, EISDIR);
  if (lstat(path.c_str(), &status) == 0) return unwritable(path, EEXIST);  // also a link to nowhere
  if (errno != ENOENT) return unwritable(path, errno);
  return is_folder(folder_of(path)) ? Problem() : unwritable(path, ENOENT);
}

Problem make_file(const std::string& path, std::string_view text) {
  if (Problem problem = why_not_new(path)) return problem;
  const int error = put_in_place(path, text, {nullptr, true});
  return error == 0 ? Problem() : unwritable(path, error);
}

}  // namespace app
