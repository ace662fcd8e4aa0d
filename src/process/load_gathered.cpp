#include "process/load_parts.h"

namespace planner::process {

namespace {

GatheredField load_gathered_field(const Node& node) {
    node.expect_members({"card", "field", "columns"});
    return {node.member("card").id(), node.member("field").id(), node.optional_ids("columns")};
}

Gathered load_one(const Node& node) {
    node.expect_members({"id", "title", "fields"});
    Gathered gathered{node.member("id").id(), node.member("title").text(), {}};
    const Node fields = node.member("fields");
    for (const Node& field : fields.items()) gathered.fields.push_back(load_gathered_field(field));
    if (gathered.fields.empty()) fields.fail("This part shows nothing.");
    return gathered;
}

} // namespace

std::vector<Gathered> load_gathered(const Node& root) {
    return load_list(root.optional_items("dashboard"), load_one);
}

} // namespace planner::process
