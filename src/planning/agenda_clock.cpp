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

/// The repeated items that have more than this, with what they get.
std::vector<ShorterItem> repeated_at_most(const Agenda& agenda, std::size_t most) {
    std::vector<ShorterItem> shorter;
    for (const AgendaItem& item : agenda.items) {
        const std::size_t minutes = std::clamp(most, item.minimum, item.minutes);
        if (is_repeated(item) && minutes < item.minutes) shorter.push_back({item.key, minutes});
    }
    return shorter;
}

/// What can be saved of an item. A break stays as long as it is: it is what people count on.
std::size_t to_spare(const AgendaItem& item) {
    const bool is_break = item.item != nullptr && item.item->kind == process::ItemKind::pause;
    return is_break ? 0 : item.minutes - item.minimum;
}

/// Saves `minutes` on the items [from, to), in proportion to what each can spare; empty when they cannot.
std::vector<ShorterItem> shorter_between(const Agenda& agenda, std::size_t from, std::size_t to, std::size_t minutes) {
    std::size_t spare = 0;
    for (std::size_t i = from; i < to; ++i) spare += to_spare(agenda.items[i]);
    std::vector<ShorterItem> shorter;
    if (minutes == 0 || spare < minutes) return shorter;
    std::size_t passed = 0, saved = 0;
    for (std::size_t i = from; i < to; ++i) {
        passed += to_spare(agenda.items[i]);
        const std::size_t saved_here = minutes * passed / spare - saved;
        saved += saved_here;
        if (saved_here > 0) shorter.push_back({agenda.items[i].key, agenda.items[i].minutes - saved_here});
    }
    return shorter;
}

/// Where what comes before `index` begins to move it: after the last locked time before it.
std::size_t start_of_part(const Agenda& agenda, std::size_t index) {
    while (index > 0 && !(agenda.start && agenda.items[index - 1].locked_at)) --index;
    return index > 0 ? index - 1 : 0;
}

WaysOut ways_out(const Agenda& agenda, int maximum) {
    WaysOut ways;
    ways.minutes_later = static_cast<std::size_t>(agenda.length_minutes - maximum);
    if (std::any_of(agenda.items.begin(), agenda.items.end(), is_repeated)) {
        ways.shorten_to = longest_that_fits(agenda, maximum);
        if (ways.shorten_to) ways.shorter = repeated_at_most(agenda, *ways.shorten_to);
    } else {
        const std::size_t end = agenda.items.size();
        ways.shorter = shorter_between(agenda, start_of_part(agenda, end), end, ways.minutes_later);
    }
    return ways;
}

} // namespace

void set_clock(Agenda& agenda) {
    agenda.length_minutes = place_items(agenda);
    for (const AgendaItem& item : agenda.items) agenda.total_minutes += item.minutes;
    const auto maximum = static_cast<int>(agenda.maximum);
    if (maximum > 0 && agenda.length_minutes > maximum) agenda.too_long = ways_out(agenda, maximum);
}

std::vector<ShorterItem> shorter_before(const Agenda& agenda, const AgendaItem& late) {
    const auto index = static_cast<std::size_t>(&late - agenda.items.data());
    return shorter_between(agenda, start_of_part(agenda, index), index, static_cast<std::size_t>(late.overlap));
}

} // namespace planner::planning
