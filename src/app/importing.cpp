#include "app/importing.h"

#include <algorithm>
#include <utility>

#include "app/refusal_text.h"
#include "assets/review_process.h"
#include "document/merge.h"
#include "review/review.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Document;

bool is_here(const OpenReview* review) {
    return review != nullptr && review->ready();
}

/// Looks at all files of one review together, because they will be merged together.
class ReviewPreview {
public:
    ReviewPreview(const Document& first, const FindReview& find) : here_(find(first.id())), merged_(base(first)) {
        preview_.id = first.id();
        preview_.is_new = !is_here(here_);
    }

    FileOutcome add(const IncomingFile& file) {
        const Document& incoming = file.content->document;
        if (preview_.is_new) {
            preview_.files.push_back(file.name);
            return document::merge_into(merged_, incoming) ? FileOutcome::new_review : FileOutcome::refused;
        }
        Document alone = here_->document();
        if (!document::merge_into(alone, incoming)) return FileOutcome::refused;
        (void)document::merge_into(merged_, incoming);
        if (difference(here_->document(), alone).empty()) return FileOutcome::nothing_new;
        preview_.files.push_back(file.name);
        return FileOutcome::merges;
    }

    bool changes_something() const { return !preview_.files.empty(); }

    ImportReview finish(const Texts& texts, Day today) && {
        assets::ReviewProcess followed;
        followed.update(merged_);
        const review::Review review(merged_, followed.process());
        preview_.title = review.title().empty() ? texts.tr("review.untitled") : review.title();
        for (const review::Participant& participant : review.participants())
            preview_.participants.push_back(participant.name);
        if (!preview_.is_new) preview_.items = describe(here_->document(), merged_, followed.process(), texts, today);
        // The names that this review gives to its process go with it.
        for (ImportItem& item : preview_.items) item.place.definition = nullptr;
        return std::move(preview_);
    }

    const std::string& id() const { return preview_.id; }

private:
    Document base(const Document& first) const { return is_here(here_) ? here_->document() : first; }

    const OpenReview* here_;
    Document merged_;
    ImportReview preview_;
};

/// Whether the document names a process that nobody here has. One that keeps a process that cannot be read does not:
/// its words can be shown.
bool follows_nothing(const Document& document) {
    assets::ReviewProcess followed;
    followed.update(document);
    return !followed.known() && !followed.problem();
}

ReviewPreview& preview_for(std::vector<ReviewPreview>& previews, const Document& document, const FindReview& here) {
    const auto found = std::find_if(previews.begin(), previews.end(),
                                    [&](const ReviewPreview& preview) { return preview.id() == document.id(); });
    if (found != previews.end()) return *found;
    previews.emplace_back(document, here);
    return previews.back();
}

} // namespace

std::size_t ImportReview::count(ImportItemKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const ImportItem& item) { return item.kind == kind; }));
}

IncomingFile read_incoming(std::string_view name, std::string_view bytes) {
    IncomingFile file{std::string(name), std::nullopt, {}};
    auto read = document::read(bytes);
    if (!read) {
        file.problem = {Unreadable::Why::refused, std::move(read.error())};
    } else if (read->document.kind() != "review") {
        file.problem = {Unreadable::Why::unknown_kind, {}};
    } else if (follows_nothing(read->document)) {
        file.problem = {Unreadable::Why::unknown_process, {}};
    } else {
        file.content = std::move(*read);
    }
    return file;
}

ImportPreview preview_of(const std::vector<IncomingFile>& files, const FindReview& here, const Texts& texts,
                         Day today) {
    ImportPreview preview;
    std::vector<ReviewPreview> reviews;
    for (const IncomingFile& file : files) {
        ImportFile note{file.name, FileOutcome::refused, "", false, ""};
        if (!file.content) {
            note.sentence = refusal_text(texts, file.name, file.problem);
            preview.files.push_back(std::move(note));
            continue;
        }
        note.review_id = file.content->document.id();
        note.foreign = file.content->trust == document::Trust::foreign;
        const OpenReview* known = here(note.review_id);
        if (known != nullptr && known->state() == OpenState::unreadable &&
            known->problem().why == Unreadable::Why::storage_failed) {
            note.sentence = texts.tr("loading.failed");
        } else {
            note.outcome = preview_for(reviews, file.content->document, here).add(file);
            if (note.outcome == FileOutcome::refused)
                note.sentence = refusal_text(texts, file.name, {Unreadable::Why::unknown_kind, {}});
            else if (note.foreign)
                note.sentence = texts.tr("import.foreign", {{"file", file.name}});
        }
        preview.files.push_back(std::move(note));
    }
    for (ReviewPreview& review : reviews) {
        if (review.changes_something()) preview.reviews.push_back(std::move(review).finish(texts, today));
    }
    return preview;
}

} // namespace planner::app
