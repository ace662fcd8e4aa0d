#include "cli/commands.h"
#include "cli/files.h"

#include "document/key.h"
#include "document/write.h"
#include "review/visible_name.h"

#include <ostream>

namespace planner::cli {

namespace {

using document::Document;
using document::Value;

std::string label_of(const Document& document, const document::Version& version) {
    return document.label_of(version.dot.replica);
}

bool is_wanted(const Arguments& arguments, const document::FieldKey& key) {
    return !arguments.field || document::to_pointer(key) == *arguments.field;
}

Value as_json(const Document& document, const Arguments& arguments) {
    Value fields = Value::array();
    for (const auto& [key, ignored] : document.history().fields()) {
        if (!is_wanted(arguments, key)) {
            continue;
        }
        Value versions = Value::array();
        for (const document::Version* each : document.history(key)) {
            versions.push_back(
                {{"value", each->value}, {"label", label_of(document, *each)}, {"time", iso_time(each->time)}});
        }
        fields.push_back({{"pointer", document::to_pointer(key)}, {"versions", versions}});
    }
    const auto& horizon = document.history().horizon();
    return {{"fields", fields}, {"left_out_until", horizon ? Value(iso_time(horizon->time)) : Value()}};
}

void print(std::ostream& out, const Document& document, const Arguments& arguments) {
    std::size_t count = 0;
    for (const auto& [key, ignored] : document.history().fields()) {
        if (!is_wanted(arguments, key)) {
            continue;
        }
        out << document::to_pointer(key) << "\n";
        for (const document::Version* each : document.history(key)) {
            const std::string label = review::visible_name(label_of(document, *each));
            out << "  " << iso_time(each->time) << (label.empty() ? "" : " ") << label << ": "
                << document::canonical_text(each->value) << "\n";
            ++count;
        }
    }
    out << count << " earlier texts\n";
    if (const auto& horizon = document.history().horizon()) {
        out << "What was written until " << iso_time(horizon->time) << " was left out to keep the file small.\n";
    }
}

} // namespace

Expected<void> run_history(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& file = arguments.files_and_values[0];
    const auto read = read_document(surroundings, file);
    if (!read) {
        return tl::unexpected<Problem>(read.error());
    }
    if (arguments.json) {
        surroundings.out << document::canonical_text(as_json(read->document, arguments)) << "\n";
    } else {
        print(surroundings.out, read->document, arguments);
    }
    return {};
}

} // namespace planner::cli
