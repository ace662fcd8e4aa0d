#pragma once

#include "document/value.h"
#include "process/load.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
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

/// A value of a process file that knows where it stands. Reading something else than is there adds an error and
/// gives an empty value, so that a reader needs no test after every member.
class Node {
public:
    Node(const document::Value& value, std::string pointer, Errors& errors)
        : value_(&value), pointer_(std::move(pointer)), errors_(&errors) {}

    const std::string& pointer() const { return pointer_; }
    void fail(std::string sentence) const { errors_->add(pointer_, std::move(sentence)); }

    /// Refuses a value that is not an object or that has a member with another name.
    void expect_members(std::initializer_list<std::string_view> names) const;
    bool has(std::string_view name) const;
    /// The member; an error and a node that holds null when it is missing.
    Node member(std::string_view name) const;

    /// The items of a list.
    std::vector<Node> items() const;

    /// A text that is not empty.
    std::string string() const;
    /// A lower-case name: a letter, then letters, digits, "_" or "-"; at most 40 characters.
    std::string id() const;
    /// A text in both languages, neither empty.
    Text text() const;
    bool boolean() const;
    /// A whole number between the bounds, which belong to it.
    std::size_t number(std::size_t least, std::size_t most) const;

private:
    const document::Value* value_;
    std::string pointer_;
    Errors* errors_;
};

/// Adds an error for the first item whose id an earlier one has too; the two lists run side by side.
void expect_unique(const std::vector<Node>& nodes, const std::vector<std::string>& ids);

} // namespace planner::process
