#pragma once

#include <string>
#include <vector>

#include "review/create.h"
#include "review/known_names.h"
#include "review/review.h"

namespace planner::review {

/// What an anonymous copy says where the process has no word for it.
struct AnonymousWords {
    std::string person;      ///< "Persoon"
    std::string institution; ///< "Instelling"
    std::string title;       ///< stands behind the title: "anoniem"
};

/// A copy that does not say who it is about, and what it says instead of whom: the key, which is not in the copy.
struct AnonymousCopy {
    document::Document document;
    std::vector<Alias> key; ///< institutions, participants and people, each once
};

/// People become roles with a number, participants and institutions letters, also where texts mention them; ways to
/// reach them, places, regions, links and mail addresses are left out. It is a new review without history, so that it
/// never comes back as edits of the original. The process is nobody's words: a name that stands in it stays there.
AnonymousCopy anonymous_copy(const Review& review, const AnonymousWords& words, process::Language language,
                             const document::Stamp& stamp, const RandomBits& random);

/// The names of the key, or parts of them, that a document still says anywhere but in its process, each once; none of a
/// copy that `anonymous_copy` made.
std::vector<std::string> names_left(const document::Document& document, const AnonymousWords& words,
                                    const std::vector<Alias>& key);

} // namespace planner::review
