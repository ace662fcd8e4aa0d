#include "app/planner.h"

namespace planner::app {

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
    if (route_.screen != Screen::not_found && settings_.last_route != format_route(route_)) {
        settings_.last_route = format_route(route_);
        save_settings();
    }
    refresh_title();
    want_archive();
    touch();
}

std::string Planner::screen_title() {
    switch (route_.screen) {
    case Screen::overview: return texts_.tr("overview.title");
    case Screen::dashboard: return texts_.tr("dashboard.title");
    case Screen::tasks: return texts_.tr("tasks.title");
    case Screen::messages: return texts_.tr("messages.title");
    case Screen::cards: return texts_.tr("cards.title");
    case Screen::settings: return texts_.tr("settings.title");
    case Screen::archive: return texts_.tr("archive.title");
    case Screen::not_found: return texts_.tr("not_found.title");
    case Screen::hours: return texts_.tr("hours.title");
    case Screen::about: return texts_.tr("guide.title");
    case Screen::run_sheets: return texts_.tr("run_sheet.title");
    case Screen::card: break;
    }
    const OpenReview* review = current();
    const process::Card* card = review != nullptr && review->ready() ? review->process().card(route_.card) : nullptr;
    if (card != nullptr && route_.participant.empty()) return card->title.in(language());
    const auto participant = card == nullptr ? std::nullopt : reading().participant(route_.participant);
    if (!participant) return texts_.tr("cards.title");
    return texts_.tr("card.of", {{"card", card->title.in(language())}, {"participant", participant->name}});
}

void Planner::refresh_title() {
    titled_revision_ = revision();
    const OpenReview* review = current();
    const std::string name = review != nullptr && review->ready() ? reading().title() : "";
    std::string title = name.empty()
                            ? texts_.tr("app.page_title", {{"screen", screen_title()}})
                            : texts_.tr("app.page_title_review", {{"screen", screen_title()}, {"title", name}});
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

const ReviewView& Planner::view() {
    const OpenReview& review = *current();
    const std::string key =
        review.id() + " " + std::to_string(review.revision()) + " " + std::string(texts_.language_code());
    if (view_of_ != key) {
        view_ = make_view(review.document(), review.process(), language());
        view_of_ = key;
    }
    return view_;
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
