#include "review/anonymous.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "document/folding.h"
#include "review/bound_tables.h"
#include "review/kept_process.h"
#include "review/place.h"
#include "review/sharing.h"
#include "review/values.h"

namespace planner::review {
namespace {

using process::Language;
using process::Personal;

/// A, B, ... Z, AA, AB, ...
std::string letters_of(std::size_t index) {
    constexpr std::size_t alphabet = 26;
    std::string letters(1, static_cast<char>('A' + index % alphabet));
    return index < alphabet ? letters : letters_of(index / alphabet - 1) + letters;
}

std::string with_capital(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

bool is_participant(const document::FieldKey& key) {
    return key.entity.collection == "participants" && (key.field == "name" || key.field == "institution");
}

/// Where something is says as much as the name of who is there.
bool is_left_out(const document::FieldKey& key) {
    struct Field {
        std::string_view collection, field;
    };
    static constexpr std::array<Field, 4> places = {
        {{"participants", "region"}, {"review", "kickoff_place"}, {"visits", "place"}, {"date_options", "place"}}};
    return std::any_of(places.begin(), places.end(), [&](const Field& each) {
        return each.collection == key.entity.collection && each.field == key.field;
    });
}

/// Everything between two blanks that looks like a link or a mail address becomes "...".
std::string without_links(const std::string& text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        const std::string_view word = std::string_view(text).substr(at, end - at);
        const std::size_t sign = word.find('@');
        const bool is_mail = sign != std::string_view::npos && word.find('.', sign) != std::string_view::npos;
        const bool is_link = word.find("://") != std::string_view::npos || document::folded(word).find("www.") == 0;
        if (is_mail || is_link)
            result += "...";
        else
            result += word;
        if (end < text.size()) result += text[end];
        at = end + 1;
    }
    return result;
}

/// Gives everybody another name, the same one each time.
class Aliases {
public:
    Aliases(const Review& review, const AnonymousWords& words, Language language)
        : review_(&review), words_(&words), language_(language) {
        add_role_words();
        const std::string participant = with_capital(review.process().participants.singular.in(language));
        add_participants("institution", words.institution);
        add_participants("name", participant.empty() ? words.institution : participant);
        // Whoever has a role first: others may mention the same people.
        const std::vector<document::FieldKey> keys = personal_fields(review, Personal::name);
        for (const document::FieldKey& key : keys) add_people(key, role_of(key));
        for (const document::FieldKey& key : keys) add_people(key, words.person);
    }

    std::vector<Alias> key() { return std::move(key_); }

    /// Of a name as it was filled in; what is no name there, but a role, stays.
    const std::string& of(const std::string& name) const {
        const auto found = by_name_.find(document::folded(name));
        return found == by_name_.end() ? name : found->second;
    }

private:
    void add_role_words() {
        for (const process::Role& role : review_->process().roles) add_role_word(role.title);
        for (const BoundTable& table : bound_tables) {
            if (const process::Field* field = review_->process().bound_field(table.binding).field)
                add_role_word(field->row_name);
        }
    }

    void add_role_word(const process::Text& word) {
        role_words_.insert(document::folded(word.nl));
        role_words_.insert(document::folded(word.en));
    }

    void add(const std::string& name, const std::string& word, const std::string& mark) {
        if (name.find_first_not_of(" \t\r\n") == std::string::npos || role_words_.count(document::folded(name)) > 0) return;
        if (!by_name_.emplace(document::folded(name), word + " " + mark).second) return;
        ++count_[word];
        key_.push_back({name, word + " " + mark});
    }

    /// In the order in which people see them, then removed ones, whom texts may still mention.
    void add_participants(const std::string& field, const std::string& word) {
        const document::Collection* collection = review_->document().collection("participants");
        if (collection == nullptr) return;
        std::vector<std::string> ids = sorted_ids(review_->document(), "participants");
        for (const auto& [id, entity] : *collection) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        }
        for (const std::string& id : ids) {
            for (const std::string& name : names_in({participant_key(id), field}))
                add(name, word, letters_of(count_[word]));
        }
    }

    /// "" when no role is known of whom this field names.
    std::string role_of(const document::FieldKey& key) const {
        if (key.entity.collection == "persons" || key.entity.collection == "seats") {
            const process::Field* table = review_->process().bound_field(key.entity.collection).field;
            const std::string& word = table == nullptr ? words_->person : table->row_name.in(language_);
            return word.empty() ? words_->person : word;
        }
        if (key.entity.collection != "review") return "";
        const process::Role* role = review_->process().role_of(process::RoleKind::facilitator);
        return role == nullptr ? words_->person : role->title.in(language_);
    }

    void add_people(const document::FieldKey& key, const std::string& word) {
        if (word.empty()) return;
        for (const std::string& name : names_in(key)) add(name, word, std::to_string(count_[word] + 1));
    }

    /// Those that stand there, beside each other when copies differ, and those that stood there before.
    std::vector<std::string> names_in(const document::FieldKey& key) const {
        std::vector<std::string> names;
        if (const document::Register* there = review_->document().field(key)) {
            for (const document::Version& version : there->versions()) names.push_back(text_of(version.value));
        }
        for (const document::Version* before : review_->document().history(key)) names.push_back(text_of(before->value));
        return names;
    }

    const Review* review_;
    const AnonymousWords* words_;
    Language language_;
    std::set<std::string> role_words_;
    std::map<std::string, std::string> by_name_;
    std::map<std::string, std::size_t> count_;
    std::vector<Alias> key_;
};

/// Letters end the alias of an institution or participant, numbers that of somebody.
NameParts parts_of(const Alias& alias) {
    return alias.alias.back() >= '0' && alias.alias.back() <= '9' ? NameParts::also_parts : NameParts::whole_only;
}

KnownNames known_names(const AnonymousWords& words, const std::vector<Alias>& key) {
    KnownNames names;
    for (const Alias& each : key) names.add(each, NameParts::whole_only, words.person);
    for (const Alias& each : key) names.add(each, parts_of(each), words.person);
    return names;
}

/// Texts anywhere in a value, also the names of members: a file that people edited by hand may have any.
document::Value replaced_in(const document::Value& value, const KnownNames& names) {
    if (value.is_string()) return names.replaced(without_links(value.get_ref<const std::string&>()));
    if (!value.is_structured()) return value;
    document::Value result = value.is_array() ? document::Value::array() : document::Value::object();
    for (const auto& [name, member] : value.items()) {
        if (value.is_array())
            result.push_back(replaced_in(member, names));
        else
            result[names.replaced(name)] = replaced_in(member, names);
    }
    return result;
}

/// What the planner itself lets people choose: "noord" is a region for the school holidays, whatever else is called so.
bool is_choice_of_planner(const document::FieldKey& key) {
    return (key.entity.collection == "participants" && (key.field == "holiday_region" || key.field == "side")) ||
           (key.entity.collection == "visits" && key.field == "length");
}

/// Ids, and options that people chose: no words of theirs.
bool is_chosen(const Review& review, const document::FieldKey& key, const document::Value& value) {
    if (!is_visible(key) || is_choice_of_planner(key)) return true;
    const process::Field* field = definition_of(review, key);
    if (field == nullptr || (field->kind != process::FieldKind::choice && field->kind != process::FieldKind::choices))
        return false;
    const std::vector<std::string> chosen = texts_of(value);
    return std::all_of(chosen.begin(), chosen.end(), [&](const std::string& id) {
        return field->option(id) != nullptr || review.participant(id).has_value();
    });
}

} // namespace

AnonymousCopy anonymous_copy(const Review& review, const AnonymousWords& words, Language language,
                             const document::Stamp& stamp, const RandomBits& random) {
    Aliases aliases(review, words, language);
    std::vector<Alias> key = aliases.key();
    const KnownNames names = known_names(words, key);
    const auto fields_of = [&](Personal kind) {
        const std::vector<document::FieldKey> fields = personal_fields(review, kind);
        return std::set<document::FieldKey>(fields.begin(), fields.end());
    };
    const std::set<document::FieldKey> name_fields = fields_of(Personal::name), contacts = fields_of(Personal::contact);
    const auto copied = [&](const document::FieldKey& field, const document::Value& shown) -> document::Value {
        if (field == kept_process_key()) return shown;
        if (contacts.count(field) > 0 || is_left_out(field)) return nullptr;
        if (is_participant(field) || name_fields.count(field) > 0) return aliases.of(text_of(shown));
        return is_chosen(review, field, shown) ? shown : replaced_in(shown, names);
    };
    const std::string title = names.replaced(review.title()) + " (" + words.title + ")";
    document::Stamp nobody = stamp;
    nobody.label.clear();
    document::Document copy = copy_review(review.document(), title, nobody, random, copied);
    copy.forget_history([](const document::FieldKey&, const document::Version&) { return true; });
    return {std::move(copy), std::move(key)};
}

std::vector<std::string> names_left(const document::Document& document, const AnonymousWords& words,
                                    const std::vector<Alias>& key) {
    const KnownNames names = known_names(words, key);
    std::set<std::string> in_aliases;
    for (const Alias& each : key) {
        for (const std::string& name : names.found_in(each.alias)) in_aliases.insert(document::folded(name));
    }
    std::vector<std::string> left;
    const auto look_at = [&](std::string_view text) {
        for (std::string& name : names.found_in(text)) {
            if (in_aliases.count(document::folded(name)) == 0 && std::find(left.begin(), left.end(), name) == left.end())
                left.push_back(std::move(name));
        }
    };
    const std::function<void(const document::Value&)> look_in = [&](const document::Value& value) {
        if (value.is_string()) look_at(value.get_ref<const std::string&>());
        if (!value.is_structured()) return;
        for (const auto& [name, member] : value.items()) {
            if (value.is_object()) look_at(name);
            look_in(member);
        }
    };
    for (const auto& [collection, entities] : document.collections()) {
        for (const auto& [id, fields] : entities) {
            look_at(id); // one that people gave by hand may be a name
            for (const auto& [field, versions] : fields) {
                const document::FieldKey at{{collection, id}, field};
                if (at == kept_process_key() || is_choice_of_planner(at)) continue;
                for (const document::Version& version : versions.versions()) look_in(version.value);
            }
        }
    }
    for (const auto& [at, versions] : document.history().fields()) {
        for (const document::Version& version : versions) look_in(version.value);
    }
    for (const document::Replica& replica : document.replicas()) look_at(replica.label);
    for (const auto& [name, member] : document.members()) {
        for (const document::Version& version : member.versions()) look_in(version.value);
    }
    return left;
}

} // namespace planner::review
