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

/// How deep arrays and objects are nested in a value; 0 when it is neither.
std::size_t depth_of(const Value& value) {
    if (!value.is_structured()) {
        return 0;
    }
    std::size_t deepest = 0;
    for (const Value& inner : value) {
        deepest = std::max(deepest, depth_of(inner));
    }
    return deepest + 1;
}

/// Refuses a value that could be read here but not with `levels` around it, which is where it comes to stand when
/// somebody else wrote another one.
tl::expected<void, Refusal> check_depth(const Value& value, std::size_t levels, const std::string& pointer,
                                        const ReadLimits& limits) {
    if (value.is_structured() && depth_of(value) + levels > limits.depth) {
        return refuse_at(Reason::too_deep, pointer, "arrays and objects in this value are nested too deep");
    }
    return {};
}

tl::expected<void, Refusal> check_entity(const Value::object_t& fields, const std::string& pointer,
                                         const ReadLimits& limits) {
    for (const auto& [name, value] : fields) {
        if (!value.is_structured()) {
            continue;
        }
        std::string place = pointer;
        append_pointer_segment(place, name);
        if (auto fits = check_depth(value, file_format::levels_around_other_value, place, limits); !fits) {
            return fits;
        }
    }
    return {};
}

tl::expected<void, Refusal> check_data(const Value& data, const ReadLimits& limits) {
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
            std::string place = pointer;
            append_pointer_segment(place, id);
            if (!fields.is_object()) {
                return refuse_at(Reason::wrong_shape, place, "this must be an object of fields");
            }
            if (auto fits = check_entity(fields.get_ref<const Value::object_t&>(), place, limits); !fits) {
                return fits;
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

/// Moves the unknown members of one object of the file to `unknown`; `prefix` is the pointer of that object.
void take_unknown(Value::object_t& members, const std::string& prefix, Value::object_t& unknown) {
    for (auto member = members.begin(); member != members.end();) {
        std::string pointer = prefix;
        append_pointer_segment(pointer, member->first);
        if (is_unknown_member(pointer)) {
            unknown.emplace(std::move(pointer), std::move(member->second));
            member = members.erase(member);
        } else {
            ++member;
        }
    }
}

/// Once written, an unknown member is named in "sync" by its pointer.
tl::expected<void, Refusal> check_unknown(const Value::object_t& unknown, const ReadLimits& limits) {
    for (const auto& [pointer, value] : unknown) {
        if (pointer.size() > limits.key_bytes) {
            return refuse_at(Reason::too_long, pointer, "the name of this member is too long");
        }
        if (auto fits = check_depth(value, file_format::levels_around_other_member, pointer, limits); !fits) {
            return fits;
        }
    }
    return {};
}

tl::expected<FileParts, Refusal> take_apart(Value root, const ReadLimits& limits) {
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
    if (auto shape = check_data(*data, limits); !shape) {
        return tl::unexpected<Refusal>(std::move(shape.error()));
    }
    std::optional<Value> sync = take(members, "sync");
    FileParts parts{std::move(*id), std::move(*kind), *version, std::move(*data), {}, {}};
    take_unknown(members, "", parts.unknown);
    if (sync && sync->is_object()) {
        parts.sync = std::move(*sync);
        take_unknown(parts.sync.get_ref<Value::object_t&>(), "/sync", parts.unknown);
    }
    if (auto fits = check_unknown(parts.unknown, limits); !fits) {
        return tl::unexpected<Refusal>(std::move(fits.error()));
    }
    return parts;
}

/// A foreign file has no "sync", or not the one that belongs to it: as the planner writes it, it grows.
tl::expected<Document, Refusal> read_foreign_within(FileParts parts, ReplicaId writer, const ReadLimits& limits) {
    Document document = read_foreign(std::move(parts), writer);
    if (const auto again = read_json(write(document), limits); !again) {
        return refuse_at(again.error().reason, "", "as the planner would write it, " + again.error().reason_text);
    }
    return document;
}

tl::expected<ReadDocument, Refusal> interpret(Value root, const ReadLimits& limits) {
    const Trust trust = checksum_holds(root) ? Trust::checked : Trust::foreign;
    // Of the content, not of the bytes: mail programs end and break lines as they like.
    const ReplicaId writer{trust == Trust::foreign ? hash_of(canonical_text(root), HashPurpose::file) : 0};
    auto parts = take_apart(std::move(root), limits);
    if (!parts) {
        return tl::unexpected<Refusal>(std::move(parts.error()));
    }
    auto document = trust == Trust::checked ? read_checked(std::move(*parts))
                                            : read_foreign_within(std::move(*parts), writer, limits);
    if (!document) {
        return tl::unexpected<Refusal>(std::move(document.error()));
    }
    return ReadDocument{std::move(*document), trust};
}

} // namespace

bool is_unknown_member(std::string_view pointer) {
    const auto segments = split_pointer(pointer);
    if (!segments || segments->empty() || segments->size() > 2) {
        return false;
    }
    return segments->size() == 1
               ? !contains(file_format::members, segments->front())
               : segments->front() == "sync" && !contains(file_format::sync_members, segments->back());
}

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
    auto result = interpret(std::move(*root), limits);
    if (!result) {
        set_place_of_pointer(result.error(), bytes, limits);
    }
    return result;
}

} // namespace planner::document
