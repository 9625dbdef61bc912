#include <string>
#include <vector>

#include "protocol/report.hpp"
#include "rehab/case_file.hpp"

namespace rehab {

using protocol::joined;

std::vector<std::string> protocol_differences(const CaseFile& file, const Protocol& protocol) {
  std::vector<std::string> out;
  if (file.intake.protocol != protocol.id) {
    out.push_back(joined({"the protocol was ", file.intake.protocol, "; this is ", protocol.id}));
  }
  if (file.version != protocol.version) {
    out.push_back(joined({"the version was ", file.version, "; now it is ", protocol.version}));
  }
  if (!file.hash.empty() && file.hash != protocol.hash) {
    const bool same = file.version == protocol.version;
    out.push_back(joined({"the file of the protocol has changed", same ? ", though its version has not" : "", ": its hash was ",
                          file.hash, ", now it is ", protocol.hash}));
  }
  return out;
}

}  // namespace rehab
