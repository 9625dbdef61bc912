// NAME.LANG.toml over NAME.toml: texts in another language, everything else as it is.
#pragma once

#include "document/document.hpp"
#include "protocol/report.hpp"

namespace rehab::protocol {

// Replaces the texts of `original` by those of `translation`, in which `check_translation` found no error. Places stay those of the
// original.
void translate(document::Node& original, const document::Node& translation);

// For authors: how many texts of the original the translation leaves as they are.
void check_missing_texts(const document::Node& original, Report& translation);

}  // namespace rehab::protocol
