#include "ui/date_poll.h"

#include "ui/poll_parts.h"

namespace planner::ui {

void draw_date_poll(Context& c) {
    ShownPoll shown{.key = "date poll",
                    .poll = review::count_answers(c.planner.reading()),
                    .words = {"poll.help", "poll.best", "poll.choose", "poll.choose_named"},
                    .chosen = {}};
    for (const review::OptionCount& each : shown.poll.options)
        if (each.option.date == c.planner.view().kickoff.date)
            shown.chosen.push_back(each.option.id);
    draw_poll(c, shown);
}

} // namespace planner::ui
