#pragma once

#include "process/text.h"

#include <string>
#include <vector>

namespace planner::process {

/// A field whose answers the dashboard shows. Of a table it shows some columns of every row.
struct GatheredField {
    std::string card;
    std::string field;
    std::vector<std::string> columns; ///< ids, of a table only
};

/// A part of the dashboard with what people filled in on cards.
struct Gathered {
    std::string id;
    Text title;
    std::vector<GatheredField> fields;
};

} // namespace planner::process
