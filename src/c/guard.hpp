// The border: exceptions end here, and every answer is a status.
//
//   rehab_status rehab_catalog_find(const rehab_catalog* catalog, rehab_text id, size_t* index) {
//     return guarded([&] {
//       const Catalog& all = valid(catalog).catalog;    // throws Wrong{REHAB_NULL_ARGUMENT}, Wrong{REHAB_WRONG_HANDLE}
//       ...
//       return REHAB_OK;
//     });
//   }
#pragma once

#include <cstddef>
#include <new>

#include "rehab/rehab.h"

namespace rehab::c {

// What the call answers in place of its result.
struct Wrong {
  rehab_status status;
  const char* member = nullptr;  // of a structure; NULL: it is none, or not known
  const char* wanted = nullptr;  // "a date that exists"; there where `member` is
};

template <class Work>
rehab_status guarded(const Work& work) noexcept {
  try {
    return work();
  } catch (const Wrong& wrong) {
    return wrong.status;
  } catch (const std::bad_alloc&) {
    return REHAB_OUT_OF_MEMORY;
  } catch (...) {
    return REHAB_BUG;
  }
}

// What must be given.
template <class T>
T& there(T* pointer) {
  if (!pointer) throw Wrong{REHAB_NULL_ARGUMENT};
  return *pointer;
}

// An array and its count: NULL only if the count is 0.
template <class T>
const T* items(const T* first, std::size_t count) {
  if (!first && count != 0) throw Wrong{REHAB_NULL_ARGUMENT};
  return first;
}

template <class List>
auto& at(List&& list, std::size_t index) {
  if (index >= list.size()) throw Wrong{REHAB_OUT_OF_RANGE};
  return list[index];
}

// A handle that is about to be made: NULL until it is.
template <class Handle>
void begin(Handle** out) {
  if (out) *out = nullptr;
}

}  // namespace rehab::c
