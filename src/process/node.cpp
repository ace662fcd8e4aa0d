#include "process/node.h"

#include "document/key.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

namespace planner::process {

namespace {

constexpr std::size_t longest_id = 40;
constexpr double most_hours = 1000;

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

bool is_id(std::string_view text) {
    const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
    const auto may_follow = [&](char byte) {
        return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
    };
    return !text.empty() && text.size() <= longest_id && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), may_follow);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

const document::Value& null_value() {
    static const document::Value null;
    return null;
}

} // namespace

void Errors::add(std::string pointer, std::string sentence) {
    if (!first_) first_ = ProcessError{std::move(pointer), std::move(sentence)};
}

void Node::expect_members(const std::vector<std::string_view>& names) const {
    if (!value_->is_object()) return fail("This must be an object.");
    for (const auto& [name, value] : value_->items()) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        std::string pointer = pointer_;
        document::append_pointer_segment(pointer, name);
        errors_->add(std::move(pointer), "The member " + in_quotes(name) + " is not known here.");
    }
}

bool Node::has(std::string_view name) const {
    return value_->is_object() && value_->contains(name);
}

Node Node::member(std::string_view name) const {
    if (!has(name)) {
        fail("The member " + in_quotes(name) + " is missing.");
        return {null_value(), pointer_, *errors_};
    }
    std::string pointer = pointer_;
    document::append_pointer_segment(pointer, name);
    return {*value_->find(name), std::move(pointer), *errors_};
}

std::vector<std::string> Node::names() const {
    std::vector<std::string> names;
    if (!value_->is_object()) fail("This must be an object.");
    if (!value_->is_object()) return names;
    for (const auto& [name, value] : value_->items()) names.push_back(name);
    return names;
}

std::vector<Node> Node::items() const {
    std::vector<Node> nodes;
    if (!value_->is_array()) {
        fail("This must be a list.");
        return nodes;
    }
    for (std::size_t index = 0; index < value_->size(); ++index) {
        nodes.emplace_back((*value_)[index], pointer_ + "/" + std::to_string(index), *errors_);
    }
    return nodes;
}

std::vector<Node> Node::optional_items(std::string_view name) const {
    return has(name) ? member(name).items() : std::vector<Node>{};
}

std::string Node::string() const {
    const auto* text = value_->get_ptr<const std::string*>();
    if (!text) {
        fail("This must be a text.");
        return {};
    }
    if (is_blank(*text)) fail("This text is empty.");
    return *text;
}

std::string Node::id() const {
    std::string text = string();
    if (!is_id(text)) {
        fail("An id is a small letter followed by at most 39 small letters, digits, \"_\" or \"-\".");
    }
    return text;
}

Text Node::text() const {
    expect_members({"nl", "en"});
    Text text;
    text.nl = member("nl").string();
    if (has("en")) text.en = member("en").string();
    return text;
}

bool Node::boolean() const {
    if (!value_->is_boolean()) fail("This must be true or false.");
    return value_->is_boolean() && value_->get<bool>();
}

std::size_t Node::number(std::size_t least, std::size_t most) const {
    const auto* number = value_->get_ptr<const std::uint64_t*>();
    if (!number || *number < least || *number > most) {
        fail("This must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
        return least;
    }
    return static_cast<std::size_t>(*number);
}

int Node::integer(int least, int most) const {
    const bool is_integer = value_->is_number_integer();
    const std::int64_t number = is_integer ? value_->get<std::int64_t>() : 0;
    if (!is_integer || number < least || number > most) {
        fail("This must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
        return least;
    }
    return static_cast<int>(number);
}

double Node::hours() const {
    const double number = value_->is_number() ? value_->get<double>() : -1;
    const bool in_halves = number >= 0 && number <= most_hours && number * 2 == std::floor(number * 2);
    if (!in_halves) fail("This must be a number of hours from 0 to 1000, whole or with a half.");
    return in_halves ? number : 0;
}

std::vector<std::string> Node::ids() const {
    std::vector<std::string> ids;
    const std::vector<Node> nodes = items();
    for (const Node& node : nodes) ids.push_back(node.id());
    expect_unique(nodes, ids);
    return ids;
}

std::vector<Text> Node::texts() const {
    std::vector<Text> texts;
    for (const Node& node : items()) texts.push_back(node.text());
    return texts;
}

Text Node::optional_text(std::string_view name) const {
    return has(name) ? member(name).text() : Text{};
}

std::vector<Text> Node::optional_texts(std::string_view name) const {
    return has(name) ? member(name).texts() : std::vector<Text>{};
}

std::vector<std::string> Node::optional_ids(std::string_view name) const {
    return has(name) ? member(name).ids() : std::vector<std::string>{};
}

std::string Node::optional_id(std::string_view name) const {
    return has(name) ? member(name).id() : std::string();
}

bool Node::optional_boolean(std::string_view name) const {
    return has(name) && member(name).boolean();
}

void expect_unique(const std::vector<Node>& nodes, const std::vector<std::string>& ids) {
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t index = 0; index < ids.size() && index < nodes.size(); ++index) {
        const auto [first, is_new] = seen.emplace(ids[index], index);
        if (!is_new) {
            nodes[index].fail("The id " + in_quotes(ids[index]) + " stands at " + nodes[first->second].pointer() +
                              " already.");
        }
    }
}

} // namespace planner::process
