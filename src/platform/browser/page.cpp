#include "platform/browser/browser_platform.h"
#include "platform/browser/host.h"
#include "platform/browser/page.h"
#include "platform/browser/semantics_json.h"

#include "app/planner.h"
#include "document/read.h"
#include "ui/renderer_opengl.h"
#include "ui/ui.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>

// The functions that the page calls; web/bridge.js is their only caller. One page, one planner: everything lives in `page`.

namespace planner::platform {

namespace {

using nlohmann::json;

class BrowserMeasurer final : public kit::TextMeasurer {
public:
    float measure(std::string_view text, float size, float line_height, int weight, float width) override {
        return static_cast<float>(
            host_measure_text(text.data(), text.size(), size, line_height, weight, std::min(width, 100000.0f)));
    }
};

struct BrowserPage {
    BrowserPlatform platform;
    BrowserMeasurer measurer;
    std::array<std::string, 3> fonts;
    app::Planner planner{platform};
    std::unique_ptr<ui::Ui> ui;
    std::unique_ptr<ui::Renderer> renderer;
    ui::Page environment;
    SaveImage image;
    std::string sheet;
    std::string document_json;
    bool drawn_once = false;
};

std::unique_ptr<BrowserPage> page;

std::string_view view(const char* text, std::size_t size) {
    return {text, size};
}

json parse(std::string_view text) {
    auto parsed = document::read_json(text);
    return parsed && parsed->is_object() ? std::move(*parsed) : json::object();
}

bool flag(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::string text(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void read_environment(const json& environment) {
    page->environment.system_dark = flag(environment, "dark");
    page->environment.reduced_motion = flag(environment, "reducedMotion");
}

/// Takes over the context that the page made while this program was still loading, with the attributes it has.
bool take_context() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    // Asking for every extension takes a tenth of a second, and Dear ImGui needs none.
    attributes.enableExtensionsByDefault = false;
    const auto context = emscripten_webgl_create_context("#canvas", &attributes);
    return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

app::StartConfiguration start_configuration(const json& start) {
    app::StartConfiguration configuration;
    configuration.hash = text(start, "hash");
    configuration.storage = storage_state(text(start, "storage"));
    if (start.contains("settings") && start["settings"].is_object())
        configuration.settings_json = start["settings"].dump();
    if (start.contains("index"))
        configuration.index_json = start["index"].dump();
    return configuration;
}

/// Language, colours and text size of the page around the canvas.
void dress_document() {
    const app::Settings& settings = page->planner.settings();
    const bool dark = settings.theme == app::Theme::dark ||
                      (settings.theme == app::Theme::system && page->environment.system_dark);
    json document = {{"language", page->planner.texts().language_code()},
                     {"theme", dark ? "dark" : "light"},
                     {"textScale", settings.text_scale / 100.0}};
    std::string bytes = document.dump();
    if (bytes == page->document_json)
        return;
    page->document_json = std::move(bytes);
    host_document(page->document_json.data(), page->document_json.size());
}

void carry_out(const kit::FrameOutput& output) {
    if (!output.semantics.empty()) {
        const std::string patch = to_json(output.semantics);
        host_semantics(patch.data(), patch.size());
    }
    if (output.focus) {
        const std::string id = kit::to_text(*output.focus);
        host_focus(id.data(), id.size());
    }
    if (output.scroll) {
        const std::string id = kit::to_text(output.scroll->area);
        host_scroll(id.data(), id.size(), output.scroll->x, output.scroll->y);
    }
}

/// Events come faster than frames: what was typed before this one is in the review before this one does anything.
void catch_up() {
    while (const std::optional<kit::FrameOutput> output = page->ui->catch_up())
        carry_out(*output);
}

double sooner(double a, double b) {
    return a < 0 ? b : b < 0 ? a : std::min(a, b);
}

double draw(float width, float height, float ratio) {
    page->environment.width = width;
    page->environment.height = height;
    page->environment.pixel_ratio = ratio;
    page->environment.time = emscripten_get_now() / 1000;
    const std::uint64_t before = page->planner.revision();
    page->renderer->begin();
    const kit::FrameOutput output = page->ui->draw(page->environment);
    page->renderer->end(static_cast<int>(std::lround(width * ratio)), static_cast<int>(std::lround(height * ratio)));
    dress_document();
    carry_out(output);
    page->drawn_once = true;
    return page->planner.revision() != before ? 0 : output.next_frame;
}

kit::ActionKind action_kind(std::string_view name) {
    if (name == "input")
        return kit::ActionKind::input;
    if (name == "change")
        return kit::ActionKind::change;
    if (name == "blur")
        return kit::ActionKind::blur;
    if (name == "dismiss")
        return kit::ActionKind::dismiss;
    return name == "submit" ? kit::ActionKind::submit : kit::ActionKind::click;
}

const std::string& buffer(int index) {
    return index == 0 ? page->image.document : index == 1 ? page->image.summary : page->sheet;
}

BrowserPage& the_page() {
    if (!page)
        page = std::make_unique<BrowserPage>();
    return *page;
}

} // namespace

app::Planner& planner_up_to_date() {
    catch_up();
    return page->planner;
}

} // namespace planner::platform

using namespace planner;
using namespace planner::platform;

extern "C" {

/// Faces in the order regular, semibold, icons; all three before planner_start.
EMSCRIPTEN_KEEPALIVE void planner_font(int slot, const char* bytes, std::size_t size) {
    if (slot >= 0 && slot < 3)
        the_page().fonts[static_cast<std::size_t>(slot)].assign(bytes, size);
}

/// 0 when the planner runs, 1 when the page has no WebGL 2.
EMSCRIPTEN_KEEPALIVE int planner_start(const char* bytes, std::size_t size) {
    the_page();
    const json start = parse(view(bytes, size));
    if (!take_context())
        return 1;
    read_environment(start);
    if (start.contains("scrollbar") && start["scrollbar"].is_number())
        page->environment.scrollbar_width = start["scrollbar"].get<float>();
    const kit::FontFiles fonts{page->fonts[0], page->fonts[1], page->fonts[2]};
    page->ui = std::make_unique<ui::Ui>(page->planner, fonts, &page->measurer);
    page->renderer = std::make_unique<ui::Renderer>();
    page->planner.start(start_configuration(start));
    return 0;
}

/// Does what is due and draws. A width of 0 means that nobody can see the page: then nothing is drawn.
EMSCRIPTEN_KEEPALIVE double planner_frame(double width, double height, double ratio) {
    page->planner.tick();
    double next = -1;
    if (width <= 0)
        catch_up();
    else
        next = draw(static_cast<float>(width), static_cast<float>(height), static_cast<float>(ratio));
    return sooner(next, page->planner.tick());
}

EMSCRIPTEN_KEEPALIVE void planner_pointer(int type, double x, double y, int button, int kind) {
    if (static_cast<kit::PointerEvent>(type) == kit::PointerEvent::down)
        catch_up();
    page->ui->frame().pointer(static_cast<kit::PointerEvent>(type), static_cast<float>(x), static_cast<float>(y), button,
                              static_cast<kit::PointerKind>(kind));
}

EMSCRIPTEN_KEEPALIVE int planner_key(const char* key, std::size_t size, int modifiers) {
    catch_up();
    return page->ui->key({view(key, size), (modifiers & 1) != 0, (modifiers & 2) != 0, (modifiers & 4) != 0}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void planner_action(const char* id, std::size_t id_size, const char* kind, std::size_t kind_size,
                                         const char* value, std::size_t value_size, const char* base,
                                         std::size_t base_size) {
    // Only typing says in which text it was typed.
    const auto typed_in = base == nullptr ? std::nullopt : std::optional(std::string(base, base_size));
    page->ui->frame().action({kit::node_id_from_text(view(id, id_size)), action_kind(view(kind, kind_size)),
                              std::string(value, value_size), typed_in});
    // The room reads along, and need not wait until this window has drawn itself.
    if (typed_in && page->planner.projector_state() == ProjectorState::connected)
        catch_up();
}

EMSCRIPTEN_KEEPALIVE void planner_focused(const char* id, std::size_t size, int visible) {
    page->ui->frame().focused(kit::node_id_from_text(view(id, size)), visible != 0);
}

EMSCRIPTEN_KEEPALIVE void planner_scrolled(const char* id, std::size_t size, double x, double y) {
    page->ui->frame().scrolled(kit::node_id_from_text(view(id, size)), static_cast<float>(x), static_cast<float>(y));
}

EMSCRIPTEN_KEEPALIVE void planner_route(const char* hash, std::size_t size) {
    catch_up();
    page->planner.on_route(view(hash, size));
}

/// No bytes when the language could not be fetched. May come before the start.
EMSCRIPTEN_KEEPALIVE void planner_language(const char* code, std::size_t code_size, const char* bytes, std::size_t size) {
    the_page();
    page->planner.on_language(view(code, code_size), view(bytes, size));
}

/// No bytes when the example could not be fetched.
EMSCRIPTEN_KEEPALIVE void planner_example(const char* bytes, std::size_t size) {
    catch_up();
    page->planner.on_example(view(bytes, size));
}

/// Answer to host_lock; `outcome` as web/lock.js has it.
EMSCRIPTEN_KEEPALIVE void planner_lock(int request, int outcome, const char* bytes, std::size_t size) {
    catch_up();
    page->planner.on_lock(static_cast<std::uint32_t>(request), static_cast<LockOutcome>(std::clamp(outcome, 0, 3)),
                          view(bytes, size));
}

EMSCRIPTEN_KEEPALIVE void planner_environment(const char* bytes, std::size_t size) {
    read_environment(parse(view(bytes, size)));
}

EMSCRIPTEN_KEEPALIVE void planner_file(const char* name, std::size_t name_size, const char* bytes, std::size_t size) {
    page->planner.on_file(view(name, name_size), view(bytes, size));
}

/// A large file is about to be opened, `progress` (0..1) on the way through all that were given; without a name: all is done.
EMSCRIPTEN_KEEPALIVE void planner_file_opening(const char* name, std::size_t size, double progress) {
    page->environment.opening_file = view(name, size);
    page->environment.opening_progress = static_cast<float>(progress);
}

EMSCRIPTEN_KEEPALIVE void planner_file_refused(const char* name, std::size_t size, int reason) {
    page->planner.on_file_refused(view(name, size), reason == 0 ? FileProblem::too_large : FileProblem::unreadable);
}

EMSCRIPTEN_KEEPALIVE void planner_files_done() {
    catch_up();
    page->planner.on_files_complete();
}

EMSCRIPTEN_KEEPALIVE void planner_file_drag(int over) {
    page->environment.file_over_page = over != 0;
}

EMSCRIPTEN_KEEPALIVE void planner_loaded(const char* id, std::size_t id_size, const char* bytes, std::size_t size, int status) {
    planner_up_to_date().on_loaded(view(id, id_size), load_outcome(status), view(bytes, size));
}

EMSCRIPTEN_KEEPALIVE void planner_index(const char* bytes, std::size_t size) {
    page->planner.on_index(view(bytes, size));
}

/// Inside the storage transaction: 1 write planner_buffer 0 (document) and 1 (summary), 0 nothing to write, 2 what is stored
/// cannot be read and must be kept apart, 3 erase it.
EMSCRIPTEN_KEEPALIVE int planner_save_image(const char* id, std::size_t id_size, const char* document, std::size_t size,
                                            const char* summary, std::size_t summary_size) {
    catch_up();
    const StoredReview stored{view(document, size), view(summary, summary_size)};
    switch (page->planner.on_save_transaction(view(id, id_size), stored, page->image)) {
    case SaveDecision::write: return 1;
    case SaveDecision::nothing_to_write: return 0;
    case SaveDecision::stored_unreadable: return 2;
    case SaveDecision::erase: return 3;
    }
    return 0;
}

/// Lays in planner_buffer 2 what the screen looks like on paper, as HTML; 0 when there is no screen yet.
EMSCRIPTEN_KEEPALIVE int planner_sheet() {
    if (!page || !page->ui)
        return 0;
    catch_up();
    page->sheet = page->ui->sheet();
    return 1;
}

EMSCRIPTEN_KEEPALIVE void planner_print_impossible() {
    page->planner.on_print_impossible();
}

EMSCRIPTEN_KEEPALIVE void planner_codes_unavailable() {
    page->planner.on_codes_unavailable();
}

EMSCRIPTEN_KEEPALIVE const char* planner_buffer(int index) {
    return buffer(index).data();
}

EMSCRIPTEN_KEEPALIVE std::size_t planner_buffer_size(int index) {
    return buffer(index).size();
}

EMSCRIPTEN_KEEPALIVE void planner_saved(const char* id, std::size_t id_size, int status, const char* message, std::size_t size) {
    page->planner.on_saved(view(id, id_size), save_outcome(status), view(message, size));
}

EMSCRIPTEN_KEEPALIVE void planner_changed_elsewhere(const char* id, std::size_t size) {
    page->planner.on_changed_elsewhere(view(id, size));
}

EMSCRIPTEN_KEEPALIVE void planner_storage_state(const char* state, std::size_t size) {
    page->planner.on_storage_state(storage_state(view(state, size)));
}

EMSCRIPTEN_KEEPALIVE void planner_update_available() {
    page->planner.on_update_available();
}

EMSCRIPTEN_KEEPALIVE void planner_context(int restored) {
    if (restored == 0)
        page->renderer->lost();
    else
        page->renderer->restored();
}

EMSCRIPTEN_KEEPALIVE void planner_flush() {
    catch_up();
    page->planner.flush();
}

EMSCRIPTEN_KEEPALIVE int planner_pending() {
    return page->planner.has_unsaved() ? 1 : 0;
}
}
