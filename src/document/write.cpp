#include "document/write.h"

#include "document/canonical.h"
#include "document/file_format.h"
#include "document/file_parts.h"
#include "document/hash.h"
#include "document/order.h"
#include "document/parts.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace planner::document {

namespace {

bool is_false(const Value& value) {
    return value.is_boolean() && !value.get<bool>();
}

/// Writes objects with one member per line, one space per level.
class Lines {
public:
    explicit Lines(std::string& out) : out_(out) {}

    void indent() { ++level_; }

    void open() {
        out_ += '{';
        first_ = true;
        ++level_;
    }

    /// Begins a member; what is added to the text next is its value.
    void member(std::string_view name) {
        out_ += first_ ? "\n" : ",\n";
        first_ = false;
        out_.append(level_, ' ');
        append_text(out_, name);
        out_ += ": ";
    }

    void close() {
        --level_;
        if (!first_) {
            out_ += '\n';
            out_.append(level_, ' ');
        }
        first_ = false;
        out_ += '}';
    }

private:
    std::string& out_;
    std::size_t level_ = 0;
    bool first_ = true;
};

/// A name among sorted names; nothing is before the first or after the last.
using OpenEnd = std::optional<std::string_view>;

class FileWriter {
public:
    explicit FileWriter(const Document& document) : document_(document) {}

    std::string file();
    std::string data_only();

private:
    void file_member(std::string_view name);
    void data();
    void sync();
    void sync_member(std::string_view name);
    void sync_fields();
    void sync_members();
    void redacted();
    std::uint64_t reader() const;
    void replicas();
    void entry(const Register& field);
    void dot(const Dot& dot);
    void version(const Version& version, const Value* value);
    void unknown_members(std::string_view prefix, OpenEnd after, OpenEnd before);

    const Document& document_;
    std::string out_;
    Lines lines_{out_};
    std::size_t checksum_place_ = 0;
};

std::string FileWriter::data_only() {
    lines_.indent();
    data();
    out_ += '\n';
    return std::move(out_);
}

void FileWriter::data() {
    lines_.open();
    for (const auto& [collection_name, entities] : document_.collections()) {
        lines_.member(collection_name);
        lines_.open();
        for (const auto& [id, fields] : entities) {
            lines_.member(id);
            lines_.open();
            for (const auto& [name, field] : fields) {
                if ((name == deleted_field && is_false(field.shown())) || field.versions().empty()) {
                    continue;
                }
                lines_.member(name);
                append_value(out_, field.shown());
            }
            lines_.close();
        }
        lines_.close();
    }
    lines_.close();
}

/// The beginning of an entry: the place of its replica in the list of those, and its counter.
void FileWriter::dot(const Dot& dot) {
    const auto& replicas = document_.replicas();
    const auto place = std::lower_bound(replicas.begin(), replicas.end(), dot.replica,
                                        [](const Replica& replica, ReplicaId id) { return replica.id < id; });
    out_ += '[';
    out_ += std::to_string(place - replicas.begin());
    out_ += ',';
    out_ += std::to_string(dot.counter);
}

void FileWriter::version(const Version& version, const Value* value) {
    dot(version.dot);
    out_ += ',';
    out_ += std::to_string(version.time);
    if (value != nullptr) {
        out_ += ',';
        append_value(out_, *value);
    }
    out_ += ']';
}

/// [replica, counter, time] of the value in `data`, or a list of those when there are more versions; a version with
/// another value carries that as fourth element. A write whose value was left out is [replica, counter] in that list.
void FileWriter::entry(const Register& field) {
    const auto& versions = field.versions();
    if (versions.size() == 1 && field.withheld().empty()) {
        version(versions.front(), nullptr);
        return;
    }
    out_ += '[';
    for (const Version& each : versions) {
        if (&each != &versions.front()) {
            out_ += ',';
        }
        version(each, same_value(each.value, field.shown()) ? nullptr : &each.value);
    }
    for (const Dot& each : field.withheld()) {
        if (out_.back() != '[') {
            out_ += ',';
        }
        dot(each);
        out_ += ']';
    }
    out_ += ']';
}

void FileWriter::sync_fields() {
    lines_.open();
    for (const auto& [collection_name, entities] : document_.collections()) {
        lines_.member(collection_name);
        lines_.open();
        for (const auto& [id, fields] : entities) {
            lines_.member(id);
            out_ += '{';
            bool first = true;
            for (const auto& [name, field] : fields) {
                if (!first) {
                    out_ += ',';
                }
                first = false;
                append_text(out_, name);
                out_ += ':';
                entry(field);
            }
            out_ += '}';
        }
        lines_.close();
    }
    lines_.close();
}

void FileWriter::sync_members() {
    lines_.open();
    for (const auto& [pointer, field] : document_.members()) {
        lines_.member(pointer);
        entry(field);
    }
    lines_.close();
}

/// Fields by pointer, labels by replica and writes as [replica, counter], each list only where something is in it.
void FileWriter::redacted() {
    const Redactions& gone = document_.redactions();
    const auto list = [this](const auto& items, const auto& item) {
        out_ += '[';
        for (const auto& each : items) {
            out_ += &each == &*items.begin() ? "\n    " : ",\n    ";
            item(each);
        }
        out_ += ']';
    };
    lines_.open();
    if (!gone.fields.empty()) {
        lines_.member("fields");
        list(gone.fields, [this](const FieldKey& key) { append_text(out_, to_pointer(key)); });
    }
    if (!gone.labels.empty()) {
        lines_.member("labels");
        list(gone.labels, [this](ReplicaId id) { append_text(out_, to_text(id)); });
    }
    if (!gone.writes.empty()) {
        lines_.member("writes");
        list(gone.writes, [this](const Dot& each) {
            dot(each);
            out_ += ']';
        });
    }
    lines_.close();
}

void FileWriter::replicas() {
    out_ += '[';
    for (const Replica& replica : document_.replicas()) {
        if (&replica != &document_.replicas().front()) {
            out_ += ',';
        }
        out_ += "\n   [";
        append_text(out_, to_text(replica.id));
        out_ += ',';
        out_ += std::to_string(replica.counter);
        out_ += ',';
        append_text(out_, replica.label);
        out_ += ']';
    }
    out_ += document_.replicas().empty() ? "]" : "\n  ]";
}

/// Writes the unknown members of one object whose names sort between two known ones.
void FileWriter::unknown_members(std::string_view prefix, OpenEnd after, OpenEnd before) {
    std::vector<std::pair<std::string, const Value*>> found;
    for (const auto& [pointer, field] : document_.members()) {
        const auto segments = split_pointer(pointer);
        const bool inside = prefix == "/" ? segments->size() == 1 : segments->size() == 2;
        if (inside && (!after || segments->back() > *after) && (!before || segments->back() < *before)) {
            found.emplace_back(segments->back(), &field.shown());
        }
    }
    sort_items(found);
    for (const auto& [name, value] : found) {
        lines_.member(name);
        append_value(out_, *value);
    }
}

void FileWriter::sync_member(std::string_view name) {
    if (name == "checksum") {
        checksum_place_ = out_.size() + 1;
        append_text(out_, file_format::blank_checksum);
    } else if (name == "fields") {
        sync_fields();
    } else if (name == file_format::history_member) {
        append_history(out_, document_.history());
    } else if (name == "members") {
        sync_members();
    } else if (name == "redacted") {
        redacted();
    } else {
        replicas();
    }
}

void FileWriter::sync() {
    lines_.open();
    OpenEnd previous;
    for (const std::string_view name : file_format::sync_members) {
        unknown_members(file_format::sync_prefix, previous, name);
        previous = name;
        const bool is_left_out = (name == "members" && document_.members().empty()) ||
                                 (name == "redacted" && document_.redactions().empty()) ||
                                 (name == file_format::history_member && document_.history().empty());
        if (!is_left_out) {
            lines_.member(name);
            sync_member(name);
        }
    }
    unknown_members(file_format::sync_prefix, previous, std::nullopt);
    lines_.close();
}

/// The offset after the JSON string that begins at `begin`.
std::size_t end_of_text(std::string_view text, std::size_t begin) {
    std::size_t index = begin + 1;
    while (text[index] != '"') {
        index += text[index] == '\\' ? 2 : 1;
    }
    return index + 1;
}

/// The hash of a JSON text without the white space between its tokens: the canonical text.
std::uint64_t checksum_of(std::string_view text) {
    std::string canonical;
    canonical.reserve(text.size());
    std::size_t kept_from = 0;
    for (std::size_t index = 0; index < text.size();) {
        if (text[index] == '"') {
            index = end_of_text(text, index);
        } else if (text[index] == ' ' || text[index] == '\n') {
            canonical.append(text, kept_from, index - kept_from);
            index = std::min(text.find_first_not_of(" \n", index), text.size());
            kept_from = index;
        } else {
            ++index;
        }
    }
    canonical.append(text, kept_from);
    return hash_of(canonical, HashPurpose::checksum);
}

std::uint64_t FileWriter::reader() const {
    if (!document_.redactions().empty()) {
        return file_format::reader_of_redacted;
    }
    return document_.withholds_anything() ? file_format::reader_of_withheld : 1;
}

void FileWriter::file_member(std::string_view name) {
    if (name == "data") {
        data();
    } else if (name == "format") {
        append_text(out_, file_format::name);
    } else if (name == "formatVersion") {
        out_ += std::to_string(DocumentParts::format_version(document_));
    } else if (name == "id") {
        append_text(out_, document_.id());
    } else if (name == "kind") {
        append_text(out_, document_.kind());
    } else if (name == "minReader") {
        out_ += std::to_string(reader());
    } else {
        sync();
    }
}

std::string FileWriter::file() {
    lines_.open();
    OpenEnd previous;
    for (const std::string_view name : file_format::members) {
        unknown_members("/", previous, name);
        previous = name;
        lines_.member(name);
        file_member(name);
    }
    unknown_members("/", previous, std::nullopt);
    lines_.close();
    out_ += '\n';
    const std::string checksum = to_text(ReplicaId{checksum_of(out_)});
    out_.replace(checksum_place_, checksum.size(), checksum);
    return std::move(out_);
}

} // namespace

std::string write(const Document& document) {
    return FileWriter(document).file();
}

std::string write_data(const Document& document) {
    return FileWriter(document).data_only();
}

} // namespace planner::document
