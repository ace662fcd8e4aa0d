#include <algorithm>
#include <utility>

#include "app/known_processes.h"
#include "app/planner.h"
#include "assets/assets.h"
#include "assets/review_process.h"
#include "document/read.h"
#include "review/kept_process.h"
#include "review/values.h"

namespace planner::app {
namespace {

std::string trimmed(const std::string& text) {
    static constexpr const char* blanks = " \t\r\n";
    const std::size_t start = text.find_first_not_of(blanks);
    if (start == std::string::npos) return "";
    return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

/// The days that are known from the start.
void write_first_facts(document::Document& document, const process::Process& process, const NewReviewRequest& request,
                      const document::Stamp& stamp) {
    if (parse_day(request.kickoff_date)) {
        document.write(stamp, {review::review_key(), "kickoff_date"}, request.kickoff_date);
    }
    if (const std::string name = trimmed(request.facilitator); !name.empty()) {
        document.write(stamp, {review::review_key(), "facilitator_name"}, name);
    }
    if (process.participants.hosting != process::Hosting::one || !parse_day(request.visit_date)) return;
    const std::string host = review::Review(document, process).hosts().front().id;
    for (const review::FieldWrite& write : review::planned_visit(document, host, request.visit_date)) {
        document.write(stamp, write.key, write.value);
    }
}

} // namespace

void Planner::put_index(std::string_view summaries_json) {
    std::vector<Summary> fresh = read_summaries(summaries_json);
    // What this tab did not save yet is newer than the list.
    for (const Summary& known : overview_.all()) {
        const OpenReview* review = reviews_.find(known.id);
        if (review == nullptr) continue;
        const auto place =
            std::find_if(fresh.begin(), fresh.end(), [&](const Summary& summary) { return summary.id == known.id; });
        if (place == fresh.end()) {
            if (review->ready()) fresh.push_back(known);
        } else if (review->unsaved()) {
            *place = known;
        }
    }
    overview_.replace_all(std::move(fresh));
    if (storage_ == platform::StorageState::memory_only) return;
    for (const std::string& id : overview_.expired(platform_.now())) reviews_.expire(id);
}

SaveState Planner::save_state(std::string_view review_id) const {
    const OpenReview* review = reviews_.find(review_id);
    return review == nullptr ? SaveState{} : review->save_state();
}

NewReviewProblems Planner::problems_of(const NewReviewRequest& request) const {
    NewReviewProblems problems;
    const process::Process* process = process_with_key(request.process);
    problems.title_missing = trimmed(request.title).empty();
    problems.process_unknown = process == nullptr;
    problems.too_few_participants = process != nullptr && request.participants.size() < process->participants.minimum;
    std::set<std::string> names;
    for (std::size_t i = 0; i < request.participants.size(); ++i) {
        const std::string name = trimmed(request.participants[i].name);
        if (name.empty())
            problems.names_missing.push_back(i);
        else if (!names.insert(name).second)
            problems.names_doubled.push_back(i);
    }
    return problems;
}

std::string Planner::create_review(const NewReviewRequest& request) {
    if (!problems_of(request).none()) return "";
    const process::Process& process = *process_with_key(request.process);
    std::vector<review::NewParticipant> participants;
    for (const review::NewParticipant& participant : request.participants) {
        participants.push_back({trimmed(participant.name), trimmed(participant.institution)});
    }
    const document::Stamp stamp = writer_.stamp();
    document::Document document = review::create_review(trimmed(request.title), process, participants, stamp,
                                                        [this] { return writer_.random_bits(); });
    write_first_facts(document, process, request, stamp);
    keep_process(document, process);
    const std::string id = reviews_.adopt(std::move(document)).id();
    go(Route::dashboard(id));
    touch_document();
    return id;
}

void Planner::keep_process(document::Document& document, const process::Process& process) {
    for (review::FieldWrite& write : review::follow_process(process.id, assets::text_of(process)))
        document.write(writer_.stamp(), write.key, std::move(write.value));
}

OpenReview& Planner::adopt_copy(const document::Document& original, std::string_view title) {
    document::Document copy =
        review::copy_review(original, title, writer_.stamp(), [this] { return writer_.random_bits(); });
    const process::Process* process = known_process(review::process_id(copy));
    if (review::kept_process(copy).empty() && process != nullptr) keep_process(copy, *process);
    return reviews_.adopt(std::move(copy));
}

void Planner::open_example(std::string_view example_id) {
    if (const std::string_view bytes = assets::example(example_id); !bytes.empty())
        return on_example(bytes);
    // Somebody who clicks again while it is on its way wants one copy.
    if (std::exchange(awaited_.example, true))
        return;
    platform_.load_example(example_id);
}

void Planner::on_example(std::string_view bytes) {
    awaited_.example = false;
    const auto read = document::read(bytes);
    if (!read) {
        toasts_.add(ToastKind::problem, texts_.tr("file.example_missing"), platform_.now());
        touch();
        return;
    }
    const std::string id = adopt_copy(read->document, "").id();
    toasts_.add(ToastKind::done, texts_.tr("file.example_opened"), platform_.now());
    go(Route::dashboard(id));
    touch_document();
}

void Planner::copy_review(std::string_view id) {
    const OpenReview& original = reviews_.open(id);
    if (original.state() == OpenState::loading)
        awaited_.copies.insert(std::string(id));
    else
        finish_copy(original);
    touch();
}

void Planner::finish_copy(const OpenReview& original) {
    if (!original.ready()) {
        toasts_.add(ToastKind::problem, texts_.tr("loading.failed"), platform_.now());
        return;
    }
    const review::Review reading(original.document(), original.process());
    const std::string title = texts_.tr("overview.copy_title", {{"title", reading.title()}});
    adopt_copy(original.document(), title);
    toasts_.add(ToastKind::done, texts_.tr("toast.copied", {{"title", title}}), platform_.now());
    touch_document();
}

void Planner::set_removed(std::string_view id, std::int64_t removed) {
    if (!overview_.set_removed(id, removed)) return;
    reviews_.summary_changed(id);
    touch_document();
}

void Planner::remove_review(std::string_view id) {
    const Summary* known = overview_.find(id);
    if (known == nullptr || known->removed != 0) return;
    const std::string title = known->title.empty() ? texts_.tr("review.untitled") : known->title;
    set_removed(id, platform_.now());
    if (route_.review == id) go(Route::overview());
    toasts_.add(
        ToastKind::done, texts_.tr("toast.review_removed", {{"title", title}}), texts_.tr("toast.undo"),
        [this, removed = std::string(id)] { restore_review(removed); }, platform_.now());
}

void Planner::restore_review(std::string_view id) {
    set_removed(id, 0);
}

} // namespace planner::app
