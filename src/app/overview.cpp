#include "app/overview.h"

#include <algorithm>

#include "document/folding.h"
#include "app/known_processes.h"
#include "document/order.h"
#include "document/read.h"
#include "document/write.h"
#include "review/conflicts.h"
#include "review/progress.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Value;

std::string text_at(const Value& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() ? "" : review::text_of(*found);
}

std::int64_t number_at(const Value& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? std::max<std::int64_t>(0, found->get<std::int64_t>())
                                                               : 0;
}

std::vector<std::string> texts_at(const Value& object, const char* name) {
    std::vector<std::string> texts;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_array()) return texts;
    for (const Value& value : *found) texts.push_back(review::text_of(value));
    return texts;
}

std::optional<Summary> summary_from(const Value& value) {
    if (!value.is_object()) return std::nullopt;
    Summary summary;
    summary.id = text_at(value, "id");
    if (summary.id.empty()) return std::nullopt;
    summary.title = text_at(value, "title");
    summary.process = text_at(value, "process");
    summary.participants = texts_at(value, "participants");
    summary.institutions = texts_at(value, "institutions");
    summary.participant_ids = texts_at(value, "participantIds");
    summary.agenda = text_at(value, "agenda");
    summary.step = static_cast<std::size_t>(number_at(value, "step"));
    summary.conflicts = static_cast<std::size_t>(number_at(value, "conflicts"));
    summary.changed = number_at(value, "changed");
    summary.created = text_at(value, "created");
    summary.removed = number_at(value, "removed");
    summary.kind = text_at(value, "kind");
    summary.step_name = text_at(value, "step_name");
    summary.steps = static_cast<std::size_t>(std::min<std::int64_t>(number_at(value, "steps"), 100));
    return summary;
}

/// Everything that a person may search for, folded.
std::string haystack(const Summary& summary) {
    std::string text = summary.title;
    for (const std::string& name : summary.participants) text += "\n" + name;
    for (const std::string& name : summary.institutions) text += "\n" + name;
    if (!summary.kind.empty())
        text += "\n" + summary.kind;
    else if (const process::Process* process = known_process(summary.process))
        text += "\n" + process->title.nl + "\n" + process->title.en;
    return document::folded(text);
}

bool matches(const Summary& summary, std::string_view search) {
    const std::string words = document::folded(search);
    // Every frame of the overview asks this, mostly without a search.
    if (words.find_first_not_of(' ') == std::string::npos) return true;
    return document::contains_words(haystack(summary), words);
}

template <class Wanted>
std::vector<const Summary*> newest(const std::vector<Summary>& summaries, std::int64_t Summary::*time,
                                   const Wanted& wanted) {
    std::vector<const Summary*> found;
    for (const Summary& summary : summaries) {
        if (wanted(summary)) found.push_back(&summary);
    }
    document::sort_items(found, [&](const Summary* left, const Summary* right) {
        return left->*time != right->*time ? left->*time > right->*time : left->id < right->id;
    });
    return found;
}

} // namespace

bool Summary::expired(std::int64_t now) const {
    return removed != 0 && now - std::max(removed, changed) > keep_removed_ms;
}

std::string Summary::name_of(std::string_view participant) const {
    const auto found = std::find(participant_ids.begin(), participant_ids.end(), participant);
    const auto index = static_cast<std::size_t>(found - participant_ids.begin());
    return index < participants.size() ? participants[index] : "";
}

Summary summarise(const document::Document& document, const process::Process& process) {
    const review::RowIndex rows(document);
    const review::Review review(document, process, rows);
    Summary summary;
    summary.id = document.id();
    summary.title = review.title();
    summary.process = process.id.empty() ? review::process_id(document) : process.id;
    for (const review::Participant& participant : review.participants()) {
        summary.participants.push_back(participant.name);
        summary.institutions.push_back(participant.institution);
        summary.participant_ids.push_back(participant.id);
    }
    summary.step = review::current_step(review);
    if (is_own_process(process) && !process.steps.empty()) {
        summary.kind = process.title.nl;
        summary.step_name = process.steps[summary.step].title.nl;
        summary.steps = process.steps.size();
    }
    for (const review::ConflictGroup& group : review::conflicts_of(review, process::Language::dutch)) {
        summary.conflicts += group.conflicts.size();
    }
    summary.changed = document.latest_time();
    summary.created = review.created();
    return summary;
}

std::string write_summary(const Summary& summary) {
    return document::canonical_text({{"id", summary.id},
                                     {"title", summary.title},
                                     {"process", summary.process},
                                     {"participants", summary.participants},
                                     {"institutions", summary.institutions},
                                     {"participantIds", summary.participant_ids},
                                     {"agenda", summary.agenda},
                                     {"step", summary.step},
                                     {"conflicts", summary.conflicts},
                                     {"changed", summary.changed},
                                     {"created", summary.created},
                                     {"removed", summary.removed},
                                     {"kind", summary.kind},
                                     {"step_name", summary.step_name},
                                     {"steps", summary.steps}});
}

std::vector<Summary> read_summaries(std::string_view json) {
    std::vector<Summary> summaries;
    const auto list = document::read_json(json);
    if (!list || !list->is_array()) return summaries;
    for (const Value& value : *list) {
        if (auto summary = summary_from(value)) summaries.push_back(std::move(*summary));
    }
    return summaries;
}

void Overview::replace_all(std::vector<Summary> summaries) {
    summaries_ = std::move(summaries);
    ++revision_;
}

void Overview::put(Summary summary) {
    ++revision_;
    const auto found = std::find_if(summaries_.begin(), summaries_.end(),
                                    [&](const Summary& candidate) { return candidate.id == summary.id; });
    if (found == summaries_.end())
        summaries_.push_back(std::move(summary));
    else
        *found = std::move(summary);
}

void Overview::forget(std::string_view id) {
    ++revision_;
    std::erase_if(summaries_, [&](const Summary& summary) { return summary.id == id; });
}

bool Overview::set_removed(std::string_view id, std::int64_t time) {
    const auto found =
        std::find_if(summaries_.begin(), summaries_.end(), [&](const Summary& summary) { return summary.id == id; });
    if (found == summaries_.end() || found->removed == time) return false;
    found->removed = time;
    ++revision_;
    return true;
}

const Summary* Overview::find(std::string_view id) const {
    const auto found =
        std::find_if(summaries_.begin(), summaries_.end(), [&](const Summary& summary) { return summary.id == id; });
    return found == summaries_.end() ? nullptr : &*found;
}

std::vector<const Summary*> Overview::matching(std::string_view search) const {
    return newest(summaries_, &Summary::changed,
                  [&](const Summary& summary) { return summary.removed == 0 && matches(summary, search); });
}

std::vector<const Summary*> Overview::removed() const {
    return newest(summaries_, &Summary::removed, [](const Summary& summary) { return summary.removed != 0; });
}

std::vector<std::string> Overview::expired(std::int64_t now) const {
    std::vector<std::string> ids;
    for (const Summary& summary : summaries_) {
        if (summary.expired(now)) ids.push_back(summary.id);
    }
    return ids;
}

} // namespace planner::app
