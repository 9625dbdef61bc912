// What the library carries is not parsed again: reading it costs a fraction of the allocations that the same texts cost when an
// author gives them, and one plan's share fewer still. A program of its own, because it replaces operator new.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "../bench/allocations.hpp"
#include "rehab/rehab.hpp"

namespace {

template <class Work>
unsigned long long allocations_of(Work work) {
  const std::uint64_t before = bench::allocations();
  work();
  return bench::allocations() - before;
}

}  // namespace

int main() {
  using namespace rehab;
  std::vector<std::string> texts;
  for (const SourceFile& file : builtin_files()) texts.emplace_back(file.text);
  std::vector<SourceFile> copies;
  for (std::size_t i = 0; i < texts.size(); ++i) copies.push_back({builtin_files()[i].name, texts[i]});
  constexpr std::string_view one[]{"achilles-midportion-alfredson"};

  bool sound = false;
  const auto authors = allocations_of([&] { sound = bool(read_catalog(copies)); });
  const auto all = allocations_of([] { builtin_catalog(); });
  const auto for_one = allocations_of([&] { builtin_catalog(one); });
  std::printf("allocations: %llu for an author's files, %llu for the same built in, %llu for one plan's\n", authors, all, for_one);
  return sound && 3 * all < authors && for_one < all ? 0 : 1;
}
