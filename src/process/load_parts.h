#pragma once

#include "process/node.h"

#include <vector>

namespace planner::process {

// Each reads one part of a process file; `root` is the whole file, of which the part may be missing. References between
// parts are followed by connect().

std::vector<Card> load_cards(const Node& root);
std::vector<FieldReference> load_learning_question(const Node& root);
/// A list of fields of cards.
std::vector<FieldReference> load_field_references(const std::vector<Node>& nodes);
std::vector<Role> load_roles(const Node& root);
std::vector<Task> load_tasks(const Node& root);
std::vector<RunSheet> load_run_sheets(const Node& root);
std::vector<Rule> load_rules(const Node& root);
std::vector<Message> load_messages(const Node& root);
std::vector<Hours> load_hours(const Node& root);
std::vector<HoursNote> load_hours_notes(const Node& root);
std::vector<AboutSection> load_about(const Node& root);
Fits load_fits(const Node& root);
Coach load_coach(const Node& root);
Overlap load_overlap(const Node& root);
std::vector<Gathered> load_gathered(const Node& root);

/// What a card, a task or a run sheet says about its scope; `standard` when it says nothing.
Scope load_scope(const Node& node, Scope standard);
/// A key date by its name.
KeyDate load_key_date(const Node& node);
/// At least two options with ids that differ.
std::vector<Option> load_options(const Node& list);

} // namespace planner::process
