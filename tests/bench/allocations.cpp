#include "allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::uint64_t> count{0};
std::atomic<std::size_t> in_use{0};

// In front of each block stands its size.
constexpr std::size_t head = alignof(std::max_align_t);
static_assert(head >= sizeof(std::size_t));

void* counted(std::size_t size) noexcept {
  count.fetch_add(1, std::memory_order_relaxed);
  auto* block = static_cast<std::byte*>(std::malloc(head + size));
  if (!block) return nullptr;
  in_use.fetch_add(size, std::memory_order_relaxed);
  *reinterpret_cast<std::size_t*>(block) = size;
  return block + head;
}

void* counted_or_throw(std::size_t size) {
  if (void* memory = counted(size)) return memory;
  throw std::bad_alloc();
}

void release(void* memory) noexcept {
  if (!memory) return;
  std::byte* block = static_cast<std::byte*>(memory) - head;
  in_use.fetch_sub(*reinterpret_cast<std::size_t*>(block), std::memory_order_relaxed);
  std::free(block);
}
}  // namespace

std::uint64_t bench::allocations() { return count.load(std::memory_order_relaxed); }
std::size_t bench::octets_in_use() { return in_use.load(std::memory_order_relaxed); }

void* operator new(std::size_t size) { return counted_or_throw(size); }
void* operator new[](std::size_t size) { return counted_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
