#include <doctest/doctest.h>

#include <random>

#include "browser.h"

using namespace planner;
using namespace planner::testing;
using app::Step;

namespace {

struct Editor {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    std::string team = first_team(*tab);
    document::FieldKey key = question_of(team);

    std::string text() const { return tab->text(key); }
};

} // namespace

TEST_CASE("undo and redo bring a field back and forth, through a save and not by going back in time") {
    Editor editor;
    editor.planner.set_field(editor.key, "Eerst");
    editor.planner.set_field(editor.key, "Dan");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Eerst");
    editor.tab->settle();
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "");
    editor.planner.step(Step::redo);
    editor.planner.step(Step::redo);
    CHECK(editor.text() == "Dan");
    CHECK_FALSE(editor.planner.can_step(Step::redo));
    editor.tab->settle();
    Tab other(editor.world, editor.tab->platform.hash());
    other.settle();
    CHECK(other.text(editor.key) == "Dan");
    CHECK_FALSE(other.document().field(editor.key)->in_conflict());
}

TEST_CASE("a new command after undo ends what could be done again") {
    Editor editor;
    editor.planner.set_field(editor.key, "Eerst");
    editor.planner.step(Step::undo);
    editor.planner.set_field(editor.key, "Anders");
    CHECK_FALSE(editor.planner.can_step(Step::redo));
}

TEST_CASE("typing is undone per burst: a pause, a new line, another field or twenty letters end one") {
    Editor editor;
    editor.tab->type(editor.key, "Hoe leren");
    editor.world.now += 1500;
    editor.planner.set_field(editor.key, "Hoe leren we", app::EditGroup::typing);
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Hoe leren");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "");

    editor.tab->type(editor.key, "Een\nTwee");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Een\n");
    editor.planner.step(Step::undo);

    editor.tab->type(editor.key, "Dit zijn er ruim twintig, en dan nog wat");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Dit zijn er ruim twintig, ");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "");

    editor.tab->type(editor.key, "Kort");
    editor.planner.end_typing();
    editor.tab->type({editor.key.entity, "waarom"}, "Ook");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Kort");
}

TEST_CASE("a paste is undone by itself") {
    Editor editor;
    editor.tab->type(editor.key, "Kort");
    editor.planner.set_field(editor.key, "Kort" + std::string(20'000, 'x'), app::EditGroup::typing);
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Kort");
}

TEST_CASE("rows that were added, filled, moved and removed come back step by step") {
    Editor editor;
    const review::TableKey table = dates_of(*editor.tab, editor.team);
    const auto first = editor.planner.add_row(table);
    const auto second = editor.planner.add_row(table);
    editor.planner.set_field({first, "opmerking"}, "Eerste");
    using Rows = std::vector<document::EntityKey>;
    const auto rows = [&] { return review::rows_of(editor.tab->document(), table); };
    REQUIRE(rows() == Rows{first, second});
    editor.planner.move_row(table, second, review::Direction::up);
    CHECK(rows() == Rows{second, first});
    editor.planner.remove_row(first);
    CHECK(rows() == Rows{second});
    CHECK(editor.tab->last_toast().find("verwijderd") != std::string::npos);

    editor.planner.step(Step::undo);
    CHECK(rows() == Rows{second, first});
    CHECK(editor.tab->text({first, "opmerking"}) == "Eerste");
    editor.planner.step(Step::undo);
    CHECK(rows() == Rows{first, second});
    editor.planner.step(Step::undo);
    editor.planner.step(Step::undo);
    CHECK(rows() == Rows{first});
    editor.planner.step(Step::undo);
    CHECK(rows().empty());
    for (int i = 0; i < 5; ++i) editor.planner.step(Step::redo);
    CHECK(rows() == Rows{second});
}

TEST_CASE("the toast of a removal takes back that removal, also when more was done since") {
    Editor editor;
    editor.planner.add_participant({"Team Bouw", "College West"});
    editor.planner.remove_participant(editor.team);
    const std::uint64_t toast = editor.planner.toasts().all().back().id;
    editor.planner.set_field({review::review_key(), "goal"}, "Leren");
    CHECK(editor.planner.view().participants.size() == 3);
    editor.planner.act_on_toast(toast);
    CHECK(editor.planner.view().participants.size() == 4);
    CHECK(editor.tab->text({review::review_key(), "goal"}) == "Leren");
}

TEST_CASE("undo leaves alone what somebody else wrote since, and says so") {
    Editor editor;
    editor.planner.set_field(editor.key, "Van mij");
    editor.tab->settle();
    Tab other(editor.world, editor.tab->platform.hash());
    other.settle();
    other.planner.set_field(editor.key, "Van een ander");
    other.settle();
    editor.tab->settle();
    REQUIRE(editor.text() == "Van een ander");
    editor.planner.step(Step::undo);
    CHECK(editor.text() == "Van een ander");
    CHECK(editor.planner.toasts().all().back().kind == app::ToastKind::problem);
}

TEST_CASE("undo of an added row leaves it when somebody else wrote in it") {
    Editor editor;
    const review::TableKey table = dates_of(*editor.tab, editor.team);
    const auto row = editor.planner.add_row(table);
    editor.tab->settle();
    Tab other(editor.world, editor.tab->platform.hash());
    other.settle();
    other.planner.set_field({row, "opmerking"}, "Van een ander");
    other.settle();
    editor.tab->settle();
    editor.planner.step(Step::undo);
    CHECK(review::rows_of(editor.tab->document(), table).size() == 1);
}

TEST_CASE("random commands undone to the end and redone give the same review") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Editor editor;
        std::mt19937_64 random(seed);
        const review::TableKey table = dates_of(*editor.tab, editor.team);
        const auto shown = [&] {
            std::string all;
            for (const auto& [name, collection] : editor.tab->document().collections()) {
                for (const auto& [id, entity] : collection) {
                    if (editor.tab->document().is_deleted({name, id})) continue;
                    for (const auto& [field, value] : app::shown_values(editor.tab->document(), {name, id})) {
                        if (!value.is_null()) all += name + "/" + id + "/" + field + "=" + value.dump() + "\n";
                    }
                }
            }
            return all;
        };
        editor.planner.set_field(editor.key, "begin");
        const std::string start = shown();
        int commands = 0;
        const auto count = [&](bool happened) { commands += happened ? 1 : 0; };
        for (int i = 0; i < 30; ++i) {
            editor.world.now += 2000;
            const auto rows = review::rows_of(editor.tab->document(), table);
            const std::uint64_t before = editor.planner.current()->undo().last_id();
            const auto row = rows.empty() ? document::EntityKey{} : rows[random() % rows.size()];
            switch (random() % 5) {
            case 0: editor.planner.set_field(editor.key, "tekst " + std::to_string(random() % 5)); break;
            case 1: editor.planner.add_row(table); break;
            case 2:
                if (!rows.empty()) editor.planner.remove_row(row);
                break;
            case 3:
                if (!rows.empty()) editor.planner.set_field({row, "opmerking"}, std::to_string(i));
                break;
            default:
                if (!rows.empty()) editor.planner.move_row(table, row, review::Direction::down);
                break;
            }
            count(editor.planner.current()->undo().last_id() != before);
        }
        const std::string end = shown();
        for (int i = 0; i < commands; ++i) editor.planner.step(Step::undo);
        CHECK(shown() == start);
        for (int i = 0; i < commands; ++i) editor.planner.step(Step::redo);
        CHECK(shown() == end);
    }
}

TEST_CASE("a team is not removed below the minimum of the process, and moves by one place") {
    Editor editor;
    editor.planner.remove_participant(editor.team);
    CHECK(editor.planner.view().participants.size() == 3);
    editor.planner.move_participant(editor.team, review::Direction::down);
    CHECK(editor.planner.view().participants[1].participant.id == editor.team);
    editor.planner.step(Step::undo);
    CHECK(editor.planner.view().participants[0].participant.id == editor.team);
}

TEST_CASE("a text of more than a million bytes is refused with a message") {
    Editor editor;
    editor.planner.set_field(editor.key, std::string(app::Planner::longest_text + 1, 'x'));
    CHECK(editor.text().empty());
    CHECK(editor.planner.toasts().all().back().kind == app::ToastKind::problem);
    editor.planner.set_field(editor.key, std::string(app::Planner::longest_text, 'x'));
    CHECK(editor.text().size() == app::Planner::longest_text);
}

TEST_CASE("what undo and redo would do is told in words") {
    Editor editor;
    CHECK(editor.planner.step_text(Step::undo).empty());
    editor.planner.set_field(editor.key, "Vraag");
    CHECK(editor.planner.step_text(Step::undo) == "Onze leervraag wijzigen");
    editor.planner.add_row(dates_of(*editor.tab, editor.team));
    CHECK(editor.planner.step_text(Step::undo).find("toevoegen") != std::string::npos);
    editor.planner.step(Step::undo);
    CHECK(editor.planner.step_text(Step::redo).find("toevoegen") != std::string::npos);
}
