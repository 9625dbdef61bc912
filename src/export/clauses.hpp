// Clauses of a sentence, joined by a glue where there is more than one.
//
//   Clauses clauses(out, ", ");
//   clauses.next() += "left leg";
//   clauses.next() += "body weight";   // out: "left leg, body weight"
#pragma once

#include <string>
#include <string_view>

namespace rehab::wording {

class Clauses {
 public:
  // `any`: out ends with the first clause already.
  Clauses(std::string& out, std::string_view glue, bool any = false) : out_(out), glue_(glue), any_(any) {}

  // Where the next clause goes. It must not stay empty.
  std::string& next() {
    if (any_) out_ += glue_;
    any_ = true;
    return out_;
  }
  bool any() const { return any_; }

 private:
  std::string& out_;
  std::string_view glue_;
  bool any_;
};

}  // namespace rehab::wording
