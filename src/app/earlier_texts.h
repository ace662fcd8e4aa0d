#pragma once

#include <cstddef>

#include "document/key.h"

namespace planner::app {

class Planner;

/// Puts back what stood in a field of the current review before, as one command: `index` counts review::earlier_texts.
void restore_earlier(Planner& planner, const document::FieldKey& key, std::size_t index);

} // namespace planner::app
