#include "process/load_parts.h"

namespace planner::process {

namespace {

constexpr std::size_t most_participants = 100;
constexpr std::size_t most_persons_counted = 100;
constexpr std::size_t most_rows = 100;
constexpr std::size_t most_minutes = 1440;
constexpr std::size_t most_days_between = 3660;
constexpr std::size_t most_number = 1'000'000;

CheckKind load_check_kind(const Node& node) {
    return node.named<CheckKind>("kind", {{"participants_at_least", CheckKind::participants_at_least},
                                          {"persons_between", CheckKind::persons_between},
                                          {"run_sheet_at_most", CheckKind::run_sheet_at_most},
                                          {"run_sheet_at_least", CheckKind::run_sheet_at_least},
                                          {"checked", CheckKind::checked},
                                          {"number_at_least", CheckKind::number_at_least},
                                          {"rows_at_least", CheckKind::rows_at_least},
                                          {"rows_checked", CheckKind::rows_checked},
                                          {"rows_ratio", CheckKind::rows_ratio},
                                          {"days_between", CheckKind::days_between}});
}

void load_persons_between(const Node& node, Check& check) {
    node.expect_members({"kind", "least", "most"});
    check.least = node.member("least").number(0, most_persons_counted);
    check.most = node.member("most").number(1, most_persons_counted);
    if (check.least > check.most) node.member("most").fail("This is less than the least.");
}

void load_field_of_card(const Node& node, Check& check) {
    check.card = node.member("card").id();
    check.field = node.member("field").id();
}

void load_column(const Node& node, Check& check) {
    load_field_of_card(node, check);
    check.column = node.member("column").id();
}

std::size_t load_minutes(const Node& node, Check& check) {
    node.expect_members({"kind", "run_sheet", "minutes"});
    check.run_sheet = node.member("run_sheet").id();
    return node.member("minutes").number(1, most_minutes);
}

void load_days_between(const Node& node, Check& check) {
    node.expect_members({"kind", "from", "to", "least", "most"});
    check.from = load_key_date(node.member("from"));
    check.to = load_key_date(node.member("to"));
    if (node.has("least") || !node.has("most")) check.least = node.member("least").number(0, most_days_between);
    if (!node.has("most")) return;
    check.most = node.member("most").number(1, most_days_between);
    if (check.least > check.most) node.member("most").fail("This is less than the least.");
}

Check load_check(const Node& node) {
    Check check;
    check.kind = load_check_kind(node.member("kind"));
    switch (check.kind) {
    case CheckKind::none: break;
    case CheckKind::participants_at_least:
        node.expect_members({"kind", "value"});
        check.least = node.member("value").number(1, most_participants);
        break;
    case CheckKind::persons_between: load_persons_between(node, check); break;
    case CheckKind::run_sheet_at_most: check.most = load_minutes(node, check); break;
    case CheckKind::run_sheet_at_least: check.least = load_minutes(node, check); break;
    case CheckKind::checked:
        node.expect_members({"kind", "card", "field"});
        load_field_of_card(node, check);
        break;
    case CheckKind::number_at_least:
        node.expect_members({"kind", "card", "field", "value"});
        load_field_of_card(node, check);
        check.least = node.member("value").number(1, most_number);
        break;
    case CheckKind::rows_at_least:
        node.expect_members({"kind", "card", "field", "value"});
        load_field_of_card(node, check);
        check.least = node.member("value").number(1, most_rows);
        break;
    case CheckKind::rows_checked:
        node.expect_members({"kind", "card", "field", "column"});
        load_column(node, check);
        break;
    case CheckKind::rows_ratio:
        node.expect_members({"kind", "card", "field", "column", "good", "other", "least"});
        load_column(node, check);
        check.good = node.member("good").id();
        check.other = node.member("other").id();
        check.least = node.member("least").number(1, most_rows);
        break;
    case CheckKind::days_between: load_days_between(node, check); break;
    }
    return check;
}

struct ShowingName {
    std::string_view name; ///< with ":" at the end when an id follows
    ShownOn on;
};

constexpr ShowingName showing_names[] = {
    {"participants", ShownOn::participants},
    {"kickoff", ShownOn::kickoff},
    {"visits", ShownOn::visits},
    {"panel", ShownOn::panel},
    {"dashboard", ShownOn::dashboard},
    {"documents", ShownOn::documents},
    {"messages", ShownOn::messages},
    {"card:", ShownOn::card},
    {"task:", ShownOn::task},
    {"run_sheet:", ShownOn::run_sheet},
};

Showing load_showing(const Node& node) {
    const std::string text = node.string();
    const std::size_t colon = text.find(':');
    const std::string name = colon == std::string::npos ? text : text.substr(0, colon + 1);
    std::string known;
    for (const ShowingName& each : showing_names) {
        if (each.name == name) return {each.on, text.substr(name.size())};
        known.append(known.empty() ? "" : ", ").append(each.name).append(each.name.back() == ':' ? "<id>" : "");
    }
    node.fail("A rule cannot be shown on \"" + text + "\". It is one of " + known + ".");
    return {};
}

Rule load_rule(const Node& node) {
    node.expect_members({"id", "severity", "text", "reason", "check", "shown"});
    Rule rule;
    rule.id = node.member("id").id();
    rule.severity =
        node.member("severity")
            .named<Severity>("severity",
                             {{"hard", Severity::hard}, {"soft", Severity::soft}, {"target", Severity::target}});
    rule.text = node.member("text").text();
    rule.reason = node.member("reason").text();
    if (node.has("check")) rule.check = load_check(node.member("check"));
    const Node shown = node.member("shown");
    for (const Node& each : shown.items()) rule.shown.push_back(load_showing(each));
    if (rule.shown.empty()) shown.fail("A rule is shown somewhere.");
    return rule;
}

} // namespace

std::vector<Rule> load_rules(const Node& root) {
    return load_list(root.optional_items("rules"), load_rule);
}

} // namespace planner::process
