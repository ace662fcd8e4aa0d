#include "process/load_parts.h"

#include <algorithm>

namespace planner::process {

namespace {

constexpr int most_days = 366;
constexpr std::string_view to_actor = "actor";

MessageOn load_trigger(const Node& node) {
    return node.named<MessageOn>("moment", {{"task_opens", MessageOn::task_opens},
                                            {"task_due_soon", MessageOn::task_due_soon},
                                            {"task_late", MessageOn::task_late},
                                            {"task", MessageOn::task}});
}

void check_placeholder(const Node& node, const std::string& name) {
    const std::vector<std::string_view>& known = message_placeholders();
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    std::string sentence = "The planner cannot fill in \"{" + name + "}\". It knows";
    for (const std::string_view each : known) {
        sentence.append(each == known.front() ? " {" : ", {").append(each).append("}");
    }
    node.fail(sentence + ".");
}

void check_placeholders(const Node& node) {
    const std::string text = node.string();
    for (std::size_t place = text.find_first_of("{}"); place != std::string::npos;) {
        const std::size_t end = text.find_first_of("{}", place + 1);
        if (text[place] == '}' || end == std::string::npos || text[end] == '{') {
            return node.fail("A name to fill in stands between \"{\" and \"}\".");
        }
        check_placeholder(node, text.substr(place + 1, end - place - 1));
        place = text.find_first_of("{}", end + 1);
    }
}

Text load_template(const Node& node) {
    Text text = node.text();
    check_placeholders(node.member("nl"));
    if (node.has("en")) check_placeholders(node.member("en"));
    return text;
}

void load_moments(const Node& node, Message& message) {
    std::vector<std::string_view> names = {"id", "title", "on", "task", "to", "subject", "body",
                                           "body_to_facilitator", "attach", "record", "notes_of"};
    if (message.on == MessageOn::task_due_soon) {
        names.emplace_back("days");
        const Node days = node.member("days");
        for (const Node& each : days.items()) message.days.push_back(each.integer(0, most_days));
        if (message.days.empty()) days.fail("Say how many days before.");
    }
    if (message.on == MessageOn::task_late) {
        names.insert(names.end(), {"first", "every"});
        message.first = node.member("first").integer(1, most_days);
        if (node.has("every")) message.every = node.member("every").integer(1, most_days);
    }
    node.expect_members(names);
}

/// A card whose record nobody sees, and a record of nothing, are mistakes.
void check_record(const Node& node, const Message& message) {
    bool told = false;
    for (const Text* text : {&message.subject, &message.body, &message.body_to_facilitator})
        told = told || (text->nl + text->en).find("{preparation}") != std::string::npos;
    if (told && message.record.empty())
        node.fail("{preparation} takes a \"record\": the cards that it tells of.");
    if (!told && node.has("record")) node.member("record").fail("No text of this message has {preparation}.");
    if (!told && node.has("notes_of")) node.member("notes_of").fail("No text of this message has {preparation}.");
}

Message load_message(const Node& node) {
    Message message;
    message.id = node.member("id").id();
    message.title = node.member("title").text();
    message.on = load_trigger(node.member("on"));
    load_moments(node, message);
    if (message.on == MessageOn::task) node.member("task");
    message.task = node.optional_id("task");
    message.to = node.member("to").id();
    if (message.to == to_actor) message.to.clear();
    message.subject = load_template(node.member("subject"));
    message.body = load_template(node.member("body"));
    if (node.has("body_to_facilitator")) message.body_to_facilitator = load_template(node.member("body_to_facilitator"));
    for (const Node& each : node.optional_items("attach")) {
        message.attach.push_back(each.named<Attachment>(
            "attachment", {{"review_file", Attachment::review_file}, {"calendar", Attachment::calendar}}));
    }
    message.record = node.optional_ids("record");
    message.notes_of = node.optional_id("notes_of");
    check_record(node, message);
    return message;
}

} // namespace

std::vector<Message> load_messages(const Node& root) {
    return load_list(root.optional_items("messages"), load_message);
}

} // namespace planner::process
