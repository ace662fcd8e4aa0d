#include <doctest/doctest.h>

#include "../planning/shipped.h"
#include "exchange/print_review.h"
#include "planning/run_sheet.h"
#include "review/ids.h"

#include <algorithm>
#include <cmath>

using namespace planner;
using namespace planner::exchange;
using planner::testing::ShippedReview;

namespace {

/// Texts are their keys with what is filled in: what is printed, not how it is said.
PrintWords words() {
    return {process::Language::dutch, *planning::parse_day("2026-11-22"),
            [](std::string_view key, PrintArguments arguments) {
                std::string text(key);
                for (const auto& [name, value] : arguments) text.append(" ").append(value);
                return text;
            },
            [](planning::Day day) { return planning::format_day(day); },
            [](planning::Day day) { return planning::format_day(day); }};
}

struct PrintedReview : ShippedReview {
    explicit PrintedReview(std::size_t teams = 3, const std::string& id = "mbo-peer-review")
        : ShippedReview(id, teams) {
        set(review::review_key(), "kickoff_date", "2026-12-15");
        set(review::review_key(), "kickoff_time", "13:30");
        set(review::review_key(), "kickoff_place", "Zaal 1");
        set(review::visit_key(team(0)), "date", "2027-03-09");
    }

    planning::Plan plan() const {
        const planning::WorkingDays days;
        return planning::make_plan(reading(), words().today,
                                   [&](std::string_view) -> const planning::WorkingDays& { return days; });
    }
    Sheet dashboard() const { return dashboard_sheet(reading(), plan(), words()); }
    Sheet card(const process::Card& each, Paper paper = Paper::a4) const {
        const std::string whose = reading().subjects(each.scope)[0];
        return card_sheet(reading(), each, whose, paper, words());
    }
};

/// Every text on the sheet, one per line.
std::string text_of(const Sheet& sheet) {
    std::string html = to_html(sheet);
    html.erase(0, html.find("<body>"));
    std::string text;
    bool inside = false;
    for (const char each : html) {
        if (each == '<') inside = true;
        if (!inside) text += each;
        if (each == '>') inside = false;
    }
    return text;
}

bool says(const Sheet& sheet, const std::string& text) {
    return text_of(sheet).find(text) != std::string::npos;
}

template <class Kind>
std::vector<Kind> all(const Sheet& sheet) {
    std::vector<Kind> found;
    for (const Section& section : sheet.sections) {
        for (const SheetPart& part : section.parts) {
            if (const auto* each = std::get_if<Kind>(&part)) found.push_back(*each);
        }
    }
    return found;
}

/// The table whose first column is called so.
Table table(const Sheet& sheet, const std::string& title) {
    for (const Table& each : all<Table>(sheet)) {
        if (each.columns[0].title == title) return each;
    }
    FAIL("there is no table " << title);
    return {};
}

/// How much of one A4 a dashboard takes, on the safe side: letters are half as wide as their size, which is more than
/// the average of a text. The numbers are those of the style for one page.
class Measure {
public:
    explicit Measure(const Sheet& sheet) : points_(sheet.half_points / 2.0) {
        double height = points_ * (1.6 * 1.2 + 2 * line + 1);
        double beside = 0;
        for (const Section& section : sheet.sections) {
            const bool is_half = section.width == SectionWidth::half;
            const double own = height_of(section, page_width * (is_half ? 0.485 : 1));
            height += std::max(0.0, own - beside);
            beside = is_half && beside == 0 ? own : 0;
        }
        pages = height / page_height;
    }

    double pages = 0;

private:
    static constexpr double page_width = 190 / 25.4 * 72;
    static constexpr double page_height = 279 / 25.4 * 72;
    static constexpr double line = 1.22;

    double height_of(const Section& section, double width) const {
        double height = section.heading.empty() ? 0 : points_ * (1.15 * line + 1);
        for (const SheetPart& part : section.parts) {
            if (const auto* list = std::get_if<Definitions>(&part))
                height += height_of(*list, width);
            else if (const auto* table = std::get_if<Table>(&part))
                height += height_of(*table, width);
            else
                height += points_ * (line + 0.15);
        }
        return height;
    }
    double height_of(const Definitions& list, double width) const {
        double height = 0;
        for (const auto& [term, text] : list.items)
            height += points_ * (std::max(1.3, lines(term + ": " + text, width) * line) + 0.2);
        return height;
    }
    double height_of(const Table& table, double width) const {
        double height = points_ * 0.15;
        std::vector<std::string> heads;
        for (const Column& column : table.columns) heads.push_back(column.title);
        height += height_of(table, heads, width);
        for (const auto& cells : table.rows) height += height_of(table, cells, width);
        return height;
    }
    double height_of(const Table& table, const std::vector<std::string>& cells, double width) const {
        double most = 1;
        for (std::size_t i = 0; i < cells.size(); ++i)
            most = std::max(most, lines(cells[i], width * part_of(table, i) - points_ * 0.8));
        return points_ * (most * line + 0.3);
    }
    static double part_of(const Table& table, std::size_t column) {
        const auto fixed = [](Share share) { return share == Share::narrow ? 0.14 : share == Share::wide ? 0.42 : 0; };
        double rest = 1;
        double shared = 0;
        for (const Column& each : table.columns) {
            rest -= fixed(each.share);
            shared += each.share == Share::normal ? 1 : 0;
        }
        const Share share = table.columns[column].share;
        return share == Share::normal ? rest / shared : fixed(share);
    }
    double lines(const std::string& text, double width) const {
        const auto letters = std::count_if(text.begin(), text.end(),
                                           [](char each) { return (static_cast<unsigned char>(each) & 0xC0) != 0x80; });
        return std::max(1.0, std::ceil(static_cast<double>(letters) * points_ * 0.5 / width));
    }

    double points_;
};

/// The longest that people may reasonably write, everywhere on the dashboard.
void fill(PrintedReview& review) {
    const std::string name = "Team Maatschappelijke Zorg en Verpleegkunde niveau vier, locatie Noord";
    std::string question;
    while (question.size() < 3000) question += name + "? ";
    review.set(review::review_key(), "facilitator_name", name);
    review.set(review::review_key(), "facilitator_contact", name);
    review.set(review::review_key(), "period", name);
    review.set(review::review_key(), "goal", name + name + name);
    review.set(review::review_key(), "cycle_date", "2032-03-01");
    for (const review::Participant& each : review.reading().participants()) {
        review.set(review::participant_key(each.id), "name", name);
        review.set(review::participant_key(each.id), "institution", name);
        for (const process::FieldReference& source : review.process.learning_question)
            review.set(review::card_key(source.card, each.id), source.field, question);
        review.set(review::visit_key(each.id), "date", "2027-03-09");
        review.set(review::visit_key(each.id), "time", "09:00");
        review.set(review::visit_key(each.id), "place", name + name);
        for (int seat = 0; seat < 6; ++seat) {
            const document::EntityKey key{"seats", each.id + std::to_string(seat)};
            review.set(key, "visit", review::visit_key(each.id).id);
            review.set(key, "participant", each.id);
            review.set(key, "name", name);
        }
    }
}

} // namespace

TEST_CASE("the dashboard has everybody, every visit, step and number") {
    PrintedReview review;
    review.set({"seats", "s1"}, "visit", review::visit_key(review.team(0)).id);
    review.set({"seats", "s1"}, "name", "Gast");
    review.set({"seats", "s1"}, "participant", review.team(1));
    review.set({"supporting_documents", "d1"}, "visit", review::visit_key(review.team(0)).id);
    review.set({"supporting_documents", "d1"}, "received", true);
    review.set({"actions", "a1"}, "participant", review.team(2));
    review.set({"actions", "a1"}, "state", "zomaar");
    const Sheet sheet = review.dashboard();
    CHECK(sheet.fit == Fit::one_page);
    CHECK(sheet.title == "Review");
    CHECK(says(sheet, "2026-12-15, 13:30 · Zaal 1"));
    CHECK(table(sheet, "overview.column.participants").rows.size() == 3);
    const auto visits = table(sheet, "print.visits").rows;
    REQUIRE(visits.size() == 3);
    CHECK(visits[0] ==
          std::vector<std::string>{"Team 1", "2027-03-09", "Gast (Team 2)", "print.documents_state 1 0 1 0"});
    CHECK(visits[1][1] == "dashboard.no_date");
    CHECK(table(sheet, "print.step").rows.size() == review.process.steps.size());
    CHECK(says(sheet, "1: zomaar 1"));
    const auto tasks = table(sheet, "tasks.show.to_do").rows;
    CHECK(tasks.size() == 8);
    CHECK(says(sheet, "import.more.other"));
}

TEST_CASE("the dashboard's tasks are those that are not done, the first date first") {
    PrintedReview review;
    const auto before = table(review.dashboard(), "tasks.show.to_do").rows;
    const planning::Plan plan = review.plan();
    const auto first = std::find_if(plan.tasks.begin(), plan.tasks.end(), [&](const planning::PlannedTask& task) {
        return before[0][0].find(task.task->title.nl) == 0;
    });
    REQUIRE(first != plan.tasks.end());
    for (const planning::PlannedTask& task : plan.tasks) {
        if (task.due) CHECK(planning::days_between(*first->due, *task.due) >= 0);
    }
    review.set(first->key, "state", "done");
    CHECK(table(review.dashboard(), "tasks.show.to_do").rows[0] != before[0]);
}

TEST_CASE("the dashboard fits one A4 up to the stated number of teams, whatever they write") {
    for (std::size_t teams = 3; teams <= most_on_one_page; ++teams) {
        CAPTURE(teams);
        PrintedReview review(teams);
        fill(review);
        const Sheet sheet = review.dashboard();
        CHECK(sheet.fit == Fit::one_page);
        CHECK(sheet.half_points >= 15);
        CHECK(table(sheet, "overview.column.participants").rows.size() == teams);
        CHECK(Measure(sheet).pages < 1);
    }
    CHECK(PrintedReview(most_on_one_page + 1).dashboard().fit == Fit::flowing);
}

TEST_CASE("where one is visited by all, there is one review day") {
    PrintedReview review(3, "samen-opleiden");
    CHECK(table(review.dashboard(), "print.visits").rows.size() == 1);
}

TEST_CASE("an empty card has every block and question of it, with room to write") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        PrintedReview review(3, id);
        for (const process::Card& card : review.process.cards) {
            CAPTURE(card.id);
            const Sheet sheet = review.card(card);
            CHECK(sheet.title == card.title.nl);
            REQUIRE(sheet.sections.size() == card.blocks.size() + 1);
            std::size_t asked = 0;
            for (const process::Block& block : card.blocks) {
                for (const process::Field& field : block.fields) {
                    ++asked;
                    CHECK(says(sheet, field.label.nl));
                }
                for (const process::Text& point : block.points) CHECK(says(sheet, point.nl));
            }
            const bool room = !all<Lines>(sheet).empty() || !all<Choices>(sheet).empty() ||
                              !all<Table>(sheet).empty() || !all<Definitions>(sheet).empty();
            CHECK((asked == 0 || room));
        }
    }
}

TEST_CASE("what is filled in on a card stands on paper instead of lines; a poster is on A3") {
    PrintedReview review;
    const process::Card& card = *review.process.card("verkenning");
    const std::size_t lines = all<Lines>(review.card(card)).size();
    review.set(review::card_key(card.id, review.team(0)), "leervraag", "Hoe <leren> wij?");
    const Sheet sheet = review.card(card, Paper::a3);
    CHECK(all<Lines>(sheet).size() == lines - 1);
    CHECK(to_html(sheet).find("<p>Hoe &lt;leren&gt; wij?</p>") != std::string::npos);
    CHECK(to_html(sheet).find("size:A3") != std::string::npos);
    CHECK(sheet.subtitle == "Team 1 · Review");
}

TEST_CASE("every row of a card's table comes out, and a chosen option has a cross") {
    PrintedReview review;
    const process::Card& card = *review.process.card("voorbereiding");
    const process::Field& wanted = *card.field("voorkeursdata");
    const std::size_t empty = table(review.card(card), wanted.columns[0].label.nl).rows.size();
    CHECK(empty >= 3);
    std::uint64_t random = 5;
    for (int i = 0; i < 2; ++i) {
        const review::TableKey key = review.reading().table_of(card.id, review.team(0), wanted);
        const review::NewRow row = review::new_row(review.document, key, [&random] { return random++ << 40; });
        for (const review::FieldWrite& write : row.writes)
            review.document.write(review.stamp(), write.key, write.value);
        review.set(row.row, wanted.columns[0].id, "2027-01-0" + std::to_string(i + 1));
    }
    const auto rows = table(review.card(card), wanted.columns[0].label.nl).rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][0] == "2027-01-01");
    CHECK(rows[1][0] == "2027-01-02");
    const process::Field& level = *card.field("niveau");
    review.set(review::card_key(card.id, review.team(0)), level.id,
               document::Value::array({level.options[1].id, "iets anders"}));
    const std::vector<Choice> choices = all<Choices>(review.card(card))[0].choices;
    CHECK_FALSE(choices[0].chosen);
    CHECK(choices[1].chosen);
    CHECK(choices.back().label == "iets anders");
}

TEST_CASE("a programme has every line with its times, who and what is needed") {
    PrintedReview review;
    const process::RunSheet& meeting = review.process.run_sheets[0];
    const Sheet sheet = agenda_sheet(review.reading(), meeting, "", words());
    const planning::Agenda agenda = planning::make_agenda(review.reading(), meeting, "");
    std::size_t rows = 0;
    for (const Table& each : all<Table>(sheet)) rows += each.rows.size();
    CHECK(rows == agenda.items.size());
    CHECK(says(sheet, "13:30–13:50"));
    CHECK(says(sheet, "Team 2"));
    CHECK_FALSE(says(sheet, "print.too_long"));
    PrintedReview large(5);
    CHECK(says(agenda_sheet(large.reading(), meeting, "", words()), "print.too_long"));
}

TEST_CASE("hours have every kind of work, its totals and its footnotes") {
    PrintedReview review;
    const Sheet sheet = hours_sheet(review.reading(), words());
    std::size_t rows = 0;
    for (const planning::RoleHours& role : planning::make_hours(review.reading(), 3)) {
        rows += role.rows.size() + 1;
        CHECK(says(sheet, planning::to_text(role.person_hours, process::Language::dutch)));
        for (const process::Text* note : role.notes) CHECK(says(sheet, note->nl));
    }
    std::size_t printed = 0;
    for (const Table& each : all<Table>(sheet)) printed += each.rows.size();
    CHECK(printed == rows);
    CHECK(planning::to_text({2.5, 4}, process::Language::dutch) == "2,5–4");
    CHECK(planning::to_text({2.25, 2.25}, process::Language::english) == "2.25");
}

TEST_CASE("somebody's tasks are those of a role that they have, per step, with a box to tick") {
    PrintedReview review;
    const planning::Plan plan = review.plan();
    const planning::Day today = *planning::parse_day("2026-11-22");
    const planning::Identity team{planning::IdentityKind::participant, review.team(1)};
    const auto tasks = to_do_of(review.reading(), plan, team, today).tasks;
    CHECK_FALSE(tasks.empty());
    CHECK(tasks.size() < plan.tasks.size());
    CHECK(to_do_of(review.reading(), plan, {}, today).tasks.size() == plan.tasks.size());
    review.set(plan.tasks[tasks[0]].key, "state", "done");
    const Sheet sheet = tasks_sheet(review.reading(), review.plan(), {tasks, {}}, "Team 2", words());
    CHECK(sheet.title == "tasks.title · Team 2");
    std::size_t rows = 0;
    for (const Table& each : all<Table>(sheet)) rows += each.rows.size();
    CHECK(rows == tasks.size());
    CHECK(all<Table>(sheet)[0].rows[0][0].starts_with("☒ "));
    CHECK(says(sheet, "☐ "));
    CHECK(says(sheet, "task.with"));
    CHECK(says(tasks_sheet(review.reading(), plan, {}, "", words()), "print.no_tasks"));
}

TEST_CASE("agreements stand below the tasks, for those whom they concern, with a box to tick") {
    PrintedReview review;
    const auto agree = [&](const char* id, const document::EntityKey& card, const char* table, const char* column,
                           const char* what) {
        const document::EntityKey row{"rows", id};
        review.set(row, "card", card.id);
        review.set(row, "table", table);
        review.set(row, column, what);
        review.set(row, "wanneer", "2026-11-20");
    };
    agree("r1", review::card_key("voorbereiding", review.team(0)), "acties", "actie", "Zaal regelen");
    agree("r2", review::card_key("afspraken_start", ""), "afspraken", "afspraak", "Elkaar bellen");
    agree("r3", review::card_key("afspraken_start", ""), "afspraken", "afspraak", "Foto maken");
    review.set({"rows", "r3"}, "done", true);
    const auto printed = [&](std::size_t team) {
        const planning::Identity owner{planning::IdentityKind::participant, review.team(team)};
        const ToDo to_do = to_do_of(review.reading(), review.plan(), owner, *planning::parse_day("2026-11-22"));
        return tasks_sheet(review.reading(), review.plan(), to_do, "", words());
    };
    const Sheet first = printed(0), second = printed(1);
    CHECK(first.sections.back().heading == "agreements.title");
    CHECK(says(first, "☐ Zaal regelen · Team 1"));
    CHECK(says(first, "task.state.late"));
    CHECK_FALSE(says(second, "Zaal regelen"));
    for (const Sheet& sheet : {first, second}) {
        CHECK(says(sheet, "☐ Elkaar bellen"));
        CHECK(says(sheet, "☒ Foto maken"));
    }
    CHECK(says(tasks_sheet(review.reading(), review.plan(),
                           {{}, planning::agreements_of(review.reading(), std::nullopt)}, "", words()),
               "Elkaar bellen"));
}

TEST_CASE("what a kind of review is for comes out whole") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        PrintedReview review(3, id);
        const Sheet sheet = about_sheet(review.process, words());
        CHECK(sheet.sections.size() == review.process.about.size());
        std::size_t points = 0;
        for (const process::AboutSection& about : review.process.about) points += about.points.size();
        std::size_t printed = 0;
        for (const List& each : all<List>(sheet)) printed += each.items.size();
        CHECK(printed == points);
    }
}
