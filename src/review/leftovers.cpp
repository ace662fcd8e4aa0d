#include "review/leftovers.h"

#include <algorithm>

#include "review/ids.h"
#include "review/kept_process.h"
#include "review/place.h"
#include "review/values.h"

namespace planner::review {
namespace {

using document::EntityKey;
using process::Card;
using process::Field;

std::string with_spaces(std::string id) {
    std::replace(id.begin(), id.end(), '_', ' ');
    return id;
}

/// What of an entity the process has a place for.
class Finder {
public:
    Finder(const Review& review, process::Language language) : review_(review), language_(language) {}

    void add(const EntityKey& entity, const document::Entity& fields) {
        const Owner owner = owner_of(entity);
        if (owner.known && !shows_nothing()) return;
        if (!owner.participant.empty() && !review_.participant(owner.participant) && !shows_nothing()) return;
        for (const auto& [name, field] : fields) {
            const document::FieldKey key{entity, name};
            if (!is_filled(field.shown()) || name == document::deleted_field || !is_visible(key)) continue;
            if (!owner.words.empty() && std::find(owner.words.begin(), owner.words.end(), name) == owner.words.end())
                continue;
            if (owner.table != nullptr && owner.table->agreement && name == process::agreement_field::done) continue;
            const Field* definition = field_of(owner, name);
            if (owner.card != nullptr && definition != nullptr && definition->binding.empty()) continue;
            found_.push_back({key, name_of(owner.participant), owner.title,
                              definition == nullptr ? with_spaces(name) : definition->label.in(language_), definition});
        }
    }

    std::vector<Leftover> finish() && { return std::move(found_); }

private:
    struct Owner {
        bool known = false; ///< all of it is shown somewhere
        std::string participant;
        std::string title;
        const Card* card = nullptr;
        const Field* table = nullptr;
        std::vector<std::string_view> words = {}; ///< the fields with words of people; empty: all
    };

    bool shows_nothing() const { return review_.process().steps.empty(); }

    std::string text(const EntityKey& entity, const char* field) const {
        return text_of(review_.document().value({entity, field}));
    }

    std::string name_of(const std::string& participant) const {
        return text_of(review_.document().value({participant_key(participant), "name"}));
    }

    Owner card_owner(const CardOfParticipant& halves) const {
        const Card* card = review_.process().card(halves.card);
        return {false, halves.participant, card == nullptr ? with_spaces(halves.card) : card->title.in(language_), card};
    }

    Owner row_owner(const EntityKey& entity) const {
        Owner owner = card_owner(split_card_id(text(entity, "card")));
        const std::string table = text(entity, "table");
        if (owner.card != nullptr) owner.table = owner.card->field(table);
        if (owner.table == nullptr) {
            owner.card = nullptr;
            owner.title += ", " + with_spaces(table);
        }
        return owner;
    }

    Owner task_owner(const std::string& id, const std::string& participant, bool known,
                     std::vector<std::string_view> words) const {
        const process::Task* task = review_.process().task(id);
        return {known && task != nullptr,
                participant,
                task == nullptr ? with_spaces(id) : task->title.in(language_),
                nullptr,
                nullptr,
                std::move(words)};
    }

    Owner name_owner(const EntityKey& entity) const {
        const auto names = process::nameables(review_.process());
        const bool known =
            std::any_of(names.begin(), names.end(), [&](const process::Nameable& name) { return name.id == entity.id; });
        return {known, "", with_spaces(entity.id)};
    }

    Owner owner_of(const EntityKey& entity) const {
        if (entity.collection == "cards") return card_owner(split_card_id(entity.id));
        if (entity.collection == "rows") return row_owner(entity);
        if (entity.collection == given_names_collection) return name_owner(entity);
        if (entity.collection == "tasks") {
            const CardOfParticipant halves = split_card_id(entity.id);
            return task_owner(halves.card, halves.participant, true, {"reason"});
        }
        if (entity.collection == "messages") {
            const bool known = review_.process().message(text(entity, "message")) != nullptr;
            return task_owner(text(entity, "task"), text(entity, "participant"), known, {"subject", "body"});
        }
        const bool of_participant = entity.collection == "participants" || entity.collection == "visits";
        return {true, of_participant ? split_card_id(entity.id).participant : text(entity, "participant"), ""};
    }

    const Field* field_of(const Owner& owner, const std::string& name) const {
        if (owner.table != nullptr) return owner.table->column(name);
        return owner.card == nullptr ? nullptr : owner.card->field(name);
    }

    const Review& review_;
    process::Language language_;
    std::vector<Leftover> found_;
};

} // namespace

std::vector<Leftover> leftovers(const Review& review, process::Language language) {
    Finder finder(review, language);
    for (const auto& [collection, entities] : review.document().collections()) {
        if (collection == kept_process_key().entity.collection) continue;
        for (const auto& [id, fields] : entities) {
            if (!review.document().is_deleted({collection, id})) finder.add({collection, id}, fields);
        }
    }
    return std::move(finder).finish();
}

} // namespace planner::review
