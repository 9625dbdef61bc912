#include "terminal.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

#include "arguments.hpp"
#include "file.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

bool colored(const Arguments& arguments, int stream) {
  const std::string when = lower_case(arguments.value(Opt::color).value_or("auto"));
  if (when != "auto") return when == "always";
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: any text but none
  const char* terminal = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  return terminal != nullptr && *terminal != '\0' && std::string_view(terminal) != "dumb" && isatty(stream) == 1;
}

}  // namespace

void prepare_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  // The wrong way round on purpose: to write to a stream that was closed stays an error.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) == -1 && errno == EBADF) (void)!open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int put(const Arguments& arguments, std::string_view data) {
  const int error = write_all(STDOUT_FILENO, data);
  if (error == 0 || error == EPIPE) return done;
  const rehab::Diagnostic problem = file_problem(std::string("cannot write standard output: ") + std::strerror(error));
  report(arguments, {&problem, 1});
  return bad_file;
}

void tell(std::string_view talk) { write_all(STDERR_FILENO, talk); }

bool can_ask() { return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1; }

std::optional<std::string> read_line() {
  constexpr std::size_t longest = 1000;
  std::string line;
  for (char c = 0; line.size() < longest;) {
    const ssize_t got = read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return {};
    if (c == '\n') break;
    line += c;
  }
  return line;
}

bool data_is_seen() { return isatty(STDOUT_FILENO) == 1; }

bool color_for_data(const Arguments& arguments) { return colored(arguments, STDOUT_FILENO); }
bool color_for_talk(const Arguments& arguments) { return colored(arguments, STDERR_FILENO); }

int terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<int>(size.ws_col, 40, 200);
}

}  // namespace app
