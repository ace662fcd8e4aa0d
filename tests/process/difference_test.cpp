#include "process/difference.h"
#include "process/load.h"
#include "process/names.h"

#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace planner;
using document::Value;
using process::DifferenceKind;
using process::Part;

namespace {

std::string full() {
    return read_source_file("tests/process/full.json");
}

/// A file that planners accept, edited.
std::string edited(const std::function<void(Value&)>& edit) {
    Value value = Value::parse(full(), nullptr, false);
    edit(value);
    const std::string text = value.dump();
    const auto loaded = process::load(text);
    REQUIRE_MESSAGE(loaded, loaded.error().pointer << " " << loaded.error().sentence);
    return text;
}

std::vector<process::Difference> after(const std::function<void(Value&)>& edit) {
    return process::differences(full(), edited(edit));
}

void check_only(const std::vector<process::Difference>& found, Part part, DifferenceKind kind, std::string_view name) {
    REQUIRE(found.size() == 1);
    CHECK(found[0].part == part);
    CHECK(found[0].kind == kind);
    CHECK(found[0].name.nl == name);
}

Value& field(Value& process, std::size_t index) {
    return process["cards"][0]["blocks"][0]["fields"][index];
}

} // namespace

TEST_CASE("a process differs not from itself, nor when only its order of members or its English differs") {
    CHECK(process::differences(full(), full()).empty());
    const std::string other = edited([](Value& process) { process["cards"][0]["title"]["en"] = "Otherwise"; });
    CHECK(process::differences(full(), other).empty());
    CHECK(process::same_but_for_english(full(), other));
    CHECK_FALSE(process::same_but_for_english(
        full(), edited([](Value& process) { process["cards"][0]["title"]["nl"] = "Anders"; })));
}

TEST_CASE("each part that changes is told by its name, and by that only") {
    const Value process = Value::parse(full(), nullptr, false);
    const auto name = [&](const char* pointer) { return process[Value::json_pointer(pointer)].get<std::string>(); };
    check_only(after([](Value& p) { p["steps"][0]["purpose"]["nl"] = "Anders"; }), Part::step, DifferenceKind::changed,
               name("/steps/0/title/nl"));
    check_only(after([](Value& p) { p["cards"][0]["title"]["nl"] = "Anders"; }), Part::card, DifferenceKind::changed,
               "Anders");
    check_only(after([](Value& p) { field(p, 0)["label"]["nl"] = "Ander veld"; }), Part::field, DifferenceKind::changed,
               "Ander veld");
    check_only(after([](Value& p) { p["tasks"][0]["what"]["nl"] = "Anders"; }), Part::task, DifferenceKind::changed,
               name("/tasks/0/title/nl"));
    check_only(after([](Value& p) { p["tasks"][0]["due"]["days"] = -77; }), Part::date, DifferenceKind::changed,
               name("/tasks/0/title/nl"));
    check_only(after([](Value& p) { p["messages"][0]["body"]["nl"] = "Anders"; }), Part::message,
               DifferenceKind::changed, name("/messages/0/title/nl"));
    check_only(after([](Value& p) { p["rules"][0]["reason"]["nl"] = "Anders"; }), Part::rule, DifferenceKind::changed,
               name("/rules/0/text/nl"));
    check_only(after([](Value& p) { p["run_sheets"][0]["purpose"]["nl"] = "Anders"; }), Part::run_sheet,
               DifferenceKind::changed, name("/run_sheets/0/title/nl"));
    check_only(after([](Value& p) { p["overlap"]["stop_words"].push_back("wat"); }), Part::other, DifferenceKind::changed,
               "");
    check_only(after([](Value& p) { p["participants"]["minimum_reason"]["nl"] = "Anders"; }), Part::other,
               DifferenceKind::changed, "");
}

TEST_CASE("a new field says on which card, and a field that is gone what it was called") {
    const auto add = [](Value& p) {
        p["cards"][0]["blocks"][0]["fields"].push_back(
            {{"id", "brand_new"}, {"kind", "text"}, {"label", {{"nl", "Nieuw veld"}, {"en", "New field"}}}});
    };
    const auto added = after(add);
    check_only(added, Part::field, DifferenceKind::added, "Nieuw veld");
    CHECK(added[0].inside.nl == Value::parse(full(), nullptr, false)["cards"][0]["title"]["nl"]);
    check_only(process::differences(edited(add), full()), Part::field, DifferenceKind::removed, "Nieuw veld");
}

TEST_CASE("a new card is told once, not with each of its fields") {
    const auto found = after([](Value& p) {
        Value card = p["cards"][0];
        card["id"] = "extra";
        card["title"]["nl"] = "Extra kaart";
        p["cards"].push_back(card);
        p["steps"][0]["cards"].push_back("extra");
    });
    check_only(found, Part::card, DifferenceKind::added, "Extra kaart");
}

TEST_CASE("given names stand wherever a text says the name, as a whole word, and can be taken back") {
    const std::string text = edited([](Value& p) {
        p["names"] = {{{"id", "first"}, {"text", {{"nl", "Deel 1"}, {"en", "Part 1"}}}, {"own_name", true}}};
        field(p, 0)["label"] = {{"nl", "Deel 1: wat vind je?"}, {"en", "Part 1: what do you think?"}};
        field(p, 0)["help"] = {{"nl", "Niet Deel 12, wel (Deel 1)."}, {"en", "Part 1"}};
    });
    const process::Process original = *process::load(text);
    process::Process named = original;
    const std::string step = "step." + original.steps[0].id;
    process::give_names(named, original, {{"first", "Deel 1 en zo"}, {step, "Warmlopen"}});
    const process::Field& field = named.cards[0].blocks[0].fields[0];
    CHECK(field.label.nl == "Deel 1 en zo: wat vind je?");
    CHECK(field.label.en == "Deel 1 en zo: what do you think?");
    CHECK(field.help.nl == "Niet Deel 12, wel (Deel 1 en zo).");
    CHECK(named.steps[0].title.nl == "Warmlopen");
    CHECK(named.steps[1].title.nl == original.steps[1].title.nl);
    process::give_names(named, original, {{"first", "Deel 1 Deel 1"}});
    CHECK(field.label.nl == "Deel 1 Deel 1: wat vind je?");
    process::give_names(named, original, {});
    CHECK(field.label.nl == "Deel 1: wat vind je?");
    CHECK(named.steps[0].title.nl == original.steps[0].title.nl);
    const auto nameables = process::nameables(original);
    CHECK(nameables.front().id == step);
    CHECK(nameables.back().own);
}
