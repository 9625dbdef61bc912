// TOML (1.0.0) appended to a string, as a case file needs it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rehab::case_file {

// In quotes, on one line. What cannot be said is said as U+FFFD: octets that are not UTF-8, and characters of plane 16, which is
// for private use.
void append_text(std::string& out, std::string_view text);

// As it is where it may be, else in quotes.
void append_key(std::string& out, std::string_view key);

// A finite number.
void append_real(std::string& out, double number);

// ["a", "b"]
void append_texts(std::string& out, std::span<const std::string> texts);

}  // namespace rehab::case_file
