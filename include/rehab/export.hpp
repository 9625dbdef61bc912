// Plans as text, calendars, data.
//
//   rehab::Result<std::string> calendar = rehab::export_plan(*plan, "ics");
//
// Exporters are pure: the same plan and options give the same bytes. The list `exporters()` drives apps, help and completion.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/api.h"
#include "rehab/diagnostic.hpp"
#include "rehab/log.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// What a host or a person may choose. Each format takes what concerns it and passes over the rest: of ics time_form to stamp, of
// text what follows. None of it changes a date or a dose.
struct ExportOptions {
  // How a calendar says when a session is.
  enum class TimeForm : std::uint8_t {
    zoned,     // local time with the zone's rules; UTC where a calendar cannot say the rules, with a warning
    utc,       // the instant
    floating,  // local time of wherever the reader is
    all_day,   // the day and no time
  } time_form = TimeForm::zoned;
  std::optional<std::chrono::minutes> alarm = std::chrono::minutes{10};  // minutes before the start, 0 to 40,320; none: no alarm
  bool neutral_titles = false;                                           // titles that tell a stranger nothing
  bool publish = false;                                                  // METHOD:PUBLISH, for feeds; not for CalDAV
  // Written as cancelled events, so that an import takes them off: what `withdrawn` gives for the plan's own `as_of`.
  // Borrowed for the call.
  std::span<const Withdrawn> withdrawn{};
  // When this revision was made, no earlier than the one before; none: at the plan's last lived slot, or, if nothing was lived, at
  // the midnight (UTC) of its first day.
  std::optional<std::chrono::sys_seconds> stamp{};

  std::optional<std::chrono::local_days> today{};  // shown first when the plan has begun; none: no day is
  int width = 80;                                  // columns, 40 to 200
  bool color = false;                              // ANSI
};

// A format. Its texts live as long as the program.
struct Exporter {
  std::string_view name;        // "ics"
  std::string_view media_type;  // "text/calendar"
  std::string_view what;        // one line for help
  // Appends to `out`, which a host may reuse; true if it succeeded, else `out` may hold a part. The plan must have dates and, but
  // for what ics cancels, sessions; `export_plan` looks after that.
  bool (*append)(const Plan&, const ExportOptions&, std::string& out, std::vector<Diagnostic>& diagnostics);
};

// All formats, the one for eyes first.
REHAB_API std::span<const Exporter> exporters();
// The format of this name: "ics"; null: there is none.
REHAB_API const Exporter* find_exporter(std::string_view name);

// A plan in one of the formats. Errors, all Area::intake: an unknown format (hint: the nearest), options out of bounds, a plan
// without a session or without dates. Warnings come beside the text. Tells `log` of "octets written".
REHAB_API Result<std::string> export_plan(const Plan& plan, std::string_view format, const ExportOptions& options = {},
                                          const Log& log = {});

// Whether the diary made the planner decide so; else it was decided when the plan was made, and stands in a plan without diary too.
constexpr bool is_from_diary(const Change& change) { return change.rule >= Change::Rule::held; }
// A decision of the planner in one sentence, for eyes, in the language of the plan's catalog. The change must be one of the plan's.
REHAB_API std::string describe(const Plan& plan, const Change& change);

// A protocol for eyes: phases, doses, criteria, pain rule, stop rules, red flags, the source of every dose. With a severity, only
// that one. `width` in columns, 40 to 200; `color` is ANSI. The protocol must be of this catalog.
REHAB_API std::string show_protocol(const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity,
                                    int width = 80, bool color = false);
// The same as data.
REHAB_API std::string show_protocol_json(const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity);

// All protocols for eyes, in the catalog's order, to choose one from: id, title, condition, weeks of each severity, who leads.
REHAB_API std::string list_protocols(const Catalog& catalog, int width = 80, bool color = false);
// The same as data: an array with one object a protocol, where `weeks` is null for a severity without a plan and `refer` says what
// to do instead.
REHAB_API std::string list_protocols_json(const Catalog& catalog);

// One event of a calendar as a file of its own, as CalDAV wants it: a server holds it under the address UID.ics, khal and
// vdirsyncer as the file UID.ics of a folder.
//
//   for (const rehab::CalendarItem& item : rehab::calendar_items(*calendar)) put(item.uid + ".ics", item.text);
//
// What `put` does is the host's: the library writes no file and knows no network.
struct CalendarItem {
  std::string uid;   // a UUID in lower case, fit for a file's name
  std::string text;  // a whole calendar with one event

  friend bool operator==(const CalendarItem&, const CalendarItem&) = default;
};

// Takes a calendar that `export_plan` wrote apart, in its own order; of any other text nothing is promised but that it is read
// safely, and what has no event gives nothing. In every item stands X-REHAB-PLAN with the plan's id, so that what a later revision
// no longer has can be told from what the person has put beside it.
REHAB_API std::vector<CalendarItem> calendar_items(std::string_view calendar);

}  // namespace rehab
