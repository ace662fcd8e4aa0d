#include "cli/commands.h"
#include "cli/files.h"

#include "document/merge.h"
#include "document/write.h"

#include <ostream>
#include <utility>
#include <vector>

namespace planner::cli {

namespace {

using document::Document;
using document::Value;

/// What one file brought.
struct FileReport {
    std::string file;
    document::Trust trust = document::Trust::checked;
    std::size_t new_entities = 0;
    std::size_t changed = 0;
    std::vector<document::FieldKey> conflicts;
};

Expected<std::vector<document::ReadDocument>> read_all(const Surroundings& surroundings,
                                                       const std::vector<std::string>& files) {
    std::vector<document::ReadDocument> documents;
    for (const std::string& file : files) {
        auto read = read_document(surroundings, file);
        if (!read) {
            return tl::unexpected<Problem>(std::move(read.error()));
        }
        documents.push_back(std::move(*read));
    }
    return documents;
}

Value as_json(const std::vector<FileReport>& reports) {
    Value files = Value::array();
    for (const FileReport& report : reports) {
        Value conflicts = Value::array();
        for (const document::FieldKey& key : report.conflicts) {
            conflicts.push_back(document::to_pointer(key));
        }
        Value file = {{"file", report.file},
                      {"new", report.new_entities},
                      {"changed", report.changed},
                      {"conflicts", std::move(conflicts)}};
        if (report.trust == document::Trust::foreign) {
            file["foreign"] = true;
        }
        files.push_back(std::move(file));
    }
    return {{"files", std::move(files)}};
}

void print(std::ostream& out, const std::vector<FileReport>& reports) {
    for (const FileReport& report : reports) {
        out << report.file << ": " << report.new_entities << " new, " << report.changed << " changed, "
            << report.conflicts.size() << " in conflict\n";
        for (const document::FieldKey& key : report.conflicts) {
            out << "  " << document::to_pointer(key) << "\n";
        }
    }
}

void warn_of_foreign(std::ostream& err, const std::vector<FileReport>& reports) {
    for (const FileReport& report : reports) {
        if (report.trust == document::Trust::foreign) {
            err << visible(report.file) << ": edited outside the planner; what it says came in beside what was there\n";
        }
    }
}

} // namespace

Expected<void> run_merge(const Surroundings& surroundings, const Arguments& arguments) {
    const std::vector<std::string>& files = arguments.files_and_values;
    auto documents = read_all(surroundings, files);
    if (!documents) {
        return tl::unexpected<Problem>(std::move(documents.error()));
    }
    Document& whole = documents->front().document;
    std::vector<FileReport> reports = {{files.front(), documents->front().trust, 0, 0, whole.conflicts()}};
    for (std::size_t index = 1; index < files.size(); ++index) {
        const document::ReadDocument& read = (*documents)[index];
        auto merged = document::merge_into(whole, read.document);
        if (!merged) {
            return refuse(files[index], "", merged.error().reason_text);
        }
        reports.push_back(
            {files[index], read.trust, merged->new_entities.size(), merged->changed.size(), merged->conflicts});
    }
    if (auto written = write_document(surroundings, *arguments.output, whole); !written) {
        return written;
    }
    warn_of_foreign(surroundings.err, reports);
    if (arguments.json) {
        surroundings.out << document::canonical_text(as_json(reports)) << "\n";
    } else {
        print(arguments.output == "-" ? surroundings.err : surroundings.out, reports);
    }
    return {};
}

} // namespace planner::cli
