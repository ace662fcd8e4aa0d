#include <algorithm>
#include <utility>

#include "app/file_name.h"
#include "app/planner.h"
#include "document/merge.h"
#include "document/write.h"
#include "review/visible_name.h"

namespace planner::app {
namespace {

std::string merged_text(const Texts& texts, const ImportPreview& merged) {
    std::size_t conflicts = 0;
    std::vector<std::string> files;
    for (const ImportReview& review : merged.reviews) {
        conflicts += review.count(ImportItemKind::both_wrote) + review.count(ImportItemKind::removed_edited);
        files.insert(files.end(), review.files.begin(), review.files.end());
    }
    if (conflicts > 0) return texts.count("import.merged_conflicts", conflicts);
    if (files.size() == 1) return texts.tr("import.merged", {{"file", files.front()}});
    return texts.tr("import.merged_more", {{"count", std::to_string(files.size())}});
}

/// Bytes that are read before the page is drawn again: less than a tenth of a second's work.
constexpr std::size_t reading_portion = 1'000'000;
/// More than this does not wait: what is read takes less room than the bytes of so many files.
constexpr std::size_t most_waiting = 32'000'000;

std::size_t bytes_of(const std::deque<UnreadFile>& files) {
    std::size_t bytes = 0;
    for (const UnreadFile& file : files) bytes += file.bytes.size();
    return bytes;
}

IncomingFile refused_file(const std::string& name, platform::FileProblem problem) {
    IncomingFile file;
    file.name = review::visible_name(name);
    if (problem == platform::FileProblem::too_large)
        file.problem.refusal.reason = document::Reason::too_large;
    else
        file.problem.why = Unreadable::Why::storage_failed;
    return file;
}

/// One new review opens without a preview; what was done to read its file is said here then.
std::string opened_text(const Texts& texts, const ImportPreview& opened) {
    std::string text = texts.tr("file.opened", {{"title", opened.reviews.front().title}});
    if (opened.files.size() > 1) return text;
    const ImportFile& file = opened.files.front();
    if (!file.note.empty()) text += ". " + file.note;
    if (file.foreign) text += ". " + texts.tr("file.opened_foreign", {{"file", file.name}});
    return text;
}

/// One new review leaves nothing to choose, unless somebody works in another one and may have taken it for that.
bool opens_at_once(const ImportPreview& preview, const OpenReview* current) {
    return preview.files.size() == 1 && preview.files[0].outcome == FileOutcome::new_review &&
           (current == nullptr || !current->ready());
}

/// A file that shows nothing new may still know of what was removed or overwritten. Without that, an older copy that comes in
/// later would bring it back here.
void take_in_unseen(Reviews& reviews, const std::vector<IncomingFile>& incoming, const ImportPreview& preview) {
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        if (preview.files[i].outcome != FileOutcome::nothing_new) continue;
        OpenReview& review = *reviews.find(preview.files[i].review_id);
        if (!review.ready()) continue;
        document::Document& document = reviews.edit(review);
        const std::string before = document::write(document);
        (void)document::merge_into(document, incoming[i].content->document);
        if (document::write(document) != before) reviews.changed(review);
    }
}

} // namespace

void Planner::download() {
    if (const OpenReview* review = current(); review != nullptr) hand_over(*review);
}

void Planner::hand_over(const OpenReview& review) {
    const Summary* summary = overview_.find(review.id());
    const std::string title = review.ready() ? review::Review(review.document(), review.process()).title()
                              : summary != nullptr ? summary->title
                                                   : "";
    const std::string bytes = review.ready() ? document::write(review.document()) : review.stored_bytes();
    if (bytes.empty()) return;
    const std::string name = file_name(title, today());
    hand_out(name, "application/json", bytes);
    reviews_.downloaded(review.id());
    if (review.ready()) note_file(review.id());
}

/// A file for whoever sits here, and a word about it.
void Planner::hand_out(const std::string& name, std::string_view type, std::string_view bytes) {
    platform_.download(name, type, bytes);
    toasts_.add(ToastKind::done, texts_.tr("file.downloaded", {{"file", name}}), platform_.now());
    touch();
}

void Planner::on_file(std::string_view name, std::string_view bytes) {
    // Dropped on what the room looks at: there is no way to ask there, and a room must not see what is in it.
    if (route_.screen == Screen::projector) return;
    import_.unread.push_back({std::string(name), std::string(bytes), std::nullopt});
    while (bytes_of(import_.unread) > most_waiting) read_next_file();
}

void Planner::on_file_refused(std::string_view name, platform::FileProblem problem) {
    if (route_.screen == Screen::projector) return;
    import_.unread.push_back({std::string(name), "", problem});
}

void Planner::on_files_complete() {
    touch();
    if (import_.unread.empty() && import_.files_read == 0) return;
    forget_kept_import();
    import_.state = ImportState::reading;
    import_.all_given = true;
    read_files();
}

void Planner::read_next_file() {
    const UnreadFile file = std::move(import_.unread.front());
    import_.unread.pop_front();
    ++import_.files_read;
    if (file.problem) {
        import_.incoming.push_back(refused_file(file.name, *file.problem));
        return;
    }
    for (IncomingFile& each : read_incoming(file.name, file.bytes)) {
        if (each.process)
            offers_.push_back(std::move(*each.process));
        else if (!each.locked.empty())
            sharing_.locked.push_back({std::move(each.name), std::move(each.locked)});
        else
            import_.incoming.push_back(std::move(each));
    }
}

/// Reads files up to about `reading_portion` bytes, so that a few small ones are there at once, and goes on in the next
/// tick: meanwhile the page shows how far it is and can be told to stop.
void Planner::read_files() {
    for (std::size_t bytes = 0; !import_.unread.empty() && bytes < reading_portion;) {
        bytes += import_.unread.front().bytes.size();
        read_next_file();
    }
    touch();
    if (!import_.unread.empty()) return;
    import_.all_given = false;
    import_.files_read = 0;
    if (import_.incoming.empty()) {
        import_.state = ImportState::none;
        return;
    }
    for (const IncomingFile& file : import_.incoming) {
        if (!file.content) continue;
        const std::string& id = file.content->document.id();
        if (overview_.find(id) != nullptr || reviews_.find(id) != nullptr) reviews_.open(id);
    }
    advance_import();
}

/// Shows the preview once every review that the files belong to has been loaded.
void Planner::advance_import() {
    if (import_.state != ImportState::reading || import_.all_given) return;
    for (const IncomingFile& file : import_.incoming) {
        const OpenReview* review = file.content ? reviews_.find(file.content->document.id()) : nullptr;
        if (review != nullptr && review->state() == OpenState::loading) return;
    }
    import_.preview = preview_of(
        import_.incoming, [this](const std::string& id) { return reviews_.find(id); }, texts_, today());
    take_in_unseen(reviews_, import_.incoming, import_.preview);
    import_.state = ImportState::ready;
    if (opens_at_once(import_.preview, current())) confirm_import();
}

void Planner::cancel_import() {
    forget_kept_import();
    // Those that somebody drops meanwhile are an import of their own.
    if (std::exchange(import_.all_given, false)) import_.unread.clear();
    import_.files_read = 0;
    import_.incoming.clear();
    import_.preview = {};
    import_.state = ImportState::none;
    touch();
}

void Planner::take_in_new(const ImportReview& incoming) {
    std::optional<document::Document> document;
    for (IncomingFile& file : import_.incoming) {
        if (!file.content || file.content->document.id() != incoming.id) continue;
        if (!document)
            document = std::move(file.content->document);
        else
            (void)document::merge_into(*document, file.content->document);
    }
    note_file(reviews_.adopt(std::move(*document)).id());
}

void Planner::merge_in(const ImportReview& incoming, std::vector<CommandOfReview>& commands) {
    OpenReview& review = *reviews_.find(incoming.id);
    document::Document& document = reviews_.edit(review);
    const document::Document before = document;
    for (const IncomingFile& file : import_.incoming) {
        if (file.content && file.content->document.id() == incoming.id)
            (void)document::merge_into(document, file.content->document);
    }
    reviews_.changed(review);
    if (!(before.redactions() == document.redactions())) {
        // Undoing, or an earlier version, would bring back what may not come back.
        reviews_.undo_of(review).clear();
        erase_earlier_versions(incoming.id);
        return;
    }
    commands.push_back({incoming.id, reviews_.undo_of(review).record("undo.what.merged", difference(before, document),
                                                                     EditGroup::single, platform_.now())});
}

void Planner::confirm_import() {
    if (import_.state != ImportState::ready) return;
    std::vector<CommandOfReview> commands;
    bool merged = false;
    for (const ImportReview& incoming : import_.preview.reviews) {
        const OpenReview* here = reviews_.find(incoming.id);
        if (here == nullptr || !here->ready()) {
            take_in_new(incoming);
        } else {
            merge_in(incoming, commands);
            merged = true;
        }
        set_removed(incoming.id, 0);
    }
    const std::vector<ImportReview>& taken = import_.preview.reviews;
    if (!commands.empty())
        offer_undo(merged_text(texts_, import_.preview), std::move(commands));
    else if (merged)
        toasts_.add(ToastKind::done, merged_text(texts_, import_.preview), platform_.now());
    else if (taken.size() == 1)
        toasts_.add(ToastKind::done, opened_text(texts_, import_.preview), platform_.now());
    if (taken.size() > 1)
        go(Route::overview());
    else if (taken.size() == 1 && route_.review != taken[0].id)
        go(Route::dashboard(taken[0].id));
    cancel_import();
    touch_document();
}

} // namespace planner::app
