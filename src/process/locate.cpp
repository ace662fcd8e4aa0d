#include "process/locate.h"

#include "document/key.h"
#include "document/read.h"
#include "document/value.h"

#include <string>

namespace planner::process {

namespace {

/// Walks over valid JSON from value to value. At the end of the text it stands still.
class Walker {
public:
    explicit Walker(std::string_view json) : json_(json) { skip_space(); }

    std::size_t offset() const { return offset_; }
    char byte() const { return offset_ < json_.size() ? json_[offset_] : '\0'; }

    /// Goes from the start of an object or list to its member or item; stays where it is when there is none.
    bool enter(std::string_view segment) {
        const std::size_t start = offset_;
        const bool is_object = byte() == '{';
        if (!is_object && byte() != '[') return false;
        const char end = is_object ? '}' : ']';
        step();
        for (std::size_t index = 0; byte() != end && byte() != '\0'; ++index) {
            const std::string name = is_object ? read_name() : std::to_string(index);
            if (name == segment) return true;
            skip_value();
            if (byte() == ',') step();
        }
        offset_ = start;
        return false;
    }

private:
    void skip_space() {
        while (offset_ < json_.size() && std::string_view(" \t\r\n").find(json_[offset_]) != std::string_view::npos) {
            ++offset_;
        }
    }

    void step() {
        ++offset_;
        skip_space();
    }

    void skip_string() {
        ++offset_;
        while (offset_ < json_.size() && json_[offset_] != '"') offset_ += json_[offset_] == '\\' ? 2 : 1;
        ++offset_;
    }

    /// Reads `"name":` and stands on the value.
    std::string read_name() {
        const std::size_t start = offset_;
        skip_string();
        const auto name = document::read_json(json_.substr(start, offset_ - start));
        skip_space();
        step();
        const auto* string = name ? name->get_ptr<const std::string*>() : nullptr;
        return string ? *string : std::string();
    }

    void skip_value() {
        std::size_t depth = 0;
        while (offset_ < json_.size()) {
            const char current = byte();
            if (current == '"') {
                skip_string();
                continue;
            }
            if (depth == 0 && (current == ',' || current == '}' || current == ']')) break;
            if (current == '{' || current == '[') ++depth;
            if (current == '}' || current == ']') --depth;
            ++offset_;
        }
    }

    std::string_view json_;
    std::size_t offset_ = 0;
};

Position position_of(std::string_view json, std::size_t offset) {
    Position position;
    for (const char byte : json.substr(0, offset)) {
        if (byte == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++position.column;
        }
    }
    return position;
}

} // namespace

Position locate(std::string_view json, std::string_view pointer) {
    Walker walker(json);
    const auto segments = document::split_pointer(pointer);
    if (segments) {
        for (const std::string& segment : *segments) {
            if (!walker.enter(segment)) break;
        }
    }
    return position_of(json, walker.offset());
}

} // namespace planner::process
