#pragma once

#include "document/document.h"

#include <string>

namespace planner::document {

/// The file of a document: JSON with sorted keys and LF. The same state gives the same bytes.
std::string write(const Document&);

/// The member `data` exactly as it stands in the file, without what stands around it; ends with a line feed.
std::string write_data(const Document&);

/// The shortest canonical text of a value: sorted keys, no white space.
std::string canonical_text(const Value&);

} // namespace planner::document
