#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The names that a file is made of, for reading and writing it.
namespace planner::document::file_format {

inline constexpr std::string_view name = "peer-review-planner";
/// The newest `minReader` that this version understands.
inline constexpr std::uint64_t reader = 3;
inline constexpr std::uint64_t version = 1;
/// What a file asks of its reader in which values were left out: one that knows no better would take them for damage.
inline constexpr std::uint64_t reader_of_withheld = 2;
/// The same of a file from which something was removed for good: one that knows no better would bring that back.
inline constexpr std::uint64_t reader_of_redacted = 3;

inline constexpr std::array<std::string_view, 7> members = {"data", "format",    "formatVersion", "id",
                                                            "kind", "minReader", "sync"};
/// What stood in the fields before. It asks nothing of a reader and gives the file no new version: one that does not know it
/// loses nothing that people see, and carries it along as a member that it does not know. Therefore it is understood without
/// the rest of `sync`: it has a list of replicas of its own.
inline constexpr std::string_view history_member = "history";
inline constexpr std::array<std::string_view, 6> sync_members = {"checksum", "fields",   history_member,
                                                                  "members",  "redacted", "replicas"};

/// Most versions of one field in a file. People do not write the same field that often without seeing each other; a
/// file that says so would only keep the merge busy.
inline constexpr std::size_t maximum_versions = 10'000;

/// Most fields, writes or labels in a file that were removed for good.
inline constexpr std::size_t maximum_redactions = 100'000;

/// How many objects and arrays stand around the other value of a conflict in a field: the file, "sync", "fields",
/// collection, entity, list of versions and version. They are more than in "data", so they bound a value there too: it
/// may come to stand here.
inline constexpr std::size_t levels_around_other_value = 7;
/// The same of an unknown member: the file, "sync", "members", list of versions and version.
inline constexpr std::size_t levels_around_other_member = 5;

/// Stands in the place of the checksum while that is computed.
inline constexpr std::string_view blank_checksum = "0000000000000000";

/// Unknown members are named by JSON pointer; those inside `sync` begin with this.
inline constexpr std::string_view sync_prefix = "/sync/";

} // namespace planner::document::file_format
