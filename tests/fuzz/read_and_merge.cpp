#include "document/file_format.h"
#include "document/hash.h"
#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace planner::document;

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// The text with a checksum that holds, so that the fuzzer gets past it; nothing when there is no place for one.
std::optional<std::string> with_checksum(std::string_view bytes) {
    auto root = read_json(bytes);
    if (!root || !root->is_object()) {
        return std::nullopt;
    }
    const auto sync = root->find("sync");
    if (sync == root->end() || !sync->is_object()) {
        return std::nullopt;
    }
    (*sync)["checksum"] = file_format::blank_checksum;
    (*sync)["checksum"] = to_text(ReplicaId{hash_of(canonical_text(*root), HashPurpose::checksum)});
    return canonical_text(*root);
}

void check_document(const Document& document) {
    const std::string bytes = write(document);
    const auto again = read(bytes);
    demand(again.has_value() && again->trust == Trust::checked);
    demand(write(again->document) == bytes);
}

std::size_t values_left(const Document& document) {
    std::size_t fields = 0;
    for (const auto& [name, collection] : document.collections()) {
        for (const auto& [id, entity] : collection) {
            fields += entity.size();
            for (const auto& [field, versions] : entity) {
                demand(!versions.versions().empty());
            }
        }
    }
    return fields;
}

/// Whatever a file claims: merging is the same from both sides, changes nothing the second time and empties nothing.
void check_merge(const Document& one, const Document& two) {
    Document merged = one;
    if (!merge_into(merged, two)) {
        return;
    }
    Document other_way = two;
    demand(merge_into(other_way, one).has_value());
    const std::string bytes = write(merged);
    demand(bytes == write(other_way));
    demand(merge_into(merged, merged).has_value());
    demand(write(merged) == bytes);
    demand(values_left(merged) >= values_left(one));
    demand(values_left(merged) >= values_left(two));
    check_document(merged);
}

std::optional<Document> document_of(std::string_view bytes) {
    auto direct = read(bytes);
    if (!direct) {
        demand(direct.error().line >= 1 && direct.error().column >= 1);
    }
    if (const auto mended = with_checksum(bytes)) {
        if (auto trusted = read(*mended)) {
            demand(trusted->trust == Trust::checked);
            check_document(trusted->document);
            if (direct) {
                check_merge(direct->document, trusted->document);
            }
            return std::move(trusted->document);
        }
    }
    if (!direct) {
        return std::nullopt;
    }
    check_document(direct->document);
    return std::move(direct->document);
}

void check_json(std::string_view bytes) {
    const auto value = read_json(bytes);
    if (!value) {
        return;
    }
    const std::string written = canonical_text(*value);
    const auto again = read_json(written);
    demand(again.has_value() && same_value(*value, *again) && canonical_text(*again) == written);
}

} // namespace

/// The input is one file, or two with a NUL between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t split = input.find('\0');
    check_json(input.substr(0, split));
    const auto one = document_of(input.substr(0, split));
    if (split == std::string_view::npos || !one) {
        return 0;
    }
    if (const auto two = document_of(input.substr(split + 1))) {
        check_merge(*one, *two);
    }
    return 0;
}
