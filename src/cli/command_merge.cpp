#include "cli/commands.h"
#include "cli/files.h"
#include "cli/pointers.h"

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
    std::vector<document::FieldKey> redacted; ///< what it removed for good
};

struct NamedDocument {
    std::string file;
    document::ReadDocument read;
};

/// A mail brings as many as came with it, all under its name.
Expected<std::vector<NamedDocument>> read_all(const Surroundings& surroundings, const std::vector<std::string>& files) {
    std::vector<NamedDocument> documents;
    for (const std::string& file : files) {
        auto found = read_documents(surroundings, file);
        if (!found) {
            return tl::unexpected<Problem>(std::move(found.error()));
        }
        for (document::ReadDocument& read : *found) {
            documents.push_back({file, std::move(read)});
        }
    }
    return documents;
}

Value as_json(const std::vector<FileReport>& reports) {
    Value files = Value::array();
    for (const FileReport& report : reports) {
        Value file = {{"file", report.file},
                      {"new", report.new_entities},
                      {"changed", report.changed},
                      {"conflicts", pointers(report.conflicts)}};
        if (!report.redacted.empty()) {
            file["redacted"] = pointers(report.redacted);
        }
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
        if (!report.redacted.empty()) {
            print_pointers(out, " removed for good", report.redacted);
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
    auto documents = read_all(surroundings, arguments.files_and_values);
    if (!documents) {
        return tl::unexpected<Problem>(std::move(documents.error()));
    }
    NamedDocument& first = documents->front();
    Document& whole = first.read.document;
    std::vector<FileReport> reports = {{first.file, first.read.trust, 0, 0, whole.conflicts(), {}}};
    for (std::size_t index = 1; index < documents->size(); ++index) {
        const auto& [file, read] = (*documents)[index];
        auto merged = document::merge_into(whole, read.document);
        if (!merged) {
            return refuse(file, "", merged.error().reason_text);
        }
        reports.push_back({file, read.trust, merged->new_entities.size(), merged->changed.size(), merged->conflicts, merged->redacted});
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
