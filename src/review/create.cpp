#include "review/create.h"

#include <chrono>
#include <cstdio>

#include "document/fractional_index.h"
#include "review/values.h"

namespace planner::review {
namespace {

std::string iso_moment(std::int64_t time) {
    const std::chrono::sys_seconds seconds{std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds{time})};
    const auto day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date{day};
    const auto in_day = static_cast<long>((seconds - day).count());
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02ld:%02ld:%02ldZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), in_day / 3600,
                  in_day / 60 % 60, in_day % 60);
    return text;
}

} // namespace

NewRow new_participant(const document::Document& document, const NewParticipant& participant,
                       const RandomBits& random) {
    const std::vector<std::string> ids = sorted_ids(document, "participants");
    const document::FieldKey last{ids.empty() ? document::EntityKey{} : participant_key(ids.back()), "position"};
    NewRow made{participant_key(random_id(random)), {}};
    made.writes.push_back({{made.row, "name"}, participant.name});
    made.writes.push_back({{made.row, "institution"}, participant.institution});
    made.writes.push_back({{made.row, "position"}, document::index_between(text_of(document.value(last)), "")});
    return made;
}

document::Document create_review(std::string_view title, const process::Process& process,
                                 const std::vector<NewParticipant>& participants, const document::Stamp& stamp,
                                 const RandomBits& random) {
    document::Document document(random_id(random), "review");
    const document::EntityKey review = review_key();
    document.write(stamp, {review, "title"}, std::string(title));
    document.write(stamp, {review, "process"}, process.id);
    document.write(stamp, {review, "created"}, iso_moment(stamp.time));
    for (const NewParticipant& participant : participants) {
        for (FieldWrite& write : new_participant(document, participant, random).writes) {
            document.write(stamp, write.key, std::move(write.value));
        }
    }
    return document;
}

std::vector<FieldWrite> planned_visit(const document::Document& document, std::string_view host, std::string_view day) {
    const document::FieldKey date{visit_key(host), "date"};
    std::vector<FieldWrite> writes = missing_links(document, date);
    writes.push_back({date, std::string(day)});
    return writes;
}

document::Document copy_review(const document::Document& original, std::string_view title, const document::Stamp& stamp,
                               const RandomBits& random) {
    return copy_review(original, title, stamp, random,
                       [](const document::FieldKey&, const document::Value& shown) { return shown; });
}

document::Document copy_review(const document::Document& original, std::string_view title, const document::Stamp& stamp,
                               const RandomBits& random, const CopiedValue& copied) {
    document::Document copy(random_id(random), original.kind());
    for (const auto& [collection, entities] : original.collections()) {
        for (const auto& [id, entity] : entities) {
            const document::EntityKey key{collection, id};
            if (original.is_deleted(key)) continue;
            for (const auto& [field, value] : entity) {
                if (field == document::deleted_field || value.shown().is_null()) continue;
                document::Value said = copied({key, field}, value.shown());
                if (!said.is_null()) copy.write(stamp, {key, field}, std::move(said));
            }
        }
    }
    if (!title.empty()) copy.write(stamp, {review_key(), "title"}, std::string(title));
    copy.write(stamp, {review_key(), "created"}, iso_moment(stamp.time));
    return copy;
}

} // namespace planner::review
