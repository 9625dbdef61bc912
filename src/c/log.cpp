// Events on their way to the host.
#include "c/handles.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"

namespace rehab::c {

Sink sink_of(const rehab_log* given) {
  if (!given) return {};
  const rehab_log log = taken(given);
  if (!log.write) throw Wrong{REHAB_NULL_ARGUMENT};
  return {log.write, log.host};
}

Log log_to(const Sink& sink) {
  if (!sink.write) return {};
  const auto write = [](void* to, const LogEvent& event) {
    const Sink& host = *static_cast<const Sink*>(to);
    const rehab_event told{sizeof told, literal(event.what), event.count};
    host.write(host.host, &told);
  };
  return {write, const_cast<Sink*>(&sink)};
}

}  // namespace rehab::c
