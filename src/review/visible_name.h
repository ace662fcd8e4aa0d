#pragma once

#include <string>
#include <string_view>

namespace planner::review {

/// A name with a sign such as "[U+202E]" for every character that turns the direction of writing around, shows nothing or breaks
/// the line, so that no two names that differ look the same and nothing is written back to front. Joiners and variation selectors
/// stay where scripts and pictograms need them: after a character that is not ASCII. (Unicode: UAX #9 2.1, UTS #39 5.4,
/// Default_Ignorable_Code_Point)
std::string visible_name(std::string_view name);

} // namespace planner::review
