// Standard output and standard error: where data and talk go, and whether eyes look at them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace app {

struct Arguments;

// Before anything else: a closed pipe and a full file become errors of write(2), not deaths; a standard stream that is closed is
// held closed, so that no file that is opened later takes its place.
void prepare_streams();

// Data. Returns the exit code: 0, also if the reader has gone away (`rehab list | head -1`); 6, with a word on standard error, if
// it cannot be written.
int put(const Arguments& arguments, std::string_view data);

inline constexpr std::size_t talk_width = 79;  // columns of talk and help

// Talk. What cannot be told is lost.
void tell(std::string_view talk);

// By `--color`; else only for a terminal that is not dumb, and never with NO_COLOR.
bool color_for_data(const Arguments& arguments);
bool color_for_talk(const Arguments& arguments);

// Someone can be asked: questions are seen, and answers come from a keyboard.
bool can_ask();

// The next line of standard input, without its end; none: there is no more.
std::optional<std::string> read_line();

// Standard output is a terminal.
bool data_is_seen();

// Of the terminal that standard output is, within 40 to 200; 80 if it is none.
int terminal_width();

}  // namespace app
