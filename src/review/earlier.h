#pragma once

#include <vector>

#include "document/document.h"

namespace planner::review {

/// What stood in a field before and could be put back, the newest first; good until the document changes. Without what
/// stands there now.
std::vector<const document::Version*> earlier_texts(const document::Document& document, const document::FieldKey& key);

} // namespace planner::review
