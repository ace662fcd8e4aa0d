// The lists of a review: persons, panel, proposed days, documents and actions.

#include <algorithm>

#include "document/order.h"
#include "review/ids.h"
#include "review/replacing.h"
#include "review/review.h"
#include "review/values.h"
#include "review/visible_name.h"

namespace planner::review {
namespace {

/// Reads the fields of one entity.
class Reader {
public:
    Reader(const document::Document& document, const document::EntityKey& key) : document_(document), key_(key) {}

    std::string text(const char* field) const { return text_of(document_.value({key_, field})); }
    std::vector<std::string> texts(const char* field) const { return texts_of(document_.value({key_, field})); }
    std::string name(const char* field) const { return visible_name(text(field)); }
    bool filled(const char* field) const { return is_filled(document_.value({key_, field})); }

private:
    const document::Document& document_;
    const document::EntityKey& key_;
};

Seat read_seat(const document::Document& document, const document::EntityKey& key, const std::string& host) {
    const Reader row(document, key);
    Seat seat{key.id,
              host,
              row.text("participant"),
              row.name("name"),
              row.text("function"),
              row.text("contact"),
              row.text("role"),
              row.text("state"),
              row.filled("recognises"),
              row.texts("skills"),
              row.texts("attitudes")};
    seat.replaced_by = row.text(replaced_field::by.data());
    seat.replaced_on = row.text(replaced_field::on.data());
    seat.replaced_why = row.text(replaced_field::why.data());
    return seat;
}

} // namespace

std::vector<document::EntityKey> Review::bound_rows(std::string_view binding, std::string_view participant) const {
    process::Field table;
    table.kind = process::FieldKind::table;
    table.binding = binding;
    return rows("", participant, table);
}

std::vector<Person> Review::persons_of(std::string_view participant) const {
    std::vector<Person> found;
    for (const document::EntityKey& key : bound_rows("persons", participant)) {
        const Reader row(*document_, key);
        found.push_back(
            {key.id, std::string(participant), row.name("name"), row.text("function"), row.text("contact"),
             row.filled("comes_to_kickoff")});
    }
    return found;
}

std::vector<Action> Review::actions_of(std::string_view participant) const {
    std::vector<Action> found;
    for (const document::EntityKey& key : bound_rows("actions", participant)) {
        const Reader row(*document_, key);
        found.push_back({key.id, std::string(participant), row.text("activity"), row.text("why"), row.text("result"),
                         row.text("needs"), row.name("owner"), row.text("date"), row.text("state")});
    }
    return found;
}

std::vector<DateOption> Review::date_options() const {
    std::vector<DateOption> found;
    for (const document::EntityKey& key : bound_rows("date_options", "")) {
        const Reader row(*document_, key);
        found.push_back({key.id, row.text("date"), row.text("time"), row.text("place")});
    }
    return found;
}

Visit Review::visit_of(std::string_view participant) const {
    const std::string host = host_of(participant);
    const document::EntityKey key = visit_key(host);
    const Reader visit(*document_, key);
    return {
        host, visit.text("date"), visit.text("time"), visit.text("place"), visit.text("length"), visit.name("chair")};
}

std::vector<Seat> Review::seats_of(std::string_view participant) const {
    const std::string host = host_of(participant);
    std::vector<Seat> found;
    for (const document::EntityKey& key : bound_rows("seats", host)) found.push_back(read_seat(*document_, key, host));
    return found;
}

std::vector<Seat> Review::expected_seats_of(std::string_view participant) const {
    std::vector<Seat> seats = seats_of(participant);
    std::erase_if(seats, [&](const Seat& seat) {
        return process_->standing_of("seats", seat.state) == process::Standing::off;
    });
    return seats;
}

std::vector<Seat> Review::former_seats_of(std::string_view participant) const {
    const std::string host = host_of(participant);
    std::vector<Seat> found;
    const document::Collection* seats = document_->collection("seats");
    if (seats == nullptr) return found;
    for (const auto& [id, entity] : *seats) {
        const document::EntityKey key{"seats", id};
        if (text_of(document_->value({key, "visit"})) != visit_key(host).id || document_->is_deleted(key)) continue;
        Seat seat = read_seat(*document_, key, host);
        if (!seat.replaced_by.empty()) found.push_back(std::move(seat));
    }
    document::sort_items(found, [](const Seat& left, const Seat& right) { return left.replaced_on < right.replaced_on; });
    return found;
}

std::vector<SupportingDocument> Review::documents_of(std::string_view participant) const {
    const std::string host = host_of(participant);
    std::vector<SupportingDocument> found;
    for (const document::EntityKey& key : bound_rows("documents", host)) {
        const Reader row(*document_, key);
        found.push_back({key.id, host, row.text("title"), row.text("why"), row.text("where"), row.filled("asked"),
                         row.filled("received"), row.filled("forwarded")});
    }
    return found;
}

} // namespace planner::review
