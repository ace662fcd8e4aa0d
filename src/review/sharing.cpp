#include "review/sharing.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "process/binding.h"
#include "review/bound_tables.h"
#include "review/place.h"
#include "review/values.h"

namespace planner::review {
namespace {

using process::Personal;

/// Where the planner itself notes who did or answered something.
bool says_by_whom(const document::FieldKey& key) {
    struct Place {
        std::string_view collection, field;
    };
    static constexpr std::array<Place, 7> places = {{{"tasks", "done_by"},
                                                  {"meeting_notes", "by"},
                                                  {"rows", process::agreement_field::done_by},
                                                  {"messages", "sent_by"},
                                                  {"availability", "answered_by"},
                                                  {"run_sheets", "state_by"},
                                                  {"redactions", "by"}}};
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
        return place.collection == key.entity.collection && place.field == key.field;
    });
}

/// What is known of a place also when the process of the review has no field for it (any more).
Personal personal_of_key(const document::FieldKey& key) {
    if (key.entity == review_key()) return process::personal_of_binding("review." + key.field);
    if (const BoundTable* table = bound_table_of_collection(key.entity.collection))
        return process::personal_of_binding(table->binding, key.field);
    if (key.entity.collection == "visits") return process::personal_of_binding("visit." + key.field);
    return says_by_whom(key) ? Personal::name : Personal::no;
}

bool has_words(const document::Register& field) {
    return std::any_of(field.versions().begin(), field.versions().end(),
                       [](const document::Version& version) { return is_filled(version.value); });
}

template <class Visit>
void for_each_field(const document::Document& document, Visit visit) {
    for (const auto& [collection, entities] : document.collections()) {
        for (const auto& [id, fields] : entities) {
            for (const auto& [name, field] : fields) visit(document::FieldKey{{collection, id}, name}, field);
        }
    }
}

bool is_digit(char letter) {
    return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

/// A zero or a plus and at least nine digits more, with nothing but what people write between them: dates and amounts do not
/// begin so.
bool has_telephone_number(std::string_view text) {
    constexpr int fewest_digits = 10;
    int digits = 0;
    bool is_number = false;
    for (const char letter : text) {
        if (is_digit(letter)) {
            is_number = is_number || (digits == 0 && letter == '0');
            if (++digits >= fewest_digits && is_number) return true;
        } else if (letter == '+') {
            is_number = true;
            digits = 0;
        } else if (std::string_view(" -()/").find(letter) == std::string_view::npos) {
            is_number = false;
            digits = 0;
        }
    }
    return false;
}

/// Something, an at sign, and something with a dot in it: looser than an address that can be written to, because a mistyped
/// one says as much.
bool has_mail_address(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const std::size_t end = std::min(text.find_first_of(" \t\n,;<>()", at), text.size());
        const bool has_name = at > 0 && std::string_view(" \t\n,;<>()").find(text[at - 1]) == std::string_view::npos;
        if (has_name && text.substr(at, end - at).find('.') != std::string_view::npos) return true;
    }
    return false;
}

} // namespace

Personal personal_of(const Review& review, const document::FieldKey& key) {
    const Personal known = personal_of_key(key);
    if (known != Personal::no) return known;
    const process::Field* field = definition_of(review, key);
    return field == nullptr ? Personal::no : field->personal;
}

std::vector<document::FieldKey> personal_fields(const Review& review, Personal kind) {
    std::vector<document::FieldKey> found;
    for_each_field(review.document(), [&](const document::FieldKey& key, const document::Register& field) {
        if (has_words(field) && personal_of(review, key) == kind) found.push_back(key);
    });
    return found;
}

document::Document without_contacts(const Review& review) {
    document::Document copy = review.document();
    for (const document::FieldKey& key : personal_fields(review, Personal::contact)) copy.withhold(key);
    // Who took a telephone number out of a text meant to.
    copy.forget_history([](const document::FieldKey&, const document::Version&) { return true; });
    return copy;
}

std::vector<document::FieldKey> texts_with_contacts(const document::Document& document) {
    std::vector<document::FieldKey> found;
    for_each_field(document, [&](const document::FieldKey& key, const document::Register& field) {
        const bool says_so = std::any_of(field.versions().begin(), field.versions().end(), [](const document::Version& version) {
            const std::string text = text_of(version.value);
            return has_mail_address(text) || has_telephone_number(text);
        });
        // The process that a review keeps is nobody's words, though it may name a help desk.
        if (says_so && is_visible(key)) found.push_back(key);
    });
    return found;
}

} // namespace planner::review
