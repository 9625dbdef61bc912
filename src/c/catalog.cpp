// Catalogs: made of the built-in files or the host's own, and asked.
#include <algorithm>
#include <array>

#include "c/handles.hpp"
#include "c/report.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"
#include "export/references.hpp"
#include "plan/ids.hpp"
#include "plan/intake.hpp"
#include "protocol/report.hpp"

namespace rehab::c {

namespace {

static_assert(REHAB_UNIT_SCORE == static_cast<int>(Measure::Unit::score) + 1 &&
              REHAB_UNIT_YES_NO == static_cast<int>(Measure::Unit::yes_no) + 1);
static_assert(REHAB_ASKED_AFTER_SESSION == static_cast<int>(Measure::Asked::session) + 1 &&
              REHAB_ASKED_AS_TEST == static_cast<int>(Measure::Asked::test) + 1);
static_assert(REHAB_EMERGENCY == static_cast<int>(RedFlag::Urgency::emergency) + 1 &&
              REHAB_SOON == static_cast<int>(RedFlag::Urgency::soon) + 1);
static_assert(REHAB_ASKED_BEFORE_THE_PLAN == static_cast<int>(RedFlag::Moment::screening) + 1 &&
              REHAB_ASKED_WHILE_TRAINING == static_cast<int>(RedFlag::Moment::session) + 1);
static_assert(REHAB_PRIMARY == static_cast<int>(Source::Seen::primary) + 1 &&
              REHAB_SECONDARY == static_cast<int>(Source::Seen::secondary) + 1);

// The options of a catalog, in our words.
struct Wish {
  std::string language;
  std::vector<std::string> protocols;
  bool beside_builtin = false;
  Memory memory;
  Sink sink;
};

Wish wish_of(const rehab_catalog_options* given, rehab_report** report) {
  const rehab_catalog_options options = taken(given);
  const Memory memory = memory_of(options.allocator);
  return telling(memory, report, [&] {
    Wish wish{string(options.language, "language"), strings(options.protocols, "protocols"), options.beside_builtin != 0, memory,
              sink_of(options.log)};
    if (wish.language.empty()) wish.language = "en";
    return wish;
  });
}

// Of files all are read.
void must_not_choose(const Wish& wish) {
  if (!wish.protocols.empty()) throw Wrong{REHAB_BAD_VALUE, "protocols", "none, for all files are read"};
}

rehab_status settle_catalog(Result<Catalog> result, const Wish& wish, rehab_catalog** out, rehab_report** report) {
  return settle(std::move(result), wish.memory, report,
                [&](Catalog catalog) { *out = made<rehab_catalog>(wish.memory, std::move(catalog), wish.sink).release(); });
}

// What was asked for and is not built in.
void tell_missing(Result<Catalog>& result, const std::vector<std::string>& asked) {
  for (const std::string& id : asked) {
    if (!result || result->find(id)) continue;
    const Catalog all = builtin_catalog();
    std::vector<std::string_view> names;
    for (const Protocol& protocol : all->protocols) names.push_back(protocol.id);
    result.diagnostics.push_back(mistake(Area::protocol, "protocol",
                                         protocol::joined({"there is no built-in protocol ", protocol::quote(id)}),
                                         plan::choice_hint(id, names)));
  }
  if (has_errors(result.diagnostics)) result.value.reset();
}

Result<Catalog> builtin(const Wish& wish) {
  if (wish.protocols.empty()) return builtin_catalog(wish.language, log_to(wish.sink));
  const std::vector<std::string_view> ids(wish.protocols.begin(), wish.protocols.end());
  Result<Catalog> result = builtin_catalog(wish.language, ids, log_to(wish.sink));
  tell_missing(result, wish.protocols);
  return result;
}

std::vector<SourceFile> files_of(const rehab_file* first, std::size_t count, bool beside_builtin) {
  std::vector<SourceFile> files;
  if (beside_builtin) files.assign(builtin_files().begin(), builtin_files().end());
  for (std::size_t i = 0; i < count; ++i) files.push_back({utf8(first[i].name, "name"), octets(first[i].text)});
  return files;
}

const Source& source_of(const Catalog& catalog, rehab_text id) {
  const auto found = std::ranges::find(catalog->sources, octets(id), &Source::id);
  if (found == catalog->sources.end()) throw Wrong{REHAB_OUT_OF_RANGE};
  return *found;
}

// A severity of a protocol.
void offer(const Catalog& catalog, const Protocol& protocol, Severity severity, rehab_protocol& out) {
  const auto place = static_cast<std::size_t>(severity);
  const std::optional<SeverityOffer>& offer = protocol.severity[place];
  if (!offer || !offer->weeks) return;
  out.weeks[place] = number(offer->weeks);
  out.clearance[place] = plan::needs_clearance(catalog, protocol, severity) ? 1 : 0;
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_catalog_builtin(const rehab_catalog_options* options, rehab_catalog** out, rehab_report** report) {
  begin(out);
  begin(report);
  return guarded([&] {
    there(out);
    const Wish wish = wish_of(options, report);
    return settle_catalog(builtin(wish), wish, out, report);
  });
}

rehab_status rehab_catalog_read(const rehab_file* files, size_t count, const rehab_catalog_options* options, rehab_catalog** out,
                                rehab_report** report) {
  begin(out);
  begin(report);
  return guarded([&] {
    there(out);
    const Wish wish = wish_of(options, report);
    const std::vector<SourceFile> all = telling(wish.memory, report, [&] {
      must_not_choose(wish);
      return files_of(items(files, count), count, wish.beside_builtin);
    });
    return settle_catalog(read_catalog(all, wish.language, log_to(wish.sink)), wish, out, report);
  });
}

void rehab_catalog_free(rehab_catalog* catalog) { release(catalog); }

size_t rehab_catalog_protocol_count(const rehab_catalog* catalog) {
  return is_valid(catalog) ? catalog->catalog->protocols.size() : 0;
}

rehab_status rehab_catalog_protocol(const rehab_catalog* catalog, size_t index, rehab_protocol* out) {
  return guarded([&] {
    const Catalog& all = valid(catalog).catalog;
    const Protocol& protocol = at(all->protocols, index);
    rehab_protocol filled{.struct_size = 0,
                          .id = borrowed(protocol.id),
                          .version = borrowed(protocol.version),
                          .title = borrowed(protocol.title),
                          .summary = borrowed(protocol.summary),
                          .condition = borrowed(all[protocol.condition].title),
                          .population = borrowed(protocol.population),
                          .licence = borrowed(protocol.licence),
                          .hash = borrowed(protocol.hash),
                          .weeks = {},
                          .clearance = {},
                          .red_flag_count = red_flags_of(all, protocol.condition).size()};
    for (const Severity severity : severities) offer(all, protocol, severity, filled);
    give(out, filled);
    return REHAB_OK;
  });
}

rehab_status rehab_catalog_find(const rehab_catalog* catalog, rehab_text id, size_t* index) {
  return guarded([&] {
    const Catalog& all = valid(catalog).catalog;
    const Protocol* const found = all.find(octets(id));
    if (!found) throw Wrong{REHAB_OUT_OF_RANGE};
    there(index) = static_cast<std::size_t>(found - all->protocols.data());
    return REHAB_OK;
  });
}

rehab_status rehab_catalog_red_flag(const rehab_catalog* catalog, size_t protocol, size_t index, rehab_red_flag* out) {
  return guarded([&] {
    const Catalog& all = valid(catalog).catalog;
    const std::vector<const RedFlag*> flags = red_flags_of(all, at(all->protocols, protocol).condition);
    const RedFlag& flag = *at(flags, index);
    give(out, {.struct_size = 0,
               .id = borrowed(flag.id),
               .title = borrowed(flag.title),
               .ask = borrowed(flag.ask),
               .act = borrowed(flag.act),
               .urgency = number_of(flag.urgency),
               .moment = number_of(flag.moment)});
    return REHAB_OK;
  });
}

size_t rehab_catalog_tag_count(const rehab_catalog* catalog) { return is_valid(catalog) ? catalog->catalog->tags.size() : 0; }

rehab_status rehab_catalog_tag(const rehab_catalog* catalog, size_t index, rehab_tag* out) {
  return guarded([&] {
    const Tag& tag = at(valid(catalog).catalog->tags, index);
    give(out, {.struct_size = 0, .id = borrowed(tag.id), .ask = borrowed(tag.ask), .clearance = tag.clearance ? 1 : 0});
    return REHAB_OK;
  });
}

size_t rehab_catalog_equipment_count(const rehab_catalog* catalog) {
  return is_valid(catalog) ? catalog->catalog->equipment.size() : 0;
}

rehab_status rehab_catalog_equipment(const rehab_catalog* catalog, size_t index, rehab_equipment* out) {
  return guarded([&] {
    const Equipment& equipment = at(valid(catalog).catalog->equipment, index);
    give(out, {.struct_size = 0, .id = borrowed(equipment.id), .title = borrowed(equipment.title)});
    return REHAB_OK;
  });
}

size_t rehab_catalog_measure_count(const rehab_catalog* catalog) {
  return is_valid(catalog) ? catalog->catalog->measures.size() : 0;
}

rehab_status rehab_catalog_measure(const rehab_catalog* catalog, size_t index, rehab_measure* out) {
  return guarded([&] {
    const Measure& measure = at(valid(catalog).catalog->measures, index);
    give(out, {.struct_size = 0,
               .id = borrowed(measure.id),
               .title = borrowed(measure.title),
               .ask = borrowed(measure.ask),
               .unit = number_of(measure.unit),
               .asked = number_of(measure.asked),
               .both_sides = measure.sides ? 1 : 0});
    return REHAB_OK;
  });
}

rehab_status rehab_catalog_source(const rehab_catalog* catalog, rehab_text id, rehab_source* out) {
  return guarded([&] {
    const Source& source = source_of(valid(catalog).catalog, id);
    give(out, {.struct_size = 0,
               .id = borrowed(source.id),
               .title = borrowed(source.title),
               .author_count = source.authors.size(),
               .year = number(source.year),
               .journal = borrowed(source.journal),
               .doi = borrowed(source.doi),
               .pmid = borrowed(source.pmid),
               .seen = number_of(source.seen)});
    return REHAB_OK;
  });
}

rehab_status rehab_catalog_source_author(const rehab_catalog* catalog, rehab_text id, size_t index, rehab_text* out) {
  return guarded([&] {
    const Source& source = source_of(valid(catalog).catalog, id);
    there(out) = borrowed(at(source.authors, index));
    return REHAB_OK;
  });
}
