#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "review/ids.h"
#include "review/review.h"

namespace planner::review {

/// What goes when a person is removed for good, for people to look at first. Each list is in the order of the document.
struct ForgettingPlan {
    std::string name;                         ///< as it was asked, without white space around it
    std::vector<document::EntityKey> persons; ///< rows in which the person stands alone: they go, with all that is in them
    std::vector<document::FieldKey> emptied;  ///< the name, or how to reach the person, in something that stays
    std::vector<document::FieldKey> texts;    ///< texts in which the name makes way for other words
    std::vector<document::FieldKey> earlier;  ///< fields in which the name only stood before
    std::vector<document::ReplicaId> labels;  ///< who wrote under that name
    std::vector<document::FieldKey> to_look_at; ///< part of the name or how to reach the person stands there; they stay

    /// Whether several persons of the review have this name: contact persons of different participants, for example.
    bool is_ambiguous() const { return same_name > 1; }
    std::size_t same_name = 0; ///< different ways to reach, or participants, of the contact persons with this name
    /// How many places are changed.
    std::size_t places() const { return persons.size() + emptied.size() + texts.size() + earlier.size() + labels.size(); }
};

/// Finds somebody by name, whatever its capitals and accents: as whole words in every text of the review, also in removed
/// rows and beside each other in a conflict. A name of one word is only taken where it stands alone as a name, because
/// it may be anybody's; other texts with it are to be looked at. Not in the process that the review keeps.
ForgettingPlan plan_forgetting(const Review& review, std::string_view name);

/// The name in a field that holds somebody's name, or in the row of somebody; "" for any other.
std::string name_of_person(const Review& review, const document::EntityKey& entity);

/// How to reach people, all of the review: what its end date asks to remove. The names stay.
ForgettingPlan plan_wiping_contacts(const Review& review);

/// What forgetting writes.
struct ForgettingWords {
    std::string in_place_of_name; ///< "[name removed]"
    std::string day;              ///< of the note that something was removed, yyyy-mm-dd
};

constexpr std::string_view forgotten_collection = "redactions";

/// Does what the plan says, and notes on which day and by whom, without the name. It cannot be undone. Who writes under the
/// name that goes leaves no label either.
void forget(document::Document& document, const ForgettingPlan& plan, const ForgettingWords& words,
            const document::Stamp& stamp, const RandomBits& random);

} // namespace planner::review
