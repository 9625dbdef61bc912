// rehab: from a protocol to a calendar in four lines.
//
//   rehab::Case intake{.protocol = "calf-strain", .severity = rehab::Severity::moderate, .start = rehab::day(2026, 12, 1),
//                      .zone = "Europe/Berlin"};
//   auto plan = rehab::make_plan(rehab::builtin_catalog(), intake);
//   auto calendar = rehab::export_plan(*plan, "ics");
//
// protocol files ── read_catalog ──▶ Catalog ─┐
//                                            ├── make_plan ──▶ Plan ── export_plan ──▶ text, ics, json
//                          Case with diary ───┘
//
// Everything is plain data, every arrow a function of its arguments: no clock, no environment, no locale, no randomness, no
// network, no globals, no printing. The one exception is `read_zone`, which reads the system's time-zone data. Distinct objects on
// distinct threads, and concurrent reads of one object, are safe.
#pragma once

#include "rehab/case.hpp"
#include "rehab/case_file.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"
#include "rehab/explain.hpp"
#include "rehab/export.hpp"
#include "rehab/follow.hpp"
#include "rehab/log.hpp"
#include "rehab/plan.hpp"
#include "rehab/review.hpp"
#include "rehab/version.hpp"
#include "rehab/zone.hpp"
