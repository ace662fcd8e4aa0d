#pragma once

#include "process/node.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace planner::process {

/// "/tasks/2": where an item of a list stands in what it is added to.
std::string at(std::string_view list, std::size_t index);

/// Looks up what is named somewhere in a process; adds an error there when it is not to be found.
class References {
public:
    References(const Process& process, Errors& errors) : process_(&process), errors_(&errors) {}

    const Process& process() const { return *process_; }
    void fail(const std::string& pointer, std::string sentence) const { errors_->add(pointer, std::move(sentence)); }

    // Each gives null after an error.
    const Card* card(const std::string& id, const std::string& pointer) const;
    const Step* step(const std::string& id, const std::string& pointer) const;
    const Role* role(const std::string& id, const std::string& pointer) const;
    const Task* task(const std::string& id, const std::string& pointer) const;
    const RunSheet* run_sheet(const std::string& id, const std::string& pointer) const;
    /// The pointer is of an object with the members "card" and "field".
    const Field* field(const FieldReference& reference, const std::string& pointer) const;

    /// Refuses a binding to what somebody with this scope has not, or has more than one of.
    void expect_owner(Scope scope, std::string_view binding, const std::string& pointer) const;

private:
    template <typename Found>
    const Found* found(const Found* item, std::string_view what, const std::string& id,
                       const std::string& pointer) const {
        if (!item) fail(pointer, "There is no " + std::string(what) + " \"" + id + "\".");
        return item;
    }

    const Process* process_;
    Errors* errors_;
};

} // namespace planner::process
