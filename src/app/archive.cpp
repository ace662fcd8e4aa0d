#include "app/archive.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/agenda.h"
#include "document/folding.h"
#include "document/order.h"

namespace planner::app {
namespace {

bool matches(const ArchivedMessage& message, const ArchiveFilter& filter, const std::string& words) {
    if (!filter.review.empty() && message.review != filter.review) return false;
    if (filter.state && message.state != *filter.state) return false;
    return document::contains_words(message.words, words);
}

} // namespace

void Archive::want(const std::vector<Wanted>& reviews) {
    std::set<std::string, std::less<>> ids;
    waiting_.clear();
    for (const Wanted& wanted : reviews) {
        ids.insert(wanted.id);
        const auto kept = reviews_.find(wanted.id);
        if (kept == reviews_.end() || kept->second.stamp != wanted.stamp) waiting_.push_back(wanted);
    }
    std::erase_if(reviews_, [&](const auto& kept) { return !ids.contains(kept.first); });
    found_for_.reset();
    progress_ = {reviews.size() - waiting_.size(), reviews.size(), 0};
}

void Archive::keep(std::vector<ArchivedMessage> messages) {
    if (waiting_.empty()) return;
    reviews_[waiting_.back().id] = {waiting_.back().stamp, std::move(messages)};
    waiting_.pop_back();
    ++progress_.read;
    found_for_.reset();
}

void Archive::take(std::vector<ArchivedMessage> messages) {
    keep(std::move(messages));
}

void Archive::skip() {
    ++progress_.unreadable;
    keep({});
}

const std::vector<const ArchivedMessage*>& Archive::matching(const ArchiveFilter& filter) {
    if (found_for_ == filter) return found_;
    found_.clear();
    const std::string words = document::folded(filter.search);
    for (const auto& [id, kept] : reviews_) {
        for (const ArchivedMessage& message : kept.messages) {
            if (matches(message, filter, words)) found_.push_back(&message);
        }
    }
    document::sort_items(found_, [](const ArchivedMessage* left, const ArchivedMessage* right) { return left->day > right->day; });
    found_for_ = filter;
    return found_;
}

std::string text_of(const std::vector<planning::Recipient>& recipients) {
    std::string text;
    for (const planning::Recipient& recipient : recipients) {
        if (!text.empty()) text += "; ";
        text += recipient.name;
        if (!recipient.contact.empty()) text += (recipient.name.empty() ? "" : " · ") + recipient.contact;
    }
    return text;
}

std::vector<ArchivedMessage> messages_for_archive(const review::Review& review, planning::Day today,
                                                  const planning::MessageWords& words,
                                                  const planning::Identity& identity) {
    const planning::Plan plan = plan_on(review, today);
    const std::string title = review.title();
    std::vector<ArchivedMessage> list;
    for (const planning::PlannedMessage& message : planning::make_messages(review, plan, today, {words.sender, identity})) {
        const planning::MessageText text = planning::text_of(review, plan, message, words);
        ArchivedMessage archived;
        archived.review = review.document().id();
        archived.review_title = title;
        archived.id = message.key.id;
        archived.subject = text.subject;
        if (const auto participant = review.participant(message.audience)) archived.audience = participant->name;
        archived.recipients = text_of(planning::recipients_of(review, plan, message));
        archived.state = message.state;
        archived.day = message.day;
        archived.words =
            document::folded(text.subject + "\n" + text.body + "\n" + archived.audience + "\n" + archived.recipients);
        list.push_back(std::move(archived));
    }
    return list;
}

} // namespace planner::app
