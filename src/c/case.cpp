// Cases: made, read, copied, written, pinned to their protocol.
#include <algorithm>

#include "c/handles.hpp"
#include "c/intake.hpp"
#include "c/report.hpp"
#include "c/values.hpp"

namespace rehab::c {

namespace {

rehab_status settle_case(Result<CaseFile> result, SourceFile from, const Memory& memory, rehab_case** out, rehab_report** report) {
  std::string name(from.name), text(from.text);
  return settle(std::move(result), memory, report, [&](CaseFile file) {
    const std::size_t entries = file.intake.diary.size();
    *out = made<rehab_case>(memory, std::move(file), std::move(name), std::move(text), entries).release();
  });
}

// The protocol of a case, as this catalog has it.
const Protocol& protocol_of(const rehab_case& person, const Catalog& catalog) {
  const Protocol* const found = catalog.find(person.file.intake.protocol);
  if (!found) throw Wrong{REHAB_BAD_CASE};
  return *found;
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_case_new(const rehab_intake* intake, const rehab_allocator* allocator, rehab_case** out, rehab_report** report) {
  begin(out);
  begin(report);
  return guarded([&] {
    there(out);
    const Memory memory = memory_of(allocator);
    return settle_case(telling(memory, report, [&] { return case_of(there(intake)); }), {}, memory, out, report);
  });
}

rehab_status rehab_case_read(rehab_text name, rehab_text text, const rehab_allocator* allocator, rehab_case** out,
                             rehab_report** report) {
  begin(out);
  begin(report);
  return guarded([&] {
    there(out);
    const Memory memory = memory_of(allocator);
    const SourceFile file{telling(memory, report, [&] { return utf8(name, "name"); }), octets(text)};
    return settle_case(read_case(file), file, memory, out, report);
  });
}

rehab_status rehab_case_copy(const rehab_case* person, const rehab_allocator* allocator, rehab_case** out) {
  begin(out);
  return guarded([&] {
    there(out);
    const Memory memory = memory_of(allocator);
    rehab_case copy = valid(person);
    *out = made<rehab_case>(memory, std::move(copy.file), std::move(copy.name), std::move(copy.text), copy.in_text).release();
    return REHAB_OK;
  });
}

void rehab_case_free(rehab_case* person) { release(person); }

size_t rehab_case_entry_count(const rehab_case* person) { return is_valid(person) ? person->file.intake.diary.size() : 0; }

rehab_status rehab_case_text(const rehab_case* person, int32_t form, rehab_string* out) {
  return guarded([&] {
    const CaseFile& file = valid(person).file;
    if (form != REHAB_TOML && form != REHAB_JSON) throw Wrong{REHAB_BAD_VALUE};
    if (file.version.empty()) throw Wrong{REHAB_NOT_PINNED};
    give(out, person->head.memory, form == REHAB_TOML ? case_text(file) : case_json(file));
    return REHAB_OK;
  });
}

rehab_status rehab_case_pin(rehab_case* person, const rehab_catalog* catalog) {
  return guarded([&] {
    const Protocol& protocol = protocol_of(valid(person), valid(catalog).catalog);
    std::string version = protocol.version, hash = protocol.hash;
    person->file.version = std::move(version);
    person->file.hash = std::move(hash);
    return REHAB_OK;
  });
}

rehab_status rehab_case_differences(const rehab_case* person, const rehab_catalog* catalog, rehab_string* out) {
  return guarded([&] {
    const Protocol& protocol = protocol_of(valid(person), valid(catalog).catalog);
    std::string lines;
    if (!person->file.version.empty()) {
      for (const std::string& line : protocol_differences(person->file, protocol)) (lines += line) += '\n';
    }
    give(out, person->head.memory, lines);
    return REHAB_OK;
  });
}
