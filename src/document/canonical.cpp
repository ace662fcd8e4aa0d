#include "document/canonical.h"

#include "document/write.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace planner::document {

namespace {

template <class Integer>
void append_integer(std::string& out, Integer number) {
    std::array<char, 24> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), result.ptr);
}

void append_escape(std::string& out, char character) {
    constexpr std::string_view hexadecimal_digits = "0123456789abcdef";
    switch (character) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
        out += "\\u00";
        out += hexadecimal_digits[static_cast<unsigned char>(character) >> 4];
        out += hexadecimal_digits[static_cast<unsigned char>(character) & 0xF];
    }
}

bool needs_escape(char character) {
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

void append_array(std::string& out, const Value::array_t& elements) {
    out += '[';
    for (const Value& element : elements) {
        if (&element != &elements.front()) {
            out += ',';
        }
        append_value(out, element);
    }
    out += ']';
}

void append_object(std::string& out, const Value::object_t& members) {
    out += '{';
    bool first = true;
    for (const auto& [key, member] : members) {
        if (!first) {
            out += ',';
        }
        first = false;
        append_text(out, key);
        out += ':';
        append_value(out, member);
    }
    out += '}';
}

} // namespace

void append_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain = 0;
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (needs_escape(text[index])) {
            out.append(text, plain, index - plain);
            append_escape(out, text[index]);
            plain = index + 1;
        }
    }
    out.append(text, plain);
    out += '"';
}

void append_value(std::string& out, const Value& value) {
    switch (value.type()) {
    case Value::value_t::string: append_text(out, value.get_ref<const std::string&>()); break;
    case Value::value_t::boolean: out += value.get<bool>() ? "true" : "false"; break;
    case Value::value_t::number_integer: append_integer(out, value.get<std::int64_t>()); break;
    case Value::value_t::number_unsigned: append_integer(out, value.get<std::uint64_t>()); break;
    case Value::value_t::number_float: out += value.dump(); break;
    case Value::value_t::array: append_array(out, value.get_ref<const Value::array_t&>()); break;
    case Value::value_t::object: append_object(out, value.get_ref<const Value::object_t&>()); break;
    default: out += "null";
    }
}

std::string canonical_text(const Value& value) {
    std::string text;
    append_value(text, value);
    return text;
}

} // namespace planner::document
