#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "process/process.h"
#include "review/rows.h"

namespace planner::review {

struct Participant {
    std::string id;
    std::string name;
    std::string institution;
};

struct Person {
    std::string id;
    std::string participant;
    std::string name;
    std::string function;
    std::string contact;
};

/// The review day at one participant. `date` is yyyy-mm-dd, `time` is hh:mm, both local; "" when not known yet.
struct Visit {
    std::string participant;
    std::string date;
    std::string time;
    std::string place;
};

struct Kickoff {
    std::string date;
    std::string time;
    std::string place;
};

struct Facilitator {
    std::string name;
    std::string contact;
};

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

    std::string title() const;
    /// ISO 8601 UTC moment at which the review was made, as stored.
    std::string created() const;
    std::string goal() const;
    Kickoff kickoff() const;
    Facilitator facilitator() const;

    /// Sorted by (position, id), without removed ones.
    std::vector<Participant> participants() const;
    std::optional<Participant> participant(std::string_view id) const;
    /// Sorted by (position, id), without removed ones.
    std::vector<Person> persons_of(std::string_view participant) const;
    Visit visit_of(std::string_view participant) const;

    /// Shown value of a field of a card; null when nothing is filled in. Bindings are followed.
    const document::Value& value(std::string_view card, std::string_view participant,
                                 const process::Field& field) const;
    /// Whether the field is asked now: some fields depend on an option chosen in another field of the same card.
    bool is_asked(std::string_view card, std::string_view participant, const process::Field& field) const;
    std::vector<document::EntityKey> rows(std::string_view card, std::string_view participant,
                                          const process::Field& table) const;
    /// The first filled field of those that the process names as learning question; "" when none is.
    std::string learning_question(std::string_view participant) const;

private:
    const document::Document* document_;
    const process::Process* process_;
    const RowIndex* rows_ = nullptr;
};

/// The process that a review says it follows: /review/review/process. "" when the document does not say.
std::string process_id(const document::Document& document);

/// Ids of the entities of a collection that are not removed, sorted by (position, id).
std::vector<std::string> sorted_ids(const document::Document& document, std::string_view collection);

} // namespace planner::review
