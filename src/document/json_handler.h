#pragma once

#include "document/read.h"

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace planner::document {

/// How far the parser has read, and whether it asked for more than there is.
struct ReadingPlace {
    const char* next = nullptr;
    bool asked_beyond_end = false;
};

/// Walks over text and tells where it is: the parser's events do not say.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, ReadingPlace* place) : at_(at), place_(place) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        place_->next = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const {
        place_->asked_beyond_end |= at_ == other.at_;
        return at_ == other.at_;
    }
    bool operator!=(const CountingIterator& other) const { return !(*this == other); }

private:
    const char* at_;
    ReadingPlace* place_;
};

/// Builds a Value from the parser's events, within limits, without ever losing anything silently.
class JsonHandler {
public:
    /// `stop_at`, if given: a JSON pointer; reading ends where that value begins (found() then says where).
    JsonHandler(std::string_view text, const ReadLimits& limits, const std::string* stop_at = nullptr);

    /// Reads the whole text. False when it was refused or stopped.
    bool run();

    Value& result() { return root_; }
    const Refusal& refusal() const { return refusal_; }
    bool found() const { return found_; }
    std::size_t found_at() const { return found_at_; }

    // Called by nlohmann's parser; false ends reading.
    bool null();
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    bool number_unsigned(std::uint64_t value);
    bool number_float(double value, const std::string& literal);
    bool string(std::string& value);
    bool binary(Value::binary_t& value);
    bool start_object(std::size_t size);
    bool key(std::string& value);
    bool end_object();
    bool start_array(std::size_t size);
    bool end_array();
    bool parse_error(std::size_t position, const std::string& last_token, const Value::exception& error);

private:
    struct Level {
        Value* container = nullptr;
        const std::string* key = nullptr;
        Value* member = nullptr;
    };

    bool put(Value value);
    bool open(Value container);
    bool close();
    bool refuse(Reason reason, std::string reason_text, std::size_t offset);
    std::string pointer() const;
    std::size_t token_begin() const;
    std::size_t consumed() const { return static_cast<std::size_t>(place_.next - text_.data()); }
    void token_done() { token_from_ = consumed(); }

    std::string_view text_;
    const ReadLimits& limits_;
    const std::string* stop_at_;
    ReadingPlace place_;
    std::size_t token_from_ = 0;
    std::size_t values_ = 0;
    std::vector<Level> levels_;
    Value root_;
    bool complete_ = false;
    bool found_ = false;
    std::size_t found_at_ = 0;
    Refusal refusal_;
};

/// Fills in line and column (in code points) of a byte offset.
void set_place(Refusal& refusal, std::string_view text, std::size_t offset);

/// Fills in line and column of the value that the refusal's pointer names, in a text that can be parsed.
void set_place_of_pointer(Refusal& refusal, std::string_view text, const ReadLimits& limits);

} // namespace planner::document
