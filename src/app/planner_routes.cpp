#include "app/planner.h"

namespace planner::app {
namespace {

std::string screen_title(const Planner& planner) {
    const Texts& texts = planner.texts();
    const Route& route = planner.route();
    switch (route.screen) {
    case Screen::overview: return texts.tr("overview.title");
    case Screen::dashboard: return texts.tr("dashboard.title");
    case Screen::tasks: return texts.tr("tasks.title");
    case Screen::messages: return texts.tr("messages.title");
    case Screen::cards: return texts.tr("cards.title");
    case Screen::settings: return texts.tr("settings.title");
    case Screen::archive: return texts.tr("archive.title");
    case Screen::not_found: return texts.tr("not_found.title");
    case Screen::hours: return texts.tr("hours.title");
    case Screen::about: return texts.tr("guide.title");
    case Screen::run_sheets: return texts.tr("run_sheet.title");
    case Screen::live: return texts.tr("live.title");
    case Screen::projector: return texts.tr("projector.title");
    case Screen::card: break;
    }
    const OpenReview* review = planner.current();
    const process::Card* card = review != nullptr && review->ready() ? review->process().card(route.card) : nullptr;
    if (card != nullptr && route.participant.empty()) return card->title.in(planner.language());
    const auto participant = card == nullptr ? std::nullopt : planner.reading().participant(route.participant);
    if (!participant) return texts.tr("cards.title");
    return texts.tr("card.of", {{"card", card->title.in(planner.language())}, {"participant", participant->name}});
}

} // namespace

void Planner::go(const Route& route, platform::HistoryEntry entry) {
    if (route == route_) return;
    route_ = route;
    platform_.set_route(format_route(route_), entry);
    enter_route();
}

void Planner::on_route(std::string_view hash) {
    const Route route = parse_route(hash);
    if (route == route_) return;
    route_ = route;
    enter_route();
}

void Planner::enter_route() {
    end_typing();
    if (!route_.review.empty()) reviews_.open(route_.review);
    const bool comes_back = route_.screen != Screen::not_found && route_.screen != Screen::projector;
    if (comes_back && settings_.last_route != format_route(route_)) {
        settings_.last_route = format_route(route_);
        save_settings();
    }
    if (route_.screen != Screen::live && route_.screen != Screen::projector) keep_awake(platform::Awake::no);
    refresh_title();
    want_archive();
    if (route_.screen == Screen::settings) look_at_storage();
    touch();
}

void Planner::refresh_title() {
    titled_revision_ = revision();
    const OpenReview* review = current();
    const std::string name = review != nullptr && review->ready() ? reading().title() : "";
    std::string title = name.empty()
                            ? texts_.tr("app.page_title", {{"screen", screen_title(*this)}})
                            : texts_.tr("app.page_title_review", {{"screen", screen_title(*this)}, {"title", name}});
    if (title == title_) return;
    title_ = std::move(title);
    platform_.set_title(title_);
}

const OpenReview* Planner::current() const {
    return route_.review.empty() ? nullptr : reviews_.find(route_.review);
}

review::Review Planner::reading() const {
    return review::Review(current()->document(), current()->process());
}

/// Another one when the current review, anything in it or the language is.
std::string Planner::shown_state() const {
    return current()->id() + " " + std::to_string(current()->revision()) + " " + std::string(texts_.language_code());
}

const ReviewView& Planner::view() {
    const std::string key = shown_state();
    if (found_.view.of != key) found_.view = {make_view(current()->document(), current()->process(), language()), key};
    return found_.view.value;
}

void Planner::retry_load() {
    if (!route_.review.empty()) reviews_.open(route_.review);
    touch();
}

SaveState Planner::save_state() const {
    const OpenReview* review = current();
    return review == nullptr ? SaveState{} : review->save_state();
}

void Planner::retry_save() {
    flush();
    touch();
}

} // namespace planner::app
