// Callers of an earlier and of a later version meet this one: no more is read or written than they have.
#include "c/structs.hpp"

#include <array>

#include "c/owned.hpp"

namespace {

// A structure that began with two members and has four by now.
struct Grown {
  std::size_t struct_size;
  std::int64_t first;
  std::int64_t second;  // since the second version
  std::int64_t third;
};

}  // namespace

template <>
inline constexpr std::size_t rehab::c::first_size<Grown> = offsetof(Grown, second);

namespace {

using rehab::c::give;
using rehab::c::taken;
using rehab::c::Wrong;

constexpr std::int64_t canary = 0x5a5a5a5a5a5a5a5a;

// A structure in the midst of more memory.
struct Room {
  Grown value;
  std::array<std::int64_t, 4> behind;
};

Room room(std::size_t struct_size) {
  Room out{{struct_size, canary, canary, canary}, {}};
  out.behind.fill(canary);
  return out;
}

rehab_status status_of_taking(const Grown& given) {
  return rehab::c::guarded([&] { return taken(&given), REHAB_OK; });
}
rehab_status status_of_giving(Grown& out) {
  return rehab::c::guarded([&] { return give(&out, Grown{0, 1, 2, 3}), REHAB_OK; });
}

}  // namespace

TEST_CASE("a caller of an earlier version gets what it has room for, and not an octet more", "[c]") {
  Room caller = room(offsetof(Grown, second));
  give(&caller.value, Grown{0, 1, 2, 3});
  CHECK(caller.value.struct_size == offsetof(Grown, second));
  CHECK(caller.value.first == 1);
  CHECK(caller.value.second == canary);
  CHECK(caller.value.third == canary);

  caller = room(offsetof(Grown, third));
  give(&caller.value, Grown{0, 1, 2, 3});
  CHECK(caller.value.second == 2);
  CHECK(caller.value.third == canary);
}

TEST_CASE("what a caller of an earlier version cannot give is not given", "[c]") {
  const Room caller = room(offsetof(Grown, third));
  const Grown read = taken(&caller.value);
  CHECK(read.first == canary);
  CHECK(read.second == canary);
  CHECK(read.third == 0);
  const Grown nothing = taken(static_cast<const Grown*>(nullptr));
  CHECK(nothing.first == 0);
}

TEST_CASE("a caller of a later version is told that what it knows more is not given", "[c]") {
  Room caller = room(sizeof(Grown) + 16);
  give(&caller.value, Grown{0, 1, 2, 3});
  CHECK(caller.value.struct_size == sizeof(Grown) + 16);
  CHECK(caller.value.third == 3);
  CHECK(caller.behind == std::array<std::int64_t, 4>{0, 0, canary, canary});
}

TEST_CASE("a caller of a later version that gives what is not known here is refused, one that does not is served", "[c]") {
  Room caller = room(sizeof(Grown) + 8);
  CHECK(status_of_taking(caller.value) == REHAB_BAD_STRUCT_SIZE);
  caller.behind[0] = 0;
  CHECK(status_of_taking(caller.value) == REHAB_OK);
  CHECK(taken(&caller.value).third == canary);
}

TEST_CASE("a size that nobody can have set is refused", "[c]") {
  for (const std::size_t size : {std::size_t{0}, offsetof(Grown, second) - 1, rehab::c::largest_size + 1, ~std::size_t{0}}) {
    Room caller = room(size);
    CHECK(status_of_taking(caller.value) == REHAB_BAD_STRUCT_SIZE);
    CHECK(status_of_giving(caller.value) == REHAB_BAD_STRUCT_SIZE);
    CHECK(caller.value.first == canary);
  }
}

TEST_CASE("what the library fills of a larger structure is zeroed beyond what it knows", "[c]") {
  struct Later {
    rehab_protocol known;
    std::size_t unknown[2];
  } later{};
  later.known.struct_size = sizeof(Later) - sizeof(std::size_t);
  later.unknown[0] = later.unknown[1] = 7;
  REQUIRE(rehab_catalog_protocol(rehab_test::builtin(), 0, &later.known) == REHAB_OK);
  CHECK(later.known.id.size > 0);
  CHECK(later.unknown[0] == 0);
  CHECK(later.unknown[1] == 7);
}
