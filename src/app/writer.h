#pragma once

#include <string>

#include "document/stamp.h"
#include "platform/platform.h"

namespace planner::app {

/// Who writes in this tab. The replica is random, lives in memory only and is never taken from a file; a new author
/// label starts a new one, because the label belongs to everything a replica wrote.
class Writer {
public:
    explicit Writer(platform::Platform& platform);

    void set_label(std::string_view label);
    document::ReplicaId replica() const { return replica_; }
    document::Stamp stamp() const;
    /// A stamp of a replica used once, to put back what somebody else wrote, with their label and time.
    document::Stamp stamp_for(std::string_view label, std::int64_t time) const;
    std::uint64_t random_bits() const { return platform_->random_bits(); }

private:
    platform::Platform* platform_;
    document::ReplicaId replica_;
    std::string label_;
};

} // namespace planner::app
