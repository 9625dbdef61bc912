// A strict reader of RFC 4180, which knows nothing of the writer.
//
//   rehab_test::read_csv("a,\"b,\"\"c\"\r\n")   // {{"a", "b,\"c"}}
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rehab_test {

using Row = std::vector<std::string>;

// None: it is not RFC 4180 (a row without CRLF, a quotation mark in the midst of a cell, rows of different lengths, a BOM).
std::optional<std::vector<Row>> read_csv(std::string_view text);

// What a program sees that parts cells at this separator, takes any line end, and lets pass what is wrong.
std::vector<std::string> cells_for(std::string_view text, char separator);

// Whether a spreadsheet would compute a cell: what stands there after white space and quotation marks, and is no plain number.
bool computes(std::string_view cell);

// By the names of the header.
std::vector<std::map<std::string, std::string>> records(const std::vector<Row>& rows);

}  // namespace rehab_test
