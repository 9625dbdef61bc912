// rehab: from a protocol to a calendar in four lines.
//
//   rehab::Case intake{.protocol = "calf-strain", .severity = rehab::Severity::moderate, .start = rehab::day(2026, 12, 1),
//                      .zone = "Europe/Berlin"};
//   auto plan = rehab::make_plan(rehab::builtin_catalog(), intake);
//   auto calendar = rehab::export_plan(*plan, "ics");
//
// What leads to what:
//
//   protocol files ── read_catalog ──▶ Catalog ─┐
//                                              ├── make_plan ──▶ Plan ── export_plan ──▶ text, ics, json, csv
//                            Case with diary ───┘
//
// Before an app shows anything it looks whether something went wrong. A `Result` holds the value, what is to be said of it, or the
// reasons why there is none; all of them, not the first:
//
//   for (const rehab::Diagnostic& d : plan.diagnostics) std::cerr << rehab::render(d);
//   if (!plan) return 1;
//   std::cout << rehab::today_text(*plan, rehab::day(2026, 12, 1));
//
// The way through the headers, each of which opens with an essay and an example:
//
// - case.hpp, diary.hpp: what is said of one person, at the start and day by day. case_file.hpp: the same as a file
// - catalog.hpp: where protocols come from: the built-in ones, a host's own from memory, another language
// - plan.hpp: make_plan, and what a plan is made of: phases, sessions, doses, decisions
// - export.hpp: plans, protocols and lists of them as text, calendar, data
// - follow.hpp: while a plan runs: today, history, progress, what an entry changed
// - explain.hpp: the way from the paper to each number of a day
// - diagnostic.hpp: what went wrong, where, and what to do about it; log.hpp: what was done, for the host's own log
// - protocol.hpp, knowledge.hpp, amount.hpp: what a protocol says, and what all protocols share
// - zone.hpp: clocks; review.hpp: for authors of protocols; version.hpp: which library this is
// - rehab.h: all that an app needs of this from C, and from whatever can call C
//
// This header includes all of them but the last. C++20 is all that they need: no header of another library is included.
//
// Everything is plain data, every arrow a function of its arguments: no clock, no environment, no locale, no randomness, no
// network, no globals, no printing, no thread. The one exception is `read_zone`, which reads the system's time-zone data. So what
// a function needs to know it is told: today's date, when an export was made, a file's text. The same arguments give the same
// bytes, on every machine.
//
// Values own what is in them. What is borrowed says so: a `SourceFile` for the call that it is given to, a reference into a catalog
// or a plan for as long as a copy of the one and the unchanged other live. Distinct objects on distinct threads, and concurrent
// reads of one object, are safe; a catalog is read once and shared by all.
//
// No exception leaves the library but std::bad_alloc, and none is needed by it: a program may be built with -fno-exceptions and
// -fno-rtti. A mistake of a programmer, such as the value of a Result that has none, is an assert.
//
// Numbers are in the unit that their name says (`hold_s`, `rest_hours`), or in a type of std::chrono. Ranges of days are half-open:
// `end` is the day after the last. Ids are lower-case words with hyphens. A number that the source does not say is absent, never 0.
//
// Each enumeration has its words, those of files and JSON, in a table in the order of its enumerators (severity_names), and `name`
// gives one of them: name(Severity::mild) is "mild".
//
// Versions have three numbers. While the first is 0, another second one may break what was built against this one; another third
// one never does.
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
