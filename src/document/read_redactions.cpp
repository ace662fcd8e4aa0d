#include "document/file_format.h"
#include "document/file_parts.h"
#include "document/parts.h"

#include <algorithm>

namespace planner::document {

namespace {

/// Adds one item of a list of what was removed for good; each must come after the one before it.
tl::expected<void, Refusal> read_redaction(const std::string& list, const Value& item, Document& document,
                                           const Where& where) {
    Redactions& gone = DocumentParts::redactions(document);
    bool is_next = false;
    const auto add = [&](auto& items, const auto& each) {
        is_next = items.empty() || *items.rbegin() < each;
        items.insert(items.end(), each);
    };
    if (list == "writes" && item.is_array() && item.size() == 2) {
        const auto write = read_dot(item, document, where);
        if (!write) {
            return tl::unexpected<Refusal>(write.error());
        }
        add(gone.writes, *write);
    } else if (list == "fields" && item.is_string()) {
        const auto key = parse_pointer(item.get_ref<const std::string&>());
        if (key && key->field != deleted_field) {
            add(gone.fields, *key);
        }
    } else if (list == "labels" && item.is_string()) {
        const auto id = replica_from_text(item.get_ref<const std::string&>());
        if (id && document.counter_of(*id) > 0) {
            add(gone.labels, *id);
        }
    }
    if (!is_next) {
        return damaged(where, "this must be something that was removed, each once, sorted");
    }
    return {};
}

/// Whether anything that was removed for good stands in the document; then it no longer does.
bool remove_what_came_back(Document& document) {
    const std::vector<Replica> before = document.replicas();
    const bool was_there = !apply_redactions(document).empty();
    const auto same = [](const Replica& left, const Replica& right) { return left.label == right.label; };
    return was_there || !std::equal(before.begin(), before.end(), document.replicas().begin(), same);
}

} // namespace

tl::expected<void, Refusal> read_redactions(const Value& sync, Document& document) {
    const auto lists = sync.find("redacted");
    if (lists == sync.end()) {
        return {};
    }
    const Where sync_member{nullptr, "sync"};
    const Where where{&sync_member, "redacted"};
    if (!lists->is_object() || lists->empty()) {
        return damaged(where, "this must be lists of what was removed");
    }
    for (const auto& [name, list] : lists->get_ref<const Value::object_t&>()) {
        const Where list_where{&where, name};
        if (!list.is_array() || list.empty() || list.size() > file_format::maximum_redactions) {
            return damaged(list_where, "this must be a list of what was removed, not empty and not too long");
        }
        for (std::size_t index = 0; index < list.size(); ++index) {
            const std::string number = std::to_string(index);
            if (auto done = read_redaction(name, list[index], document, {&list_where, number}); !done) {
                return done;
            }
        }
    }
    if (remove_what_came_back(document)) {
        return damaged(where, "something that was removed is still there");
    }
    return {};
}

} // namespace planner::document
