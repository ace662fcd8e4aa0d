#include <algorithm>
#include <utility>

#include "app/file_name.h"
#include "app/planner.h"
#include "document/merge.h"
#include "document/write.h"

namespace planner::app {
namespace {

std::string merged_text(const Texts& texts, const ImportPreview& merged) {
    std::size_t conflicts = 0;
    std::vector<std::string> files;
    for (const ImportReview& review : merged.reviews) {
        conflicts += review.count(ImportItemKind::both_wrote);
        files.insert(files.end(), review.files.begin(), review.files.end());
    }
    if (conflicts > 0) return texts.count("import.merged_conflicts", conflicts);
    if (files.size() == 1) return texts.tr("import.merged", {{"file", files.front()}});
    return texts.tr("import.merged_more", {{"count", std::to_string(files.size())}});
}

} // namespace

void Planner::download() {
    const OpenReview* review = current();
    if (review == nullptr) return;
    const Summary* summary = overview_.find(review->id());
    const std::string title = review->ready() ? reading().title() : summary != nullptr ? summary->title : "";
    const std::string bytes = review->ready() ? document::write(review->document()) : review->stored_bytes();
    if (bytes.empty()) return;
    const std::string name = file_name(title, today());
    platform_.download(name, "application/json", bytes);
    reviews_.downloaded(review->id());
    toasts_.add(ToastKind::done, texts_.tr("file.downloaded", {{"file", name}}), platform_.now());
    touch();
}

void Planner::on_file(std::string_view name, std::string_view bytes) {
    IncomingFile file = read_incoming(name, bytes);
    std::optional<ProcessOffer> process = file.content ? std::nullopt : read_process_file(name, bytes);
    if (process)
        offers_.push_back(std::move(*process));
    else
        arriving_.push_back(std::move(file));
}

void Planner::on_file_refused(std::string_view name, platform::FileProblem problem) {
    IncomingFile file;
    file.name = name;
    if (problem == platform::FileProblem::too_large)
        file.problem.refusal.reason = document::Reason::too_large;
    else
        file.problem.why = Unreadable::Why::storage_failed;
    arriving_.push_back(std::move(file));
}

void Planner::on_files_complete() {
    touch();
    if (arriving_.empty()) return;
    std::move(arriving_.begin(), arriving_.end(), std::back_inserter(incoming_));
    arriving_.clear();
    for (const IncomingFile& file : incoming_) {
        if (!file.content) continue;
        const std::string& id = file.content->document.id();
        if (overview_.find(id) != nullptr || reviews_.find(id) != nullptr) reviews_.open(id);
    }
    import_state_ = ImportState::reading;
    advance_import();
}

/// Shows the preview once every review that the files belong to has been loaded.
void Planner::advance_import() {
    if (import_state_ != ImportState::reading) return;
    for (const IncomingFile& file : incoming_) {
        const OpenReview* review = file.content ? reviews_.find(file.content->document.id()) : nullptr;
        if (review != nullptr && review->state() == OpenState::loading) return;
    }
    preview_ = preview_of(
        incoming_, [this](const std::string& id) { return reviews_.find(id); }, texts_, today());
    import_state_ = ImportState::ready;
    // One new review leaves nothing to choose.
    if (preview_.files.size() == 1 && preview_.files[0].outcome == FileOutcome::new_review) confirm_import();
}

void Planner::cancel_import() {
    incoming_.clear();
    preview_ = {};
    import_state_ = ImportState::none;
    touch();
}

void Planner::take_in_new(const ImportReview& incoming) {
    std::optional<document::Document> document;
    for (IncomingFile& file : incoming_) {
        if (!file.content || file.content->document.id() != incoming.id) continue;
        if (!document)
            document = std::move(file.content->document);
        else
            (void)document::merge_into(*document, file.content->document);
    }
    reviews_.adopt(std::move(*document));
}

std::uint64_t Planner::merge_in(const ImportReview& incoming) {
    OpenReview& review = *reviews_.find(incoming.id);
    document::Document& document = reviews_.edit(review);
    const document::Document before = document;
    for (const IncomingFile& file : incoming_) {
        if (file.content && file.content->document.id() == incoming.id)
            (void)document::merge_into(document, file.content->document);
    }
    reviews_.changed(review);
    return reviews_.undo_of(review).record("undo.what.merged", difference(before, document), EditGroup::single,
                                           platform_.now());
}

void Planner::confirm_import() {
    if (import_state_ != ImportState::ready) return;
    std::vector<CommandOfReview> commands;
    for (const ImportReview& incoming : preview_.reviews) {
        const OpenReview* here = reviews_.find(incoming.id);
        if (here == nullptr || !here->ready())
            take_in_new(incoming);
        else
            commands.push_back({incoming.id, merge_in(incoming)});
        set_removed(incoming.id, 0);
    }
    const std::vector<ImportReview>& taken = preview_.reviews;
    if (!commands.empty())
        offer_undo(merged_text(texts_, preview_), std::move(commands));
    else if (taken.size() == 1)
        toasts_.add(ToastKind::done, texts_.tr("file.opened", {{"title", taken[0].title}}), platform_.now());
    if (taken.size() > 1)
        go(Route::overview());
    else if (taken.size() == 1 && route_.review != taken[0].id)
        go(Route::dashboard(taken[0].id));
    cancel_import();
    touch_document();
}

} // namespace planner::app
