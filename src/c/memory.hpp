// Blocks that pass to the host: handles, reports, owned texts. Each begins with what it is and where its memory came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

#include "c/guard.hpp"

namespace rehab::c {

// The host's, or malloc and free.
struct Memory {
  void* (*allocate)(void* host, std::size_t size);
  void (*release)(void* host, void* block, std::size_t size);
  void* host;
};

// NULL: malloc and free.
Memory memory_of(const rehab_allocator* given);

// Odd words, so that nothing else looks like one.
enum class Kind : std::uint64_t {
  catalog = 0x4361'7461'6c6f'6721,
  person = 0x5065'7273'6f6e'2121,
  plan = 0x506c'616e'2121'2121,
  report = 0x5265'706f'7274'2121,
  string = 0x5374'7269'6e67'2121,
  freed = 0x4672'6565'6421'2121,
};

// Of a block of any kind, or of none of ours.
inline Kind kind_of(const void* block) {
  Kind kind{};
  std::memcpy(&kind, block, sizeof kind);
  return kind;
}

// The first member of every handle.
struct Head {
  Kind kind;
  Memory memory;
};

// The handle, if it is one of this kind and alive.
template <class Handle>
Handle& valid(Handle* handle) {
  if (kind_of(&there(handle)) != Handle::kind) throw Wrong{REHAB_WRONG_HANDLE};
  return *handle;
}

template <class Handle>
bool is_valid(const Handle* handle) noexcept {
  return handle && kind_of(handle) == Handle::kind;
}

// A freed block says so to whoever comes again. Written as volatile, for nobody reads it in between.
inline void mark_freed(void* block) { *static_cast<volatile std::uint64_t*>(block) = static_cast<std::uint64_t>(Kind::freed); }

template <class Handle>
void release(Handle* handle) noexcept {
  if (!is_valid(handle)) return;
  const Memory memory = handle->head.memory;
  handle->~Handle();
  mark_freed(handle);
  memory.release(memory.host, handle, sizeof(Handle));
}

struct Release {
  template <class Handle>
  void operator()(Handle* handle) const noexcept {
    release(handle);
  }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, Release>;

template <class Handle, class... Parts>
Owned<Handle> made(const Memory& memory, Parts&&... parts) {
  static_assert((std::is_nothrow_constructible_v<std::decay_t<Parts>, Parts&&> && ...), "else the block would be lost");
  void* const block = memory.allocate(memory.host, sizeof(Handle));
  if (!block) throw std::bad_alloc();
  return Owned<Handle>(new (block) Handle{{Handle::kind, memory}, std::forward<Parts>(parts)...});
}

// A text of the caller's own.
void give(rehab_string* out, const Memory& memory, std::string_view text);

}  // namespace rehab::c
