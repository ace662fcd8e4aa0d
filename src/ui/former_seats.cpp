#include "ui/former_seats.h"

#include "ui/card_field.h"
#include "ui/conflict_box.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "review/replacing.h"
#include "review/values.h"

namespace planner::ui {

namespace {

std::string name_or_none(Context& c, const std::string& name) {
    return name.empty() ? c.tr("participant.no_name") : name;
}

void draw_former_seat(Context& c, const review::Seat& seat, const std::string& row) {
    kit::Frame& frame = c.frame;
    const document::Document& document = c.planner.current()->document();
    const document::EntityKey key{"seats", seat.id};
    const kit::Scope scope(frame, seat.id);
    const kit::Card card(frame, {.padding = 12, .gap = 8, .name = row, .radius = 8});
    const std::string next = review::text_of(document.value({{"seats", seat.replaced_by}, "name"}));
    kit::text(frame, c.tr("seat.replaced_by", {{"name", name_or_none(c, seat.name)}, {"by", name_or_none(c, next)}}),
              {.style = kit::style::body_strong});
    std::string about = seat.function;
    if (!seat.contact.empty())
        about += (about.empty() ? "" : " · ") + seat.contact;
    if (!about.empty())
        kit::text(frame, about, {.style = kit::style::meta, .color = frame.theme().ink_2});
    const document::FieldKey deleted{key, "deleted"};
    if (const document::Register* versions = document.field(deleted); versions && versions->in_conflict())
        draw_conflict(c, deleted, nullptr, row);
    const auto field = [&](std::string_view name, process::FieldKind kind, std::string_view label_key) {
        const std::string label = c.tr(label_key);
        draw_plain_value(c, {key, std::string(name)}, kind, label, c.tr("row.cell", {{"column", label}, {"row", row}}));
    };
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(420) ? 3 : 1, frame.px(12), frame.px(8));
    grid.next();
    field(review::replaced_field::on, process::FieldKind::date, "seat.replaced_on");
    grid.next(2);
    field(review::replaced_field::why, process::FieldKind::text, "seat.replaced_why");
}

} // namespace

void draw_former_seats(Context& c, const std::string& host) {
    const std::vector<review::Seat> seats = c.planner.reading().former_seats_of(host);
    if (seats.empty())
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "former seats");
    const kit::Stack stack(frame.layout(), frame.px(8));
    const std::string title = c.tr("seat.former");
    kit::heading(frame, 3, title, {.style = kit::style::meta_strong, .icon = kit::icon::history});
    for (std::size_t i = 0; i < seats.size(); ++i)
        draw_former_seat(c, seats[i], c.tr("row.name", {{"name", title}, {"number", std::to_string(i + 1)}}));
}

} // namespace planner::ui
