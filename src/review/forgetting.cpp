#include "review/forgetting.h"

#include <algorithm>
#include <set>
#include <utility>

#include "document/fractional_index.h"
#include "review/bound_tables.h"
#include "document/folding.h"
#include "review/kept_process.h"
#include "review/place.h"
#include "review/rows.h"
#include "review/sharing.h"
#include "review/values.h"

namespace planner::review {
namespace {

using document::Dot;
using document::EntityKey;
using document::FieldKey;
using document::Register;
using document::Value;
using document::Version;
using process::Personal;

/// Whether any text inside a value is as `matches` says.
template <class Matches>
bool any_text(const Value& value, const Matches& matches) {
    if (const auto* text = value.get_ptr<const std::string*>()) return matches(*text);
    return value.is_structured() &&
           std::any_of(value.begin(), value.end(), [&](const Value& inner) { return any_text(inner, matches); });
}

template <class Matches>
bool any_version(const Register& field, const Matches& matches) {
    return std::any_of(field.versions().begin(), field.versions().end(),
                       [&](const Version& version) { return any_text(version.value, matches); });
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(space), text.size());
    return std::string(text.substr(begin, text.find_last_not_of(space) + 1 - begin));
}

/// A name of people as it may stand in texts.
class Name {
public:
    explicit Name(std::string_view name) : name_(trimmed(name)) {
        constexpr std::size_t shortest_part = 3;
        const std::size_t space = name_.find_first_of(" \t\r\n");
        if (space == std::string::npos) {
            parts_ = {name_};
            return;
        }
        is_full_ = true;
        for (std::string part : {name_.substr(0, space), name_.substr(name_.find_last_of(" \t\r\n") + 1)}) {
            if (part.size() >= shortest_part) parts_.push_back(std::move(part));
        }
    }

    bool is_all_of(const std::string& text) const {
        const std::string alone = trimmed(text);
        const std::vector<document::Span> found = document::find_phrase(alone, name_);
        return found.size() == 1 && found[0].begin == 0 && found[0].end == alone.size();
    }
    /// Whether it stands among other words, sure enough to be taken out.
    bool is_in(const std::string& text) const { return is_full_ && !document::find_phrase(text, name_).empty(); }
    bool is_partly_in(const std::string& text) const {
        return std::any_of(parts_.begin(), parts_.end(),
                           [&](const std::string& part) { return !document::find_phrase(text, part).empty(); });
    }

private:
    std::string name_;
    bool is_full_ = false;
    std::vector<std::string> parts_; ///< the first and the last word
};

/// Whether a value tells the name, sure enough to be removed.
bool tells_name(const Value& value, const Name& name, Personal personal) {
    return any_text(value, [&](const std::string& text) {
        return name.is_in(text) || (personal == Personal::name && name.is_all_of(text));
    });
}

/// The rows that are somebody: they have a name of their own.
bool is_person_row(const EntityKey& entity) {
    const BoundTable* table = bound_table_of_collection(entity.collection);
    return table != nullptr && process::personal_of_binding(table->binding, "name") == Personal::name;
}

template <class Visit>
void for_each_entity(const document::Document& document, const Visit& visit) {
    for (const auto& [collection, entities] : document.collections()) {
        for (const auto& [id, fields] : entities) {
            const EntityKey entity{collection, id};
            if (entity != kept_process_key().entity) visit(entity, fields);
        }
    }
}

class Planning {
public:
    Planning(const Review& review, std::string_view name) : review_(review), name_(name) { plan_.name = trimmed(name); }

    ForgettingPlan run() && {
        if (plan_.name.empty()) return std::move(plan_);
        for_each_entity(review_.document(), [&](const EntityKey& entity, const document::Entity& fields) {
            if (is_person_row(entity)) person(entity, fields);
        });
        plan_.same_name = people_.size();
        for_each_entity(review_.document(), [&](const EntityKey& entity, const document::Entity& fields) {
            if (!std::binary_search(plan_.persons.begin(), plan_.persons.end(), entity)) other(entity, fields);
        });
        for (const auto& [key, versions] : review_.document().history().fields()) earlier(key, versions);
        for (const document::Replica& replica : review_.document().replicas()) {
            if (name_.is_all_of(replica.label) || name_.is_in(replica.label)) plan_.labels.push_back(replica.id);
        }
        return std::move(plan_);
    }

private:
    bool is_name(const Register& field) const {
        return any_version(field, [&](const std::string& text) { return name_.is_all_of(text); });
    }

    void person(const EntityKey& entity, const document::Entity& fields) {
        const auto name = fields.find("name");
        if (name == fields.end() || !is_name(name->second)) return;
        plan_.persons.push_back(entity);
        const auto contact = fields.find("contact");
        for (const Version& version : contact == fields.end() ? std::vector<Version>() : contact->second.versions()) {
            if (is_filled(version.value)) contacts_.insert(text_of(version.value));
        }
        const BoundTable& table = *bound_table_of_collection(entity.collection);
        if (!review_.document().is_deleted(entity) && table.owner == process::BindingOwner::participant)
            people_.insert(text_of(review_.document().value({entity, std::string(owner_field(table))})));
    }

    void other(const EntityKey& entity, const document::Entity& fields) {
        std::vector<FieldKey> contacts;
        std::size_t names = 0;
        bool is_here = false;
        for (const auto& [id, field] : fields) {
            const FieldKey key{entity, id};
            const Personal personal = id == document::deleted_field ? Personal::no : personal_of(review_, key);
            if (personal == Personal::contact) contacts.push_back(key);
            names += personal == Personal::name ? 1 : 0;
            if (personal == Personal::name && is_name(field)) {
                is_here = true;
                plan_.emptied.push_back(key);
            } else if (personal != Personal::contact || !name_is_alone(fields, entity)) {
                text(key, field);
            }
        }
        if (!is_here) return;
        auto& place = names == 1 ? plan_.emptied : plan_.to_look_at;
        place.insert(place.end(), contacts.begin(), contacts.end());
    }

    /// What is rewritten anyway loses its earlier texts with it.
    void earlier(const FieldKey& key, const std::vector<Version>& versions) {
        const auto has_key = [&](const std::vector<FieldKey>& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
        if (std::binary_search(plan_.persons.begin(), plan_.persons.end(), key.entity) || has_key(plan_.emptied) || has_key(plan_.texts))
            return;
        const Personal personal = personal_of(review_, key);
        if (std::any_of(versions.begin(), versions.end(),
                        [&](const Version& version) { return tells_name(version.value, name_, personal); }))
            plan_.earlier.push_back(key);
    }

    /// Whether the one name in an entity is this one, so that how to reach somebody is about them.
    bool name_is_alone(const document::Entity& fields, const EntityKey& entity) const {
        bool found = false;
        for (const auto& [id, field] : fields) {
            if (id == document::deleted_field || personal_of(review_, {entity, id}) != Personal::name) continue;
            if (found || !is_name(field)) return false;
            found = true;
        }
        return found;
    }

    void text(const FieldKey& key, const Register& field) {
        const auto named = [&](const std::string& text) { return name_.is_in(text); };
        const auto hints = [&](const std::string& text) {
            return name_.is_partly_in(text) || std::any_of(contacts_.begin(), contacts_.end(), [&](const std::string& contact) {
                       return text.find(contact) != std::string::npos;
                   });
        };
        if (any_version(field, named))
            plan_.texts.push_back(key);
        else if (is_visible(key) && any_version(field, hints))
            plan_.to_look_at.push_back(key);
    }

    const Review& review_;
    Name name_;
    ForgettingPlan plan_;
    std::set<std::string> contacts_, people_;
};

void replace_name(Value& value, const std::string& name, const std::string& words) {
    if (auto* text = value.get_ptr<std::string*>()) {
        const std::vector<document::Span> found = document::find_phrase(*text, name);
        for (auto span = found.rbegin(); span != found.rend(); ++span)
            text->replace(span->begin, span->end - span->begin, words);
    } else if (value.is_structured()) {
        for (Value& inner : value) replace_name(inner, name, words);
    }
}

/// The writes of one plan.
class Forgetting {
public:
    Forgetting(document::Document& document, const ForgettingPlan& plan, const document::Stamp& stamp)
        : document_(document), name_(plan.name), plan_(plan), stamp_(stamp) {
        if (name_.is_all_of(stamp_.label) || name_.is_in(stamp_.label)) stamp_.label.clear();
    }

    void run(const std::string& words) {
        for (const EntityKey& person : plan_.persons) remove(person);
        for (const FieldKey& key : plan_.emptied) {
            rewrite(key, [](const Value&) { return true; }, [](Value& value) { value = ""; });
        }
        for (const FieldKey& key : plan_.texts) {
            rewrite(
                key,
                [&](const Value& value) {
                    return any_text(value, [&](const std::string& text) { return name_.is_in(text); });
                },
                [&](Value& value) { replace_name(value, plan_.name, words); });
        }
        for (const FieldKey& key : plan_.earlier) {
            note_earlier(key, [&](const Value& value) { return tells_name(value, name_, Personal::name); });
        }
        document_.redact_writes(gone_);
        for (const document::ReplicaId label : plan_.labels) document_.redact_label(label);
    }

    const document::Stamp& stamp() const { return stamp_; }

private:
    /// To whom the row belonged and where it stood stays, so that everybody sees the same row go.
    void remove(const EntityKey& person) {
        const document::Entity* fields = document_.entity(person);
        if (fields == nullptr) return;
        std::vector<FieldKey> keys;
        for (const auto& [id, field] : *fields) {
            const FieldKey key{person, id};
            if (id != document::deleted_field && is_visible(key)) keys.push_back(key);
        }
        for (const FieldKey& key : keys) document_.redact(key);
        document_.remove(stamp_, person);
    }

    /// Notes what stood there before as gone.
    template <class IsMeant>
    void note_earlier(const FieldKey& key, const IsMeant& is_meant) {
        for (const Version* version : document_.history(key)) {
            if (is_meant(version->value)) gone_.push_back(version->dot);
        }
    }

    /// Writes something else in place of the versions that are meant, and notes those as gone. In what was removed nothing
    /// is written, because that would bring it back.
    template <class IsMeant, class Change>
    void rewrite(const FieldKey& key, const IsMeant& is_meant, const Change& change) {
        note_earlier(key, is_meant);
        const Register* field = document_.field(key);
        if (field == nullptr) return;
        std::vector<Value> values;
        std::size_t meant = 0;
        for (const Version& version : field->versions()) {
            if (!is_meant(version.value)) continue;
            ++meant;
            gone_.push_back(version.dot);
            Value value = version.value;
            change(value);
            const auto is_same = [&](const Value& other) { return document::same_value(other, value); };
            if (std::none_of(values.begin(), values.end(), is_same)) values.push_back(std::move(value));
        }
        if (document_.is_deleted(key.entity)) return;
        auto replacing = meant == field->versions().size() ? document::Replacing::all_versions : document::Replacing::nothing;
        // From back to front, so that what was shown stays what is shown.
        for (auto value = values.rbegin(); value != values.rend(); ++value) {
            document_.write(stamp_, key, std::move(*value), replacing);
            replacing = document::Replacing::nothing;
        }
    }

    document::Document& document_;
    Name name_;
    const ForgettingPlan& plan_;
    document::Stamp stamp_;
    std::vector<Dot> gone_;
};

} // namespace

ForgettingPlan plan_forgetting(const Review& review, std::string_view name) {
    return Planning(review, name).run();
}

std::string name_of_person(const Review& review, const EntityKey& entity) {
    const document::Entity* fields = review.document().entity(entity);
    if (fields == nullptr) return "";
    for (const auto& [id, field] : *fields) {
        if (id != document::deleted_field && is_filled(field.shown()) && personal_of(review, {entity, id}) == Personal::name)
            return trimmed(text_of(field.shown()));
    }
    return "";
}

ForgettingPlan plan_wiping_contacts(const Review& review) {
    ForgettingPlan plan;
    plan.emptied = personal_fields(review, Personal::contact);
    return plan;
}

void forget(document::Document& document, const ForgettingPlan& plan, const ForgettingWords& words,
            const document::Stamp& stamp, const RandomBits& random) {
    Forgetting forgetting(document, plan, stamp);
    forgetting.run(words.in_place_of_name);
    const NewRow note = new_in_list(document, forgotten_collection,
                                    {{"day", words.day}, {"by", forgetting.stamp().label}, {"places", plan.places()}}, random);
    for (const FieldWrite& each : note.writes) document.write(forgetting.stamp(), each.key, each.value);
}

} // namespace planner::review
