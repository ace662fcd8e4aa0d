#include "process/load_meeting.h"

#include <string>
#include <string_view>

namespace planner::process {

namespace {

PartKind load_part_kind(const Node& node) {
    return node.named<PartKind>("kind", {{"talk", PartKind::talk},
                                         {"fields", PartKind::fields},
                                         {"overlap", PartKind::overlap},
                                         {"visit_dates", PartKind::visit_dates},
                                         {"impressions", PartKind::impressions},
                                         {"findings", PartKind::findings}});
}

Audience load_audience(const Node& node) {
    return node.named<Audience>("audience", {{"room", Audience::room}, {"panel", Audience::panel}});
}

void load_talk(const Node& node, std::size_t longest, RunSheetPart& part) {
    if (part.kind != PartKind::talk) return node.fail("Only a part of kind talk takes so many minutes.");
    node.expect_members({"least", "most"});
    part.least_minutes = node.member("least").number(1, longest);
    part.most_minutes = node.member("most").number(1, longest);
    if (part.least_minutes > part.most_minutes) node.member("most").fail("This is shorter than the least.");
}

/// How many fields a part names follows from its kind.
void expect_number_of_fields(const Node& node, const RunSheetPart& part) {
    const bool is_one_table = part.kind == PartKind::overlap || part.kind == PartKind::visit_dates;
    if (part.kind == PartKind::fields && part.fields.empty())
        node.member("fields").fail("A part of this kind fills in at least one field.");
    if (is_one_table && part.fields.size() != 1) node.member("fields").fail("A part of this kind has one field.");
}

RunSheetPart load_part(const Node& node, std::size_t longest) {
    node.expect_members({"id", "title", "kind", "talk", "card", "fields", "audience"});
    RunSheetPart part;
    part.id = node.member("id").id();
    part.title = node.member("title").text();
    if (node.has("kind")) part.kind = load_part_kind(node.member("kind"));
    if (node.has("talk")) load_talk(node.member("talk"), longest, part);
    part.fields = node.optional_ids("fields");
    expect_number_of_fields(node, part);
    if (node.has("card") || !part.fields.empty()) part.card = node.member("card").id();
    if (node.has("audience")) part.audience = load_audience(node.member("audience"));
    return part;
}

NoteKind load_note_kind(const Node& node) {
    node.expect_members({"id", "label", "row"});
    NoteKind kind;
    kind.id = node.member("id").id();
    kind.label = node.member("label").text();
    if (!node.has("row")) return kind;
    const Node row = node.member("row");
    row.expect_members({"card", "field", "column"});
    kind.row = NotePlace{row.member("card").id(), row.member("field").id(), row.member("column").id()};
    return kind;
}

NoteTarget load_target(const Node& node) {
    node.expect_members({"id", "label", "card", "field", "column", "options"});
    NoteTarget target;
    target.id = node.member("id").id();
    target.label = node.member("label").text();
    target.place = {node.member("card").id(), node.member("field").id(), node.optional_id("column")};
    if (!node.has("options")) return target;
    const Node options = node.member("options");
    if (target.place.column.empty()) options.fail("Only a new row of a table begins with options.");
    for (const std::string& column : options.names())
        target.options.emplace(column, options.member(column).id());
    return target;
}

} // namespace

std::vector<RunSheetPart> load_item_parts(const Node& item, std::size_t longest) {
    return load_list(item.optional_items("parts"), [&](const Node& part) { return load_part(part, longest); });
}

void load_notes(const Node& node, RunSheet& sheet) {
    sheet.notes = load_list(node.optional_items("notes"), load_note_kind);
    sheet.targets = load_list(node.optional_items("targets"), load_target);
    if (node.has("notes_audience")) sheet.notes_audience = load_audience(node.member("notes_audience"));
    if (!sheet.notes.empty()) return;
    for (const std::string_view name : {"targets", "notes_audience"})
        if (node.has(name)) node.member(name).fail("No notes are made in this meeting.");
}

} // namespace planner::process
