#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app/addressees.h"
#include "app/sheets.h"
#include "browser.h"
#include "../document/changed_file.h"
#include "document/read.h"
#include "document/write.h"
#include "exchange/print_review.h"

using namespace planner;
using namespace planner::testing;
using document::Value;

/// Files by who means harm, opened by somebody who then looks at everything and sends everything on.
namespace {

const std::string markup = "</title></style><script>alert(1)</script><img src=x onerror=\"a()\"> & 'b'";
const std::string headers = "een\r\nBcc: iemand@voorbeeld.nl\r\n\r\nBEGIN:VEVENT";

/// A review with everything filled in.
std::string example() {
    std::ifstream file(PLANNER_SOURCE_DIR "/assets/examples/mbo-peer-review.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What says where something belongs; with another value there it would just be somewhere else.
bool is_link(const std::string& field) {
    for (const char* each : {"participant", "card", "table", "visit", "process", "kind", "position", "deleted", "task", "text_of",
                             "run_sheet", "host", "item", "option", "message"}) {
        if (field == each) return true;
    }
    return false;
}

/// The example as another program could have written it: `change` gets every field but those of the kept process.
template <class Change>
std::string changed_example(const Change& change) {
    return document::edited_by_hand(example(), [&](Value& root) {
        root["id"] = "vijandig1";
        for (auto& [collection, entities] : root["data"].items()) {
            if (collection == "process") continue;
            for (auto& [id, fields] : entities.items()) {
                for (auto& [name, value] : fields.items()) {
                    if (name != "process" && name != "kind") change(id, name, value);
                }
            }
        }
    });
}

std::vector<exchange::Sheet> sheets_of(app::Planner& planner) {
    const exchange::PrintWords words = app::print_words(planner);
    const process::Process& process = planner.current()->process();
    std::vector<std::size_t> tasks;
    for (std::size_t i = 0; i < planner.plan().tasks.size(); ++i) tasks.push_back(i);
    std::vector<exchange::Sheet> sheets = {exchange::dashboard_sheet(planner.reading(), planner.plan(), words),
                                           exchange::hours_sheet(planner.reading(), words),
                                           exchange::tasks_sheet(planner.reading(), planner.plan(), {tasks, planner.agreements()}, markup, words),
                                           app::overview_sheet(planner, "")};
    for (const planning::PlannedMessage& message : planner.messages())
        sheets.push_back(app::message_sheet(planner, message));
    for (const process::Card& card : process.cards) {
        for (const std::string& whose : planner.reading().subjects(card.scope))
            sheets.push_back(exchange::card_sheet(planner.reading(), card, whose, exchange::Paper::a4, words));
    }
    for (const process::RunSheet& sheet : process.run_sheets) {
        for (const std::string& whose : planner.reading().subjects(sheet.scope))
            sheets.push_back(exchange::agenda_sheet(planner.reading(), sheet, whose, words));
    }
    return sheets;
}

/// Everything that can be made of a review: screens' views, paper, mail, calendar, file.
struct Made {
    std::string html;
    std::string mail;
    std::string links;
    std::string calendar;
};

Made look_at_everything(Tab& tab) {
    app::Planner& planner = tab.planner;
    Made made;
    REQUIRE(planner.current() != nullptr);
    REQUIRE(planner.current()->ready());
    (void)planner.view();
    (void)planner.dashboard();
    (void)planner.rules();
    (void)planner.leftovers();
    (void)planner.today_tasks();
    (void)planner.identity_choices(planner.route().review);
    for (const exchange::Sheet& sheet : sheets_of(planner)) made.html += exchange::to_html(sheet);
    const std::vector<planning::PlannedMessage> messages = planner.messages();
    for (const planning::PlannedMessage& message : messages) {
        planner.open_in_mail(message);
        (void)app::recipients_text(planner, message);
    }
    for (const std::string& link : tab.platform.mails) made.links += link + "\n";
    tab.platform.downloads.clear();
    planner.download_messages(messages);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        tab.settle();
        tab.pass(app::MailFiles::pause_ms);
    }
    planner.download_calendar({}, "iedereen");
    for (const platform::HeadlessPlatform::Download& file : tab.platform.downloads)
        (file.mime_type.starts_with("text/calendar") ? made.calendar : made.mail) += file.bytes;
    const std::string bytes = tab.file();
    const auto back = document::read(bytes);
    REQUIRE(back.has_value());
    CHECK(back->trust == document::Trust::checked);
    return made;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("markup in every text is text on paper, in mail, in links and in the calendar") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.open("vijandig.json", changed_example([](const std::string&, const std::string& name, Value& value) {
                 if (value.is_string() && !is_link(name) && name.find("date") == std::string::npos) value = markup;
             }));
    const Made made = look_at_everything(tab);
    CHECK(has(made.html, "&lt;script&gt;"));
    for (const char* tag : {"<script", "<img", "onerror=\""}) CHECK_FALSE(has(made.html, tag));
    CHECK_FALSE(has(made.mail, "Content-Type: text/html"));
    CHECK(has(made.mail, "Content-Type: text/plain"));
    for (const char* sign : {"<", ">", "\""}) CHECK_FALSE(has(made.links, sign));
    CHECK_FALSE(made.calendar.empty());
}

TEST_CASE("line ends in every text begin no header of a mail, no event and no link of their own") {
    platform::HeadlessWorld world;
    Tab tab(world);
    tab.open("vijandig.json", changed_example([](const std::string&, const std::string& name, Value& value) {
                 if (value.is_string() && !is_link(name) && name.find("date") == std::string::npos) value = headers;
             }));
    const Made made = look_at_everything(tab);
    const std::string head = made.mail.substr(0, made.mail.find("\r\n\r\n"));
    CHECK(has(head, "Subject:"));
    CHECK_FALSE(has(head, "\r\nBcc:"));
    CHECK_FALSE(has(made.calendar, "\r\nBcc:"));
    std::size_t begun = 0;
    std::size_t ended = 0;
    for (std::size_t at = 0; (at = made.calendar.find("\r\nBEGIN:VEVENT\r\n", at)) != std::string::npos; ++at) ++begun;
    for (std::size_t at = 0; (at = made.calendar.find("\r\nEND:VEVENT\r\n", at)) != std::string::npos; ++at) ++ended;
    CHECK(begun == ended);
    CHECK_FALSE(has(made.links.substr(0, made.links.find('\n')), "\r"));
}

TEST_CASE("values of another kind and numbers beyond every range stop nothing, in all fields at once") {
    const std::vector<Value> values = {1e308,
                                       -1e308,
                                       std::int64_t{-9'223'372'036'854'775'807},
                                       std::uint64_t{18'446'744'073'709'551'615ULL},
                                       -1,
                                       0.5,
                                       true,
                                       "99999999999999999999",
                                       "9999-99-99",
                                       "0000-00-00",
                                       "2026-02-31",
                                       "99:99",
                                       "-1:-1",
                                       std::string(2000, 'x'),
                                       Value::array({Value::array(), Value::object(), 1, "a"}),
                                       Value::object({{"nl", "a"}})};
    for (const Value& hostile : values) {
        CAPTURE(hostile.dump().substr(0, 40));
        for (const bool links_too : {false, true}) {
            platform::HeadlessWorld world;
            Tab tab(world);
            tab.open("vijandig.json", changed_example([&](const std::string&, const std::string& name, Value& value) {
                         if ((links_too || !is_link(name)) && name != "deleted") value = hostile;
                     }));
            look_at_everything(tab);
        }
    }
}

TEST_CASE("things that belong to themselves, or to each other in a circle, are looked at once") {
    for (const bool to_itself : {true, false}) {
        platform::HeadlessWorld world;
        Tab tab(world);
        std::string before = "none";
        tab.open("kring.json", changed_example([&](const std::string& id, const std::string& name, Value& value) {
                     if (is_link(name) && value.is_string() && name != "position") value = to_itself ? id : before;
                     before = id;
                 }));
        look_at_everything(tab);
    }
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    for (const auto& [seat, next] : std::vector<std::pair<std::string, std::string>>{{"a", "b"}, {"b", "a"}, {"c", "c"}}) {
        tab->planner.set_field({{"seats", seat}, "visit"}, review::visit_key(team).id);
        tab->planner.set_field({{"seats", seat}, "replaced_by"}, next);
    }
    CHECK(tab->planner.reading().former_seats_of(team).size() == 3);
    look_at_everything(*tab);
}

TEST_CASE("a file with a checksum that holds and a vector that lies takes nothing away from who opens it") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const document::FieldKey question = question_of(first_team(*tab));
    tab->planner.set_field(question, "Hoe kiezen studenten zelf?");
    tab->settle();
    const document::Document before = tab->document();
    const std::string thief = document::edited_with_checksum(tab->file(), [](Value& root) {
        for (Value& replica : root["sync"]["replicas"]) replica[1] = document::maximum_counter;
        root["data"] = Value::object();
        root["sync"]["fields"] = Value::object();
    });
    tab->open("dief.json", thief);
    tab->planner.confirm_import();
    tab->planner.cancel_import();
    CHECK(tab->text(question) == "Hoe kiezen studenten zelf?");
    for (const auto& [collection, entities] : before.collections()) {
        for (const auto& [id, fields] : entities) {
            for (const auto& [name, field] : fields) {
                const document::FieldKey key{{collection, id}, name};
                if (name != "deleted") CHECK(tab->document().value(key) == field.shown());
            }
        }
    }
    tab->planner.set_field(question, "Daarna");
    tab->settle();
    CHECK(tab->text(question) == "Daarna");
    CHECK(tab->planner.save_state().kind == app::SaveKind::saved);
    CHECK(document::read(tab->file()).has_value());
}

TEST_CASE("what hides in the name of a file, a team or a review is shown") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    const std::string team = first_team(*tab);
    tab->planner.set_field({review::participant_key(team), "name"}, "Team \xE2\x80\xAEgroZ");
    CHECK(tab->planner.view().participants.at(0).participant.name == "Team [U+202E]groZ");
    tab->planner.set_field({review::review_key(), "title"}, "Zorg\xE2\x80\x8B" "breed");
    CHECK(tab->planner.view().title == "Zorg[U+200B]breed");
    tab->open("foto\xE2\x80\xAEnosj.exe", "geen bestand van ons");
    REQUIRE(tab->planner.import_preview().files.size() == 1);
    CHECK(tab->planner.import_preview().files[0].name == "foto[U+202E]nosj.exe");
    CHECK_FALSE(has(tab->planner.import_preview().files[0].sentence, "\xE2\x80\xAE"));
}
