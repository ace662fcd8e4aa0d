#include "cli/commands.h"
#include "cli/files.h"
#include "cli/places.h"

#include "document/key.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace planner::cli {

namespace {

using document::Document;
using document::Value;
using Path = std::vector<std::string>;

constexpr std::size_t entity_depth = 2;
constexpr std::size_t field_depth = 3;

/// A file that is being edited by a call that is a replica of its own.
struct Edit {
    std::string file;
    std::string pointer;
    Path path;
    Document document;
    document::Stamp stamp;
    /// Who sets a field in conflict has seen the version that is shown; the others wait for `resolve`. Whether an
    /// entity is deleted is decided whole, as `remove` does.
    document::Replacing replacing;
};

Expected<Edit> begin_edit(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const std::string& pointer = arguments.files_and_values[1];
    auto read = read_document(surroundings, file);
    if (!read) {
        return tl::unexpected<Problem>(std::move(read.error()));
    }
    return Edit{file, pointer, *document::split_pointer(pointer), std::move(read->document),
                new_stamp(surroundings, arguments), document::Replacing::shown_version};
}

document::EntityKey entity_of(const Edit& edit) {
    return {edit.path[0], edit.path[1]};
}

document::FieldKey field_of(const Edit& edit) {
    return {entity_of(edit), edit.path[2]};
}

std::span<const std::string> inside_field(const Edit& edit) {
    return std::span<const std::string>(edit.path).subspan(field_depth);
}

tl::unexpected<Problem> refuse_edit(const Edit& edit, std::string reason) {
    return refuse(edit.file, edit.pointer, std::move(reason));
}

/// JSON, or the text itself where it is none. What is JSON but cannot be kept is refused.
Expected<Value> value_of(const Edit& edit, const std::string& text) {
    document::ReadLimits limits;
    limits.depth = 32;
    auto value = document::read_json(text, limits);
    if (value) {
        return std::move(*value);
    }
    switch (value.error().reason) {
    case document::Reason::empty:
    case document::Reason::byte_order_mark:
    case document::Reason::syntax:
    case document::Reason::cut_off:
    case document::Reason::trailing_bytes: return Value(text);
    default: return refuse_edit(edit, "the new value is refused: " + value.error().reason_text);
    }
}

bool is_name(const std::string& segment) {
    constexpr std::size_t maximum_bytes = 200;
    return !segment.empty() && segment.size() <= maximum_bytes &&
           std::none_of(segment.begin(), segment.end(), [](char character) {
               return static_cast<unsigned char>(character) < 0x20 || character == 0x7F;
           });
}

Expected<void> write_field(Edit& edit, const document::FieldKey& key, Value value) {
    if (!is_name(key.entity.collection) || !is_name(key.entity.id) || !is_name(key.field)) {
        return refuse_edit(edit, "collection, id and field must be names of at most 200 bytes");
    }
    const bool is_decision = key.field == document::deleted_field;
    if (is_decision && !value.is_boolean()) {
        return refuse_edit(edit, "\"deleted\" must be true or false");
    }
    edit.document.write(edit.stamp, key, std::move(value),
                        is_decision ? document::Replacing::all_versions : edit.replacing);
    return {};
}

Expected<void> write_entity(Edit& edit, const Value& value) {
    if (!value.is_object() || value.empty()) {
        return refuse_edit(edit, "an entity can only be set to an object of fields");
    }
    const auto& fields = value.get_ref<const Value::object_t&>();
    for (const auto& [name, field] : fields) {
        if (name == document::deleted_field) {
            continue;
        }
        if (auto written = write_field(edit, {entity_of(edit), name}, field); !written) {
            return written;
        }
    }
    // Last, because every other field that is written says that the entity is there.
    const auto deleted = fields.find(std::string(document::deleted_field));
    return deleted == fields.end() ? Expected<void>() : write_field(edit, {entity_of(edit), deleted->first}, deleted->second);
}

Expected<void> write_inside(Edit& edit, Value value) {
    Value whole = edit.document.value(field_of(edit));
    if (!put_at(whole, inside_field(edit), std::move(value))) {
        return refuse_edit(edit, "there is nothing here that could hold a value");
    }
    return write_field(edit, field_of(edit), std::move(whole));
}

Expected<void> set(Edit& edit, const std::string& text) {
    auto value = value_of(edit, text);
    if (!value) {
        return tl::unexpected<Problem>(std::move(value.error()));
    }
    if (edit.path.size() < entity_depth) {
        return refuse_edit(edit, "only an entity (/collection/id), its fields and what is in them can be set");
    }
    return edit.path.size() == entity_depth ? write_entity(edit, *value) : write_inside(edit, std::move(*value));
}

Expected<void> remove(Edit& edit) {
    if (edit.path.size() < entity_depth) {
        return refuse_edit(edit, "only an entity (/collection/id), its fields and what is in them can be removed");
    }
    if (edit.document.entity(entity_of(edit)) == nullptr) {
        return refuse_edit(edit, "there is nothing here");
    }
    if (edit.path.size() == entity_depth) {
        edit.document.remove(edit.stamp, entity_of(edit));
        return {};
    }
    if (edit.document.field(field_of(edit)) == nullptr) {
        return refuse_edit(edit, "there is nothing here");
    }
    Value whole = nullptr;
    if (edit.path.size() > field_depth) {
        whole = edit.document.value(field_of(edit));
        if (!take_out(whole, inside_field(edit))) {
            return refuse_edit(edit, "there is nothing here");
        }
    }
    return write_field(edit, field_of(edit), std::move(whole));
}

Expected<void> resolve(Edit& edit, const std::string& text) {
    const document::Register* field = edit.path.size() == field_depth ? edit.document.field(field_of(edit)) : nullptr;
    if (field == nullptr || !field->in_conflict()) {
        return refuse_edit(edit, "there is no conflict here");
    }
    edit.replacing = document::Replacing::all_versions;
    return set(edit, text);
}

/// Reads, changes and writes; nothing is written when one of them is refused.
template <class Change>
Expected<void> edit_file(const Surroundings& surroundings, const Arguments& arguments, Change change) {
    auto edit = begin_edit(surroundings, arguments);
    if (!edit) {
        return tl::unexpected<Problem>(std::move(edit.error()));
    }
    if (auto done = change(*edit); !done) {
        return done;
    }
    return write_document(surroundings, *arguments.output, edit->document);
}

} // namespace

Expected<void> run_set(const Surroundings& surroundings, const Arguments& arguments) {
    return edit_file(surroundings, arguments, [&](Edit& edit) { return set(edit, arguments.files_and_values[2]); });
}

Expected<void> run_remove(const Surroundings& surroundings, const Arguments& arguments) {
    return edit_file(surroundings, arguments, [](Edit& edit) { return remove(edit); });
}

Expected<void> run_resolve(const Surroundings& surroundings, const Arguments& arguments) {
    return edit_file(surroundings, arguments, [&](Edit& edit) { return resolve(edit, arguments.files_and_values[2]); });
}

} // namespace planner::cli
