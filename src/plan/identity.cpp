#include "plan/identity.hpp"

#include <charconv>
#include <cstring>

#include "text/digest.hpp"

namespace rehab::plan {

namespace {

// The namespace of all identities of this library: a random UUID, fixed for ever.
constexpr Uuid space{0x5d, 0x0c, 0x1f, 0x3e, 0x9a, 0x74, 0x4b, 0x0e, 0x8f, 0x62, 0x27, 0xc3, 0x1d, 0x9e, 0x50, 0xb8};

const std::string* least_after(const std::vector<std::string>& values, const std::string* after) {
  const std::string* least = nullptr;
  for (const std::string& value : values) {
    if ((!after || value > *after) && (!least || value < *least)) least = &value;
  }
  return least;
}

// The first stretch of days away that begins at or after `from`, with all ranges that touch it; empty: there is none.
DayRange next_away(const std::vector<DayRange>& away, std::chrono::local_days from) {
  DayRange next;
  for (const DayRange& range : away) {
    if (range.begin >= from && (next.begin == next.end || range.begin < next.begin)) next = range;
  }
  for (bool grown = next.begin != next.end; grown;) {
    grown = false;
    for (const DayRange& range : away) {
      if (range.begin < next.begin || range.begin > next.end || range.end <= next.end) continue;
      next.end = range.end;
      grown = true;
    }
  }
  return next;
}

// Hashes one thing after the other, each with the identity so far as its namespace, so that nothing is joined in memory.
class Chain {
 public:
  void add(std::string_view what, std::string_view value) {
    id_ = text::uuid5(id_, what);
    id_ = text::uuid5(id_, value);
  }
  void add(std::string_view what, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    add(what, std::string_view(digits, static_cast<std::size_t>(end - digits)));
  }
  void add(std::string_view what, std::chrono::local_days date) { add(what, std::int64_t{date.time_since_epoch().count()}); }
  // As a set: neither order nor repetition matters.
  void add_set(std::string_view what, const std::vector<std::string>& values) {
    for (const std::string* value = least_after(values, nullptr); value; value = least_after(values, value)) add(what, *value);
  }
  const Uuid& id() const { return id_; }

 private:
  Uuid id_ = space;
};

}  // namespace

Uuid identify(const Protocol& protocol, const Case& intake) {
  Uuid own{};
  // The protocol too, so that one person's two protocols never share a session.
  if (text::parse_uuid(intake.id, own)) return text::uuid5(own, protocol.id);
  Chain chain;
  chain.add("protocol", protocol.id);
  chain.add("version", protocol.version);
  chain.add("hash", protocol.hash);
  chain.add("severity", name(intake.severity));
  if (intake.side) chain.add("side", name(*intake.side));
  chain.add("start", intake.start);
  chain.add("zone", intake.zone);
  for (std::size_t part = 0; part < intake.times.size(); ++part) {
    if (intake.times[part]) chain.add(part_names[part], std::int64_t{intake.times[part]->count()});
  }
  for (unsigned weekday = 0; weekday < 7; ++weekday) {
    if (intake.days.contains(std::chrono::weekday{weekday})) chain.add("day", weekday_names[weekday]);
  }
  for (DayRange away = next_away(intake.away, std::chrono::local_days::min()); away.begin != away.end;
       away = next_away(intake.away, away.end)) {
    chain.add("away from", away.begin);
    chain.add("away to", away.end);
  }
  if (intake.equipment) chain.add("equipment", "listed");
  if (intake.equipment) chain.add_set("equipment", *intake.equipment);
  chain.add_set("with", intake.with);
  chain.add_set("tag", intake.tags);
  if (intake.clearance) {
    chain.add("cleared by", intake.clearance->by);
    chain.add("cleared on", intake.clearance->on);
  }
  return chain.id();
}

}  // namespace rehab::plan

namespace rehab {

Uuid identity(const Plan& plan, const Session& session) {
  // "early-load/1/morning/12": ids have at most 64 letters, so this fits.
  char key[128];
  char* end = key;
  const auto append = [&](std::string_view text) {
    std::memcpy(end, text.data(), text.size());
    end += text.size();
    *end++ = '/';
  };
  const PhaseSpan& span = plan.span_of(session);
  append(std::string_view(plan.phase_of(span).id).substr(0, 64));
  end = std::to_chars(end, key + sizeof key, span.visit).ptr;
  *end++ = '/';
  append(name(session.part));
  end = std::to_chars(end, key + sizeof key, session.ordinal).ptr;
  return text::uuid5(plan.id, std::string_view(key, static_cast<std::size_t>(end - key)));
}

}  // namespace rehab
