// The forms that a dose can take for anybody: each of its exercises, the rungs of its ladder, and whatever `instead` puts in their
// place for want of equipment or because of a tag.
//
//   Forms forms(catalog, protocol);
//   forms.each(dose, [](const EffectiveDose& form, std::size_t place) { … });
//
// Forms at one `place` stand for each other: an exercise and its substitutes, all rungs of a ladder and theirs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "protocol/effective.hpp"

namespace rehab::protocol {

class Forms {
 public:
  Forms(const CatalogData& catalog, const Protocol& protocol)
      : catalog_(catalog), protocol_(protocol), substitute_of_(catalog.exercises.size(), none) {
    for (std::size_t i = 0; i < protocol.instead.size() && i < none; ++i)
      substitute_of_[protocol.instead[i].replaces.value] = static_cast<std::uint16_t>(i);
  }

  template <class Take>
  void each(const Dose& dose, const Take& take) const {
    begin(dose, [&](const EffectiveDose& form, std::size_t place) { chain(form, place, take); });
  }

  // Without what `instead` says: the protocol for who has everything.
  template <class Take>
  void own(const Dose& dose, const Take& take) const {
    begin(dose, [&](const EffectiveDose& form, std::size_t place) { whole(form, place, take); });
  }

 private:
  static constexpr std::uint16_t none = 0xffff;
  static constexpr int most_links = 32;  // of a chain; also the end of a circle, which is an error elsewhere

  template <class Take>
  void begin(const Dose& dose, const Take& take) const {
    for (std::size_t i = 0; i < dose.exercises.size(); ++i) take(begin_dose(dose.numbers, dose.exercises[i]), i);
    if (!dose.ladder) return;
    for (const PartialDose& rung : protocol_.ladders[*dose.ladder].rungs) {
      EffectiveDose form = begin_dose(dose.numbers, rung.exercise);
      replace(form, rung);
      take(form, std::size_t{0});
    }
  }

  template <class Take>
  void whole(EffectiveDose form, std::size_t place, const Take& take) const {
    complete(form, catalog_, protocol_);
    take(form, place);
  }

  template <class Take>
  void chain(EffectiveDose form, std::size_t place, const Take& take) const {
    for (int links = 0; links < most_links; ++links) {
      whole(form, place, take);
      const std::uint16_t next = substitute_of_[form.exercise.value];
      if (next == none) return;
      replace(form, protocol_.instead[next].with);
    }
  }

  const CatalogData& catalog_;
  const Protocol& protocol_;
  std::vector<std::uint16_t> substitute_of_;  // by exercise, an index into `instead`
};

}  // namespace rehab::protocol
