#include "assets/review_process.h"

#include <algorithm>
#include <map>

#include "assets/assets.h"
#include "assets/catalog.h"
#include "document/read.h"
#include "document/write.h"
#include "process/difference.h"
#include "review/kept_process.h"
#include "review/review.h"

namespace planner::assets {

namespace {

struct ReadProcess {
    std::unique_ptr<process::Process> own;    ///< when it is not the program's
    const process::Process* process = nullptr; ///< null when the text is wrong
    process::ProcessError error;
};

/// By their texts. Where one stands never changes.
std::map<std::string, ReadProcess, std::less<>>& read_processes() {
    static std::map<std::string, ReadProcess, std::less<>> processes;
    return processes;
}

std::vector<const process::Process*>& own_in_order() {
    static std::vector<const process::Process*> processes;
    return processes;
}

ReadProcess read(std::string_view text) {
    ReadProcess read;
    auto loaded = process::load(text);
    if (!loaded) {
        read.error = std::move(loaded.error());
        return read;
    }
    const process::Process* known = known_process(loaded->id);
    if (known != nullptr && process::same_but_for_english(text, process(loaded->id))) {
        read.process = known;
        return read;
    }
    read.own = std::make_unique<process::Process>(std::move(*loaded));
    read.process = read.own.get();
    own_in_order().push_back(read.process);
    return read;
}

/// The next number of a version, and the version without it.
unsigned long next_number(std::string_view& version) {
    unsigned long number = 0;
    std::size_t at = 0;
    for (; at < version.size() && version[at] >= '0' && version[at] <= '9'; ++at)
        number = std::min(number * 10 + static_cast<unsigned long>(version[at] - '0'), 1'000'000UL);
    version.remove_prefix(std::min(version.size(), at + 1));
    return number;
}

bool is_newer(std::string_view version, std::string_view than) {
    while (!version.empty() || !than.empty()) {
        const unsigned long ours = next_number(version), theirs = next_number(than);
        if (ours != theirs) return ours > theirs;
    }
    return false;
}

} // namespace

tl::expected<const process::Process*, process::ProcessError> process_from(std::string_view text) {
    auto& known = read_processes();
    auto found = known.find(text);
    if (found == known.end()) found = known.emplace(std::string(text), read(text)).first;
    if (found->second.process == nullptr) return tl::unexpected<process::ProcessError>(found->second.error);
    return found->second.process;
}

std::string text_of(const process::Process& process) {
    for (const auto& [text, read] : read_processes()) {
        if (read.own.get() == &process) return text;
    }
    return std::string(assets::process(process.id));
}

std::vector<const process::Process*> own_processes() {
    return own_in_order();
}

const process::Process* newer_than(const process::Process& process) {
    const process::Process* known = known_process(process.id);
    return known != nullptr && known != &process && is_newer(known->version, process.version) ? known : nullptr;
}

const process::Process* ReviewProcess::find(const document::Document& document) {
    problem_.reset();
    const std::string_view text = review::kept_process(document);
    if (!text.empty()) {
        const auto read = process_from(text);
        if (read) return *read;
        problem_ = read.error();
    }
    return known_process(review::process_id(document));
}

void ReviewProcess::update(const document::Document& document) {
    base_ = find(document);
    std::vector<process::GivenName> names = review::given_names(document);
    if (base_ == nullptr || (named_of_ == base_ && names == names_ && translation_ == translation())) return;
    names_ = std::move(names);
    translation_ = translation();
    if (names_.empty() && named_of_ != base_) return;
    if (named_of_ != base_) named_.push_back(std::make_unique<process::Process>(*base_));
    named_of_ = base_;
    process::give_names(*named_.back(), *base_, names_);
}

const process::Process& ReviewProcess::process() const {
    static const process::Process none;
    if (base_ == nullptr) return none;
    return named_of_ == base_ ? *named_.back() : *base_;
}

} // namespace planner::assets
