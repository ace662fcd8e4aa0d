#include "cli/commands.h"
#include "cli/files.h"

#include "document/key.h"
#include "document/write.h"

#include <map>
#include <ostream>
#include <utility>

namespace planner::cli {

namespace {

using document::Document;
using document::Value;

struct Finding {
    std::string state; ///< "ok", "foreign" or "refused"
    Problem problem;   ///< of a refused file
    std::size_t entities = 0;
    std::size_t conflicts = 0;
};

using Places = std::map<document::Dot, document::FieldKey>;

Expected<void> check_dot(const std::string& file, Places& places, const document::Dot& dot, const document::FieldKey& key) {
    auto place = places.emplace(dot, key).first;
    const bool shared = place->second != key && place->second.field != document::deleted_field &&
                        key.field != document::deleted_field;
    if (place->second.entity != key.entity || shared) {
        return refuse(file, document::to_pointer(key),
                      "one write is in two places, also in " + document::to_pointer(place->second));
    }
    if (place->second.field == document::deleted_field) {
        place->second = key;
    }
    return {};
}

/// One write goes to one field, and to its entity's "deleted". A dot in two places means that two writers shared a
/// replica id, and then merging cannot be trusted.
Expected<void> check_dots(const std::string& file, const Document& document) {
    Places places;
    const auto check = [&](const document::FieldKey& key, const std::vector<document::Version>& versions) {
        Expected<void> passed;
        for (const document::Version& version : versions) {
            passed = passed ? check_dot(file, places, version.dot, key) : passed;
        }
        return passed;
    };
    for (const auto& [collection, entities] : document.collections()) {
        for (const auto& [id, entity] : entities) {
            for (const auto& [name, field] : entity) {
                if (auto passed = check({{collection, id}, name}, field.versions()); !passed) {
                    return passed;
                }
            }
        }
    }
    for (const auto& [key, versions] : document.history().fields()) {
        if (auto passed = check(key, versions); !passed) {
            return passed;
        }
    }
    return {};
}

/// Writing what was read must give a file that reads and writes the same.
Expected<void> check_round_trip(const std::string& file, const Document& document) {
    const std::string bytes = document::write(document);
    const auto again = document::read(bytes);
    if (!again || again->trust != document::Trust::checked || document::write(again->document) != bytes) {
        return refuse(file, "", "the file does not survive being written again");
    }
    return {};
}

Finding check_file(const Surroundings& surroundings, const std::string& file) {
    const auto read = read_document(surroundings, file);
    if (!read) {
        return {"refused", read.error()};
    }
    for (const auto& check : {check_dots, check_round_trip}) {
        if (const auto passed = check(file, read->document); !passed) {
            return {"refused", passed.error()};
        }
    }
    Finding finding{read->trust == document::Trust::foreign ? "foreign" : "ok", {}};
    for (const auto& [collection, entities] : read->document.collections()) {
        finding.entities += entities.size();
    }
    finding.conflicts = read->document.conflicts().size() + member_conflicts(read->document).size();
    return finding;
}

Value as_json(const std::string& file, const Finding& finding) {
    Value result = {{"file", file}, {"state", finding.state}};
    if (finding.state == "refused") {
        result["line"] = finding.problem.line;
        result["column"] = finding.problem.column;
        result["pointer"] = finding.problem.pointer;
        result["reason"] = finding.problem.reason;
    } else {
        result["entities"] = finding.entities;
        result["conflicts"] = finding.conflicts;
    }
    return result;
}

} // namespace

Expected<void> run_check(const Surroundings& surroundings, const Arguments& arguments) {
    Value list = Value::array();
    Expected<void> outcome;
    for (const std::string& file : arguments.files_and_values) {
        const Finding finding = check_file(surroundings, file);
        const bool refused = finding.state == "refused";
        list.push_back(as_json(file, finding));
        if (refused) {
            // The last problem is printed by whoever called, like that of every command.
            if (!outcome) {
                surroundings.err << to_line(outcome.error()) << "\n";
            }
            outcome = tl::unexpected<Problem>(finding.problem);
        } else if (!arguments.json) {
            surroundings.out << file << ": " << finding.state << ", " << finding.entities << " entities, "
                             << finding.conflicts << " conflicts\n";
        }
    }
    if (arguments.json) {
        surroundings.out << document::canonical_text(list) << "\n";
    }
    return outcome;
}

} // namespace planner::cli
