// The table of keys of a case file: the language of protocols/, with tables of its own.
#pragma once

#include <span>

#include "protocol/keys.hpp"

namespace rehab::case_file {

// Reads into a CaseFile.
const protocol::Table& case_table();

// Every table of a case file, for hints.
std::span<const protocol::Table* const> case_tables();

// The same for a file of nothing but a diary.
const protocol::Table& diary_table();
std::span<const protocol::Table* const> diary_tables();

}  // namespace rehab::case_file
