#pragma once

#include <string>
#include <string_view>

namespace planner::review {

/// The key into the planner's texts for the label of a field that the planner itself knows; "" for any other. A process
/// may show the same value on a card with a label of its own. `owner` is what it belongs to (a review, participant,
/// visit, task or message) or the collection that it stands in; with field "" it is the label of the whole.
std::string text_key_of(std::string_view owner, std::string_view field);

} // namespace planner::review
