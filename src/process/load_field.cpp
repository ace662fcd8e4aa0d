#include "process/load_field.h"

#include "process/binding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace planner::process {

namespace {

constexpr std::size_t most_proposed_rows = 20;

constexpr std::array<std::pair<std::string_view, FieldKind>, 9> kinds = {{
    {"text", FieldKind::text},
    {"long_text", FieldKind::long_text},
    {"choice", FieldKind::choice},
    {"choices", FieldKind::choices},
    {"date", FieldKind::date},
    {"time", FieldKind::time},
    {"number", FieldKind::number},
    {"checkbox", FieldKind::checkbox},
    {"table", FieldKind::table},
}};

/// Fields that the planner itself keeps with a card or a row, beside the answers.
constexpr std::array<std::string_view, 5> reserved_ids = {"card", "participant", "table", "position", "deleted"};

FieldKind load_kind(const Node& node) {
    const std::string name = node.string();
    for (const auto& [known, kind] : kinds) {
        if (known == name) return kind;
    }
    std::string sentence = "The kind \"" + name + "\" is not known. Kinds are";
    for (const auto& [known, kind] : kinds) {
        sentence.append(known == kinds.front().first ? " " : ", ").append(known);
    }
    node.fail(sentence + ".");
    return FieldKind::text;
}

Width load_width(const Node& node) {
    const std::string name = node.string();
    if (name != "full" && name != "half") node.fail("The width is \"full\" or \"half\".");
    return name == "half" ? Width::half : Width::full;
}

Condition load_condition(const Node& node) {
    node.expect_members({"field", "option"});
    return {node.member("field").id(), node.member("option").id()};
}

std::vector<Option> load_options(const Node& list) {
    std::vector<Option> options;
    std::vector<std::string> ids;
    const std::vector<Node> nodes = list.items();
    for (const Node& node : nodes) {
        node.expect_members({"id", "label"});
        options.push_back({node.member("id").id(), node.member("label").text()});
        ids.push_back(options.back().id);
    }
    expect_unique(nodes, ids);
    if (options.size() < 2) list.fail("A choice needs at least two options.");
    return options;
}

/// What every field and every column has.
Field load_question(const Node& node) {
    Field field;
    field.kind = load_kind(node.member("kind"));
    field.id = node.member("id").id();
    if (std::find(reserved_ids.begin(), reserved_ids.end(), field.id) != reserved_ids.end()) {
        node.member("id").fail("The planner itself uses the id \"" + field.id + "\"; choose another one.");
    }
    field.label = node.member("label").text();
    if (node.has("help")) field.help = node.member("help").text();
    if (node.has("required") && node.member("required").boolean()) field.required = Requirement::required;
    const bool is_choice = field.kind == FieldKind::choice || field.kind == FieldKind::choices;
    if (is_choice) {
        field.options = load_options(node.member("options"));
    } else if (node.has("options")) {
        node.member("options").fail("Only a choice has options.");
    }
    return field;
}

std::vector<Field> load_columns(const Node& list) {
    std::vector<Field> columns;
    std::vector<std::string> ids;
    const std::vector<Node> nodes = list.items();
    for (const Node& node : nodes) {
        node.expect_members({"id", "kind", "label", "help", "required", "options"});
        columns.push_back(load_question(node));
        if (columns.back().kind == FieldKind::table) node.member("kind").fail("A column cannot be a table.");
        ids.push_back(columns.back().id);
    }
    expect_unique(nodes, ids);
    if (columns.empty()) list.fail("A table needs at least one column.");
    return columns;
}

void load_table(const Node& node, Field& field) {
    field.columns = load_columns(node.member("columns"));
    field.row_name = node.member("row_name").text();
    field.add_label = node.member("add_label").text();
    if (node.has("proposed_rows")) field.proposed_rows = node.member("proposed_rows").number(0, most_proposed_rows);
}

void load_table_binding(const Node& node, Field& field) {
    const Node binding = node.member("binding");
    field.binding = binding.string();
    if (!is_table_binding(field.binding)) {
        return binding.fail("A table cannot be bound to \"" + field.binding + "\".");
    }
    const std::vector<Node> columns = node.member("columns").items();
    for (std::size_t index = 0; index < field.columns.size(); ++index) {
        if (is_column_of(field.binding, field.columns[index].id)) continue;
        columns[index].member("id").fail("\"" + field.binding + "\" has no field \"" + field.columns[index].id + "\".");
    }
}

void load_field_binding(const Node& node, Field& field) {
    const Node binding = node.member("binding");
    field.binding = binding.string();
    const std::optional<FieldKind> kind = kind_of_binding(field.binding);
    if (!kind) return binding.fail("A field cannot be bound to \"" + field.binding + "\".");
    const bool both_text = *kind == FieldKind::text && field.kind == FieldKind::long_text;
    if (*kind != field.kind && !both_text) {
        node.member("kind").fail("What is bound to \"" + field.binding + "\" is of another kind.");
    }
}

Field load_field(const Node& node) {
    Field field = load_question(node);
    if (node.has("width")) field.width = load_width(node.member("width"));
    if (node.has("shown_when")) field.shown_when = load_condition(node.member("shown_when"));
    if (field.kind == FieldKind::table) {
        node.expect_members({"id", "kind", "label", "help", "required", "width", "shown_when", "binding", "columns",
                             "row_name", "add_label", "proposed_rows"});
        load_table(node, field);
        if (node.has("binding")) load_table_binding(node, field);
    } else {
        node.expect_members({"id", "kind", "label", "help", "required", "width", "shown_when", "binding", "options"});
        if (node.has("binding")) load_field_binding(node, field);
    }
    return field;
}

} // namespace

std::vector<Field> load_fields(const Node& list) {
    std::vector<Field> fields;
    for (const Node& node : list.items()) fields.push_back(load_field(node));
    if (fields.empty()) list.fail("A block needs at least one field.");
    return fields;
}

} // namespace planner::process
