#include "planning/run_sheet.h"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <utility>

#include "document/fractional_index.h"
#include "document/order.h"
#include "planning/agenda_clock.h"
#include "planning/run_sheet_status.h"
#include "review/values.h"

namespace planner::planning {
namespace {

constexpr std::string_view collection = "agenda_items";

const std::string& words(const std::string& own, const process::Text* text, process::Language language) {
    return own.empty() && text != nullptr ? text->in(language) : own;
}

document::FieldKey bound_key(const review::Review& review, std::string_view owner, std::string_view binding) {
    process::Field field;
    field.binding = binding;
    return review.key_of("", owner, field);
}

bool stands_before(const AgendaItem& left, const AgendaItem& right) {
    return std::tie(left.position, left.key.id) < std::tie(right.position, right.key.id);
}

/// What the items of a length come to together as the process proposes them.
std::size_t proposed_minutes(const process::RunSheet& sheet, std::string_view length, std::size_t participants) {
    std::size_t minutes = 0;
    for (const process::RunSheetItem& item : sheet.items)
        minutes += item.minutes_of(length) * (item.repeat == process::Repeat::once ? 1 : participants);
    return minutes;
}

/// Makes the lines of one agenda in the order of the process.
class Lines {
public:
    Lines(const review::Review& review, Agenda& agenda) : review_(review), agenda_(agenda) {}

    void add_items() {
        const auto participants = review_.subjects(process::Scope::participant);
        for (const process::RunSheetItem& item : agenda_.sheet->items) {
            last_ = document::index_between(last_, "");
            std::string position = last_;
            if (item.repeat == process::Repeat::once) add_item(item, "", position);
            if (item.repeat == process::Repeat::once) continue;
            const std::string next = document::index_between(last_, "");
            for (const std::string& participant : participants) {
                add_item(item, participant, position);
                position = document::index_between(position, next);
            }
        }
    }

    void add_people_s_own() {
        const document::Collection* entities = review_.document().collection(collection);
        if (entities == nullptr) return;
        const std::string prefix = added_item_key(agenda_.sheet->id, agenda_.subject, "").id;
        for (auto each = entities->lower_bound(prefix); each != entities->end(); ++each) {
            if (!each->first.starts_with(prefix)) break;
            AgendaItem line;
            line.key = {std::string(collection), each->first};
            line.position = document::index_between(last_, "");
            line.minimum = process::RunSheetItem().minimum;
            add(std::move(line));
        }
    }

private:
    void add_item(const process::RunSheetItem& item, const std::string& participant, const std::string& position) {
        AgendaItem line;
        line.item = &item;
        line.participant = participant;
        line.key = agenda_item_key(agenda_.sheet->id, agenda_.subject, item.id, participant);
        line.position = position;
        line.minutes = item.minutes_of(agenda_.length);
        line.minimum = item.minimum_of(agenda_.length);
        add(std::move(line));
    }

    void add(AgendaItem line) {
        const auto own = [&](std::string_view field) -> const document::Value& {
            return review_.document().value({line.key, std::string(field)});
        };
        const std::size_t minutes = review::whole_number_of(own(agenda_field::minutes));
        if (minutes > 0 && minutes <= static_cast<std::size_t>(minutes_per_day)) line.minutes = minutes;
        line.minimum = std::min(line.minimum, line.minutes);
        line.locked_at = parse_clock(review::text_of(own(agenda_field::start)));
        line.own_title = review::text_of(own(agenda_field::title));
        line.own_who = review::text_of(own(agenda_field::who));
        line.own_needs = review::text_of(own(agenda_field::needs));
        line.comment = review::text_of(own(agenda_field::comment));
        std::string position = review::text_of(own(document::position_field));
        if (!position.empty()) line.position = std::move(position);
        const bool left_out = own(agenda_field::left_out) == true || (line.item != nullptr && line.minutes == 0);
        const bool removed = review_.document().is_deleted(line.key);
        if (removed && line.item == nullptr) return;
        (left_out || removed ? agenda_.left_out : agenda_.items).push_back(std::move(line));
    }

    const review::Review& review_;
    Agenda& agenda_;
    std::string last_; ///< position of the last item of the process
};

} // namespace

std::string AgendaItem::title(process::Language language) const {
    return words(own_title, item == nullptr ? nullptr : &item->title, language);
}

std::string AgendaItem::who(process::Language language) const {
    return words(own_who, item == nullptr ? nullptr : &item->who, language);
}

std::string AgendaItem::needs(process::Language language) const {
    return words(own_needs, item == nullptr ? nullptr : &item->needs, language);
}

const AgendaItem* Agenda::first_overlap() const {
    const auto found =
        std::find_if(items.begin(), items.end(), [](const AgendaItem& item) { return item.overlap > 0; });
    return found == items.end() ? nullptr : &*found;
}

std::string Agenda::clock(int minutes) const {
    if (start) return format_clock(minutes);
    char text[32];
    std::snprintf(text, sizeof text, "+%d:%02d", minutes / 60, minutes % 60);
    return text;
}

document::EntityKey agenda_item_key(std::string_view sheet, std::string_view subject, std::string_view item,
                                    std::string_view participant) {
    std::string id;
    id.append(sheet).append(":").append(subject).append(":").append(item);
    if (!participant.empty()) id.append(":").append(participant);
    return {std::string(collection), std::move(id)};
}

document::EntityKey added_item_key(std::string_view sheet, std::string_view subject, std::string_view random_id) {
    // No item of a process has an id that begins with a "+".
    return agenda_item_key(sheet, subject, "+" + std::string(random_id));
}

document::FieldKey start_key(const review::Review& review, const process::RunSheet& sheet, std::string_view subject) {
    return bound_key(review, subject, sheet.start);
}

document::FieldKey length_key(const review::Review& review, std::string_view subject) {
    return bound_key(review, subject, "visit.length");
}

std::optional<Day> meeting_day(const review::Review& review, const process::RunSheet& sheet, std::string_view subject) {
    const std::string_view binding = std::string_view(sheet.start).starts_with("visit.") ? "visit.date" : "review.kickoff_date";
    return parse_day(review::text_of(review.document().value(bound_key(review, subject, binding))));
}

Agenda make_agenda(const review::Review& review, const process::RunSheet& sheet, std::string_view subject) {
    Agenda agenda;
    agenda.sheet = &sheet;
    agenda.subject = subject;
    agenda.start = parse_clock(review::text_of(review.document().value(start_key(review, sheet, subject))));
    agenda.maximum = sheet.maximum_minutes;
    if (!sheet.lengths.empty()) {
        agenda.length = review.visit_of(subject).length;
        const std::size_t participants = review.subjects(process::Scope::participant).size();
        agenda.maximum = std::max(agenda.maximum, proposed_minutes(sheet, agenda.length, participants));
    }
    if (agenda.maximum > 0) agenda.maximum = std::max(agenda.maximum, agreed_minutes(review, sheet.id, subject));
    Lines lines(review, agenda);
    lines.add_items();
    lines.add_people_s_own();
    document::sort_items(agenda.items, stands_before);
    document::sort_items(agenda.left_out, stands_before);
    set_clock(agenda);
    return agenda;
}

} // namespace planner::planning
