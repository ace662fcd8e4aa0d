#pragma once

#include <vector>

#include "review/review.h"

namespace planner::review {

/// Whether what stands in a field is somebody's name or how to reach them, also where the process has no place for it.
process::Personal personal_of(const Review& review, const document::FieldKey& key);

/// The fields of a review in which people wrote something of that kind (Personal::name, Personal::contact): on cards, in
/// tables, of persons, panels and who guides, also of removed rows. In the order of the document.
std::vector<document::FieldKey> personal_fields(const Review& review, process::Personal kind);

/// A copy of a review without how to reach people, and without what stood in its fields before. What is left out keeps its place (Document::withhold), so that a copy
/// that comes back takes nothing away.
document::Document without_contacts(const Review& review);

/// The texts that people wrote in which still something stands that looks like a mail address or a telephone number, of a
/// document from which contacts were left out. In its order.
std::vector<document::FieldKey> texts_with_contacts(const document::Document& document);

} // namespace planner::review
