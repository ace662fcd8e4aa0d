#include "app/planner.h"

#include <algorithm>
#include <utility>

namespace planner::app {

Planner::Planner(platform::Platform& platform) : platform_(platform), reviews_(platform, overview_), writer_(platform) {
    reviews_.merged_from_elsewhere = [this](const OpenReview& review) {
        // Two tabs side by side exchange every sentence: once is enough to know.
        if (!awaited_.told_elsewhere.insert(review.id()).second) return;
        toasts_.add(ToastKind::done, texts_.tr("save.elsewhere"), platform_.now());
    };
    reviews_.agenda_of = [this](const document::Document& document, const process::Process& process) {
        return agenda_of(document, process);
    };
}

void Planner::start(const StartConfiguration& configuration) {
    settings_ = read_settings(configuration.settings_json);
    speak();
    writer_.set_label(settings_.author);
    storage_ = configuration.storage;
    reviews_.set_memory_only(storage_ == platform::StorageState::memory_only);
    put_index(configuration.index_json);

    const bool somewhere = configuration.hash.size() > 1;
    route_ = parse_route(somewhere ? configuration.hash : settings_.last_route);
    if (!somewhere) {
        // Back to the screen of last time, unless its review is gone.
        const bool gone = !route_.review.empty() && overview_.find(route_.review) == nullptr;
        if (gone || route_.screen == Screen::not_found || route_.screen == Screen::projector) route_ = Route::overview();
        platform_.set_route(format_route(route_), platform::HistoryEntry::replace);
    }
    enter_route();
}

void Planner::touch() {
    ++revision_;
    platform_.request_frame(0);
}

void Planner::touch_document() {
    touch();
    // Besides the frame: a hidden page gets no frames, and saving must not wait for one.
    platform_.request_frame(Saving::pause_ms);
}

std::uint64_t Planner::revision() const {
    return revision_ + reviews_.revision() + toasts_.revision();
}

int Planner::tick() {
    if (import_.all_given && !import_.unread.empty()) read_files();
    const int save_in = reviews_.tick();
    const int toast_in = toasts_.tick(platform_.now());
    if (titled_revision_ != revision()) refresh_title();
    const platform::Leaving leaving = reviews_.leaving();
    if (std::exchange(leaving_, leaving) != leaving) platform_.set_leaving(leaving);
    int next = -1;
    for (const int due : {save_in, toast_in, tick_downloads(), reading_progress() ? 0 : -1}) {
        if (due >= 0) next = next < 0 ? due : std::min(next, due);
    }
    return next;
}

void Planner::flush() {
    reviews_.flush();
}

bool Planner::has_unsaved() const {
    return reviews_.has_unsaved();
}

std::int64_t Planner::local_midnight(std::int64_t time) {
    constexpr std::int64_t minute = 60'000, day = 24 * 60 * minute;
    const std::int64_t local = time + platform_.local_offset_minutes(time) * minute;
    return time - (local % day + day) % day;
}

Day Planner::today() {
    const std::int64_t now = platform_.now();
    return local_day(now, platform_.local_offset_minutes(now));
}

std::string Planner::moment_text(std::int64_t time) {
    return moment(texts_, time, platform_.now(), platform_.local_offset_minutes(time));
}

std::string Planner::time_text(std::int64_t time) {
    return time_of_day(time, platform_.local_offset_minutes(time));
}

void Planner::save_settings() {
    platform_.save_settings(write_settings(settings_));
    touch();
}

bool Planner::wrote_here(document::ReplicaId replica) const {
    const std::vector<document::ReplicaId>& own = settings_.replicas;
    return replica == writer_.replica() || std::find(own.begin(), own.end(), replica) != own.end();
}

void Planner::set_language(process::Language language) {
    if (settings_.language == language && texts_.language() == language) return;
    settings_.language = language;
    speak();
    save_settings();
}

/// The language of the settings, or what is spoken already until that one has been fetched.
void Planner::speak() {
    const std::string_view code = language_code(settings_.language);
    if (assets::has_language(code))
        texts_.set_language(settings_.language);
    else
        platform_.load_language(code);
}

void Planner::on_language(std::string_view code, std::string_view bytes) {
    if (!assets::has_language(code) && !assets::add_language(code, bytes)) {
        toasts_.add(ToastKind::problem, texts_.tr("settings.language.missing"), platform_.now());
    } else if (language_code(settings_.language) == code) {
        reviews_.translated();
        speak();
    }
    touch();
}

void Planner::set_theme(Theme theme) {
    if (settings_.theme == theme) return;
    settings_.theme = theme;
    save_settings();
}

void Planner::set_text_scale(int per_cent) {
    if (settings_.text_scale == clamped_text_scale(per_cent)) return;
    settings_.text_scale = clamped_text_scale(per_cent);
    save_settings();
}

void Planner::set_author(std::string_view author) {
    if (settings_.author == author) return;
    settings_.author = std::string(author);
    writer_.set_label(author);
    save_settings();
}

void Planner::act_on_toast(std::uint64_t id) {
    toasts_.act(id);
    touch();
}

void Planner::dismiss_toast(std::uint64_t id) {
    toasts_.dismiss(id);
    touch();
}

void Planner::set_toast_hold(bool hold) {
    toasts_.set_hold(hold, platform_.now());
}

void Planner::apply_update() {
    if (storage_ == platform::StorageState::memory_only && !overview_.empty()) {
        toasts_.add(ToastKind::problem, texts_.tr("save.memory_only_text"), platform_.now());
        touch();
        return;
    }
    update_wanted_ = has_unsaved();
    if (update_wanted_)
        flush();
    else
        platform_.apply_update();
}

} // namespace planner::app
