#pragma once

#include <string>

#include "app/dates.h"
#include "app/texts.h"
#include "review/place.h"

namespace planner::app {

/// A value as people read it: labels of options, names of participants, dates in words, "Ja" or "Nee". `field` may be
/// null: then it is what the planner itself knows of the field `key`, or shown as it is. The process that a
/// review keeps is its title and version.
std::string value_text(const Texts& texts, const review::Review& review, const document::FieldKey& key,
                       const document::Value& value, const process::Field* field, Day today);

/// "Opbrengst · Voorbereiding peer review · Team Techniek", from the small to the large.
std::string place_text(const Texts& texts, const review::Place& place);

/// The label of the field itself: "Opbrengst", "Kolom, Peers 2", "Datum startbijeenkomst".
std::string label_text(const Texts& texts, const review::Place& place);

} // namespace planner::app
