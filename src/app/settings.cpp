#include "app/settings.h"

#include <algorithm>
#include <span>

#include "document/read.h"
#include "document/write.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Value;
using process::Language;

const Value& member(const Value& object, const char* name) {
    static const Value none;
    if (!object.is_object()) return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

// Dutch unless somebody chose otherwise: school computers often run in English while their users do not.
Language language_for(const std::string& chosen) {
    return chosen == "en" ? Language::english : Language::dutch;
}

Theme theme_named(const std::string& name) {
    if (name == "light") return Theme::light;
    if (name == "dark") return Theme::dark;
    return Theme::system;
}

std::string name_of(Theme theme) {
    switch (theme) {
    case Theme::light: return "light";
    case Theme::dark: return "dark";
    case Theme::system: break;
    }
    return "system";
}

Value identity_texts(const Settings& settings) {
    Value texts = Value::object();
    for (const auto& [review, identity] : settings.identities) texts[review] = planning::to_text(identity);
    return texts;
}

std::map<std::string, std::int64_t, std::less<>> moments_in(const Value& stored) {
    std::map<std::string, std::int64_t, std::less<>> moments;
    if (!stored.is_object()) return moments;
    for (const auto& [review, time] : stored.items()) {
        if (time.is_number_integer()) moments[review] = time.get<std::int64_t>();
    }
    return moments;
}

Value moments_of(const std::map<std::string, std::int64_t, std::less<>>& moments) {
    Value value = Value::object();
    for (const auto& [review, time] : moments) value[review] = time;
    return value;
}

/// The first one when no name is that.
template <class Kind> Kind named(std::string_view name, std::span<const std::string_view> names) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Kind{} : static_cast<Kind>(found - names.begin());
}

std::map<std::string, Desk, std::less<>> desks_in(const Value& stored) {
    std::map<std::string, Desk, std::less<>> desks;
    if (!stored.is_object()) return desks;
    for (const auto& each : stored.items()) {
        const auto text = [&](const char* name) { return review::text_of(member(each.value(), name)); };
        desks[each.key()] = {text("noteKind"), text("note"), text("message"),
                             named<RoomShows>(text("shows"), room_shows_names), named<RoomTheme>(text("theme"), room_theme_names)};
    }
    return desks;
}

Value desks_of(const Settings& settings) {
    Value value = Value::object();
    for (const auto& [meeting, desk] : settings.desks)
        value[meeting] = {{"noteKind", desk.note_kind}, {"note", desk.note}, {"message", desk.message},
                          {"shows", room_shows_names[static_cast<std::size_t>(desk.shows)]},
                          {"theme", room_theme_names[static_cast<std::size_t>(desk.theme)]}};
    return value;
}

constexpr std::size_t most_replicas = 200;

Value replica_texts(const std::vector<document::ReplicaId>& replicas) {
    Value texts = Value::array();
    for (const document::ReplicaId replica : replicas) texts.push_back(document::to_text(replica));
    return texts;
}

} // namespace

planning::Identity identity_in(const Settings& settings, std::string_view review_id) {
    const auto found = settings.identities.find(review_id);
    return found == settings.identities.end() ? planning::Identity{} : found->second;
}

Desk desk_of(const Settings& settings, std::string_view meeting) {
    const auto found = settings.desks.find(meeting);
    return found == settings.desks.end() ? Desk{} : found->second;
}

void remember_replica(Settings& settings, document::ReplicaId replica) {
    std::vector<document::ReplicaId>& replicas = settings.replicas;
    replicas.push_back(replica);
    if (replicas.size() > most_replicas) replicas.erase(replicas.begin(), replicas.end() - most_replicas);
}

int clamped_text_scale(int per_cent) {
    return std::clamp(per_cent, 100, 200);
}

Settings read_settings(std::string_view json) {
    Settings settings;
    const auto read = json.empty() ? document::read_json("{}") : document::read_json(json);
    const Value none;
    const Value& stored = read ? *read : none;
    settings.language = language_for(review::text_of(member(stored, "language")));
    settings.theme = theme_named(review::text_of(member(stored, "theme")));
    const Value& scale = member(stored, "textScale");
    if (scale.is_number_integer()) {
        settings.text_scale =
            clamped_text_scale(static_cast<int>(std::clamp<std::int64_t>(scale.get<std::int64_t>(), 0, 1000)));
    }
    settings.author = review::text_of(member(stored, "author"));
    settings.last_route = review::text_of(member(stored, "lastRoute"));
    const Value& identities = member(stored, "identities");
    if (identities.is_object()) {
        for (const auto& [review, text] : identities.items()) {
            const planning::Identity identity = planning::identity_from_text(review::text_of(text));
            if (!(identity == planning::Identity{})) settings.identities[review] = identity;
        }
    }
    settings.desks = desks_in(member(stored, "desks"));
    settings.downloads = moments_in(member(stored, "downloads"));
    settings.reminders = moments_in(member(stored, "reminders"));
    for (const Value& text : member(stored, "replicas")) {
        if (const auto replica = document::replica_from_text(review::text_of(text))) remember_replica(settings, *replica);
    }
    return settings;
}

std::string write_settings(const Settings& settings) {
    return document::canonical_text({{"author", settings.author},
                                     {"desks", desks_of(settings)},
                                     {"downloads", moments_of(settings.downloads)},
                                     {"identities", identity_texts(settings)},
                                     {"language", settings.language == Language::dutch ? "nl" : "en"},
                                     {"lastRoute", settings.last_route},
                                     {"reminders", moments_of(settings.reminders)},
                                     {"replicas", replica_texts(settings.replicas)},
                                     {"textScale", settings.text_scale},
                                     {"theme", name_of(settings.theme)}});
}

} // namespace planner::app
