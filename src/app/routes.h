#pragma once

#include <string>
#include <string_view>

namespace planner::app {

enum class Screen { overview, dashboard, tasks, messages, cards, card, settings, not_found, hours, archive, about, run_sheets, projector };

/// The address of a screen, in the part of the URL after #. It holds ids only, no personal data.
struct Route {
    Screen screen = Screen::overview;
    std::string review;
    std::string card;
    std::string participant;
    std::string item = {}; ///< the task or message shown beside the list, a run sheet, or a part of the explanation; "" for none
    std::string process = {}; ///< the kind of review that is explained; "" for that of the review, or for all of them

    bool operator==(const Route&) const = default;

    static Route overview() { return {}; }
    static Route dashboard(std::string_view review) { return {Screen::dashboard, std::string(review), "", ""}; }
    static Route cards(std::string_view review) { return {Screen::cards, std::string(review), "", ""}; }
    static Route card_of(std::string_view review, std::string_view card, std::string_view participant) {
        return {Screen::card, std::string(review), std::string(card), std::string(participant)};
    }
    static Route tasks(std::string_view review, std::string_view item = "") {
        return {Screen::tasks, std::string(review), "", "", std::string(item)};
    }
    static Route messages(std::string_view review, std::string_view item = "") {
        return {Screen::messages, std::string(review), "", "", std::string(item)};
    }
    static Route hours(std::string_view review) { return {Screen::hours, std::string(review), "", ""}; }
    /// One run sheet, of the visit at `participant` or of the whole review; without a sheet the first one.
    static Route run_sheets(std::string_view review, std::string_view sheet = "", std::string_view participant = "") {
        return {Screen::run_sheets, std::string(review), "", std::string(participant), std::string(sheet)};
    }
    static Route settings() { return {Screen::settings, "", "", ""}; }
    /// The messages of all reviews.
    static Route archive() { return {Screen::archive, "", "", ""}; }
    /// The window that a room looks at. It shows what another page projects, and is nowhere to come back to.
    static Route projector() { return {Screen::projector, "", "", ""}; }
    /// What a kind of review is; "" compares all kinds.
    static Route about(std::string_view process = "", std::string_view section = "") {
        return {Screen::about, "", "", "", std::string(section), std::string(process)};
    }
    static Route about_review(std::string_view review, std::string_view section = "") {
        return {Screen::about, std::string(review), "", "", std::string(section)};
    }
};

/// Reads "#/review/<id>/cards/<card>/<participant>" and the like; a card of the whole review has no participant. Anything else is `not_found`. "" and "#" are the
/// overview.
Route parse_route(std::string_view hash);
/// The hash of a route, with its #. Reading it back gives the same route; `not_found` becomes the overview.
std::string format_route(const Route& route);

} // namespace planner::app
