#include "planning/agreements.h"

#include <algorithm>
#include <utility>

#include "document/folding.h"
#include "review/values.h"
#include "review/visible_name.h"

namespace planner::planning {
namespace {

namespace kept = process::agreement_field;

/// Reads the rows of tables with agreements.
class AgreementReader {
public:
    AgreementReader(const review::Review& review, std::optional<Day> today) : review_(review), today_(today) {}

    /// Adds what stands on the cards of those of whom `is_wanted` says so.
    template <class IsWanted>
    std::vector<Agreement> read(const IsWanted& is_wanted) {
        for (const process::Card& card : review_.process().cards) {
            for (const process::Block& block : card.blocks) {
                for (const process::Field& field : block.fields) {
                    if (field.agreement) read_tables(card, block, field, is_wanted);
                }
            }
        }
        return std::move(found_);
    }

private:
    template <class IsWanted>
    void read_tables(const process::Card& card, const process::Block& block, const process::Field& table,
                     const IsWanted& is_wanted) {
        for (const std::string& whose : review_.subjects(card.scope)) {
            if (!is_wanted(whose) || !review_.is_asked(card.id, whose, table)) continue;
            for (const document::EntityKey& row : review_.rows(card.id, whose, table)) {
                if (!review::is_filled(value(row, table.agreement->what))) continue;
                Agreement agreement = agreement_in(row, *table.agreement);
                agreement.card = &card;
                agreement.block = &block;
                agreement.whose = whose;
                found_.push_back(std::move(agreement));
            }
        }
    }

    Agreement agreement_in(const document::EntityKey& row, const process::AgreementColumns& columns) const {
        Agreement agreement;
        agreement.row = row;
        agreement.what = text(row, columns.what);
        agreement.who = review::visible_name(text(row, columns.who));
        agreement.due = parse_day(text(row, columns.when));
        if (value(row, kept::done) == true) {
            agreement.state = AgreementState::done;
            agreement.done_by = review::visible_name(text(row, kept::done_by));
            agreement.done_on = parse_day(text(row, kept::done_on));
        } else if (today_ && agreement.due && *agreement.due < *today_) {
            agreement.state = AgreementState::late;
        }
        return agreement;
    }

    const document::Value& value(const document::EntityKey& row, std::string_view field) const {
        return review_.document().value({row, std::string(field)});
    }
    std::string text(const document::EntityKey& row, std::string_view field) const {
        return review::text_of(value(row, field));
    }

    const review::Review& review_;
    std::optional<Day> today_;
    std::vector<Agreement> found_;
};

bool names(const std::string& text, const std::string& somebody) {
    return !document::find_phrase(text, somebody).empty();
}

/// By their own name or by what the process calls them.
bool names_facilitator(const review::Review& review, const std::string& text) {
    const process::Role* role = review.process().role_of(process::RoleKind::facilitator);
    return names(text, review.facilitator().name) ||
           (role != nullptr && (names(text, role->title.nl) || names(text, role->title.en)));
}

} // namespace

std::vector<Agreement> agreements_of(const review::Review& review, std::optional<Day> today) {
    return AgreementReader(review, today).read([](const std::string&) { return true; });
}

std::vector<Agreement> agreements_with(const review::Review& review, std::string_view participant) {
    return AgreementReader(review, std::nullopt).read([&](const std::string& whose) {
        return whose.empty() || whose == participant;
    });
}

bool concerns(const Agreement& agreement, const Part& part, const review::Review& review) {
    if (agreement.whose.empty()) return part.facilitates || !part.contact_of.empty();
    return part.contact_of.contains(agreement.whose) || (part.facilitates && names_facilitator(review, agreement.who));
}

} // namespace planner::planning
