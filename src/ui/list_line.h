#pragma once

#include "ui/screen_state.h"

#include <string>
#include <string_view>

namespace planner::ui {

/// One line of a list that leads to another screen: an icon, a title and what belongs to it under the title.
struct ListLine {
    std::string key;
    std::string_view icon;
    kit::Color icon_color = 0;
    std::string title;
    std::string under; ///< small, may be ""
    std::string note;  ///< small, in the colour of the icon, may be ""
    app::Route target;
    std::string name; ///< accessible name, unlike that of any other line
};

void draw_list_line(Context&, const ListLine&);

/// How many of `count` are left out when so many are shown at most; nothing when all are shown. `words` counts them.
void draw_more(Context&, std::size_t count, std::size_t shown, std::string_view words = "import.more");

} // namespace planner::ui
