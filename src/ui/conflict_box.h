#pragma once

#include "ui/screen_state.h"

#include <initializer_list>

#include <string>

namespace planner::ui {

/// A version in words: whose it is, when it was written and what it says. `field` may be null.
std::string version_label(Context&, const document::Version&);
std::string version_time(Context&, const document::Version&);
std::string version_text(Context&, const document::FieldKey&, const document::Value&, const process::Field* field);

/// The versions of a value beside each other, with the ways to choose. `field` may be null.
void draw_conflict(Context&, const document::FieldKey&, const process::Field* field, const std::string& label);

/// The conflicts of these fields of one entity, each called after its place; without those to be chosen later.
void draw_conflicts_of(Context&, const document::EntityKey&, std::initializer_list<std::string_view> fields);

} // namespace planner::ui
