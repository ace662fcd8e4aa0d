#include "cli/commands.h"
#include "cli/files.h"

#include "assets/assets.h"
#include "document/utf8.h"
#include "process/load.h"
#include "review/create.h"

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

std::string known_processes() {
    std::string names;
    for (const assets::Asset& process : assets::processes()) {
        names += (names.empty() ? "" : ", ") + std::string(process.id);
    }
    return names;
}

Expected<process::Process> find_process(const std::string& output, const std::string& id) {
    const std::string_view bytes = assets::process(id);
    if (bytes.empty()) {
        return refuse(output, "", "there is no process \"" + id + "\"; known: " + known_processes());
    }
    auto loaded = process::load(bytes);
    if (!loaded) {
        return refuse(output, loaded.error().pointer, loaded.error().sentence);
    }
    return std::move(*loaded);
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

} // namespace

Expected<void> run_new(const Surroundings& surroundings, const Arguments& arguments) {
    const std::string& output = *arguments.output;
    const auto process = find_process(output, *arguments.process);
    if (!process) {
        return tl::unexpected<Problem>(process.error());
    }
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
    return write_document(
        surroundings, output,
        review::create_review(title, *process, *teams, new_stamp(surroundings, arguments), surroundings.random_bits));
}

} // namespace planner::cli
