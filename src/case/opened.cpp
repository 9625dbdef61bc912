#include "case/opened.hpp"

#include <utility>

#include "case/torn.hpp"
#include "document/json.hpp"

namespace rehab::case_file {

Opened open(const SourceFile& file) {
  if (document::is_json(file.text)) return {document::parse_json(file.name, file.text), {}, {}};
  Whole whole = without_torn(file.text);
  Result<document::Document> parsed = document::parse(file.name, whole.text);
  return {std::move(parsed), std::move(whole.text), std::move(whole.torn)};
}

}  // namespace rehab::case_file
