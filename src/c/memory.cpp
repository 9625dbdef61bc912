#include "c/memory.hpp"

#include <cstdlib>

#include "c/structs.hpp"

namespace rehab::c {

namespace {

void* plain_allocate(void*, std::size_t size) { return std::malloc(size); }
void plain_release(void*, void* block, std::size_t) { std::free(block); }

// In front of the octets of an owned text, whose alignment is that of the block.
struct alignas(std::max_align_t) StringHead {
  Kind kind;
  Memory memory;
  std::size_t block;  // its size
};

}  // namespace

Memory memory_of(const rehab_allocator* given) {
  if (!given) return {plain_allocate, plain_release, nullptr};
  const rehab_allocator allocator = taken(given);
  if (!allocator.allocate || !allocator.release) throw Wrong{REHAB_NULL_ARGUMENT};
  return {allocator.allocate, allocator.release, allocator.host};
}

void give(rehab_string* out, const Memory& memory, std::string_view text) {
  there(out);
  const std::size_t size = sizeof(StringHead) + text.size() + 1;
  void* const block = memory.allocate(memory.host, size);
  if (!block) throw std::bad_alloc();
  new (block) StringHead{Kind::string, memory, size};
  char* const data = static_cast<char*>(block) + sizeof(StringHead);
  if (!text.empty()) std::memcpy(data, text.data(), text.size());
  data[text.size()] = '\0';
  *out = {data, text.size()};
}

}  // namespace rehab::c

using namespace rehab::c;

void rehab_string_free(rehab_string* string) {
  if (!string || !string->data) return;
  void* const block = string->data - sizeof(StringHead);
  if (kind_of(block) != Kind::string) return;
  StringHead head{};
  std::memcpy(&head, block, sizeof head);
  mark_freed(block);
  head.memory.release(head.memory.host, block, head.block);
  *string = {nullptr, 0};
}
