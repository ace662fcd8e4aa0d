#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "process/process.h"
#include "review/records.h"
#include "review/rows.h"

namespace planner::review {

/// What a participant's field "side" holds when it is the one that is visited.
constexpr std::string_view host_side = "host";

/// Typed, named reading of one review. It keeps no copy: it reads the document each time, so it is cheap to make and
/// never out of date. Both the document and the process must outlive it.
class Review {
public:
    Review(const document::Document& document, const process::Process& process)
        : document_(&document), process_(&process) {}
    /// Finds rows in an index that was made of the same document since its last change.
    Review(const document::Document& document, const process::Process& process, const RowIndex& rows)
        : document_(&document), process_(&process), rows_(&rows) {}

    const document::Document& document() const { return *document_; }
    const process::Process& process() const { return *process_; }

    /// As it is shown: signs stand for what hides in it (visible_name.h).
    std::string title() const;
    /// ISO 8601 UTC moment at which the review was made, as stored.
    std::string created() const;
    std::string goal() const;
    /// The period in which the review takes place, in people's own words.
    std::string period() const;
    /// The day at which the years between two reviews are over, yyyy-mm-dd; "" when not known.
    std::string cycle_date() const;
    Kickoff kickoff() const;
    Facilitator facilitator() const;
    /// Sorted by (position, id), without removed ones; so are all lists below.
    std::vector<DateOption> date_options() const;

    std::vector<Participant> participants() const;
    std::optional<Participant> participant(std::string_view id) const;
    std::vector<Person> persons_of(std::string_view participant) const;
    std::vector<Action> actions_of(std::string_view participant) const;

    /// Who is visited: every participant, or one. That one is the first whose side is "host"; when nobody's is, the
    /// first of all.
    std::vector<Participant> hosts() const;
    /// Who goes on a visit: every participant, or all but the one host.
    std::vector<Participant> visitors() const;
    /// The id of who is visited in what this participant takes part in: itself, or the one host ("" when there is
    /// none).
    std::string host_of(std::string_view participant) const;
    /// Whose copies there are of something with that scope: ids of participants, or one "" for the whole review.
    std::vector<std::string> subjects(process::Scope scope) const;
    /// The visit at `host_of(participant)`, and its panel and documents.
    Visit visit_of(std::string_view participant) const;
    std::vector<Seat> seats_of(std::string_view participant) const;
    /// The same without who does not come.
    std::vector<Seat> expected_seats_of(std::string_view participant) const;
    /// Who was on that panel before and was replaced, in the order in which that happened.
    std::vector<Seat> former_seats_of(std::string_view participant) const;
    std::vector<SupportingDocument> documents_of(std::string_view participant) const;

    /// Where the value of a field of a card is kept; `participant` is "" on a card of the whole review.
    document::FieldKey key_of(std::string_view card, std::string_view participant, const process::Field& field) const;
    /// The table of a card. The rows of a visit belong to who is visited.
    TableKey table_of(std::string_view card, std::string_view participant, const process::Field& table) const;

    /// Shown value of a field of a card; null when nothing is filled in. Bindings are followed.
    const document::Value& value(std::string_view card, std::string_view participant,
                                 const process::Field& field) const;
    /// Whether the field is asked now: some fields depend on an option chosen in another field of the same card.
    bool is_asked(std::string_view card, std::string_view participant, const process::Field& field) const;
    std::vector<document::EntityKey> rows(std::string_view card, std::string_view participant,
                                          const process::Field& table) const;
    /// Which of `rows` this is, from 1; 0 when it is none of them.
    std::size_t row_number(std::string_view card, std::string_view participant, const process::Field& table,
                           const document::EntityKey& row) const;
    /// The first filled field of those that the process names as learning question; "" when none is.
    std::string learning_question(std::string_view participant) const;

private:
    std::vector<Participant> participants_of(process::Scope scope) const;
    std::vector<document::EntityKey> bound_rows(std::string_view binding, std::string_view participant) const;

    const document::Document* document_;
    const process::Process* process_;
    const RowIndex* rows_ = nullptr;
};

/// The process that a review says it follows: /review/review/process. "" when the document does not say.
std::string process_id(const document::Document& document);

/// Ids of the entities of a collection that are not removed, sorted by (position, id).
std::vector<std::string> sorted_ids(const document::Document& document, std::string_view collection);

} // namespace planner::review
