#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open_review.h"

#include "assets/catalog.h"
#include "document/utf8.h"
#include "review/create.h"
#include "review/ids.h"
#include "review/kept_process.h"
#include "review/review.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace planner::cli {

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    const std::size_t end = text.find_last_not_of(" \t");
    return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

bool is_one_line(const std::string& text) {
    return document::is_writable_text(text) &&
           std::none_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x20; });
}

Expected<std::vector<review::NewParticipant>> participants(const std::string& output, const Arguments& arguments) {
    std::vector<review::NewParticipant> result;
    for (const std::string& team : arguments.teams) {
        const std::size_t bar = team.find('|');
        const std::string name = trimmed(team.substr(0, bar));
        const std::string institution = bar == std::string::npos ? std::string() : trimmed(team.substr(bar + 1));
        if (name.empty()) {
            return refuse(output, "", "a team has no name");
        }
        if (institution.find('|') != std::string::npos || !is_one_line(team)) {
            return refuse(output, "", "a team must be \"Name|Institution\" on one line");
        }
        result.push_back({name, institution});
    }
    return result;
}

/// The one participant of that name that is visited.
Expected<std::string> find_host(const std::string& output, const review::Review& review, const std::string& name) {
    std::string found;
    for (const review::Participant& host : review.hosts()) {
        if (host.name != name) {
            continue;
        }
        if (!found.empty()) {
            return refuse(output, "", "several teams are called \"" + name + "\"");
        }
        found = host.id;
    }
    if (found.empty()) {
        return refuse(output, "", "there is no visit at a team called \"" + name + "\"");
    }
    return found;
}

Expected<void> write_dates(const std::string& output, const Arguments& arguments, const process::Process& process,
                           const document::Stamp& stamp, document::Document& document) {
    if (arguments.kickoff) {
        document.write(stamp, {review::review_key(), "kickoff_date"}, *arguments.kickoff);
    }
    for (const std::string& visit : arguments.visits) {
        const std::size_t equals = visit.rfind('=');
        const auto host = find_host(output, review::Review(document, process), trimmed(visit.substr(0, equals)));
        if (!host) {
            return tl::unexpected<Problem>(host.error());
        }
        const document::FieldKey key{review::visit_key(*host), "date"};
        if (document.field(key) != nullptr) {
            return refuse(output, "", "a team has two dates for its visit");
        }
        for (const review::FieldWrite& write : review::planned_visit(document, *host, visit.substr(equals + 1))) {
            document.write(stamp, write.key, write.value);
        }
    }
    return {};
}

Expected<OwnProcess> chosen_process(const Surroundings& surroundings, const Arguments& arguments) {
    if (arguments.process_file) {
        return open_process(surroundings, *arguments.process_file);
    }
    const process::Process* process = assets::known_process(*arguments.process);
    if (process == nullptr) {
        return refuse(*arguments.output, "", no_such_process(*arguments.process));
    }
    return OwnProcess{process, assets::text_of(*process)};
}

} // namespace

Expected<void> run_new(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& output = *arguments.output;
    const auto chosen = chosen_process(surroundings, arguments);
    if (!chosen) {
        return tl::unexpected<Problem>(chosen.error());
    }
    const process::Process* process = chosen->process;
    const std::string title = trimmed(*arguments.title);
    if (title.empty() || !is_one_line(title)) {
        return refuse(output, "", "the title must be one line of text");
    }
    const auto teams = participants(output, arguments);
    if (!teams) {
        return tl::unexpected<Problem>(teams.error());
    }
    const std::size_t minimum = process->participants.minimum;
    if (teams->size() < minimum) {
        return refuse(output, "",
                      "at least " + std::to_string(minimum) +
                          " times --team is needed: " + process->participants.minimum_reason.en);
    }
    const document::Stamp stamp = new_stamp(surroundings, arguments);
    auto document = review::create_review(title, *process, *teams, stamp, surroundings.random_bits);
    for (review::FieldWrite& write : review::follow_process(process->id, chosen->text)) {
        document.write(stamp, write.key, std::move(write.value));
    }
    if (auto written = write_dates(output, arguments, *process, stamp, document); !written) {
        return written;
    }
    return write_document(surroundings, output, document);
}

} // namespace planner::cli
