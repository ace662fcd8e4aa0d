#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "process/text.h"

namespace planner::exchange {

// What stands on paper, without how it looks. Texts may hold anything: they come out as text, whatever is in them.

enum class Emphasis { normal, quiet };

struct Paragraph {
    std::string text;
    Emphasis emphasis = Emphasis::normal;
};

/// Above a part of a section.
struct Heading {
    std::string text;
};

enum class Mark { bullet, good, bad };

struct List {
    std::vector<std::string> items;
    Mark mark = Mark::bullet;
};

struct Choice {
    std::string label;
    bool chosen = false;
};

/// Boxes to tick, side by side.
struct Choices {
    std::vector<Choice> choices;
};

/// What something is called, and what it is. An empty text becomes a line to write on.
struct Definitions {
    std::vector<std::pair<std::string, std::string>> items;
};

enum class Share { narrow, normal, wide };

struct Column {
    std::string title;
    Share share = Share::normal;
};

/// The first cell of each row says what the row is about. A row may be shorter than the columns; what is missing or
/// empty leaves room to write in.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// Lines to write on.
struct Lines {
    std::size_t count = 1;
};

using SheetPart = std::variant<Paragraph, Heading, List, Choices, Definitions, Table, Lines>;

/// half: two of them stand side by side on a sheet that fits one page.
enum class SectionWidth { full, half };

struct Section {
    std::string heading; ///< may be empty
    std::vector<SheetPart> parts;
    SectionWidth width = SectionWidth::full;
};

enum class Paper { a4, a3 };
enum class Orientation { portrait, landscape };
/// one_page: with the narrowest margins and spaces; who makes the sheet sees to it that it is short enough.
enum class Fit { flowing, one_page };

/// Something to print.
struct Sheet {
    std::string title;
    std::string subtitle; ///< may be empty
    std::string note;     ///< in small letters under the subtitle; may be empty
    process::Language language = process::Language::dutch;
    Paper paper = Paper::a4;
    Orientation orientation = Orientation::portrait;
    Fit fit = Fit::flowing;
    int half_points = 21; ///< size of the letters
    std::vector<Section> sections;
};

/// The sheet as one HTML document that needs nothing else: no script, no address. Always UTF-8; the same sheet gives
/// the same bytes. Control characters and those that turn the direction of writing around (U+202A to U+202E, U+2066 to
/// U+2069) are left out of texts.
std::string to_html(const Sheet& sheet);

} // namespace planner::exchange
