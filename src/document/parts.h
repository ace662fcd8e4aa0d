#pragma once

#include "document/document.h"

namespace planner::document {

using Members = std::map<std::string, Register, std::less<>>;

/// The insides of a register, for merging and nobody else.
struct RegisterParts {
    static std::vector<Version>& versions(Register& target) { return target.versions_; }
    static std::vector<Dot>& withheld(Register& target) { return target.withheld_; }
};

/// The insides of a document, for reading, merging and writing files.
struct DocumentParts {
    static Collections& collections(Document& document) { return document.collections_; }
    static std::vector<Replica>& replicas(Document& document) { return document.replicas_; }
    static Members& members(Document& document) { return document.members_; }
    static FieldHistory& history(Document& document) { return document.history_; }
    static Redactions& redactions(Document& document) { return document.redactions_; }
    static std::uint64_t& format_version(Document& document) { return document.format_version_; }
    static std::uint64_t format_version(const Document& document) { return document.format_version_; }
};

/// The first line of a sorted version vector whose replica is not before `id`.
std::vector<Replica>::iterator replica_place(std::vector<Replica>& replicas, ReplicaId id);

/// How many writes of `id` a sorted version vector has seen.
std::uint64_t seen_of(const std::vector<Replica>& replicas, ReplicaId id);

/// Puts what `theirs` has seen into `ours`; both sorted. Of two labels, the one with the larger counter stays.
void join_replicas(std::vector<Replica>& ours, const std::vector<Replica>& theirs);

} // namespace planner::document
