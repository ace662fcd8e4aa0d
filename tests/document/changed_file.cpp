#include "changed_file.h"

#include "document/dot.h"
#include "document/hash.h"
#include "document/write.h"

namespace planner::document {

std::string edited_by_hand(const std::string& bytes, const Change& change) {
    Value root = Value::parse(bytes);
    change(root);
    return root.dump(2);
}

std::string edited_with_checksum(const std::string& bytes, const Change& change) {
    Value root = Value::parse(bytes);
    change(root);
    root["sync"]["checksum"] = "0000000000000000";
    root["sync"]["checksum"] = to_text(ReplicaId{hash_of(canonical_text(root), HashPurpose::checksum)});
    return root.dump();
}

} // namespace planner::document
