// What leaves this device of a review, and locked files that come back.

#include <algorithm>
#include <utility>

#include "app/file_name.h"
#include "app/planner.h"
#include "app/value_text.h"
#include "document/write.h"
#include "exchange/print_words.h"
#include "planning/meeting_notes.h"
#include "review/place.h"
#include "review/sharing.h"
#include "review/values.h"

namespace planner::app {
namespace {

std::size_t filled_cards(const document::Document& document) {
    const document::Collection* cards = document.collection("cards");
    if (cards == nullptr) return 0;
    return static_cast<std::size_t>(std::count_if(cards->begin(), cards->end(), [](const auto& card) {
        return std::any_of(card.second.begin(), card.second.end(), [&](const auto& field) {
            return review::is_visible({{"cards", card.first}, field.first}) && review::is_filled(field.second.shown());
        });
    }));
}

struct NoteCounts {
    std::size_t all = 0, of_panel = 0;
};

NoteCounts count_notes(const review::Review& review) {
    NoteCounts counts;
    for (const process::RunSheet& sheet : review.process().run_sheets) {
        for (const std::string& subject : review.subjects(sheet.scope)) {
            const std::size_t count = planning::notes_of(review, sheet, subject).size();
            counts.all += count;
            if (sheet.notes_audience == process::Audience::panel) counts.of_panel += count;
        }
    }
    return counts;
}

/// Each once, with ", " between them.
std::string different_texts(const document::Document& document, const std::vector<document::FieldKey>& keys) {
    std::vector<std::string> texts;
    for (const document::FieldKey& key : keys) {
        std::string text = review::text_of(document.value(key));
        if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
    }
    return exchange::joined(texts, ", ");
}

/// "peerreview_titel_2026-11-19_op-slot.json"
std::string with_ending(std::string name, const std::string& ending) {
    return name.insert(name.rfind('.'), "_" + ending);
}

review::AnonymousWords anonymous_words(const Texts& texts) {
    return {texts.tr("share.person"), texts.tr("share.institution"), texts.tr("share.anonymous_title")};
}

} // namespace

review::AnonymousCopy Planner::anonymous_copy() {
    const document::Stamp stamp = writer_.stamp_for("", platform_.now());
    return review::anonymous_copy(reading(), anonymous_words(texts_), language(), stamp, [this] { return random_bits(); });
}

document::Document Planner::shared_document(ShareKind kind) {
    if (kind == ShareKind::anonymous) return anonymous_copy().document;
    return kind == ShareKind::without_contacts ? review::without_contacts(reading()) : current()->document();
}

const SharePreview& Planner::share_preview(ShareKind kind) {
    const std::string key = shown_state() + std::to_string(static_cast<int>(kind));
    if (sharing_.preview.of == key) return sharing_.preview.value;
    sharing_.preview = {{}, key};
    auto& [goes, stays, to_look_at] = sharing_.preview.value;
    const document::Document shared = shared_document(kind);
    const review::RowIndex rows(shared);
    const review::Review going(shared, current()->process(), rows);
    const auto add = [&](std::vector<std::string>& lines, std::string_view text, std::size_t count) {
        if (count > 0) lines.push_back(texts_.count(text, count));
    };
    std::string teams;
    for (const review::Participant& each : going.participants()) {
        teams += (teams.empty() ? "" : ", ") + each.name;
        if (!each.institution.empty()) teams += " (" + each.institution + ")";
    }
    goes.push_back(texts_.tr("share.goes_title", {{"title", going.title()}}));
    if (!teams.empty()) goes.push_back(texts_.tr("share.goes_teams", {{"names", teams}}));
    add(goes, "share.goes_cards", filled_cards(shared));
    const NoteCounts notes = count_notes(going);
    add(goes, "share.goes_notes", notes.all);
    add(to_look_at, "share.notes_of_panel", notes.of_panel);
    const std::string names = different_texts(shared, review::personal_fields(going, process::Personal::name));
    if (!names.empty()) goes.push_back(texts_.tr("share.goes_names", {{"names", names}}));
    const std::size_t contacts = review::personal_fields(reading(), process::Personal::contact).size();
    add(kind == ShareKind::whole ? goes : stays, kind == ShareKind::whole ? "share.goes_contacts" : "share.stays_contacts", contacts);
    if (kind == ShareKind::anonymous) {
        stays.push_back(texts_.tr("share.stays_names"));
        stays.push_back(texts_.tr("share.stays_writers"));
        const review::AnonymousCopy made = anonymous_copy();
        for (const std::string& name : review::names_left(made.document, anonymous_words(texts_), made.key))
            to_look_at.push_back(texts_.tr("share.name_left", {{"name", name}}));
    } else {
        goes.push_back(texts_.tr("share.goes_writers"));
    }
    if (!current()->document().history().fields().empty())
        (kind == ShareKind::whole ? goes : stays).push_back(texts_.tr("share.earlier_texts"));
    if (kind != ShareKind::whole) {
        for (const document::FieldKey& each : review::texts_with_contacts(shared)) {
            const std::string place = place_text(texts_, review::place_of(going, each, language()));
            to_look_at.push_back(texts_.tr("share.contact_left", {{"place", place}}));
        }
    }
    return sharing_.preview.value;
}

void Planner::share(ShareKind kind, std::string_view pass_phrase, ShareAs as) {
    if (editable() == nullptr || sharing_.state == LockState::busy) return;
    const document::Document shared = shared_document(kind);
    const std::string bytes = document::write(shared);
    const std::string title = review::text_of(shared.value({review::review_key(), "title"}));
    sharing_.name = file_name(title, today());
    sharing_.as = as;
    if (as == ShareAs::codes && pass_phrase.empty()) return platform_.show_as_codes(sharing_.name, bytes);
    if (kind == ShareKind::whole && pass_phrase.empty()) return download();
    if (pass_phrase.empty()) return hand_out(sharing_.name, "application/json", bytes);
    if (!exchange::is_long_enough(pass_phrase)) return;
    sharing_.whole = kind == ShareKind::whole ? current()->id() : "";
    sharing_.lock = exchange::new_lock([this] { return random_bits(); });
    sharing_.state = LockState::busy;
    platform_.lock({++sharing_.request, sharing_.lock.rounds, sharing_.lock.salt, sharing_.lock.nonce,
                    exchange::lock_header(sharing_.lock), pass_phrase, bytes});
    touch();
}

void Planner::reset_share() {
    sharing_.state = LockState::idle;
    ++sharing_.request;
}

void Planner::shared(LockState outcome, std::string_view payload) {
    sharing_.state = outcome;
    if (outcome != LockState::idle) return;
    const std::string name = with_ending(sharing_.name, texts_.tr("share.locked_ending"));
    const std::string locked = exchange::write_locked({sharing_.lock, std::string(payload)});
    // Nobody knows whether a camera read it: the review is in no file by that.
    if (sharing_.as == ShareAs::codes) return platform_.show_as_codes(name, locked);
    hand_out(name, "application/json", locked);
    if (!sharing_.whole.empty()) {
        reviews_.downloaded(sharing_.whole);
        note_file(sharing_.whole);
    }
}

void Planner::download_share_key() {
    if (editable() == nullptr) return;
    std::string lines = texts_.tr("share.key_text") + "\n\n";
    for (const review::Alias& each : anonymous_copy().key) lines += each.alias + "\t" + each.name + "\n";
    std::string name = with_ending(file_name(reading().title(), today()), texts_.tr("share.key_ending"));
    name.replace(name.rfind('.'), std::string::npos, ".txt");
    hand_out(name, "text/plain;charset=utf-8", lines);
}

const LockedOffer* Planner::locked_offer() const {
    return import_.state == ImportState::none && !sharing_.locked.empty() ? &sharing_.locked.front() : nullptr;
}

void Planner::unlock(std::string_view pass_phrase) {
    if (locked_offer() == nullptr || sharing_.locked.front().state == LockState::busy) return;
    LockedOffer& offer = sharing_.locked.front();
    const auto file = exchange::read_locked(offer.bytes);
    touch();
    if (!file) {
        const bool newer = file.error() == exchange::LockProblem::newer_format;
        offer.state = newer ? LockState::newer_format : LockState::damaged;
        return;
    }
    reset_share();
    offer.state = LockState::busy;
    platform_.unlock({++sharing_.request, file->lock.rounds, file->lock.salt, file->lock.nonce,
                      exchange::lock_header(file->lock), pass_phrase, file->payload});
}

void Planner::leave_locked() {
    if (!sharing_.locked.empty()) sharing_.locked.erase(sharing_.locked.begin());
    ++sharing_.request;
    touch();
}

void Planner::unlocked(platform::LockOutcome outcome, std::string_view bytes) {
    LockedOffer& offer = sharing_.locked.front();
    using platform::LockOutcome;
    if (outcome != LockOutcome::done) {
        offer.state = outcome == LockOutcome::wrong_pass_phrase ? LockState::wrong_pass_phrase
                      : outcome == LockOutcome::damaged         ? LockState::damaged
                                                                : LockState::unavailable;
        return;
    }
    const std::string name = std::move(offer.file);
    sharing_.locked.erase(sharing_.locked.begin());
    on_file(name, bytes);
    on_files_complete();
}

void Planner::on_lock(std::uint32_t request, platform::LockOutcome outcome, std::string_view bytes) {
    touch();
    if (request != sharing_.request) return;
    if (sharing_.state == LockState::busy)
        shared(outcome == platform::LockOutcome::done ? LockState::idle : LockState::unavailable, bytes);
    else if (!sharing_.locked.empty() && sharing_.locked.front().state == LockState::busy)
        unlocked(outcome, bytes);
}

} // namespace planner::app
