#pragma once

#include <span>
#include <string_view>

/// The files of assets/ that are part of the program.
namespace planner::assets {

struct Asset {
    std::string_view id; ///< the file's name without ".json"
    std::string_view bytes;
};

struct Text {
    std::string_view key;
    std::string_view text;
};

/// assets/processes, sorted by id.
std::span<const Asset> processes();
/// assets/texts in a language ("en", "nl"), each a key and a text that end with NUL, sorted by key; empty when this program was
/// built without it. See language.h.
std::string_view embedded_texts(std::string_view language);
/// assets/holidays, sorted by id.
std::span<const Asset> holidays();
/// assets/examples, sorted by id; the same bytes as the files, or none when the page fetches them.
std::span<const Asset> examples();

/// One of them; empty when there is none with this id.
std::string_view process(std::string_view id);
std::string_view example(std::string_view id);

} // namespace planner::assets
