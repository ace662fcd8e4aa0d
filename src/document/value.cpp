#include "document/value.h"

#include "document/utf8.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace planner::document {

namespace {

bool same_number(const Value& left, const Value& right) {
    if (left.is_number_float() || right.is_number_float()) {
        const auto as_double = [](const Value& value) { return value.get<double>(); };
        return left.is_number_float() && right.is_number_float() && as_double(left) == as_double(right) &&
               std::signbit(as_double(left)) == std::signbit(as_double(right));
    }
    const bool left_negative = !left.is_number_unsigned() && left.get<std::int64_t>() < 0;
    const bool right_negative = !right.is_number_unsigned() && right.get<std::int64_t>() < 0;
    return left_negative == right_negative && left.get<std::uint64_t>() == right.get<std::uint64_t>();
}

bool same_array(const Value::array_t& left, const Value::array_t& right) {
    if (left.size() != right.size()) {
        return false;
    }
    for (std::size_t index = 0; index < left.size(); ++index) {
        if (!same_value(left[index], right[index])) {
            return false;
        }
    }
    return true;
}

bool same_object(const Value::object_t& left, const Value::object_t& right) {
    if (left.size() != right.size()) {
        return false;
    }
    auto other = right.begin();
    for (const auto& [key, value] : left) {
        if (key != other->first || !same_value(value, other->second)) {
            return false;
        }
        ++other;
    }
    return true;
}

void make_object_writable(Value& value) {
    Value::object_t members;
    for (auto& [key, member] : value.get_ref<Value::object_t&>()) {
        make_writable(member);
        members.emplace(is_writable_text(key) ? key : writable_text(key), std::move(member));
    }
    value = std::move(members);
}

} // namespace

bool same_value(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) {
        return same_number(left, right);
    }
    if (left.type() != right.type()) {
        return false;
    }
    switch (left.type()) {
    case Value::value_t::string: return left.get_ref<const std::string&>() == right.get_ref<const std::string&>();
    case Value::value_t::boolean: return left.get<bool>() == right.get<bool>();
    case Value::value_t::array:
        return same_array(left.get_ref<const Value::array_t&>(), right.get_ref<const Value::array_t&>());
    case Value::value_t::object:
        return same_object(left.get_ref<const Value::object_t&>(), right.get_ref<const Value::object_t&>());
    default: return true;
    }
}

void make_writable(Value& value) {
    switch (value.type()) {
    case Value::value_t::string:
        if (auto& text = value.get_ref<std::string&>(); !is_writable_text(text)) {
            text = writable_text(text);
        }
        break;
    case Value::value_t::number_float:
        if (!std::isfinite(value.get<double>())) {
            value = nullptr;
        }
        break;
    case Value::value_t::array:
        for (Value& element : value.get_ref<Value::array_t&>()) {
            make_writable(element);
        }
        break;
    case Value::value_t::object: make_object_writable(value); break;
    case Value::value_t::binary:
    case Value::value_t::discarded: value = nullptr; break;
    default: break;
    }
}

} // namespace planner::document
