#include "app/writer.h"

namespace planner::app {

Writer::Writer(platform::Platform& platform) : platform_(&platform), replica_{platform.random_bits()} {
}

void Writer::set_label(std::string_view label) {
    if (label == label_) return;
    label_ = std::string(label);
    replica_ = document::ReplicaId{platform_->random_bits()};
}

document::Stamp Writer::stamp() const {
    return {replica_, label_, platform_->now()};
}

document::Stamp Writer::stamp_for(std::string_view label, std::int64_t time) const {
    return {document::ReplicaId{platform_->random_bits()}, std::string(label), time};
}

} // namespace planner::app
