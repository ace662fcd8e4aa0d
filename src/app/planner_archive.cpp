#include "app/planner.h"
#include "assets/review_process.h"
#include "document/read.h"

namespace planner::app {

void Planner::want_archive() {
    if (route_.screen != Screen::archive) return;
    std::vector<Archive::Wanted> reviews;
    const std::string stamp =
        " " + format_day(today()) + " " + std::string(texts_.language_code()) + " " + settings_.author + " ";
    for (const Summary& summary : overview_.all()) {
        if (summary.removed != 0) continue;
        reviews.push_back({summary.id, std::to_string(summary.changed) + stamp + planning::to_text(identity_in(settings_, summary.id))});
    }
    archive_.want(reviews);
    read_archive();
}

/// Takes in reviews that are in memory, and asks for the first that is not. Its answer comes to `archive_loaded`.
void Planner::read_archive() {
    for (std::string id = archive_.next(); !id.empty(); id = archive_.next()) {
        const OpenReview* open = reviews_.find(id);
        if (open != nullptr && open->ready()) {
            const review::RowIndex rows(open->document());
            archive_.take(messages_for_archive(review::Review(open->document(), open->process(), rows), today(),
                                               message_words(), identity_in(settings_, id)));
        } else if (storage_ == platform::StorageState::memory_only) {
            archive_.skip();
        } else {
            if (awaited_.archive != id) platform_.load_review(id);
            awaited_.archive = id;
            break;
        }
    }
    touch();
}

void Planner::archive_loaded(std::string_view review_id, platform::LoadOutcome outcome, std::string_view bytes) {
    if (awaited_.archive != review_id) return;
    awaited_.archive.clear();
    if (archive_.next() == review_id) {
        const bool here = outcome == platform::LoadOutcome::found;
        const auto read = document::read(here ? bytes : std::string_view());
        assets::ReviewProcess followed;
        if (read) followed.update(read->document);
        if (!followed.known() || read->document.id() != review_id) {
            archive_.skip();
        } else {
            const review::RowIndex rows(read->document);
            archive_.take(messages_for_archive(review::Review(read->document, followed.process(), rows), today(),
                                               message_words(), identity_in(settings_, review_id)));
        }
    }
    read_archive();
}

} // namespace planner::app
