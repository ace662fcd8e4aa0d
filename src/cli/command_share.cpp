#include "cli/commands.h"
#include "cli/files.h"
#include "cli/locking.h"
#include "cli/open_review.h"
#include "cli/pointers.h"
#include "cli/words.h"

#include "document/key.h"
#include "document/write.h"
#include "review/anonymous.h"
#include "review/sharing.h"

#include <ostream>
#include <utility>

namespace planner::cli {

namespace {

using document::FieldKey;
using document::Value;

/// What is handed on, and what can be said of it.
struct Shared {
    document::Document document;
    std::vector<FieldKey> left_out;
    std::vector<review::Alias> key;
    std::vector<std::string> names_left;
};

Shared shared_from(const Surroundings& surroundings, const Arguments& arguments, const OpenReview& opened) {
    const review::Review reading = opened.reading();
    if (arguments.anonymous) {
        const Words words(arguments);
        auto [copy, key] = review::anonymous_copy(reading, words.for_anonymous(), words.language(),
                                                  new_stamp(surroundings, arguments), surroundings.random_bits);
        auto names_left = review::names_left(copy, words.for_anonymous(), key);
        return {std::move(copy), review::personal_fields(reading, process::Personal::contact), std::move(key),
                std::move(names_left)};
    }
    if (arguments.without_contacts) {
        return {review::without_contacts(reading), review::personal_fields(reading, process::Personal::contact), {}, {}};
    }
    return {opened.document, {}, {}, {}};
}

Value key_of(const std::vector<review::Alias>& key) {
    Value list = Value::object();
    for (const review::Alias& each : key) {
        list[each.alias] = each.name;
    }
    return list;
}

Expected<void> write_locked(const Surroundings& surroundings, const Arguments& arguments,
                            const document::Document& document) {
    const auto pass_phrase = read_pass_phrase(surroundings, *arguments.pass_phrase_file);
    if (!pass_phrase) {
        return tl::unexpected<Problem>(pass_phrase.error());
    }
    if (!exchange::is_long_enough(*pass_phrase)) {
        return refuse(*arguments.pass_phrase_file, "",
                      "the pass phrase must have at least " + std::to_string(exchange::shortest_pass_phrase) +
                          " characters of UTF-8");
    }
    const std::string bytes = document::write(document);
    if (const auto again = document::read(bytes); !again) {
        return tl::unexpected<Problem>(problem_of(*arguments.output, again.error()));
    }
    const std::string locked = lock_bytes(bytes, *pass_phrase, exchange::new_lock(surroundings.random_bits));
    return locked.empty() ? refuse(*arguments.output, "", "OpenSSL cannot lock it")
                          : write_bytes(surroundings, *arguments.output, locked);
}

void report(const Surroundings& surroundings, const Arguments& arguments, const Shared& shared) {
    const auto to_look_at = review::texts_with_contacts(shared.document);
    if (arguments.json) {
        surroundings.out << Value{{"left_out", pointers(shared.left_out)},
                                  {"to_look_at", pointers(to_look_at)},
                                  {"replaced", shared.key.size()},
                                  {"names_left", shared.names_left}}
                                .dump(2)
                         << "\n";
        return;
    }
    print_pointers(surroundings.out, " left out", shared.left_out);
    print_pointers(surroundings.out, " to look at: a mail address or telephone number may stand in it", to_look_at);
    if (arguments.anonymous) {
        surroundings.out << shared.key.size() << " names replaced\n" << shared.names_left.size() << " names left\n";
        for (const std::string& name : shared.names_left) {
            surroundings.out << "  " << visible(name) << "\n";
        }
    }
}

} // namespace

Expected<void> run_share(const Surroundings& surroundings, const Arguments& arguments) {
    const auto opened = open_review(surroundings, arguments.files_and_values[0]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const Shared shared = shared_from(surroundings, arguments, *opened);
    auto done = arguments.pass_phrase_file ? write_locked(surroundings, arguments, shared.document)
                                           : write_document(surroundings, *arguments.output, shared.document);
    if (done && arguments.key_file) {
        done = write_bytes(surroundings, *arguments.key_file, key_of(shared.key).dump(2) + "\n");
    }
    if (done && arguments.output != "-") {
        report(surroundings, arguments, shared);
    }
    return done;
}

} // namespace planner::cli
