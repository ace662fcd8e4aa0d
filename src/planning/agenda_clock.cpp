#include "planning/agenda_clock.h"

#include <algorithm>

namespace planner::planning {
namespace {

/// Start and end of every item; gives the minutes from the start of the meeting to the end of the last one.
int place_items(Agenda& agenda) {
    const int start = agenda.start.value_or(0);
    int now = start;
    for (AgendaItem& item : agenda.items) {
        item.overlap = item.slack = 0;
        if (agenda.start && item.locked_at) {
            item.overlap = std::max(0, now - *item.locked_at);
            item.slack = std::max(0, *item.locked_at - now);
            now = *item.locked_at;
        }
        item.start = now;
        now += static_cast<int>(item.minutes);
        item.end = now;
    }
    return now - start;
}

bool is_repeated(const AgendaItem& item) {
    return item.item != nullptr && item.item->repeat == process::Repeat::participant;
}

/// Tried minute by minute, because a locked time keeps what was saved before it from making the meeting shorter.
std::optional<std::size_t> longest_that_fits(const Agenda& agenda, int maximum) {
    std::size_t longest = 0;
    for (const AgendaItem& item : agenda.items) {
        if (is_repeated(item)) longest = std::max(longest, item.minutes);
    }
    Agenda shorter = agenda;
    for (std::size_t most = longest; most > 0; --most) {
        for (std::size_t index = 0; index < shorter.items.size(); ++index) {
            const AgendaItem& item = agenda.items[index];
            if (is_repeated(item)) shorter.items[index].minutes = std::clamp(most, item.minimum, item.minutes);
        }
        if (place_items(shorter) <= maximum) return most;
    }
    return std::nullopt;
}

} // namespace

void set_clock(Agenda& agenda) {
    agenda.length_minutes = place_items(agenda);
    for (const AgendaItem& item : agenda.items) agenda.total_minutes += item.minutes;
    const auto maximum = static_cast<int>(agenda.sheet->maximum_minutes);
    if (maximum == 0 || agenda.length_minutes <= maximum) return;
    agenda.too_long =
        WaysOut{longest_that_fits(agenda, maximum), static_cast<std::size_t>(agenda.length_minutes - maximum)};
}

} // namespace planner::planning
