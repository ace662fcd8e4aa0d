#include "app/importing.h"

#include <algorithm>
#include <utility>

#include "app/copied_name.h"
#include "app/refusal_text.h"
#include "assets/review_process.h"
#include "document/file_format.h"
#include "document/merge.h"
#include "review/review.h"
#include "review/values.h"
#include "review/visible_name.h"

namespace planner::app {
namespace {

using document::Document;

bool is_here(const OpenReview* review) {
    return review != nullptr && review->ready();
}

/// The name of which all of these are copies; "" when there is none.
std::string common_name(const std::vector<std::string>& files) {
    if (files.size() < 2) return "";
    const std::string name = copied_name(files.front());
    const auto same = [&](const std::string& file) { return copied_name(file) == name; };
    return std::all_of(files.begin(), files.end(), same) ? name : "";
}

/// What each file does by itself: told only where there are several.
enum class PerFile { told, left_out };

/// Looks at all files of one review together, because they will be merged together.
class ReviewPreview {
public:
    ReviewPreview(const Document& first, const FindReview& find, const Texts& texts, Day today)
        : here_(find(first.id())), merged_(base(first)), texts_(&texts), today_(today) {
        preview_.id = first.id();
        preview_.is_new = !is_here(here_);
    }

    FileOutcome add(const IncomingFile& file, PerFile per_file, ImportCounts& brings) {
        const Document& incoming = file.content->document;
        if (preview_.is_new) {
            preview_.files.push_back(file.name);
            return document::merge_into(merged_, incoming) ? FileOutcome::new_review : FileOutcome::refused;
        }
        Document alone = here_->document();
        if (!document::merge_into(alone, incoming)) return FileOutcome::refused;
        (void)document::merge_into(merged_, incoming);
        const std::vector<Change> changes = difference(here_->document(), alone);
        if (changes.empty() && here_->document().redactions() == alone.redactions())
            return FileOutcome::nothing_new;
        if (per_file == PerFile::told) {
            const auto items = describe(changes, here_->document(), alone, here_->process(), *texts_, today_);
            for (const ImportItem& item : items) ++brings[static_cast<std::size_t>(item.kind)];
        }
        preview_.files.push_back(file.name);
        return FileOutcome::merges;
    }

    bool changes_something() const { return !preview_.files.empty(); }

    ImportReview finish() && {
        assets::ReviewProcess followed;
        followed.update(merged_);
        const review::Review review(merged_, followed.process());
        preview_.title = review.title().empty() ? texts_->tr("review.untitled") : review.title();
        for (const review::Participant& participant : review.participants())
            preview_.participants.push_back(participant.name);
        preview_.removes_for_good = !preview_.is_new && !(here_->document().redactions() == merged_.redactions());
        if (!preview_.is_new)
            preview_.items = describe(here_->document(), merged_, followed.process(), *texts_, today_);
        preview_.copies_of = common_name(preview_.files);
        // The names that this review gives to its process go with it.
        for (ImportItem& item : preview_.items) item.place.definition = nullptr;
        return std::move(preview_);
    }

    const std::string& id() const { return preview_.id; }

private:
    Document base(const Document& first) const { return is_here(here_) ? here_->document() : first; }

    const OpenReview* here_;
    Document merged_;
    const Texts* texts_;
    Day today_;
    ImportReview preview_;
};

/// Whether the document names a process that nobody here has. One that keeps a process that cannot be read does not:
/// its words can be shown.
bool follows_nothing(const Document& document) {
    assets::ReviewProcess followed;
    followed.update(document);
    return !followed.known() && !followed.problem();
}

/// The one with this id, or null.
ReviewPreview* find_preview(std::vector<ReviewPreview>& previews, const std::string& id) {
    const auto found =
        std::find_if(previews.begin(), previews.end(), [&](const ReviewPreview& preview) { return preview.id() == id; });
    return found == previews.end() ? nullptr : &*found;
}

/// A sentence for everything that was done before the file could be read.
std::string unwrapped_text(const Texts& texts, const IncomingFile& file) {
    std::string result;
    const auto add = [&](bool done, std::string_view key) {
        if (!done) return;
        if (!result.empty()) result += ' ';
        result += texts.tr(key, {{"file", file.name}});
    };
    add(file.unwrapped.from_mail, "import.from_mail");
    add(file.unwrapped.recoded, "import.recoded");
    add(file.unwrapped.cut_out, "import.cut_out");
    add(file.unwrapped.respelled, "import.respelled");
    add(file.content && file.content->document.format_version() > document::file_format::version, "import.newer_format");
    return result;
}

} // namespace

std::size_t ImportReview::count(ImportItemKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const ImportItem& item) { return item.kind == kind; }));
}

std::vector<IncomingFile> read_incoming(std::string_view name, std::string_view bytes) {
    std::vector<IncomingFile> files;
    for (exchange::FoundFile& found : exchange::read_file(name, bytes)) {
        IncomingFile& file = files.emplace_back();
        file.name = review::visible_name(found.name);
        file.unwrapped = found.unwrapped;
        if (!found.content) {
            if (found.odd == exchange::OddFile::locked)
                file.locked = std::move(found.bytes);
            else
                file.process = read_process_file(file.name, found.bytes);
            const bool is_odd = found.odd != exchange::OddFile::none;
            file.problem = {is_odd ? Unreadable::Why::odd : Unreadable::Why::refused, std::move(found.content.error()),
                            found.odd};
        } else if (found.content->document.kind() != "review") {
            file.problem.why = Unreadable::Why::unknown_kind;
        } else if (follows_nothing(found.content->document)) {
            file.problem.why = Unreadable::Why::unknown_process;
        } else {
            file.content = std::move(*found.content);
        }
    }
    return files;
}

ImportPreview preview_of(const std::vector<IncomingFile>& files, const FindReview& here, const Texts& texts,
                         Day today) {
    ImportPreview preview;
    std::vector<ReviewPreview> reviews;
    const PerFile per_file = files.size() > 1 ? PerFile::told : PerFile::left_out;
    for (const IncomingFile& file : files) {
        ImportFile note;
        note.name = file.name;
        note.note = unwrapped_text(texts, file);
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
            if (find_preview(reviews, note.review_id) == nullptr)
                reviews.emplace_back(file.content->document, here, texts, today);
            note.outcome = find_preview(reviews, note.review_id)->add(file, per_file, note.brings);
            if (note.outcome == FileOutcome::refused)
                note.sentence = refusal_text(texts, file.name, {Unreadable::Why::unknown_kind, {}});
            else if (note.foreign)
                note.sentence = texts.tr("import.foreign", {{"file", file.name}});
        }
        preview.files.push_back(std::move(note));
    }
    for (ReviewPreview& review : reviews) {
        if (review.changes_something()) preview.reviews.push_back(std::move(review).finish());
    }
    return preview;
}

} // namespace planner::app
