#pragma once

#include "document/key.h"
#include "document/value.h"

#include <ostream>

namespace planner::cli {

/// Fields or entities as a list of JSON pointers.
template <class Keys>
document::Value pointers(const Keys& keys) {
    document::Value list = document::Value::array();
    for (const auto& key : keys) {
        list.push_back(document::to_pointer(key));
    }
    return list;
}

/// The same for people: how many, what they are, and one per line.
template <class Keys>
void print_pointers(std::ostream& out, const char* what, const Keys& keys) {
    out << keys.size() << what << "\n";
    for (const auto& key : keys) {
        out << "  " << document::to_pointer(key) << "\n";
    }
}

} // namespace planner::cli
