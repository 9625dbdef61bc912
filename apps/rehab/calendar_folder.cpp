#include "calendar_folder.hpp"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <vector>

#include "arguments.hpp"
#include "file.hpp"
#include "rehab/export.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace app {
namespace {

using Problem = std::optional<rehab::Diagnostic>;

constexpr std::string_view ending = ".ics";

Problem unusable(const std::string& folder, int error) {
  return file_problem(joined({"cannot write ", ticked(folder), ": ", std::strerror(error)}),
                      error == ENOENT ? "make the folder first, or name another" : "");
}

// --- One file
// ---------------------------------------------------------------------------------------------------------------------------

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool dates_revision(std::string_view line) {
  constexpr std::array<std::string_view, 3> names{"DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"};
  return std::any_of(names.begin(), names.end(), [line](std::string_view name) { return line.starts_with(name); });
}

// Whether two files differ in nothing but their revision.
bool say_the_same(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view one = take_line(a), other = take_line(b);
    if (one != other && !(dates_revision(one) && dates_revision(other))) return false;
  }
  return a.empty() && b.empty();
}

bool has_line(std::string_view text, std::string_view wanted) {
  while (!text.empty())
    if (take_line(text) == wanted) return true;
  return false;
}

// The line by which a file says whose it is.
std::string mark_of(std::string_view text) {
  while (!text.empty())
    if (const std::string_view line = take_line(text); line.starts_with("X-REHAB-PLAN:")) return std::string(line);
  return {};
}

// --- The folder
// -------------------------------------------------------------------------------------------------------------------------

class Folder {
 public:
  Folder(const std::string& path, FolderUpdate& update) : path_(path), update_(update) {}

  Problem write(const rehab::CalendarItem& item) {
    const std::string path = path_of(item.uid);
    if (read(path) && say_the_same(text_, item.text)) return ++update_.kept, Problem();
    if (Problem problem = write_file(path, item.text)) return problem;
    ++update_.written;
    return {};
  }

  Problem remove(const std::string& uid) {
    const std::string path = path_of(uid);
    if (unlink(path.c_str()) == 0) return ++update_.removed, Problem();
    return errno == ENOENT ? Problem() : file_problem(joined({"cannot remove ", ticked(path), ": ", std::strerror(errno)}));
  }

  // All files with this mark whose UID is not among `kept`.
  Problem remove_others(const std::set<std::string_view>& kept, std::string_view mark) {
    std::vector<std::string> uids;
    if (Problem problem = list(uids)) return problem;
    for (const std::string& uid : uids) {
      if (kept.contains(uid) || !read(path_of(uid)) || !has_line(text_, mark)) continue;
      if (Problem problem = remove(uid)) return problem;
    }
    return {};
  }

 private:
  std::string path_of(const std::string& uid) const { return joined({path_, uid, ending}); }

  // A file that cannot be read is nobody's that we know.
  bool read(const std::string& path) {
    struct stat status {};
    return lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && !read_file(path, text_);
  }

  Problem list(std::vector<std::string>& uids) const {
    DIR* entries = opendir(path_.c_str());
    if (entries == nullptr) return unusable(path_, errno);
    while (const dirent* entry = readdir(entries)) {
      const std::string_view name = entry->d_name;
      if (name.ends_with(ending) && !name.starts_with('.')) uids.emplace_back(name.substr(0, name.size() - ending.size()));
    }
    closedir(entries);
    std::sort(uids.begin(), uids.end());
    return {};
  }

  std::string path_;
  FolderUpdate& update_;
  std::string text_;  // of the file that was read last
};

// "wrote calendar/: 12 sessions new or changed, 156 as they were, 3 taken away"
std::string told(const std::string& folder, const FolderUpdate& update) {
  return joined({"wrote ", shown(folder), ": ", std::to_string(update.written), update.written == 1 ? " session" : " sessions",
                 " new or changed, ", std::to_string(update.kept), " as they were, ", std::to_string(update.removed),
                 " taken away\n"});
}

}  // namespace

bool names_folder(std::string_view path) { return path.size() > 1 && path.ends_with('/'); }

Problem write_calendar_folder(const std::string& folder, std::string_view calendar, FolderUpdate& update) {
  struct stat status {};
  if (stat(folder.c_str(), &status) != 0) return unusable(folder, errno);
  Folder files(folder, update);
  std::set<std::string_view> kept;
  const std::vector<rehab::CalendarItem> items = rehab::calendar_items(calendar);
  for (const rehab::CalendarItem& item : items) {
    const bool cancelled = has_line(item.text, "STATUS:CANCELLED");
    if (Problem problem = cancelled ? files.remove(item.uid) : files.write(item)) return problem;
    if (!cancelled) kept.insert(item.uid);
  }
  return items.empty() ? Problem() : files.remove_others(kept, mark_of(items.front().text));
}

int put_into_folder(const Arguments& arguments, const std::string& folder, std::string_view calendar) {
  FolderUpdate update;
  if (const Problem problem = write_calendar_folder(folder, calendar, update)) return report(arguments, {&*problem, 1}), bad_file;
  if (!arguments.has(Opt::quiet)) tell(told(folder, update));
  return done;
}

}  // namespace app
