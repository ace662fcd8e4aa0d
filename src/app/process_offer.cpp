#include "app/process_offer.h"

#include "app/open_review.h"
#include "assets/review_process.h"
#include "document/read.h"
#include "document/write.h"

namespace planner::app {
namespace {

bool looks_like_process(const document::Value& value) {
    if (!value.is_object()) return false;
    const auto format = value.find("format");
    return (format != value.end() && *format == process::file_format) ||
           (value.contains("steps") && value.contains("cards") && !value.contains("data"));
}

} // namespace

std::optional<ProcessOffer> read_process_file(std::string_view name, std::string_view bytes) {
    const auto value = document::read_json(bytes);
    if (!value || !looks_like_process(*value)) return std::nullopt;
    ProcessOffer offer{ProcessOffer::From::file, std::string(name), nullptr, {}};
    // Read as it stands first: line and column are those of the file.
    if (auto loaded = process::load(bytes); !loaded)
        offer.error = std::move(loaded.error());
    else if (const auto kept = assets::process_from(document::canonical_text(*value)))
        offer.process = *kept;
    return offer;
}

const process::Process* newer_process(const OpenReview* review) {
    const process::Process* followed = review != nullptr && review->ready() ? review->followed().unnamed() : nullptr;
    return followed == nullptr ? nullptr : assets::newer_than(*followed);
}

bool follows(const OpenReview& review, const ProcessOffer& offer) {
    return review.followed().unnamed() == offer.process && !review.followed().problem();
}

} // namespace planner::app
