#include "planning/row_text.h"

#include <utility>

namespace planner::planning {
namespace {

bool is_time(const std::vector<process::Field>& columns, std::size_t at) {
    return at < columns.size() && columns[at].kind == process::FieldKind::time;
}

bool ends_sentence(const std::string& text) {
    return !text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos;
}

} // namespace

std::string row_text(const std::vector<process::Field>& columns,
                     const std::function<std::string(const process::Field& column)>& text_of, const RowWords& words) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string text = text_of(columns[i]);
        if (is_time(columns, i) && is_time(columns, i + 1)) {
            const std::string until = text_of(columns[++i]);
            if (!until.empty()) text = words.times ? words.times(text, until) : text + "–" + until;
        }
        if (text.empty()) continue;
        if (!line.empty()) line += ends_sentence(line) ? words.after_sentence : words.between;
        line += text;
    }
    return line;
}

} // namespace planner::planning
