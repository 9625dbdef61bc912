#include "rehab/case_file.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

const std::string old_hash(40, 'a'), new_hash(40, 'b');

CaseFile begun() {
  CaseFile file{{}, "1.0.0", old_hash};
  file.intake.protocol = "calf-strain";
  return file;
}

Protocol now(std::string_view version, const std::string& hash) {
  Protocol protocol;
  protocol.id = "calf-strain";
  protocol.version = version;
  protocol.hash = hash;
  return protocol;
}

}  // namespace

TEST_CASE("the protocol that a case began with differs in nothing") {
  CHECK(protocol_differences(begun(), now("1.0.0", old_hash)).empty());
}

TEST_CASE("another version of the protocol is named with the one before, and so is another hash") {
  CHECK(protocol_differences(begun(), now("1.1.0", new_hash)) ==
        std::vector<std::string>{"the version was 1.0.0; now it is 1.1.0",
                                 "the file of the protocol has changed: its hash was " + old_hash + ", now it is " + new_hash});
}

TEST_CASE("a protocol that changed under its old version is told as such") {
  CHECK(protocol_differences(begun(), now("1.0.0", new_hash)) ==
        std::vector<std::string>{"the file of the protocol has changed, though its version has not: its hash was " + old_hash +
                                 ", now it is " + new_hash});
}

TEST_CASE("a case without a hash is held to the version alone") {
  CaseFile file = begun();
  file.hash = "";
  CHECK(protocol_differences(file, now("1.0.0", new_hash)).empty());
  CHECK(protocol_differences(file, now("1.0.1", new_hash)).size() == 1);
}

TEST_CASE("another protocol is named before all else") {
  CaseFile file = begun();
  file.intake.protocol = "ankle-balance";
  CHECK(protocol_differences(file, now("1.0.0", old_hash)) ==
        std::vector<std::string>{"the protocol was ankle-balance; this is calf-strain"});
}
