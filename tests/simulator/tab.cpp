#include "platform/browser/browser_platform.h"
#include "platform/browser/page.h"

#include "app/conflict_texts.h"
#include "app/earlier_texts.h"
#include "app/planner.h"
#include "changed_file.h"
#include "document/read.h"
#include "review/earlier.h"

#include <emscripten/emscripten.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

// One tab without a screen: what web/bridge.js, web/host.js and web/review-listener.js call of the page, and a person's hands and
// eyes on the review that is open. Texts are UTF-8; answers lie in planner_buffer 2.

namespace planner::simulator {
namespace {

using nlohmann::json;

struct Tab {
    platform::BrowserPlatform platform;
    app::Planner planner{platform};
    platform::SaveImage image;
};

std::unique_ptr<Tab> tab;
std::string answer;

std::string_view view(const char* text, std::size_t size) {
    return {text, size};
}

json parse(std::string_view text) {
    auto parsed = document::read_json(text);
    return parsed ? std::move(*parsed) : json();
}

const char* name_of(app::SaveKind kind) {
    static constexpr std::array names = {"saved", "dirty", "saving", "failed", "memory_only"};
    return names[static_cast<std::size_t>(kind)];
}

/// Of the version from before an import.
const char* keeping_name() {
    return tab->planner.keeping() ? "busy" : tab->planner.keeping_failed() ? "failed" : "none";
}

const char* name_of(app::OpenState state) {
    static constexpr std::array names = {"none", "loading", "ready", "absent", "unreadable"};
    return names[static_cast<std::size_t>(state)];
}

const app::OpenReview* ready() {
    const app::OpenReview* review = tab->planner.current();
    return review != nullptr && review->ready() ? review : nullptr;
}

document::EntityKey entity_at(std::string_view pointer) {
    const std::size_t slash = pointer.find('/', 1);
    return {std::string(pointer.substr(1, slash - 1)), std::string(pointer.substr(slash + 1))};
}

/// "/collection/id/field", of names without special characters.
document::FieldKey field_at(std::string_view pointer) {
    const std::size_t slash = pointer.rfind('/');
    return {entity_at(pointer.substr(0, slash)), std::string(pointer.substr(slash + 1))};
}

/// All texts that stand in a field, the shown one first; of one whose entity reads as deleted too.
json texts_in(const document::Document& document, std::string_view pointer) {
    json texts = json::array();
    if (const document::Register* field = document.field(field_at(pointer))) {
        for (const document::Version* version : field->distinct()) texts.push_back(version->value);
    }
    return texts;
}

} // namespace
} // namespace planner::simulator

/// For page_storage.cpp, which is here as it is in the page. Without a screen nothing is typed that the planner does not know.
planner::app::Planner& planner::platform::planner_up_to_date() {
    return simulator::tab->planner;
}

using namespace planner;
using namespace planner::simulator;

extern "C" {

EMSCRIPTEN_KEEPALIVE int planner_start(const char* bytes, std::size_t size) {
    const json start = parse(view(bytes, size));
    tab = std::make_unique<Tab>();
    app::StartConfiguration configuration;
    configuration.hash = start["hash"].get<std::string>();
    configuration.storage = platform::storage_state(start["storage"].get<std::string>());
    if (start["settings"].is_object()) configuration.settings_json = start["settings"].dump();
    configuration.index_json = start["index"].dump();
    tab->planner.start(configuration);
    return 0;
}

EMSCRIPTEN_KEEPALIVE double planner_frame() {
    return tab->planner.tick();
}

EMSCRIPTEN_KEEPALIVE void planner_file(const char* name, std::size_t name_size, const char* bytes, std::size_t size) {
    tab->planner.on_file(view(name, name_size), view(bytes, size));
}

EMSCRIPTEN_KEEPALIVE void planner_files_done() {
    tab->planner.on_files_complete();
}

EMSCRIPTEN_KEEPALIVE void planner_loaded(const char* id, std::size_t id_size, const char* bytes, std::size_t size,
                                         int status) {
    tab->planner.on_loaded(view(id, id_size), platform::load_outcome(status), view(bytes, size));
}

EMSCRIPTEN_KEEPALIVE void planner_index(const char* bytes, std::size_t size) {
    tab->planner.on_index(view(bytes, size));
}

EMSCRIPTEN_KEEPALIVE int planner_save_image(const char* id, std::size_t id_size, const char* document, std::size_t size,
                                            const char* summary, std::size_t summary_size) {
    const platform::StoredReview stored{view(document, size), view(summary, summary_size)};
    switch (tab->planner.on_save_transaction(view(id, id_size), stored, tab->image)) {
    case platform::SaveDecision::write: return 1;
    case platform::SaveDecision::nothing_to_write: return 0;
    case platform::SaveDecision::stored_unreadable: return 2;
    case platform::SaveDecision::erase: return 3;
    }
    return 0;
}

EMSCRIPTEN_KEEPALIVE const char* planner_buffer(int index) {
    return (index == 0 ? tab->image.document : index == 1 ? tab->image.summary : answer).data();
}

EMSCRIPTEN_KEEPALIVE std::size_t planner_buffer_size(int index) {
    return (index == 0 ? tab->image.document : index == 1 ? tab->image.summary : answer).size();
}

EMSCRIPTEN_KEEPALIVE void planner_saved(const char* id, std::size_t id_size, int status, const char* message,
                                        std::size_t size) {
    tab->planner.on_saved(view(id, id_size), platform::save_outcome(status), view(message, size));
}

EMSCRIPTEN_KEEPALIVE void planner_changed_elsewhere(const char* id, std::size_t size) {
    tab->planner.on_changed_elsewhere(view(id, size));
}

EMSCRIPTEN_KEEPALIVE void planner_storage_state(const char* state, std::size_t size) {
    tab->planner.on_storage_state(platform::storage_state(view(state, size)));
}

EMSCRIPTEN_KEEPALIVE void planner_flush() {
    tab->planner.flush();
}

EMSCRIPTEN_KEEPALIVE int planner_pending() {
    return tab->planner.has_unsaved() ? 1 : 0;
}

// A person

/// Makes a review of three teams and goes to it; its id.
EMSCRIPTEN_KEEPALIVE void planner_create(const char* title, std::size_t size) {
    answer = tab->planner.create_review({std::string(view(title, size)),
                                         "mbo-peer-review",
                                         {{"Team Zorg", "College Noord"}, {"Team Techniek", "College Oost"},
                                          {"Team Horeca", "College Zuid"}}});
}

/// Types in a field in which `base` was read; null: in what is shown. 0 when the review is not open.
EMSCRIPTEN_KEEPALIVE int planner_write(const char* pointer, std::size_t pointer_size, const char* text, std::size_t size,
                                       const char* base, std::size_t base_size) {
    if (ready() == nullptr) return 0;
    const auto read = base == nullptr ? std::nullopt : std::optional(std::string(base, base_size));
    tab->planner.set_field(field_at(view(pointer, pointer_size)), std::string(view(text, size)), app::EditGroup::typing,
                           read);
    return 1;
}

/// Settles the conflict of a field with a text of its own, by somebody who sees all its versions.
EMSCRIPTEN_KEEPALIVE void planner_combine(const char* pointer, std::size_t pointer_size, const char* text,
                                          std::size_t size) {
    const document::FieldKey key = field_at(view(pointer, pointer_size));
    const document::Register* field = ready() == nullptr ? nullptr : ready()->document().field(key);
    tab->planner.combine(key, std::string(view(text, size)), field == nullptr ? std::vector<std::string>() : app::texts_of_versions(*field));
}

/// Settles the conflict of a field with the text that is shown.
EMSCRIPTEN_KEEPALIVE void planner_choose(const char* pointer, std::size_t size) {
    tab->planner.choose_version(field_at(view(pointer, size)), 0);
}

/// Adds something to a list of the review, with a text in its field "text"; "/collection/id", "" when it is not open.
EMSCRIPTEN_KEEPALIVE void planner_add(const char* collection, std::size_t collection_size, const char* text,
                                      std::size_t size) {
    answer.clear();
    if (ready() == nullptr) return;
    const document::EntityKey added =
        tab->planner.add_to_list(view(collection, collection_size), {{"text", std::string(view(text, size))}});
    answer = "/" + added.collection + "/" + added.id;
}

EMSCRIPTEN_KEEPALIVE void planner_remove(const char* pointer, std::size_t size) {
    tab->planner.remove_row(entity_at(view(pointer, size)));
}

/// Takes the last command back, or does it again.
EMSCRIPTEN_KEEPALIVE void planner_step(int redo) {
    tab->planner.step(redo != 0 ? app::Step::redo : app::Step::undo);
}

/// What stood in a field before and could be put back; "" for nothing.
EMSCRIPTEN_KEEPALIVE void planner_earlier(const char* pointer, std::size_t size) {
    answer.clear();
    if (ready() == nullptr) return;
    const auto texts = review::earlier_texts(ready()->document(), field_at(view(pointer, size)));
    if (!texts.empty() && texts[0]->value.is_string()) answer = texts[0]->value.get<std::string>();
}

/// Puts that back.
EMSCRIPTEN_KEEPALIVE void planner_restore(const char* pointer, std::size_t size) {
    app::restore_earlier(tab->planner, field_at(view(pointer, size)), 0);
}

/// Removes somebody of this name for good.
EMSCRIPTEN_KEEPALIVE void planner_forget(const char* name, std::size_t size) {
    tab->planner.forget(std::string(view(name, size)));
}

/// Downloads a copy without how to reach people.
EMSCRIPTEN_KEEPALIVE void planner_share() {
    tab->planner.share(app::ShareKind::without_contacts);
}

EMSCRIPTEN_KEEPALIVE void planner_retry() {
    tab->planner.retry_load();
    tab->planner.retry_save();
}

EMSCRIPTEN_KEEPALIVE void planner_download() {
    tab->planner.download();
}

/// Confirms the preview of the files that were given, as the button under it does; closes one that has nothing to confirm.
EMSCRIPTEN_KEEPALIVE void planner_confirm() {
    app::Planner& planner = tab->planner;
    if (planner.import_state() != app::ImportState::ready || planner.keeping() || planner.keeping_failed()) return;
    if (planner.import_preview().can_confirm())
        planner.import_safely();
    else
        planner.cancel_import();
}

EMSCRIPTEN_KEEPALIVE void planner_cancel() {
    tab->planner.cancel_import();
}

/// Decides about an import before which nothing could be kept.
EMSCRIPTEN_KEEPALIVE void planner_settle(int go_on) {
    tab->planner.settle_keeping(go_on != 0 ? app::Keep::go_on : app::Keep::leave);
}

/// What stands on the screen: {"save", "open", "import", "keeping", "fields": {pointer: [text..]}, "deleted": {pointer: boolean}} of the
/// fields and entities in a JSON array of pointers.
EMSCRIPTEN_KEEPALIVE void planner_look(const char* pointers, std::size_t size) {
    const app::OpenReview* review = tab->planner.current();
    json seen = {{"save", name_of(tab->planner.save_state().kind)},
                 {"open", review == nullptr ? "none" : name_of(review->state())},
                 {"import", static_cast<int>(tab->planner.import_state())},
                 {"keeping", keeping_name()},
                 {"fields", json::object()},
                 {"deleted", json::object()}};
    if (ready() != nullptr) {
        const json wanted = parse(view(pointers, size));
        for (const json& each : wanted) {
            const std::string pointer = each.get<std::string>();
            if (std::count(pointer.begin(), pointer.end(), '/') == 3)
                seen["fields"][pointer] = texts_in(review->document(), pointer);
            else
                seen["deleted"][pointer] = review->document().is_deleted(entity_at(pointer));
        }
    }
    answer = seen.dump();
}

/// The sentence of the last message on the screen.
EMSCRIPTEN_KEEPALIVE void planner_toast() {
    const auto& toasts = tab->planner.toasts().all();
    answer = toasts.empty() ? "" : toasts.back().text;
}

/// A file as another program could write it, with a checksum that holds: the members at JSON pointers of `changes` have these
/// values, those that are null are gone.
EMSCRIPTEN_KEEPALIVE void planner_changed_file(const char* bytes, std::size_t size, const char* changes,
                                               std::size_t changes_size) {
    const json wanted = parse(view(changes, changes_size));
    answer = document::edited_with_checksum(std::string(view(bytes, size)), [&](document::Value& root) {
        for (const auto& [pointer, value] : wanted.items()) {
            const json::json_pointer place(pointer);
            if (!value.is_null())
                root[place] = value;
            else if (root.contains(place))
                root[place.parent_pointer()].erase(place.back());
        }
    });
}
}
