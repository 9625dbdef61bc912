// What stands behind the opaque handles.
#pragma once

#include <string>

#include "c/memory.hpp"
#include "rehab/case_file.hpp"
#include "rehab/catalog.hpp"
#include "rehab/log.hpp"
#include "rehab/plan.hpp"
#include "rehab/rehab.h"

namespace rehab::c {

// The host's sink. It is kept by value, so that a plan needs its catalog no more.
struct Sink {
  void (*write)(void* host, const rehab_event* event) = nullptr;
  void* host = nullptr;
};

// NULL: nobody listens.
Sink sink_of(const rehab_log* given);
// Valid as long as the sink.
Log log_to(const Sink& sink);

}  // namespace rehab::c

struct rehab_catalog {
  static constexpr rehab::c::Kind kind = rehab::c::Kind::catalog;
  rehab::c::Head head;
  rehab::Catalog catalog;
  rehab::c::Sink sink;
};

struct rehab_case {
  static constexpr rehab::c::Kind kind = rehab::c::Kind::person;
  rehab::c::Head head;
  rehab::CaseFile file;
  std::string name, text;   // that it was read from; "": from none
  std::size_t in_text = 0;  // entries of the diary that stand there; later ones were added
};

struct rehab_plan {
  static constexpr rehab::c::Kind kind = rehab::c::Kind::plan;
  rehab::c::Head head;
  rehab::Plan plan;
  rehab::c::Sink sink;
};
