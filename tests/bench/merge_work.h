#pragma once

#include "document/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planner::bench {

/// The work that the planner's documents and the libraries beside them do alike: one document that two people got, and
/// the fields that each of them then wrote. libraries.mjs makes the script of it.
class MergeWork {
public:
    /// {"fields": [[entity, field, text], ...], "ours": [[number, text], ...], "theirs": the same}, in which a number
    /// counts in `fields`. Ends the program when it is something else.
    explicit MergeWork(std::string_view script);

    /// Files of the two copies.
    const std::string& ours() const { return ours_; }
    const std::string& theirs() const { return theirs_; }

    /// Reads their file and looks at every field: the bytes of all texts.
    std::size_t load() const;
    /// Opens both copies for one merge.
    void open();
    /// Merges their copy, opened, into ours: the number of conflicts that the merge reports.
    std::size_t merge();
    /// Merges their file into ours: the same.
    std::size_t merge_file();
    /// What came of it: true when each field has the texts that it should have, both where both wrote.
    bool merged_well() const;

private:
    /// The texts that should stand in each field, in the order of the script.
    std::vector<std::vector<std::string>> wanted_;
    std::vector<document::FieldKey> fields_;
    std::string ours_, theirs_;
    document::Document our_copy_{"", ""}, their_copy_{"", ""};
};

} // namespace planner::bench
