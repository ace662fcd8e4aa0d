#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The names that a file is made of, for reading and writing it.
namespace planner::document::file_format {

inline constexpr std::string_view name = "peer-review-planner";
/// The newest `minReader` that this version understands.
inline constexpr std::uint64_t reader = 1;
inline constexpr std::uint64_t version = 1;

inline constexpr std::array<std::string_view, 7> members = {"data", "format",    "formatVersion", "id",
                                                            "kind", "minReader", "sync"};
inline constexpr std::array<std::string_view, 4> sync_members = {"checksum", "fields", "members", "replicas"};

/// Most versions of one field in a file. People do not write the same field that often without seeing each other; a
/// file that says so would only keep the merge busy.
inline constexpr std::size_t maximum_versions = 10'000;

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
