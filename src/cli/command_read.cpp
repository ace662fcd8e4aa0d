#include "cli/commands.h"
#include "cli/files.h"
#include "cli/places.h"

#include "assets/review_process.h"
#include "document/key.h"
#include "document/write.h"
#include "review/kept_process.h"

#include <chrono>
#include <cstdio>
#include <ostream>
#include <utility>

namespace planner::cli {

namespace {

using document::Document;
using document::Value;

/// A text as it is, anything else as JSON; of the process that a review keeps, which is long, only which one it is.
std::string for_people(const document::FieldKey& key, const Value& value) {
    if (key == review::kept_process_key() && value.is_string()) {
        const auto process = assets::process_from(value.get_ref<const std::string&>());
        return process ? (*process)->id + " " + (*process)->version : "cannot be read";
    }
    return value.is_string() ? value.get<std::string>() : document::canonical_text(value);
}

void print_entity(std::ostream& out, const document::EntityKey& key, const document::Entity& entity) {
    out << document::to_pointer(key) << "\n";
    for (const auto& [name, field] : entity) {
        if (name == document::deleted_field || field.shown().is_null()) {
            continue;
        }
        out << "  " << name << (field.in_conflict() ? " (conflict)" : "") << ": ";
        for (const char character : for_people({key, name}, field.shown())) {
            out << character << (character == '\n' ? "    " : "");
        }
        out << "\n";
    }
}

Value version_as_json(const Document& document, const document::Version& version) {
    return {
        {"value", version.value}, {"label", document.label_of(version.dot.replica)}, {"time", iso_time(version.time)}};
}

Value versions_as_json(const Document& document, const document::Register& field) {
    Value versions = Value::array();
    for (const document::Version* version : field.distinct()) {
        versions.push_back(version_as_json(document, *version));
    }
    return versions;
}

Value conflicts_as_json(const Document& document) {
    Value list = Value::array();
    for (const document::FieldKey& key : document.conflicts()) {
        list.push_back(
            {{"pointer", document::to_pointer(key)}, {"versions", versions_as_json(document, *document.field(key))}});
    }
    for (const std::string& pointer : member_conflicts(document)) {
        list.push_back({{"member", pointer}, {"versions", versions_as_json(document, document.members().at(pointer))}});
    }
    return list;
}

void print_versions(std::ostream& out, const Document& document, const document::Register& field) {
    for (const document::Version* version : field.distinct()) {
        const std::string label = document.label_of(version->dot.replica);
        out << "  " << iso_time(version->time) << (label.empty() ? "" : " ") << label << ": "
            << document::canonical_text(version->value) << "\n";
    }
}

std::size_t print_conflicts(std::ostream& out, const Document& document) {
    const auto fields = document.conflicts();
    for (const document::FieldKey& key : fields) {
        out << document::to_pointer(key) << "\n";
        print_versions(out, document, *document.field(key));
    }
    const auto members = member_conflicts(document);
    for (const std::string& pointer : members) {
        out << pointer << " (not in the data)\n";
        print_versions(out, document, document.members().at(pointer));
    }
    return fields.size() + members.size();
}

} // namespace

std::vector<std::string> member_conflicts(const Document& document) {
    std::vector<std::string> pointers;
    for (const auto& [pointer, member] : document.members()) {
        if (member.in_conflict()) {
            pointers.push_back(pointer);
        }
    }
    return pointers;
}

document::Stamp new_stamp(const Surroundings& surroundings, const Arguments& arguments) {
    return {{surroundings.random_bits()}, arguments.label.value_or(""), surroundings.now()};
}

std::string iso_time(std::int64_t milliseconds) {
    const std::chrono::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(milliseconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const auto in_day = static_cast<long>((moment - day).count());
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02ld:%02ld:%02ld.%03ldZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), in_day / 3'600'000,
                  in_day / 60'000 % 60, in_day / 1000 % 60, in_day % 1000);
    return text;
}

Expected<void> run_show(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const auto read = read_document(surroundings, file);
    if (!read) {
        return tl::unexpected<Problem>(read.error());
    }
    const Document& document = read->document;
    if (arguments.json) {
        surroundings.out << document::write_data(document);
        return {};
    }
    if (read->trust == document::Trust::foreign) {
        surroundings.out << "This file was edited outside the planner.\n";
    }
    for (const auto& [collection, entities] : document.collections()) {
        for (const auto& [id, entity] : entities) {
            if (!document.is_deleted({collection, id})) {
                print_entity(surroundings.out, {collection, id}, entity);
            }
        }
    }
    surroundings.out << document.conflicts().size() << " open conflicts\n";
    return {};
}

Expected<void> run_get(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const std::string& pointer = arguments.files_and_values[1];
    const auto read = read_document(surroundings, file);
    if (!read) {
        return tl::unexpected<Problem>(read.error());
    }
    const auto data = document::read_json(document::write_data(read->document));
    if (!data) {
        return tl::unexpected<Problem>(problem_of(file, data.error()));
    }
    const Value* value = value_at(*data, *document::split_pointer(pointer));
    if (value == nullptr) {
        return refuse(file, pointer, "there is nothing here");
    }
    surroundings.out << document::canonical_text(*value) << "\n";
    return {};
}

Expected<void> run_conflicts(const Surroundings& surroundings, const Arguments& arguments) {
    const auto read = read_document(surroundings, arguments.files_and_values[0]);
    if (!read) {
        return tl::unexpected<Problem>(read.error());
    }
    if (arguments.json) {
        surroundings.out << document::canonical_text(conflicts_as_json(read->document)) << "\n";
    } else {
        const std::size_t count = print_conflicts(surroundings.out, read->document);
        surroundings.out << count << " open conflicts\n";
    }
    return {};
}

} // namespace planner::cli
