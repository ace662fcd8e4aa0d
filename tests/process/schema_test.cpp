// The schema is for editors; the planner reads files by itself. Both must know the same names.

#include "process/binding.h"
#include "process/load.h"

#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <utility>

using namespace planner;
using document::Value;

namespace {

using Names = std::set<std::string>;

Value read_json_file(std::string_view path) {
    Value value = Value::parse(read_source_file(path), nullptr, false);
    REQUIRE_MESSAGE(!value.is_discarded(), "not JSON: " << path);
    return value;
}

Value schema_part(const std::string& pointer) {
    static const Value schema = read_json_file("assets/processes/process.schema.json");
    const Value::json_pointer place("/$defs" + pointer);
    REQUIRE_MESSAGE(schema.contains(place), pointer);
    return schema[place];
}

Names names_in(const Value& list) {
    return list.get<Names>();
}

/// The names that the planner offers instead of one that it does not know.
Names names_offered(const std::string& sentence) {
    static const std::string before = "is one of ";
    const std::size_t start = sentence.find(before);
    if (start == std::string::npos) return {};
    static const std::regex name("[a-z_]+");
    const std::string list = sentence.substr(start + before.size());
    return {std::sregex_token_iterator(list.begin(), list.end(), name), {}};
}

/// What the planner says when a file has `nonsense` at this place.
std::string answer_to_nonsense(const std::string& pointer) {
    static const Value full = read_json_file("tests/process/full.json");
    Value file = full;
    file[Value::json_pointer(pointer)] = "nonsense";
    const auto loaded = process::load(file.dump());
    REQUIRE_MESSAGE(!loaded, pointer);
    return loaded.error().sentence;
}

} // namespace

TEST_CASE("the schema and the planner know the same names") {
    const std::pair<const char*, const char*> places[] = {
        {"/participants/properties/hosting/enum", "/participants/hosting"},
        {"/scope/enum", "/tasks/0/scope"},
        {"/scope/enum", "/cards/1/scope"},
        {"/block/properties/tone/enum", "/cards/0/blocks/1/tone"},
        {"/question/properties/kind/enum", "/cards/0/blocks/0/fields/0/kind"},
        {"/field/properties/width/enum", "/cards/0/blocks/0/fields/0/width"},
        {"/role/properties/kind/enum", "/roles/0/kind"},
        {"/key_date/enum", "/tasks/0/due/from"},
        {"/task/properties/place/enum", "/tasks/1/place"},
        {"/task/properties/done_when/enum", "/tasks/0/done_when"},
        {"/run_sheet/properties/scope/enum", "/run_sheets/0/scope"},
        {"/run_sheet_item/properties/repeat/enum", "/run_sheets/0/items/1/repeat"},
        {"/run_sheet_item/properties/kind/enum", "/run_sheets/0/items/2/kind"},
        {"/run_sheet_part/properties/kind/enum", "/run_sheets/0/items/0/parts/0/kind"},
        {"/audience/enum", "/run_sheets/0/items/0/parts/4/audience"},
        {"/audience/enum", "/run_sheets/0/notes_audience"},
        {"/rule/properties/severity/enum", "/rules/0/severity"},
        {"/check/properties/kind/enum", "/rules/0/check/kind"},
        {"/message/properties/on/enum", "/messages/0/on"},
        {"/message/properties/attach/items/enum", "/messages/2/attach/0"},
        {"/hours/properties/times/enum", "/hours/0/times"},
        {"/options/items/properties/standing/enum", "/cards/0/blocks/0/fields/1/options/0/standing"},
        {"/coach/properties/checks/items/properties/kind/enum", "/coach/checks/0/kind"},
    };
    for (const auto& place : places) {
        const std::string described = place.first;
        const std::string read = place.second;
        CAPTURE(described);
        CAPTURE(read);
        CHECK(names_in(schema_part(described)) == names_offered(answer_to_nonsense(read)));
    }
}

TEST_CASE("the schema and the planner show rules in the same places") {
    const std::string pattern = schema_part("/rule/properties/shown/items/pattern").get<std::string>();
    const std::regex expected(pattern, std::regex::ECMAScript);
    std::string sentence = answer_to_nonsense("/rules/0/shown/0");
    const Names offered = names_offered(std::regex_replace(sentence, std::regex(":<id>"), ""));
    CHECK(offered.size() == 10);
    for (const std::string& name : offered) {
        CAPTURE(name);
        CHECK((std::regex_match(name, expected) || std::regex_match(name + ":some-id", expected)));
    }
}

TEST_CASE("the schema names the bindings that the planner knows, with their options and columns") {
    Names tables;
    for (const std::string& binding : names_in(schema_part("/field/properties/binding/enum"))) {
        CAPTURE(binding);
        CHECK((process::kind_of_binding(binding) || process::is_table_binding(binding)));
        CHECK(process::owner_of_binding(binding));
        if (process::is_table_binding(binding)) tables.insert(binding);
    }
    CHECK(schema_part("/field/properties/binding/enum").size() == 23);
    CHECK(names_in(schema_part("/field/allOf/0/then/properties/binding/enum")) == tables);
    for (const Value& rule : schema_part("/bound_columns/allOf")) {
        const std::string table = rule["if"]["properties"]["binding"]["const"].get<std::string>();
        CAPTURE(table);
        CHECK(tables.erase(table) == 1);
        for (const Value& column : rule["then"]["properties"]["columns"]["items"]["properties"]["id"]["enum"]) {
            CAPTURE(column);
            CHECK(process::is_column_of(table, column.get<std::string>()));
        }
    }
    CHECK(tables.empty());
    for (const std::string_view length : process::options_of_binding("visit.length"))
        CHECK(names_in(schema_part("/length/enum")).count(std::string(length)) == 1);
}

TEST_CASE("the schema names what the planner fills in in a message") {
    const std::string pattern = schema_part("/template_text/allOf/1/pattern").get<std::string>();
    const std::string description = schema_part("/template/description").get<std::string>();
    const std::regex expected(pattern, std::regex::ECMAScript);
    CHECK(process::message_placeholders().size() == 26);
    for (const std::string_view name : process::message_placeholders()) {
        CAPTURE(name);
        CHECK(std::regex_match("{" + std::string(name) + "}", expected));
        CHECK(std::regex_search(description, std::regex("\\b" + std::string(name) + "\\b")));
    }
}
