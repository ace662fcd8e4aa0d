#include "process/load_field.h"

#include "process/binding.h"
#include "process/load_parts.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace planner::process {

namespace {

constexpr std::size_t most_proposed_rows = 20;

/// Fields that the planner itself keeps with a card or a row, beside the answers.
constexpr std::array<std::string_view, 6> reserved_ids = {"card",     "participant", "table",
                                                          "position", "deleted",     "replaced_by"};

/// Those beside the columns of a row, in tables of their own: who did something and when goes with that it is done.
constexpr std::array<std::string_view, 2> reserved_columns = {agreement_field::done_by, agreement_field::done_on};

/// Where the options of a choice come from.
enum class OptionSource { file, participants };

FieldKind load_kind(const Node& node) {
    return node.named<FieldKind>("kind", {{"text", FieldKind::text},
                                          {"long_text", FieldKind::long_text},
                                          {"choice", FieldKind::choice},
                                          {"choices", FieldKind::choices},
                                          {"date", FieldKind::date},
                                          {"time", FieldKind::time},
                                          {"number", FieldKind::number},
                                          {"checkbox", FieldKind::checkbox},
                                          {"table", FieldKind::table}});
}

Width load_width(const Node& node) {
    return node.named<Width>("width", {{"full", Width::full}, {"half", Width::half}});
}

Personal load_personal(const Node& node) {
    if (!node.has("personal")) return Personal::no;
    return node.member("personal").named<Personal>("personal", {{"name", Personal::name}, {"contact", Personal::contact}});
}

Condition load_condition(const Node& node) {
    node.expect_members({"field", "option"});
    return {node.member("field").id(), node.member("option").id()};
}

Standing load_standing(const Node& node) {
    if (!node.has("standing")) return Standing::open;
    return node.member("standing")
        .named<Standing>("standing",
                         {{"open", Standing::open}, {"settled", Standing::settled}, {"off", Standing::off}});
}

template <class Reserved>
void expect_free_id(const Node& node, const std::string& id, const Reserved& reserved) {
    if (std::find(reserved.begin(), reserved.end(), id) == reserved.end()) return;
    node.fail("The planner itself uses the id \"" + id + "\"; choose another one.");
}

void load_field_options(const Node& node, OptionSource source, Field& field) {
    const bool is_choice = field.kind == FieldKind::choice || field.kind == FieldKind::choices;
    if (source == OptionSource::participants) {
        if (field.kind != FieldKind::choice) node.member("kind").fail("Who chooses a participant fills in a choice.");
        if (node.has("options")) node.member("options").fail("The options are the participants.");
    } else if (is_choice) {
        field.options = load_options(node.member("options"));
    } else if (node.has("options")) {
        node.member("options").fail("Only a choice has options.");
    }
}

/// What every field and every column has.
Field load_question(const Node& node, OptionSource source) {
    Field field;
    field.kind = load_kind(node.member("kind"));
    field.id = node.member("id").id();
    if (source == OptionSource::file) expect_free_id(node.member("id"), field.id, reserved_ids);
    field.label = node.member("label").text();
    field.help = node.optional_text("help");
    field.personal = load_personal(node);
    if (node.optional_boolean("required")) field.required = Requirement::required;
    load_field_options(node, source, field);
    return field;
}

Field load_column(const Node& node, std::string_view table_binding) {
    node.expect_members({"id", "kind", "label", "help", "required", "personal", "options"});
    const bool names_participant = is_participant_column(table_binding, node.member("id").string());
    Field column = load_question(node, names_participant ? OptionSource::participants : OptionSource::file);
    if (column.kind == FieldKind::table) node.member("kind").fail("A column cannot be a table.");
    if (table_binding.empty()) expect_free_id(node.member("id"), column.id, reserved_columns);
    if (!table_binding.empty() && !is_column_of(table_binding, column.id)) {
        node.member("id").fail("\"" + std::string(table_binding) + "\" has no field \"" + column.id + "\".");
    }
    if (column.personal == Personal::no) column.personal = personal_of_binding(table_binding, column.id);
    return column;
}

std::string load_table_binding(const Node& node) {
    std::string binding = node.string();
    if (is_table_binding(binding)) return binding;
    node.fail("A table cannot be bound to \"" + binding + "\".");
    return {};
}

Compared load_compared(const Node& node, const Field& table) {
    const auto asks = [](const Field& column) { return column.kind == FieldKind::long_text; };
    const auto questions = std::count_if(table.columns.begin(), table.columns.end(), asks);
    if (questions == 0) node.fail("To compare answers takes a column of kind long_text.");
    if (questions == static_cast<std::ptrdiff_t>(table.columns.size()))
        node.fail("To compare answers takes a column that says whose they are.");
    return Compared::yes;
}

/// A column that is named, and of one of these kinds; `sentence` says of which.
std::string load_agreement_column(const Node& node, const Field& table, std::initializer_list<FieldKind> kinds,
                                  const char* sentence) {
    std::string id = node.id();
    const Field* column = table.column(id);
    if (column == nullptr)
        node.fail("The table has no column \"" + id + "\".");
    else if (std::find(kinds.begin(), kinds.end(), column->kind) == kinds.end())
        node.fail(sentence);
    return id;
}

AgreementColumns load_agreement(const Node& node, const Field& table) {
    node.expect_members({"what", "who", "when"});
    if (!table.binding.empty()) node.fail("The rows of a table that is bound are something else already.");
    if (table.column(agreement_field::done) != nullptr)
        node.fail("The planner itself keeps \"done\" with an agreement; give that column another id.");
    AgreementColumns columns;
    columns.what = load_agreement_column(node.member("what"), table, {FieldKind::text, FieldKind::long_text},
                                         "What is agreed is a text or a long text.");
    columns.who = load_agreement_column(node.member("who"), table, {FieldKind::text}, "Who does it is a text.");
    columns.when = load_agreement_column(node.member("when"), table, {FieldKind::date}, "When it is done is a date.");
    if (columns.who == columns.what) node.member("who").fail("Who does it takes a column of its own.");
    return columns;
}

void load_table(const Node& node, Field& field) {
    if (node.has("binding")) field.binding = load_table_binding(node.member("binding"));
    const Node columns = node.member("columns");
    field.columns = load_list(columns.items(), [&](const Node& each) { return load_column(each, field.binding); });
    if (field.columns.empty()) columns.fail("A table needs at least one column.");
    field.row_name = node.member("row_name").text();
    field.add_label = node.member("add_label").text();
    if (node.optional_boolean("compare")) field.compared = load_compared(node.member("compare"), field);
    if (node.has("agreement")) field.agreement = load_agreement(node.member("agreement"), field);
    if (node.has("proposed_rows")) field.proposed_rows = node.member("proposed_rows").number(0, most_proposed_rows);
}

void expect_known_options(const Node& node, const Field& field) {
    const std::vector<std::string_view> known = options_of_binding(field.binding);
    if (known.empty()) return;
    const std::vector<Node> options = node.member("options").items();
    for (std::size_t index = 0; index < field.options.size(); ++index) {
        const std::string& id = field.options[index].id;
        if (std::find(known.begin(), known.end(), id) != known.end()) continue;
        options[index].member("id").fail("\"" + field.binding + "\" is never \"" + id + "\".");
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
    expect_known_options(node, field);
}

Field load_field(const Node& node) {
    Field field = load_question(node, OptionSource::file);
    if (node.has("width")) field.width = load_width(node.member("width"));
    if (node.has("shown_when")) field.shown_when = load_condition(node.member("shown_when"));
    if (field.kind == FieldKind::table) {
        node.expect_members({"id", "kind", "label", "help", "required", "personal", "width", "shown_when", "binding",
                             "columns", "row_name", "add_label", "proposed_rows", "compare", "agreement"});
        load_table(node, field);
    } else {
        node.expect_members({"id", "kind", "label", "help", "required", "personal", "width", "shown_when", "binding",
                             "options"});
        if (node.has("binding")) load_field_binding(node, field);
        if (field.personal == Personal::no) field.personal = personal_of_binding(field.binding);
    }
    return field;
}

} // namespace

std::vector<Option> load_options(const Node& list) {
    std::vector<Option> options = load_list(list.items(), [](const Node& node) {
        node.expect_members({"id", "label", "standing"});
        return Option{node.member("id").id(), node.member("label").text(), load_standing(node)};
    });
    if (options.size() < 2) list.fail("A choice needs at least two options.");
    return options;
}

std::vector<Field> load_fields(const Node& list) {
    std::vector<Field> fields;
    for (const Node& node : list.items()) fields.push_back(load_field(node));
    return fields;
}

} // namespace planner::process
