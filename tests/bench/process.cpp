// What a whole process costs, as the operating system accounts it: rehab_bench_process PROGRAM [ARGUMENT…]
// A program of its own, because a child's peak memory begins with that of the process that starts it.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int runs = 41;

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
}

// Runs the program with its output to nowhere. False if it could not be run or failed.
bool run(char** arguments, rusage& usage) {
  posix_spawn_file_actions_t nowhere;
  posix_spawn_file_actions_init(&nowhere);
  posix_spawn_file_actions_addopen(&nowhere, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&nowhere, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  const bool started = posix_spawn(&child, arguments[0], &nowhere, nullptr, arguments, environ) == 0;
  posix_spawn_file_actions_destroy(&nowhere);
  return started && wait4(child, &status, 0, &usage) == child && status == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::vector<double> times;
  double peak_mb = 0;
  for (int i = 0; i < runs; ++i) {
    rusage usage{};
    if (!run(argv + 1, usage)) {
      std::fprintf(stderr, "%s failed\n", argv[1]);
      return 1;
    }
    times.push_back(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
    peak_mb = std::max(peak_mb, static_cast<double>(usage.ru_maxrss) / 1024);
  }
  std::sort(times.begin(), times.end());
  std::printf("%6.2f ms of CPU (median of %d runs), peak %.1f MB: %s\n", times[times.size() / 2], runs, peak_mb, argv[1]);
  return 0;
}
