#include "process/binding.h"
#include "process/load_parts.h"

namespace planner::process {

namespace {

constexpr int most_days_away = 3660;
constexpr int most_months = 120;
/// Messages call who has to act so.
constexpr std::string_view actor = "actor";

Role load_role(const Node& node) {
    node.expect_members({"id", "title", "kind"});
    Role role;
    role.id = node.member("id").id();
    if (role.id == actor) {
        node.member("id").fail("The planner itself uses the id \"" + role.id + "\"; choose another one.");
    }
    role.title = node.member("title").text();
    role.kind = node.member("kind").named<RoleKind>("kind", {{"facilitator", RoleKind::facilitator},
                                                             {"contacts", RoleKind::contacts},
                                                             {"panel", RoleKind::panel},
                                                             {"everyone", RoleKind::everyone}});
    return role;
}

Offset load_offset(const Node& node) {
    node.expect_members({"from", "days", "months"});
    Offset offset;
    offset.from = load_key_date(node.member("from"));
    if (!node.has("days") && !node.has("months")) node.fail("Say how many days or months.");
    if (node.has("days")) offset.days = node.member("days").integer(-most_days_away, most_days_away);
    if (node.has("months")) offset.months = node.member("months").integer(-most_months, most_months);
    return offset;
}

WorkPlace load_place(const Node& node) {
    return node.named<WorkPlace>("place", {{"dates", WorkPlace::dates},
                                           {"visits", WorkPlace::visits},
                                           {"panel", WorkPlace::panel},
                                           {"documents", WorkPlace::documents},
                                           {"messages", WorkPlace::messages},
                                           {"run_sheet", WorkPlace::run_sheet},
                                           {"actions", WorkPlace::actions},
                                           {"participants", WorkPlace::participants},
                                           {"hours", WorkPlace::hours}});
}

void load_where(const Node& node, Task& task) {
    task.card = node.optional_id("card");
    if (node.has("place")) task.place = load_place(node.member("place"));
    task.run_sheet = node.optional_id("run_sheet");
    if (task.place == WorkPlace::run_sheet && task.run_sheet.empty()) {
        node.member("place").fail("Say in \"run_sheet\" which run sheet.");
    } else if (task.place != WorkPlace::run_sheet && !task.run_sheet.empty()) {
        node.member("run_sheet").fail("Only the place \"run_sheet\" has a run sheet.");
    }
}

void load_done_when(const Node& node, Task& task) {
    if (node.has("done_when")) {
        task.done_when = node.member("done_when")
                             .named<DoneWhen>("end of a task", {{"card", DoneWhen::card},
                                                                {"field", DoneWhen::field},
                                                                {"answers", DoneWhen::answers},
                                                                {"messages", DoneWhen::messages},
                                                                {"run_sheet", DoneWhen::run_sheet}});
    }
    if (task.done_when == DoneWhen::card && task.card.empty()) {
        node.member("done_when").fail("This task fills in no card.");
    }
    if (task.done_when == DoneWhen::run_sheet && task.run_sheet.empty()) {
        node.member("done_when").fail("This task has no run sheet.");
    }
    if (task.done_when == DoneWhen::field) {
        task.field = node.member("field").string();
        if (!kind_of_binding(task.field)) node.member("field").fail("There is no value \"" + task.field + "\".");
    } else if (node.has("field")) {
        node.member("field").fail("Only a task that is done when a field is filled in names one.");
    }
}

Task load_task(const Node& node) {
    node.expect_members({"id", "step", "title", "what", "why", "next", "scope", "role", "with", "due", "opens",
                         "depends_on", "card", "place", "run_sheet", "done_when", "field", "optional"});
    Task task;
    task.id = node.member("id").id();
    task.step = node.member("step").id();
    task.title = node.member("title").text();
    task.what = node.member("what").text();
    task.why = node.member("why").text();
    task.next = node.member("next").text();
    node.member("scope");
    task.scope = load_scope(node, Scope::review);
    task.role = node.member("role").id();
    task.with = node.optional_ids("with");
    task.due = load_offset(node.member("due"));
    if (node.has("opens")) task.opens = load_offset(node.member("opens"));
    task.depends_on = node.optional_ids("depends_on");
    load_where(node, task);
    load_done_when(node, task);
    task.optional = node.optional_boolean("optional");
    return task;
}

} // namespace

KeyDate load_key_date(const Node& node) {
    return node.named<KeyDate>("key date", {{"created", KeyDate::created},
                                            {"kickoff", KeyDate::kickoff},
                                            {"visit", KeyDate::visit},
                                            {"visited", KeyDate::visited},
                                            {"last_visit", KeyDate::last_visit},
                                            {"cycle", KeyDate::cycle}});
}

std::vector<Role> load_roles(const Node& root) {
    return load_list(root.optional_items("roles"), load_role);
}

std::vector<Task> load_tasks(const Node& root) {
    return load_list(root.optional_items("tasks"), load_task);
}

} // namespace planner::process
