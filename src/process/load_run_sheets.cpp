#include "process/binding.h"
#include "process/load_meeting.h"
#include "process/load_parts.h"

#include <algorithm>

namespace planner::process {

namespace {

constexpr std::size_t most_minutes_of_line = 1440;
/// What holds the length that was chosen.
constexpr std::string_view length_binding = "visit.length";

/// Lengths get their meaning from what holds the chosen one.
std::vector<Option> load_lengths(const Node& list) {
    std::vector<Option> lengths = load_options(list);
    const std::vector<Node> nodes = list.items();
    const std::vector<std::string_view> known = options_of_binding(length_binding);
    for (std::size_t index = 0; index < lengths.size(); ++index) {
        if (std::find(known.begin(), known.end(), lengths[index].id) != known.end()) continue;
        nodes[index].member("id").fail("A visit has no length \"" + lengths[index].id + "\".");
    }
    return lengths;
}

/// Gives the minutes that the item takes in the longest meeting.
std::size_t load_minutes(const Node& node, const std::vector<Option>& lengths, RunSheetItem& item) {
    const Node minutes = node.member("minutes");
    std::size_t longest = 0;
    if (minutes.is_object()) {
        if (lengths.empty()) minutes.fail("This run sheet has one length.");
        std::vector<std::string_view> names;
        for (const Option& length : lengths) names.emplace_back(length.id);
        minutes.expect_members(names);
        for (const Option& length : lengths) {
            const std::size_t number = minutes.member(length.id).number(0, most_minutes_of_line);
            item.minutes_by_length.emplace(length.id, number);
            longest = std::max(longest, number);
        }
    } else {
        longest = item.minutes = minutes.number(1, most_minutes_of_line);
    }
    if (node.has("minimum")) {
        item.minimum = node.member("minimum").number(1, most_minutes_of_line);
        if (item.minimum > longest) node.member("minimum").fail("The item never takes that long.");
    }
    return longest;
}

ItemKind load_item_kind(const Node& node) {
    return node.named<ItemKind>(
        "kind", {{"activity", ItemKind::activity}, {"break", ItemKind::pause}, {"run_over", ItemKind::run_over}});
}

RunSheetItem load_item(const Node& node, const std::vector<Option>& lengths) {
    node.expect_members(
        {"id", "title", "phase", "minutes", "minimum", "repeat", "who", "needs", "cards", "kind", "points",
         "parts"});
    RunSheetItem item;
    item.id = node.member("id").id();
    item.title = node.member("title").text();
    item.phase = node.optional_text("phase");
    const std::size_t longest = load_minutes(node, lengths, item);
    if (node.has("repeat")) {
        item.repeat = node.member("repeat").named<Repeat>("repetition", {{"participant", Repeat::participant}});
    }
    item.who = node.member("who").text();
    item.needs = node.optional_text("needs");
    item.cards = node.optional_ids("cards");
    if (node.has("kind")) item.kind = load_item_kind(node.member("kind"));
    item.points = node.optional_texts("points");
    item.parts = load_item_parts(node, longest);
    return item;
}

Scope load_meeting_scope(const Node& node) {
    return node.named<Scope>("scope", {{"review", Scope::review}, {"host", Scope::host}});
}

RunSheet load_run_sheet(const Node& node) {
    node.expect_members({"id", "title", "meeting", "purpose", "scope", "start", "maximum_minutes", "lengths", "items", "notes",
                         "targets", "notes_audience"});
    RunSheet sheet;
    sheet.id = node.member("id").id();
    sheet.title = node.member("title").text();
    sheet.meeting = node.has("meeting") ? node.member("meeting").text() : sheet.title;
    sheet.purpose = node.member("purpose").text();
    sheet.scope = load_meeting_scope(node.member("scope"));
    sheet.start = node.member("start").string();
    if (kind_of_binding(sheet.start) != FieldKind::time) {
        node.member("start").fail("There is no time \"" + sheet.start + "\".");
    }
    if (node.has("maximum_minutes")) sheet.maximum_minutes = node.member("maximum_minutes").number(1, most_minutes_of_line);
    if (node.has("lengths")) sheet.lengths = load_lengths(node.member("lengths"));
    const Node items = node.member("items");
    sheet.items = load_list(items.items(), [&](const Node& item) { return load_item(item, sheet.lengths); });
    if (sheet.items.empty()) items.fail("A run sheet needs at least one item.");
    load_notes(node, sheet);
    return sheet;
}

} // namespace

std::vector<RunSheet> load_run_sheets(const Node& root) {
    return load_list(root.optional_items("run_sheets"), load_run_sheet);
}

} // namespace planner::process
