// Where the parts of one document live: given out piece by piece, taken back at once. Thousands of nodes cost a few allocations.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <type_traits>

namespace rehab::document {

// So many in a row, somewhere in a document's memory.
template <class T>
class List {
 public:
  List() = default;
  List(T* first, std::size_t size) : first_(first), size_(size) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return first_; }
  T* end() { return first_ + size_; }
  const T* begin() const { return first_; }
  const T* end() const { return first_ + size_; }
  T& operator[](std::size_t i) { return first_[i]; }
  const T& operator[](std::size_t i) const { return first_[i]; }

 private:
  T* first_ = nullptr;
  std::size_t size_ = 0;
};

class Memory {
 public:
  // `octets`: how many will be wanted, roughly.
  explicit Memory(std::size_t octets = 4096)
      : pieces_(std::make_unique<std::pmr::monotonic_buffer_resource>(octets, std::pmr::new_delete_resource())) {}

  template <class T>
  List<T> make(std::size_t size) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (size == 0) return {};
    T* const first = static_cast<T*>(pieces_->allocate(size * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(first, size);
    return {first, size};
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const copy = static_cast<char*>(pieces_->allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> pieces_;
};

}  // namespace rehab::document
