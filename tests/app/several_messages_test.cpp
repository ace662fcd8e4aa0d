#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/addressees.h"
#include "app/messages.h"
#include "browser.h"

using namespace planner;
using namespace planner::testing;
using app::Planner;
using planning::MessageState;
using planning::PlannedMessage;

namespace {

/// A review whose start meeting was last month, so that many messages have arisen.
std::unique_ptr<Tab> tab_with_messages(platform::HeadlessWorld& world) {
    auto tab = tab_with_review(world);
    const auto kickoff = planning::add_days(tab->planner.today(), 10);
    tab->planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(kickoff));
    tab->settle();
    return tab;
}

std::vector<PlannedMessage> drafts(Tab& tab) {
    std::vector<PlannedMessage> found;
    for (const PlannedMessage& message : tab.planner.messages()) {
        if (message.state == MessageState::draft) found.push_back(message);
    }
    return found;
}

const PlannedMessage* find(Tab& tab, const document::EntityKey& key) {
    const auto& all = tab.planner.messages();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.key == key; });
    return found == all.end() ? nullptr : &*found;
}

/// Gives a team a contact person.
document::EntityKey add_contact(Tab& tab, const std::string& team, const std::string& address) {
    const process::Card* card = tab.planner.current()->process().card("voorbereiding");
    const document::EntityKey row = tab.planner.add_row({"voorbereiding", team, card->field("contactpersonen")});
    tab.planner.set_field({row, "name"}, "Contactpersoon");
    tab.planner.set_field({row, "contact"}, address);
    return row;
}

const PlannedMessage* message_with_both(Tab& tab) {
    for (const PlannedMessage& message : tab.planner.messages()) {
        if (message.message->attach.size() == 2) return &message;
    }
    return nullptr;
}

} // namespace

TEST_CASE("messages to who sends them are left out as soon as the planner knows who that is") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    tab->planner.set_field({review::review_key(), "facilitator_name"}, "Anne de Wit");
    world.now += 20LL * 24 * 60 * 60 * 1000;
    const auto to_facilitator = [&] {
        const auto& all = tab->planner.messages();
        return std::count_if(all.begin(), all.end(), [&](const PlannedMessage& each) {
            return planning::addressee(tab->planner.current()->process(), tab->planner.plan(), each)->kind == process::RoleKind::facilitator;
        });
    };
    tab->planner.set_author("Bram");
    CHECK(to_facilitator() > 0);
    tab->planner.set_author("Anne de Wit");
    CHECK(to_facilitator() == 0);
    tab->planner.set_identity(tab->planner.route().review, {planning::IdentityKind::participant, tab->planner.view().participants.at(0).participant.id});
    CHECK(to_facilitator() > 0);
    tab->planner.set_author("Bram");
    tab->planner.set_identity(tab->planner.route().review, {planning::IdentityKind::facilitator, ""});
    CHECK(to_facilitator() == 0);
}

TEST_CASE("several messages are marked as sent by one command, and one undo takes them all back") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    const auto all = drafts(*tab);
    REQUIRE(all.size() > 3);
    app::decide_messages(tab->planner, all, app::MessageDecision::sent);
    CHECK(drafts(*tab).empty());
    tab->planner.step(app::Step::undo);
    CHECK(drafts(*tab).size() == all.size());
}

TEST_CASE("several files come one after another, each under its own name, and nothing is marked as sent") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    const auto all = drafts(*tab);
    tab->planner.download_messages(all);
    CHECK(tab->platform.downloads.size() == 1);
    CHECK(tab->planner.tick() >= 0);
    for (std::size_t i = 1; i < all.size(); ++i) {
        world.now += app::MailFiles::pause_ms - 1;
        tab->planner.tick();
        CHECK(tab->platform.downloads.size() == i);
        world.now += 1;
        tab->planner.tick();
        CHECK(tab->platform.downloads.size() == i + 1);
    }
    std::set<std::string> names;
    for (const auto& download : tab->platform.downloads) names.insert(download.name);
    CHECK(names.size() == all.size());
    CHECK(drafts(*tab).size() == all.size());
    CHECK(tab->platform.mails.empty());
}

TEST_CASE("texts that are copied together keep their addressees") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    add_contact(*tab, first_team(*tab), "zorg@school.nl");
    const auto all = drafts(*tab);
    tab->planner.copy_messages(all);
    CHECK(tab->platform.copied.find("zorg@school.nl") != std::string::npos);
    for (const PlannedMessage& message : all)
        CHECK(tab->platform.copied.find(tab->planner.message_text(message).body) != std::string::npos);
}

TEST_CASE("a message carries the file and the calendar of the review when it asks for them") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    tab->planner.set_field({review::review_key(), "kickoff_time"}, "13:30");
    world.now += 12LL * 24 * 60 * 60 * 1000;
    const PlannedMessage* message = message_with_both(*tab);
    // The message is the work of a task: it arises when what that waits for is done.
    for (std::size_t round = 0; message == nullptr && round < tab->planner.plan().tasks.size(); ++round) {
        const std::vector<planning::PlannedTask> tasks = tab->planner.plan().tasks;
        const auto open = std::find_if(tasks.begin(), tasks.end(), [](const planning::PlannedTask& task) {
            return !task.finished() && task.waiting_for.empty();
        });
        REQUIRE(open != tasks.end());
        tab->planner.decide_task(open->key, app::TaskDecision::done);
        message = message_with_both(*tab);
    }
    REQUIRE(message != nullptr);
    tab->planner.download_messages({*message});
    const std::string& bytes = tab->platform.downloads.back().bytes;
    CHECK(bytes.find("application/json") != std::string::npos);
    CHECK(bytes.find("text/calendar") != std::string::npos);
    CHECK(bytes.find(".ics") != std::string::npos);
}

TEST_CASE("the calendar of one team is smaller than that of all, and says what it is in its name") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    const planning::Identity team{planning::IdentityKind::participant, first_team(*tab)};
    const std::size_t all = tab->planner.calendar({}).events.size();
    CHECK(tab->planner.calendar(team).events.size() < all);
    CHECK(tab->planner.calendar(team).events.size() > 1);
    tab->planner.download_calendar(team, "Team Zorg");
    const auto& file = tab->platform.downloads.back();
    CHECK(file.name == "peerreview_team-zorg-zelfstandig-leren_" + planning::format_day(tab->planner.today()) + ".ics");
    CHECK(file.bytes.starts_with("BEGIN:VCALENDAR"));
    const auto sequence = [&] { return tab->planner.calendar(team).events.front().sequence; };
    const int before = sequence();
    world.now += 60'000;
    tab->planner.set_field({review::review_key(), "kickoff_date"},
                           planning::format_day(planning::add_days(tab->planner.today(), 20)));
    CHECK(sequence() > before);
}

TEST_CASE("nothing has a date yet: there is no calendar to download") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.download_calendar({planning::IdentityKind::facilitator, ""}, "Begeleider");
    CHECK(tab->platform.downloads.empty());
}

TEST_CASE("marked as sent in one copy and rewritten in the other: one message, sent, with the new text") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    const PlannedMessage message = drafts(*tab).front();
    platform::HeadlessWorld elsewhere(99);
    elsewhere.now = world.now;
    Tab other(elsewhere);
    other.open("review.json", tab->file());
    const std::size_t count = tab->planner.messages().size();
    app::set_message_text(other.planner, message, planning::message_field::body, "Een eigen tekst", std::nullopt);
    app::decide_messages(tab->planner, {message}, app::MessageDecision::sent);
    tab->open("terug.json", other.file());
    tab->planner.confirm_import();
    tab->settle();
    CHECK(tab->planner.messages().size() == count);
    const PlannedMessage* now = find(*tab, message.key);
    REQUIRE(now != nullptr);
    CHECK(now->state == MessageState::sent);
    CHECK(tab->planner.message_text(*now).body == "Een eigen tekst");
    CHECK(tab->planner.view().conflict_count == 0);
}

TEST_CASE("a mail to very many addresses does not fit in a link: the message is copied and no empty mail opens") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_messages(world);
    for (int i = 0; i < 60; ++i)
        add_contact(*tab, first_team(*tab), "contactpersoon.nummer." + std::to_string(i) + "@school-in-het-noorden.nl");
    const auto all = drafts(*tab);
    const auto found = std::find_if(all.begin(), all.end(), [&](const PlannedMessage& message) {
        return app::recipients(tab->planner, message).size() >= 60;
    });
    REQUIRE(found != all.end());
    tab->planner.open_in_mail(*found);
    CHECK(tab->platform.mails.empty());
    CHECK(tab->platform.copied.find(tab->planner.message_text(*found).body) != std::string::npos);
    CHECK(app::is_too_long_for_link(tab->planner, *found));
}
