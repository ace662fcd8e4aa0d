#include "document/canonical.h"
#include "document/file_parts.h"

#include <algorithm>

namespace planner::document {

namespace {

class HistoryWriter {
public:
    HistoryWriter(std::string& out, const FieldHistory& history) : out_(out), history_(history) {}

    void run();

private:
    void find_replicas();
    void fields();
    void field(const std::string& name, const std::vector<Version>& versions);
    void moment(const Dot& dot, std::int64_t time);
    void replicas();

    std::string& out_;
    const FieldHistory& history_;
    std::vector<ReplicaId> replicas_;
};

void HistoryWriter::find_replicas() {
    for (const auto& [key, versions] : history_.fields()) {
        for (const Version& version : versions) {
            replicas_.push_back(version.dot.replica);
        }
    }
    if (history_.horizon()) {
        replicas_.push_back(history_.horizon()->dot.replica);
    }
    std::sort(replicas_.begin(), replicas_.end());
    replicas_.erase(std::unique(replicas_.begin(), replicas_.end()), replicas_.end());
}

/// The beginning of an entry: the place of its replica in the list of those, its counter and its time.
void HistoryWriter::moment(const Dot& dot, std::int64_t time) {
    const auto place = std::lower_bound(replicas_.begin(), replicas_.end(), dot.replica);
    out_ += '[' + std::to_string(place - replicas_.begin()) + ',' + std::to_string(dot.counter) + ',' + std::to_string(time);
}

void HistoryWriter::field(const std::string& name, const std::vector<Version>& versions) {
    append_text(out_, name);
    char separator = '[';
    out_ += ':';
    for (const Version& version : versions) {
        out_ += separator;
        separator = ',';
        moment(version.dot, version.time);
        out_ += ',';
        append_value(out_, version.value);
        out_ += ']';
    }
    out_ += ']';
}

/// One entity per line, as the versions that are there now have it.
void HistoryWriter::fields() {
    const EntityKey* previous = nullptr;
    for (const auto& [key, versions] : history_.fields()) {
        const bool is_same_collection = previous != nullptr && previous->collection == key.entity.collection;
        if (!is_same_collection) {
            out_ += previous == nullptr ? "\n    " : "}\n    },\n    ";
            append_text(out_, key.entity.collection);
            out_ += ": {";
        }
        if (is_same_collection && previous->id == key.entity.id) {
            out_ += ',';
        } else {
            out_ += is_same_collection ? "},\n     " : "\n     ";
            append_text(out_, key.entity.id);
            out_ += ": {";
        }
        previous = &key.entity;
        field(key.field, versions);
    }
    out_ += previous == nullptr ? "" : "}\n    }\n   ";
}

void HistoryWriter::replicas() {
    char separator = '[';
    for (const ReplicaId replica : replicas_) {
        out_ += separator;
        separator = ',';
        append_text(out_, to_text(replica));
    }
    out_ += ']';
}

void HistoryWriter::run() {
    find_replicas();
    out_ += "{\n   \"fields\": {";
    fields();
    out_ += "},\n";
    if (const auto& horizon = history_.horizon()) {
        out_ += "   \"horizon\": ";
        moment(horizon->dot, horizon->time);
        out_ += "],\n";
    }
    out_ += "   \"replicas\": ";
    replicas();
    out_ += "\n  }";
}

} // namespace

void append_history(std::string& out, const FieldHistory& history) {
    HistoryWriter(out, history).run();
}

} // namespace planner::document
