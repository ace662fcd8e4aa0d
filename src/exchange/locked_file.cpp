#include "exchange/locked_file.h"

#include <algorithm>
#include <optional>

#include "document/read.h"
#include "document/utf8.h"
#include "document/write.h"
#include "exchange/mail_encoding.h"
#include "exchange/transfer_decoding.h"

namespace planner::exchange {
namespace {

using document::Value;

constexpr const char* format_name = "peer-review-planner-locked";
constexpr const char* derivation_name = "PBKDF2-HMAC-SHA-256+HKDF";
constexpr const char* cipher_name = "AES-256-GCM";
constexpr int format_version = 1;

std::string random_bytes(std::size_t count, const std::function<std::uint64_t()>& random_bits) {
    std::string bytes;
    while (bytes.size() < count) {
        const std::uint64_t bits = random_bits();
        for (int shift = 0; shift < 64 && bytes.size() < count; shift += 8)
            bytes += static_cast<char>(bits >> shift & 0xFF);
    }
    return bytes;
}

Value header_of(const Lock& lock) {
    return {{"cipher", {{"name", cipher_name}, {"nonce", base64(lock.nonce)}}},
            {"format", format_name},
            {"formatVersion", format_version},
            {"key", {{"name", derivation_name}, {"rounds", lock.rounds}, {"salt", base64(lock.salt)}}}};
}

/// The bytes of a member in base64, exactly as base64() writes them.
std::optional<std::string> bytes_in(const Value& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    const std::string& text = found->get_ref<const std::string&>();
    std::string bytes = from_base64(text);
    if (base64(bytes) != text) return std::nullopt;
    return bytes;
}

bool says(const Value& object, const char* member, const char* text) {
    const auto found = object.find(member);
    return found != object.end() && *found == text;
}

bool is_object(const Value& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_object();
}

} // namespace

Lock new_lock(const std::function<std::uint64_t()>& random_bits) {
    Lock lock;
    lock.salt = random_bytes(lock_salt_bytes, random_bits);
    lock.nonce = random_bytes(lock_nonce_bytes, random_bits);
    return lock;
}

std::string lock_header(const Lock& lock) {
    return document::canonical_text(header_of(lock));
}

std::string write_locked(const LockedFile& file) {
    Value value = header_of(file.lock);
    value["payload"] = base64(file.payload);
    return document::canonical_text(value) + "\n";
}

bool is_locked(std::string_view bytes) {
    // The name of the format stands before the payload, whoever sorted the members.
    constexpr std::size_t beginning = 1024;
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{' &&
           bytes.substr(0, beginning).find("\"" + std::string(format_name) + "\"") != std::string_view::npos;
}

tl::expected<LockedFile, LockProblem> read_locked(std::string_view bytes) {
    document::ReadLimits limits;
    limits.depth = 4;
    limits.values = 32;
    limits.string_bytes = limits.bytes;
    const auto value = document::read_json(bytes, limits);
    if (!value || !value->is_object() || !says(*value, "format", format_name))
        return tl::unexpected<LockProblem>(LockProblem::damaged);
    const auto version = value->find("formatVersion");
    if (version == value->end() || !version->is_number_integer()) return tl::unexpected<LockProblem>(LockProblem::damaged);
    if (*version != format_version) return tl::unexpected<LockProblem>(LockProblem::newer_format);
    if (!is_object(*value, "cipher") || !is_object(*value, "key")) return tl::unexpected<LockProblem>(LockProblem::damaged);
    const Value& cipher = (*value)["cipher"];
    const Value& key = (*value)["key"];
    if (!says(cipher, "name", cipher_name) || !says(key, "name", derivation_name))
        return tl::unexpected<LockProblem>(LockProblem::newer_format);
    const auto rounds = key.find("rounds");
    if (rounds == key.end() || !rounds->is_number_unsigned()) return tl::unexpected<LockProblem>(LockProblem::damaged);
    const auto count = rounds->get<std::uint64_t>();
    if (count < fewest_lock_rounds || count > most_lock_rounds) return tl::unexpected<LockProblem>(LockProblem::rounds);
    const auto salt = bytes_in(key, "salt"), nonce = bytes_in(cipher, "nonce"), payload = bytes_in(*value, "payload");
    if (!salt || !nonce || !payload || salt->size() != lock_salt_bytes || nonce->size() != lock_nonce_bytes ||
        payload->size() < lock_check_bytes + lock_tag_bytes)
        return tl::unexpected<LockProblem>(LockProblem::damaged);
    LockedFile file{{static_cast<std::uint32_t>(count), *salt, *nonce}, *payload};
    // What the tag vouches for is this header and no other: members beside it would be nobody's.
    Value header = *value;
    header.erase("payload");
    if (header != header_of(file.lock)) return tl::unexpected<LockProblem>(LockProblem::damaged);
    return file;
}

bool is_long_enough(std::string_view pass_phrase) {
    if (!document::is_writable_text(pass_phrase)) return false;
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(pass_phrase.begin(), pass_phrase.end(), begins)) >= shortest_pass_phrase;
}

} // namespace planner::exchange
