#pragma once

#include "document/document.h"
#include "history.h"
#include "oracle.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace planner::document {

/// How documents are merged; tests put broken ones here.
using Merge = std::function<void(Document& ours, const Document& theirs)>;

void honest_merge(Document& ours, const Document& theirs);

/// Where histories write: fields of rows.
FieldKey key_of(const std::string& entity, const std::string& field);

enum class Replicas { one_each, cloned };
enum class Checks { laws, oracle, all };

struct Rules {
    Merge merge = honest_merge;
    Replicas replicas = Replicas::one_each;
    Checks checks = Checks::all;
    bool reversed_clocks = false;
};

/// A document and what the oracle knows that it has seen.
struct Copy {
    Document document{"d", "review"};
    oracle::Writes seen;
    ReplicaId replica;
    oracle::Writes unknown; ///< of what it has seen, what was left out of every copy that told it so
    oracle::Writes redacted_writes;          ///< what was removed for good, as far as it has heard
    std::set<oracle::Place> redacted_fields; ///< the same of whole fields
    std::set<oracle::Place> left_out;        ///< fields whose earlier values were left out of a copy that told it something

    /// The writes of which it cannot have the value.
    oracle::Writes without() const { return unknown | redacted_writes; }
};

/// Notes in `ours` that it has seen what `theirs` has.
void join_knowledge(Copy& ours, const Copy& theirs);

/// What somebody who has seen nothing says about the fields of an entity, as in the oracle's log.
using Claims = std::map<std::string, std::set<std::string>>;

/// Four copies and the mail between them, beside the log of what was written.
class World {
public:
    explicit World(const Rules& rules);

    /// Runs a whole history; says which law failed, or nothing.
    std::optional<std::string> run(const History& history);

    /// What every copy holds, whatever is shown first.
    std::string contents() const;

private:
    void step(const Step& step);
    void write(const Step& step, Copy& copy);
    void reorder(const Step& step, Copy& copy);
    void remove_or_restore(const Step& step, Copy& copy);
    void send(Copy copy);
    void send_without(const Step& step, Copy copy);
    void redact(const Step& step, Copy& copy);
    void deliver(const Step& step, Copy& copy);
    void edit_by_hand(const Step& step);
    void claim(const Value& data, const Copy& original, const Value& before, bool keeps_sync, Copy& foreign);
    void claim_entity(const std::string& entity, const Claims& fields, bool says_deleted, Copy& foreign);
    void cut_off(const Step& step);
    void open_afresh(const Step& step, Copy& copy);

    void check_oracle(const Copy& copy);
    void check_field(const Copy& copy, const oracle::Place& place);
    void check_presence(const Copy& copy, const std::string& entity);
    void check_laws();
    void check_late_copies();
    void check_round_trip(const Document& document);
    Document merged(Document ours, const Document& theirs) const;
    Copy merged_copy(Copy ours, const Copy& theirs) const;
    void fail(const std::string& law);
    Stamp stamp(const Step& step, const Copy& copy) const;
    const Copy* message(const Step& step) const;

    const Rules& rules_;
    oracle::Log log_;
    std::array<Copy, copy_count> copies_;
    std::vector<Copy> mail_;
    std::map<std::string, Copy> foreign_;
    std::uint64_t next_replica_ = copy_count + 1;
    std::size_t writes_ = 0;
    std::optional<std::string> failure_;
};

} // namespace planner::document
