#include "cli/problem.h"

#include <utility>

namespace planner::cli {

std::string visible(const std::string& text) {
    std::string result;
    for (const char character : text) {
        const bool control = static_cast<unsigned char>(character) < 0x20 || character == 0x7F;
        result += control ? '?' : character;
    }
    return result;
}

tl::unexpected<Problem> refuse(std::string file, std::string pointer, std::string reason) {
    return tl::unexpected<Problem>({std::move(file), 1, 1, std::move(pointer), std::move(reason)});
}

Problem problem_of(std::string file, const document::Refusal& refusal) {
    return {std::move(file), refusal.line, refusal.column, refusal.pointer, refusal.reason_text};
}

std::string to_line(const Problem& problem) {
    return visible(problem.file) + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
           visible(problem.pointer) + ": " + visible(problem.reason);
}

} // namespace planner::cli
