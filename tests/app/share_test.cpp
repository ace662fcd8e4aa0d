#include <doctest/doctest.h>

#include <algorithm>

#include "app/live.h"
#include "browser.h"
#include "document/read.h"
#include "document/write.h"

using namespace planner;
using namespace planner::testing;
using app::LockState;
using app::ShareKind;

namespace {

constexpr const char* phrase = "vier woorden op een rij";

/// A review with a contact person, on screen.
struct Sharing {
    Sharing() : tab(tab_with_review(world)) {
        const document::EntityKey person{"persons", "p1"};
        tab->planner.set_field({person, "participant"}, first_team(*tab));
        tab->planner.set_field({person, "name"}, "Vera Voorbeeld");
        tab->planner.set_field({person, "contact"}, "vera@voorbeeld.nl");
        tab->planner.set_field(question_of(first_team(*tab)), "Bel Vera: 06-12345678");
        tab->settle();
    }
    const platform::HeadlessPlatform::Download& shared(ShareKind kind, std::string_view pass_phrase = "") {
        tab->planner.share(kind, pass_phrase);
        tab->settle();
        REQUIRE_FALSE(tab->platform.downloads.empty());
        return tab->platform.downloads.back();
    }
    bool has_line(const std::vector<std::string>& lines, const std::string& part) {
        return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; });
    }
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab;
};

} // namespace

TEST_CASE("a preview says what goes out, what stays and what to look at, and that is what goes out") {
    Sharing sharing;
    app::Planner& planner = sharing.tab->planner;
    const app::SharePreview whole = planner.share_preview(ShareKind::whole);
    CHECK(sharing.has_line(whole.goes, "Vera Voorbeeld"));
    CHECK(sharing.has_line(whole.goes, "1 mailadres of telefoonnummer"));
    CHECK(whole.stays.empty());
    CHECK(sharing.shared(ShareKind::whole).bytes == document::write(sharing.tab->document()));

    const app::SharePreview fewer = planner.share_preview(ShareKind::without_contacts);
    CHECK(sharing.has_line(fewer.goes, "1 ingevulde hulpkaart"));
    CHECK(sharing.has_line(fewer.stays, "1 mailadres of telefoonnummer"));
    REQUIRE(fewer.to_look_at.size() == 1);
    CHECK(fewer.to_look_at[0].find("Onze leervraag") != std::string::npos);
    CHECK(sharing.shared(ShareKind::without_contacts).bytes.find("vera@") == std::string::npos);

    const app::SharePreview anonymous = planner.share_preview(ShareKind::anonymous);
    CHECK_FALSE(sharing.has_line(anonymous.goes, "Vera"));
    CHECK(sharing.has_line(anonymous.goes, "Contactpersoon 1"));
    CHECK(sharing.has_line(anonymous.goes, "Team A (Instelling A)"));
    CHECK(sharing.shared(ShareKind::anonymous).bytes.find("Vera") == std::string::npos);
}

TEST_CASE("the preview counts the notes of meetings, and warns of those that only the panel may read") {
    Sharing sharing;
    app::Planner& planner = sharing.tab->planner;
    CHECK_FALSE(sharing.has_line(planner.share_preview(ShareKind::whole).goes, "van bijeenkomsten"));
    for (const process::RunSheet& sheet : planner.current()->process().run_sheets) {
        const std::string subject = planner.reading().subjects(sheet.scope).front();
        app::add_note(planner, app::live_meeting(planner, sheet, subject), sheet.notes.front(), "Mooi dat studenten zelf kiezen");
        sharing.tab->settle();
    }
    for (const ShareKind kind : {ShareKind::whole, ShareKind::without_contacts, ShareKind::anonymous}) {
        const app::SharePreview preview = planner.share_preview(kind);
        CHECK(sharing.has_line(preview.goes, "2 notities van bijeenkomsten"));
        CHECK(sharing.has_line(preview.to_look_at, "1 notitie is alleen voor het panel."));
    }
}

TEST_CASE("the key of an anonymous copy is a file of its own, and the copy opens as another review") {
    Sharing sharing;
    sharing.tab->planner.download_share_key();
    const auto key = sharing.tab->platform.downloads.back();
    CHECK(key.name.find("_sleutel.txt") != std::string::npos);
    CHECK(key.bytes.find("Contactpersoon 1\tVera Voorbeeld\n") != std::string::npos);
    CHECK(key.bytes.find("Team A\tTeam Zorg\n") != std::string::npos);
    const std::string bytes = sharing.shared(ShareKind::anonymous).bytes;
    const std::string before = document::write(sharing.tab->document());
    sharing.tab->open("anoniem.json", bytes);
    sharing.tab->planner.confirm_import();
    sharing.tab->settle();
    CHECK(sharing.tab->planner.view().title.find("(anoniem)") != std::string::npos);
    CHECK(sharing.world.records.size() == 2);
    CHECK(document::write(document::read(bytes)->document) != before);
}

TEST_CASE("a locked file asks for its pass phrase, says when that is wrong, and opens with the right one") {
    Sharing sharing;
    const auto locked = sharing.shared(ShareKind::without_contacts, phrase);
    CHECK(locked.name.find("_op-slot.json") != std::string::npos);
    CHECK(exchange::is_locked(locked.bytes));
    CHECK(sharing.tab->planner.share_state() == LockState::idle);

    platform::HeadlessWorld world{7};
    Tab there(world);
    there.open("slot.json", locked.bytes);
    REQUIRE(there.planner.locked_offer() != nullptr);
    CHECK(there.planner.import_state() == app::ImportState::none);
    there.planner.unlock("een heel andere zin");
    CHECK(there.planner.locked_offer()->state == LockState::busy);
    there.settle();
    CHECK(there.planner.locked_offer()->state == LockState::wrong_pass_phrase);
    there.planner.unlock(phrase);
    there.settle();
    CHECK(there.planner.locked_offer() == nullptr);
    CHECK(there.planner.view().title == "Zelfstandig leren");
}

TEST_CASE("a damaged locked file says so, one that is left changes nothing, and an answer that comes too late does nothing") {
    Sharing sharing;
    const std::string bytes = sharing.shared(ShareKind::whole, phrase).bytes;
    platform::HeadlessWorld world{7};
    Tab there(world);
    there.open("slot.json", bytes.substr(0, bytes.size() - 8));
    there.planner.unlock(phrase);
    CHECK(there.planner.locked_offer()->state == LockState::damaged);
    there.planner.leave_locked();
    CHECK(there.planner.locked_offer() == nullptr);
    there.open("slot.json", bytes);
    there.planner.unlock(phrase);
    there.planner.leave_locked();
    there.settle();
    CHECK(world.records.empty());
}

TEST_CASE("without cryptography nothing is locked or opened, and a short pass phrase locks nothing") {
    Sharing sharing;
    const std::string bytes = sharing.shared(ShareKind::whole, phrase).bytes;
    const std::size_t made = sharing.tab->platform.downloads.size();
    sharing.tab->planner.share(ShareKind::whole, "te kort");
    sharing.tab->settle();
    sharing.tab->platform.has_cryptography = false;
    sharing.tab->planner.share(ShareKind::whole, phrase);
    CHECK(sharing.tab->planner.share_state() == LockState::busy);
    sharing.tab->settle();
    CHECK(sharing.tab->planner.share_state() == LockState::unavailable);
    CHECK(sharing.tab->platform.downloads.size() == made);
    sharing.tab->open("slot.json", bytes);
    sharing.tab->planner.unlock(phrase);
    sharing.tab->settle();
    CHECK(sharing.tab->planner.locked_offer()->state == LockState::unavailable);
}

TEST_CASE("codes show exactly the file of the copy that was chosen, and what was read opens as a file") {
    Sharing sharing;
    Tab& tab = *sharing.tab;
    for (const ShareKind kind : {ShareKind::whole, ShareKind::without_contacts, ShareKind::anonymous}) {
        const std::size_t downloads = tab.platform.downloads.size();
        tab.planner.share(kind, "", app::ShareAs::codes);
        tab.settle();
        CHECK(tab.platform.downloads.size() == downloads);
        const std::string shown = tab.platform.shown_as_codes.back().bytes;
        CHECK(document::read(shown).has_value());
        CHECK((shown.find("vera@") == std::string::npos) == (kind != ShareKind::whole));
        if (kind != ShareKind::anonymous) CHECK(shown == sharing.shared(kind).bytes);
    }
    CHECK(tab.platform.shown_as_codes.size() == 3);
    CHECK(tab.platform.shown_as_codes[0].name.find("zelfstandig-leren") != std::string::npos);

    platform::HeadlessWorld world{7};
    Tab there(world);
    there.planner.read_codes();
    CHECK(there.platform.code_readings == 1);
    CHECK(there.platform.file_dialogs == 0);
    there.open(tab.platform.shown_as_codes[0].name, tab.platform.shown_as_codes[0].bytes);
    CHECK(document::write(there.document()) == document::write(tab.document()));
}

TEST_CASE("codes of a locked copy are those of the locked file, and a review that was only shown is in no file") {
    Sharing sharing;
    Tab& tab = *sharing.tab;
    const std::string id = tab.planner.current()->id();
    tab.planner.share(ShareKind::whole, phrase, app::ShareAs::codes);
    CHECK(tab.platform.shown_as_codes.empty());
    tab.settle();
    REQUIRE(tab.platform.shown_as_codes.size() == 1);
    CHECK(exchange::is_locked(tab.platform.shown_as_codes[0].bytes));
    CHECK(tab.platform.downloads.empty());
    tab.planner.share(ShareKind::whole, "", app::ShareAs::codes);
    CHECK_FALSE(app::in_file(tab.planner, *tab.planner.overview().find(id)));
    tab.planner.share(ShareKind::whole, phrase);
    tab.settle();
    CHECK(tab.platform.shown_as_codes.size() == 2);
    CHECK(app::in_file(tab.planner, *tab.planner.overview().find(id)));
}

TEST_CASE("without this part of the planner it says so and what to do") {
    Sharing sharing;
    sharing.tab->platform.has_codes = false;
    sharing.tab->planner.share(ShareKind::whole, "", app::ShareAs::codes);
    sharing.tab->settle();
    CHECK(sharing.tab->last_toast().find("USB-stick") != std::string::npos);
    sharing.tab->planner.dismiss_toast(sharing.tab->planner.toasts().all().back().id);
    CHECK(sharing.tab->last_toast().find("USB-stick") == std::string::npos);
    sharing.tab->planner.read_codes();
    sharing.tab->settle();
    CHECK(sharing.tab->last_toast().find("USB-stick") != std::string::npos);
}
