#pragma once

#include "document/value.h"
#include "process/load.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planner::process {

/// Keeps the first error of a file; what is read after it does not matter any more.
class Errors {
public:
    void add(std::string pointer, std::string sentence);
    const std::optional<ProcessError>& first() const { return first_; }

private:
    std::optional<ProcessError> first_;
};

/// What the values of an enumeration are called in a file.
template <class Value>
using Names = std::vector<std::pair<std::string_view, Value>>;

/// A value of a process file that knows where it stands. Reading something else than is there adds an error and
/// gives an empty value, so that a reader needs no test after every member.
class Node {
public:
    Node(const document::Value& value, std::string pointer, Errors& errors)
        : value_(&value), pointer_(std::move(pointer)), errors_(&errors) {}

    const std::string& pointer() const { return pointer_; }
    void fail(std::string sentence) const { errors_->add(pointer_, std::move(sentence)); }

    /// Refuses a value that is not an object or that has a member with another name.
    void expect_members(const std::vector<std::string_view>& names) const;
    bool is_object() const { return value_->is_object(); }
    bool has(std::string_view name) const;
    /// The member; an error and a node that holds null when it is missing.
    Node member(std::string_view name) const;

    /// The names of the members of an object.
    std::vector<std::string> names() const;

    /// The items of a list.
    std::vector<Node> items() const;
    /// The items of the member, none when it is missing.
    std::vector<Node> optional_items(std::string_view name) const;

    /// A text that is not empty.
    std::string string() const;
    /// A lower-case name: a letter, then letters, digits, "_" or "-"; at most 40 characters.
    std::string id() const;
    /// A text in Dutch and perhaps in English, neither empty.
    Text text() const;
    bool boolean() const;
    /// A whole number between the bounds, which belong to it.
    std::size_t number(std::size_t least, std::size_t most) const;
    /// The same, and it may be negative.
    int integer(int least, int most) const;
    /// Hours from 0 to 1000, whole or with a half.
    double hours() const;
    /// One of the names, which says its value; `what` says in the error what they are names of.
    template <class Value>
    Value named(std::string_view what, const Names<Value>& names) const;

    /// Ids, each once.
    std::vector<std::string> ids() const;
    std::vector<Text> texts() const;

    // The member; what stands for nothing when it is missing.
    Text optional_text(std::string_view name) const;
    std::vector<Text> optional_texts(std::string_view name) const;
    std::vector<std::string> optional_ids(std::string_view name) const;
    std::string optional_id(std::string_view name) const;
    bool optional_boolean(std::string_view name) const;

private:
    const document::Value* value_;
    std::string pointer_;
    Errors* errors_;
};

/// Adds an error for the first item whose id an earlier one has too; the two lists run side by side.
void expect_unique(const std::vector<Node>& nodes, const std::vector<std::string>& ids);

/// Reads every item of a list of things that have an id; refuses two with the same id.
template <class Read>
auto load_list(const std::vector<Node>& nodes, const Read& read) {
    std::vector<decltype(read(nodes.front()))> items;
    std::vector<std::string> ids;
    for (const Node& node : nodes) {
        items.push_back(read(node));
        ids.push_back(items.back().id);
    }
    expect_unique(nodes, ids);
    return items;
}

template <class Value>
Value Node::named(std::string_view what, const Names<Value>& names) const {
    const std::string name = string();
    std::string known;
    for (const auto& [each, value] : names) {
        if (each == name) return value;
        known.append(known.empty() ? "" : ", ").append(each);
    }
    fail("The " + std::string(what) + " \"" + name + "\" is not known. It is one of " + known + ".");
    return names.front().second;
}

} // namespace planner::process
