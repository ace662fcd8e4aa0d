// A whole peer review, from its first day to its last: somebody does every task on the day that it is due, and sends every
// message on the day that it arises. What arose is compared with a table that people can read.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "app/messages.h"
#include "browser.h"
#include "process/binding.h"

using namespace planner;
using namespace planner::testing;
using app::Planner;
using document::Value;
using planning::TaskState;

namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// People who never do anything too late.
class DiligentPeople {
public:
    DiligentPeople(platform::HeadlessWorld& world, const app::NewReviewRequest& request) : world_(world), tab_(world) {
        REQUIRE_FALSE(tab_.planner.create_review(request).empty());
        tab_.planner.set_author("Begeleider");
    }

    Planner& planner() { return tab_.planner; }
    std::string log() const { return log_.str(); }

    void set(const document::EntityKey& entity, const char* field, const std::string& value) {
        planner().set_field({entity, field}, value);
    }
    std::string day_from_now(int days) { return planning::format_day(planning::add_days(planner().today(), days)); }

    /// Lives day after day until nothing is left to do, at most until the day `days` from now.
    void live(int days) {
        const planning::Day end = planning::add_days(planner().today(), days);
        while (planner().today() <= end && !all_finished()) {
            send_messages();
            while (do_one_task()) send_messages();
            tab_.settle();
            world_.now += std::int64_t{days_to_skip()} * 24 * 60 * 60 * 1000;
        }
        send_messages();
    }

    bool all_finished() {
        const auto& tasks = planner().plan().tasks;
        return std::all_of(tasks.begin(), tasks.end(), [](const auto& task) { return task.finished(); });
    }

private:
    /// Years may lie between two tasks. The longest that a message goes before its task is two weeks.
    int days_to_skip() {
        int nearest = 60;
        for (const planning::PlannedTask& task : planner().plan().tasks)
            if (!task.finished() && task.due) nearest = std::min(nearest, planning::days_between(planner().today(), *task.due));
        return nearest > 40 ? 20 : 1;
    }

    std::string name_of(const std::string& participant) {
        return participant.empty() ? "" : " " + planner().reading().participant(participant)->name;
    }

    void send_messages() {
        const std::vector<planning::PlannedMessage> all = planner().messages();
        for (auto message = all.rbegin(); message != all.rend(); ++message) {
            if (!seen_.insert(message->key.id).second) continue;
            const planning::PlannedTask& task = planner().plan().tasks[message->task];
            const bool draft = message->state == planning::MessageState::draft;
            log_ << planning::format_day(message->day) << " " << message->message->id << ": " << task.task->id
                 << name_of(task.subject) << " >" << (message->audience.empty() ? " " + role_of(*message, task) : name_of(message->audience))
                 << (draft ? "" : " (vervallen)") << "\n";
            if (!draft) continue;
            const planning::MessageText text = planner().message_text(*message);
            CHECK_FALSE(text.subject.empty());
            CHECK(text.body.find('{') == std::string::npos);
            app::decide_message(planner(), *message, app::MessageDecision::sent);
        }
    }

    static std::string role_of(const planning::PlannedMessage& message, const planning::PlannedTask& task) {
        return message.message->to.empty() ? task.task->role : message.message->to;
    }

    bool do_one_task() {
        const planning::Day today = planner().today();
        for (const planning::PlannedTask& task : planner().plan().tasks) {
            if (task.finished() || !task.waiting_for.empty() || !task.due || *task.due > today) continue;
            const planning::PlannedTask doing = task;
            CAPTURE(doing.key.id);
            CHECK_MESSAGE(*doing.due == today, "due on " << planning::format_day(*doing.due) << ", could be done on " << planning::format_day(today));
            fill_card_of(doing);
            planner().decide_task(doing.key, app::TaskDecision::done);
            log_ << planning::format_day(today) << " klaar: " << doing.task->id << name_of(doing.subject) << "\n";
            return true;
        }
        return false;
    }

    void fill_card_of(const planning::PlannedTask& task) {
        const process::Process& process = planner().current()->process();
        const process::Card* card = process.card(task.task->card);
        if (!card) return;
        const std::vector<std::string> subjects = planner().reading().subjects(card->scope);
        for (const std::string& subject : subjects) {
            if (!task.subject.empty() && !subject.empty() && subject != task.subject) continue;
            for (const process::Block& block : card->blocks)
                for (const process::Field& field : block.fields) fill(*card, subject, field);
        }
    }

    void fill(const process::Card& card, const std::string& subject, const process::Field& field) {
        if (!planner().reading().is_asked(card.id, subject, field)) return;
        if (field.kind == process::FieldKind::table) return fill_table(planner().reading().table_of(card.id, subject, field));
        const document::FieldKey key = planner().reading().key_of(card.id, subject, field);
        if (planner().current()->document().value(key).is_null()) planner().set_field(key, answer_to(field));
    }

    void fill_table(const review::TableKey& table) {
        if (!review::rows_of(planner().current()->document(), table).empty()) return;
        const document::EntityKey row = planner().add_row(table);
        for (const process::Field& column : table.field->columns) {
            const bool names_participant = process::is_participant_column(table.field->binding, column.id);
            planner().set_field(review::column_key(row, column),
                                names_participant ? Value(planner().reading().visitors().back().id) : answer_to(column));
        }
    }

    Value answer_to(const process::Field& field) {
        switch (field.kind) {
        case process::FieldKind::text:
        case process::FieldKind::long_text: return "Antwoord op: " + field.label.nl;
        case process::FieldKind::choice: return field.options.empty() ? Value("x") : Value(field.options.front().id);
        case process::FieldKind::choices: return Value::array({field.options.front().id});
        case process::FieldKind::date: return planning::format_day(planner().today());
        case process::FieldKind::time: return "10:00";
        case process::FieldKind::number: return 1;
        case process::FieldKind::checkbox: return true;
        case process::FieldKind::table: break;
        }
        return nullptr;
    }

    platform::HeadlessWorld& world_;
    Tab tab_;
    std::set<std::string> seen_;
    std::ostringstream log_;
};

void check_end(DiligentPeople& people, const std::string& table) {
    for (const planning::PlannedTask& task : people.planner().plan().tasks)
        CHECK_MESSAGE(task.finished(), task.key.id << " is due on " << (task.due ? planning::format_day(*task.due) : "no day"));
    for (const planning::PlannedMessage& message : people.planner().messages()) {
        CAPTURE(message.key.id);
        CHECK(message.state != planning::MessageState::draft);
    }
    for (const app::StepView& step : people.planner().view().steps) {
        CAPTURE(step.step->id);
        CAPTURE(step.progress.complete_cards);
        CAPTURE(step.progress.cards);
        CHECK((step.progress.cards == 0 || step.progress.complete()));
    }
    CHECK(people.planner().view().conflict_count == 0);
    const std::string path = PLANNER_SOURCE_DIR "/tests/app/" + table;
    const std::string expected = read_file(path);
    if (people.log() != expected) std::ofstream(table + ".new", std::ios::binary) << people.log();
    CHECK_MESSAGE(people.log() == expected, "what happened is in " << table << ".new");
}

} // namespace

TEST_CASE("an mbo peer review of three teams, every task done on its day: complete, with these messages") {
    platform::HeadlessWorld world;
    DiligentPeople people(world, three_teams());
    people.set(review::review_key(), "kickoff_date", people.day_from_now(61));
    people.set(review::review_key(), "facilitator_name", "Begeleider");
    int days = 61 + 65;
    for (const app::ParticipantView& each : people.planner().view().participants)
        people.set(review::visit_key(each.participant.id), "date", people.day_from_now(days += 14));
    people.live(700);
    check_end(people, "mbo-peer-review.run.txt");
}

TEST_CASE("a peer review of Samen Opleiden with one host, every task done on its day: complete, with these messages") {
    platform::HeadlessWorld world;
    DiligentPeople people(world, {"Opleiden in de regio", "samen-opleiden",
                                  {{"Partnerschap West", "Hogeschool West"}, {"Partnerschap Oost", "Pabo Oost"}, {"Partnerschap Noord", "Lerarenopleiding Noord"}}});
    people.set(review::visit_key(people.planner().reading().hosts().front().id), "date", people.day_from_now(300));
    people.set(review::review_key(), "kickoff_date", people.day_from_now(272));
    people.set(review::review_key(), "cycle_date", people.day_from_now(300 + 6 * 365));
    people.live(8 * 366);
    check_end(people, "samen-opleiden.run.txt");
}
