#include "document/json_handler.h"

#include "document/key.h"
#include "document/number.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

/// What nlohmann says about a syntax error, without its codes, its own idea of the place and the text it has read.
std::string plain_message(std::string message) {
    const std::size_t begin = message.find("syntax error ");
    const std::size_t last_read = message.find("; last read: ");
    const std::size_t expected = message.rfind("; expected ");
    std::string plain = message.substr(begin == std::string::npos ? 0 : begin, last_read - begin);
    if (expected != std::string::npos && last_read != std::string::npos && expected > last_read) {
        plain += message.substr(expected);
    }
    return plain;
}

} // namespace

JsonHandler::JsonHandler(std::string_view text, const ReadLimits& limits, const std::string* stop_at)
    : text_(text), limits_(limits), stop_at_(stop_at) {
    place_.next = text.data();
}

bool JsonHandler::run() {
    const CountingIterator begin(text_.data(), &place_);
    const CountingIterator end(text_.data() + text_.size(), &place_);
    return Value::sax_parse(begin, end, this, Value::input_format_t::json, true);
}

std::string JsonHandler::pointer() const {
    std::string result;
    for (const Level& level : levels_) {
        if (level.key != nullptr) {
            append_pointer_segment(result, *level.key);
        } else if (level.container->is_array()) {
            // Of the innermost array the next element is meant, of the others the one that is open.
            const std::size_t open = &level == &levels_.back() ? 0 : 1;
            append_pointer_segment(result, std::to_string(level.container->size() - open));
        }
    }
    return result;
}

/// Where the token that the parser has just read begins.
std::size_t JsonHandler::token_begin() const {
    return std::min(text_.find_first_not_of(" \t\r\n,:", token_from_), text_.size());
}

bool JsonHandler::refuse(Reason reason, std::string reason_text, std::size_t offset) {
    refusal_.reason = reason;
    refusal_.reason_text = std::move(reason_text);
    refusal_.pointer = pointer();
    set_place(refusal_, text_, offset);
    return false;
}

/// Puts a value in its place and leaves it reachable for the level that it may open.
bool JsonHandler::put(Value value) {
    if (stop_at_ != nullptr && pointer() == *stop_at_) {
        found_ = true;
        found_at_ = token_begin();
        return false;
    }
    if (++values_ > limits_.values) {
        return refuse(Reason::too_many, "there are more than " + std::to_string(limits_.values) + " values",
                      token_begin());
    }
    if (levels_.empty()) {
        root_ = std::move(value);
    } else if (levels_.back().container->is_array()) {
        levels_.back().container->push_back(std::move(value));
    } else {
        *levels_.back().member = std::move(value);
    }
    complete_ = levels_.empty() && !root_.is_structured();
    token_done();
    return true;
}

bool JsonHandler::open(Value container) {
    if (levels_.size() >= limits_.depth) {
        return refuse(Reason::too_deep,
                      "arrays and objects are nested more than " + std::to_string(limits_.depth) + " deep",
                      token_begin());
    }
    if (!put(std::move(container))) {
        return false;
    }
    Value* opened = &root_;
    if (!levels_.empty()) {
        Level& level = levels_.back();
        opened = level.container->is_array() ? &level.container->back() : level.member;
    }
    levels_.push_back({opened, nullptr, nullptr});
    return true;
}

bool JsonHandler::close() {
    levels_.pop_back();
    complete_ = levels_.empty();
    token_done();
    return true;
}

bool JsonHandler::null() {
    return put(nullptr);
}

bool JsonHandler::boolean(bool value) {
    return put(value);
}

bool JsonHandler::number_integer(std::int64_t value) {
    // The only integer that 64 bits lose something of: the sign of "-0".
    return value == 0 ? put(-0.0) : put(value);
}

bool JsonHandler::number_unsigned(std::uint64_t value) {
    return put(value);
}

bool JsonHandler::number_float(double value, const std::string& literal) {
    if (!keeps_number(literal, value)) {
        return refuse(Reason::number_range, "the number cannot be kept exactly", token_begin());
    }
    return put(value);
}

bool JsonHandler::string(std::string& value) {
    if (value.size() > limits_.string_bytes) {
        return refuse(Reason::too_long, "a text is longer than " + std::to_string(limits_.string_bytes) + " bytes",
                      token_begin());
    }
    if (value.find('\0') != std::string::npos) {
        return refuse(Reason::nul, "a text contains the character NUL", token_begin());
    }
    return put(std::move(value));
}

bool JsonHandler::binary(Value::binary_t&) {
    return refuse(Reason::syntax, "there is no binary JSON", consumed());
}

bool JsonHandler::start_object(std::size_t) {
    return open(Value::object());
}

bool JsonHandler::key(std::string& value) {
    Level& level = levels_.back();
    if (value.size() > limits_.key_bytes) {
        return refuse(Reason::too_long, "a name is longer than " + std::to_string(limits_.key_bytes) + " bytes",
                      token_begin());
    }
    if (value.find('\0') != std::string::npos) {
        return refuse(Reason::nul, "a name contains the character NUL", token_begin());
    }
    auto& members = level.container->get_ref<Value::object_t&>();
    const std::size_t before = members.size();
    // Our own files are sorted, so the place is mostly the end.
    const auto place = members.emplace_hint(members.end(), std::move(value), nullptr);
    level.key = &place->first;
    level.member = &place->second;
    if (members.size() == before) {
        return refuse(Reason::duplicate_key, "the name occurs twice in one object", token_begin());
    }
    token_done();
    return true;
}

bool JsonHandler::end_object() {
    return close();
}

bool JsonHandler::start_array(std::size_t) {
    Value elements = Value::array();
    // Most arrays in a planner file are versions, which have three or four elements.
    elements.get_ref<Value::array_t&>().reserve(4);
    return open(std::move(elements));
}

bool JsonHandler::end_array() {
    return close();
}

bool JsonHandler::parse_error(std::size_t, const std::string&, const Value::exception& error) {
    const std::size_t last = consumed() == 0 ? 0 : consumed() - 1;
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) {
        return refuse(Reason::number_range, "the number is too large", token_begin());
    }
    if (complete_) {
        return refuse(Reason::trailing_bytes, "something follows after the end", token_begin());
    }
    if (place_.asked_beyond_end) {
        return refuse(Reason::cut_off, "the file ends in the middle", text_.size());
    }
    return refuse(Reason::syntax, plain_message(error.what()), last);
}

void set_place(Refusal& refusal, std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_end = before.rfind('\n');
    const std::string_view line = before.substr(line_end == std::string_view::npos ? 0 : line_end + 1);
    const auto code_points = std::count_if(line.begin(), line.end(),
                                           [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
    refusal.line = static_cast<std::size_t>(lines) + 1;
    refusal.column = static_cast<std::size_t>(code_points) + 1;
}

void set_place_of_pointer(Refusal& refusal, std::string_view text, const ReadLimits& limits) {
    JsonHandler handler(text, limits, &refusal.pointer);
    handler.run();
    set_place(refusal, text, handler.found() ? handler.found_at() : 0);
}

} // namespace planner::document
