#include "document/read.h"

#include "document/file_format.h"
#include "document/file_parts.h"
#include "document/hash.h"
#include "document/json_handler.h"
#include "document/write.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

template <class Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Takes a member out of an object; nothing when there is none.
std::optional<Value> take(Value::object_t& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) {
        return std::nullopt;
    }
    std::optional<Value> value(std::move(found->second));
    object.erase(found);
    return value;
}

tl::expected<std::string, Refusal> take_text(Value::object_t& object, const char* name) {
    const std::optional<Value> value = take(object, name);
    if (!value) {
        return refuse_at(Reason::wrong_shape, "", std::string("the member \"") + name + "\" is missing");
    }
    if (!value->is_string() || value->get_ref<const std::string&>().empty()) {
        return refuse_at(Reason::wrong_shape, std::string("/") + name, "this must be a text that is not empty");
    }
    return value->get<std::string>();
}

/// A version number from 1; 1 when it is missing.
tl::expected<std::uint64_t, Refusal> take_version(Value::object_t& object, const char* name) {
    const std::optional<Value> value = take(object, name);
    if (!value) {
        return 1;
    }
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() == 0 ||
        value->get<std::uint64_t>() > maximum_counter) {
        return refuse_at(Reason::wrong_shape, std::string("/") + name, "this must be a whole number from 1");
    }
    return value->get<std::uint64_t>();
}

tl::expected<void, Refusal> check_data(const Value& data) {
    if (!data.is_object()) {
        return refuse_at(Reason::wrong_shape, "/data", "this must be an object of collections");
    }
    for (const auto& [collection_name, entities] : data.get_ref<const Value::object_t&>()) {
        std::string pointer = "/data";
        append_pointer_segment(pointer, collection_name);
        if (!entities.is_object()) {
            return refuse_at(Reason::wrong_shape, pointer, "this must be an object of entities");
        }
        for (const auto& [id, fields] : entities.get_ref<const Value::object_t&>()) {
            if (!fields.is_object()) {
                append_pointer_segment(pointer, id);
                return refuse_at(Reason::wrong_shape, pointer, "this must be an object of fields");
            }
        }
    }
    return {};
}

/// True when `sync` holds the checksum of the whole file; `root` is the same afterwards.
bool checksum_holds(Value& root) {
    const auto sync = root.find("sync");
    if (sync == root.end() || !sync->is_object()) {
        return false;
    }
    const auto checksum = sync->find("checksum");
    if (checksum == sync->end() || !checksum->is_string()) {
        return false;
    }
    std::string stated = checksum->get<std::string>();
    *checksum = file_format::blank_checksum;
    const ReplicaId computed{hash_of(canonical_text(root), HashPurpose::checksum)};
    *checksum = stated;
    return stated == to_text(computed);
}

tl::expected<void, Refusal> check_format(Value& root) {
    if (!root.is_object()) {
        return refuse_at(Reason::not_ours, "", "this is not a planner file");
    }
    const auto format = root.find("format");
    if (format == root.end() || *format != file_format::name) {
        return refuse_at(Reason::not_ours, "", "this is not a planner file");
    }
    auto reader = take_version(root.get_ref<Value::object_t&>(), "minReader");
    if (!reader) {
        return tl::unexpected<Refusal>(std::move(reader.error()));
    }
    if (*reader > file_format::reader) {
        return refuse_at(Reason::newer_format, "/minReader", "a newer version of the planner made this file");
    }
    root.erase("format");
    return {};
}

tl::expected<FileParts, Refusal> take_apart(Value root) {
    if (auto ours = check_format(root); !ours) {
        return tl::unexpected<Refusal>(std::move(ours.error()));
    }
    auto& members = root.get_ref<Value::object_t&>();
    auto id = take_text(members, "id");
    auto kind = take_text(members, "kind");
    auto version = take_version(members, "formatVersion");
    for (const Refusal* refusal :
         {id ? nullptr : &id.error(), kind ? nullptr : &kind.error(), version ? nullptr : &version.error()}) {
        if (refusal != nullptr) {
            return tl::unexpected<Refusal>(*refusal);
        }
    }
    std::optional<Value> data = take(members, "data");
    if (!data) {
        return refuse_at(Reason::wrong_shape, "", "the member \"data\" is missing");
    }
    if (auto shape = check_data(*data); !shape) {
        return tl::unexpected<Refusal>(std::move(shape.error()));
    }
    std::optional<Value> sync = take(members, "sync");
    const bool usable = sync && sync->is_object();
    return FileParts{
        std::move(*id),    std::move(*kind), *version, std::move(*data), usable ? std::move(*sync) : Value(),
        std::move(members)};
}

tl::expected<ReadDocument, Refusal> interpret(Value root, std::string_view bytes) {
    const bool checked = checksum_holds(root);
    auto parts = take_apart(std::move(root));
    if (!parts) {
        return tl::unexpected<Refusal>(std::move(parts.error()));
    }
    if (!checked) {
        const ReplicaId writer{hash_of(bytes, HashPurpose::file)};
        return ReadDocument{read_foreign(std::move(*parts), writer), Trust::foreign};
    }
    auto document = read_checked(std::move(*parts));
    if (!document) {
        return tl::unexpected<Refusal>(std::move(document.error()));
    }
    return ReadDocument{std::move(*document), Trust::checked};
}

} // namespace

tl::unexpected<Refusal> refuse_at(Reason reason, std::string pointer, std::string reason_text) {
    Refusal refusal;
    refusal.reason = reason;
    refusal.pointer = std::move(pointer);
    refusal.reason_text = std::move(reason_text);
    return tl::unexpected<Refusal>(std::move(refusal));
}

tl::expected<ReadDocument, Refusal> read(std::string_view bytes, const ReadLimits& limits) {
    auto root = read_json(bytes, limits);
    if (!root) {
        return tl::unexpected<Refusal>(std::move(root.error()));
    }
    auto result = interpret(std::move(*root), bytes);
    if (!result) {
        set_place_of_pointer(result.error(), bytes, limits);
    }
    return result;
}

} // namespace planner::document
