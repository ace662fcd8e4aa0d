#include "build_example.h"

#include "assets/assets.h"
#include "document/write.h"
#include "process/binding.h"
#include "planning/plan.h"
#include "process/load.h"
#include "review/create.h"
#include "review/fields.h"
#include "review/review.h"
#include "review/rows.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace planner;
using document::Value;

namespace {

/// A mistake in a source ends the tool: it is ours, and nothing can follow from it.
void require(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "Mistake in the source of the example: %s\n", what.c_str());
    std::exit(1);
}

/// "2026-10-06T08:40:00Z" in milliseconds since 1970 UTC.
std::int64_t time_of(const std::string& text) {
    int year = 0, hour = 0, minute = 0;
    unsigned month = 0, day = 0;
    require(std::sscanf(text.c_str(), "%d-%u-%uT%d:%d:00Z", &year, &month, &day, &hour, &minute) == 5, text);
    const std::chrono::sys_days date{std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)};
    return std::chrono::milliseconds(date.time_since_epoch() + std::chrono::hours(hour) + std::chrono::minutes(minute))
        .count();
}

/// Bits that look random and are the same every time (splitmix64, Steele, Lea and Flood 2014).
class Bits {
public:
    std::uint64_t operator()() {
        std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }

private:
    std::uint64_t state_ = 20261119;
};

class Builder {
public:
    Builder(const Value& source, const process::Process& process)
        : source_(source), process_(process), random_([this] { return bits_(); }),
          document_(review::create_review(source["review"]["title"].get<std::string>(), process, {}, first_stamp(),
                                          random_)) {}

    document::Document build() {
        stamp_ = first_stamp();
        for (const auto& [field, value] : source_["review"].items()) write({review::review_key(), field}, value);
        std::vector<std::string> ids;
        for (const Value& participant : source_["participants"]) ids.push_back(add_participant(participant));
        if (source_.contains("cards")) fill_cards(source_, "", {process::Scope::review});
        for (std::size_t index = 0; index < ids.size(); ++index) {
            fill_cards(source_["participants"][index], ids[index], {process::Scope::host, process::Scope::visitor});
        }
        if (source_.contains("tasks_done")) for (const Value& done : source_["tasks_done"]) finish_task(done, ids);
        return document_;
    }

private:
    document::Stamp first_stamp() { return stamp_of(source_["author"], source_["created"]); }

    document::Stamp stamp_of(const Value& author, const Value& written) {
        const std::string label = author.get<std::string>();
        const auto [replica, is_new] = replicas_.try_emplace(label);
        if (is_new) replica->second.bits = bits_();
        return {replica->second, label, time_of(written.get<std::string>())};
    }

    void write(const document::FieldKey& key, const Value& value) {
        if (value == "" || document_.value(key) == value) return;
        document_.write(stamp_, key, value);
    }

    void write_all(const std::vector<review::FieldWrite>& writes) {
        for (const review::FieldWrite& each : writes) write(each.key, each.value);
    }

    std::string add_participant(const Value& source) {
        stamp_ = first_stamp();
        const review::NewParticipant names{source["name"].get<std::string>(), source["institution"].get<std::string>()};
        const review::NewRow made = review::new_participant(document_, names, random_);
        write_all(made.writes);
        participant_ = made.row.id;
        ids_by_name_[names.name] = participant_;
        add_visit(source["visit"]);
        fill_cards(source, participant_, {process::Scope::participant});
        return made.row.id;
    }

    /// The cards of one participant, or of the whole review, that have one of these scopes.
    void fill_cards(const Value& source, const std::string& participant, const std::vector<process::Scope>& scopes) {
        participant_ = participant;
        for (const auto& [id, answers] : source["cards"].items()) {
            const process::Card* card = process_.card(id);
            require(card, "no card " + id);
            if (std::find(scopes.begin(), scopes.end(), card->scope) == scopes.end()) continue;
            const Value& author = answers.contains("author") ? answers["author"] : source["author"];
            stamp_ = stamp_of(author, answers["written"]);
            fill_card(*card, answers["answers"], source.contains("persons") ? source["persons"] : Value::array());
        }
    }

    /// A task that was done for the whole review, or for every participant on the same day.
    void finish_task(const Value& done, const std::vector<std::string>& participants) {
        const std::string id = done["task"].get<std::string>(), day = done["on"].get<std::string>();
        const auto task = std::find_if(process_.tasks.begin(), process_.tasks.end(), [&](const auto& each) { return each.id == id; });
        require(task != process_.tasks.end(), "no task " + id);
        stamp_ = stamp_of(source_["author"], day + "T15:00:00Z");
        const bool whole = task->scope == process::Scope::review;
        for (const std::string& subject : whole ? std::vector<std::string>{""} : participants) {
            const document::EntityKey key = planning::task_key(id, subject);
            write({key, std::string(planning::task_field::state)}, std::string(planning::state_done));
            write({key, std::string(planning::task_field::done_on)}, day);
            write({key, std::string(planning::task_field::done_by)}, source_["author"]);
        }
    }

    void add_visit(const Value& source) {
        stamp_ = stamp_of(source_["author"], source["written"]);
        for (const auto& [field, value] : source.items()) {
            if (field != "written") write_linked({review::visit_key(participant_), field}, value);
        }
    }

    void write_linked(const document::FieldKey& key, const Value& value) {
        write_all(review::missing_links(document_, key));
        write(key, value);
    }

    void fill_card(const process::Card& card, const Value& answers, const Value& persons) {
        for (const auto& [field, answer] : answers.items())
            require(card.field(field), card.id + " has no field " + field);
        const review::Review review(document_, process_);
        for (const process::Block& block : card.blocks) {
            for (const process::Field& field : block.fields) {
                const review::TableKey table = review.table_of(card.id, participant_, field);
                if (field.binding == "persons" && review::rows_of(document_, table).empty()) fill_table(table, persons);
                if (!answers.contains(field.id)) continue;
                if (field.kind == process::FieldKind::table) {
                    fill_table(table, answers[field.id]);
                } else {
                    write_linked(review.key_of(card.id, participant_, field), answers[field.id]);
                }
            }
        }
    }

    void fill_table(const review::TableKey& table, const Value& rows) {
        for (const Value& row : rows) {
            const review::NewRow made = review::new_row(document_, table, random_);
            write_all(made.writes);
            for (const auto& [name, value] : row.items()) {
                const process::Field* column = table.field->column(name);
                require(column, table.field->id + " has no column " + name);
                const bool names_participant = process::is_participant_column(table.field->binding, name);
                write(review::column_key(made.row, *column), names_participant ? id_of(value) : value);
            }
        }
    }

    /// A source calls participants by their name.
    Value id_of(const Value& name) {
        const auto found = ids_by_name_.find(name.get<std::string>());
        require(found != ids_by_name_.end(), "nobody is called " + name.dump());
        return found->second;
    }

    const Value& source_;
    const process::Process& process_;
    Bits bits_;
    std::map<std::string, document::ReplicaId> replicas_;
    review::RandomBits random_;
    document::Stamp stamp_;
    std::string participant_; ///< empty on a card of the whole review
    std::map<std::string, std::string> ids_by_name_;
    document::Document document_;
};

} // namespace

std::string build_example(const Value& source) {
    require(source.is_object(), "this is not JSON");
    const auto process = process::load(assets::process(source["process"].get<std::string>()));
    require(process.has_value(), "its process cannot be read");
    return document::write(Builder(source, *process).build());
}
