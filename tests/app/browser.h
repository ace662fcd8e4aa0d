#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/planner.h"
#include "platform/headless/headless.h"

namespace planner::testing {

/// One tab with a running planner. Dropping it is what a killed browser does: nothing is said goodbye to.
class Tab {
public:
    explicit Tab(platform::HeadlessWorld& world, std::string hash = "",
                 platform::StorageState storage = platform::StorageState::working)
        : world_(world), platform(world), planner(platform) {
        platform.connect(planner);
        planner.start({world.settings, world.index_json(), storage, std::move(hash)});
        platform.pump();
    }
    ~Tab() { platform.disconnect(); }

    /// Lets time pass in steps until nothing waits: no event, no save that is due. A save that fails is not waited for.
    void settle() {
        for (int i = 0; i < 200; ++i) {
            const std::size_t delivered = platform.pump();
            const int next = planner.tick();
            if (delivered > 0 || !platform.idle() || planner.reading_progress()) continue;
            if (!planner.has_unsaved() || planner.save_state().kind == app::SaveKind::failed) return;
            world_.now += std::max(next, 1);
        }
    }

    /// Time goes by in which nobody does anything.
    void pass(int milliseconds) {
        world_.now += milliseconds;
        planner.tick();
    }

    /// A person types `text` letter by letter, 50 ms each.
    void type(const document::FieldKey& key, const std::string& text) {
        for (std::size_t i = 1; i <= text.size(); ++i) {
            world_.now += 50;
            planner.set_field(key, text.substr(0, i), app::EditGroup::typing);
            planner.tick();
            platform.pump();
        }
    }

    std::string text(const document::FieldKey& key) const {
        const document::Value& value = planner.current()->document().value(key);
        return value.is_string() ? value.get<std::string>() : "";
    }

    const document::Document& document() const { return planner.current()->document(); }
    /// The file that a person would download now.
    std::string file() {
        planner.download();
        return platform.downloads.back().bytes;
    }
    void open(const std::string& name, const std::string& bytes) {
        planner.on_file(name, bytes);
        planner.on_files_complete();
        settle();
    }
    std::string last_toast() const { return planner.toasts().all().empty() ? "" : planner.toasts().all().back().text; }

private:
    platform::HeadlessWorld& world_;

public:
    platform::HeadlessPlatform platform;
    app::Planner planner;
};

inline app::NewReviewRequest three_teams(std::string title = "Zelfstandig leren") {
    return {std::move(title),
            "mbo-peer-review",
            {{"Team Zorg", "College Noord"}, {"Team Techniek", "College Oost"}, {"Team Horeca", "College Zuid"}}};
}

/// A tab with a new review of three teams, saved.
inline std::unique_ptr<Tab> tab_with_review(platform::HeadlessWorld& world) {
    auto tab = std::make_unique<Tab>(world);
    tab->planner.create_review(three_teams());
    tab->settle();
    return tab;
}

/// The first team of the review on screen.
inline std::string first_team(Tab& tab) {
    return tab.planner.view().participants.at(0).participant.id;
}

/// The long text "Onze leervraag" of a team on the first card.
inline document::FieldKey question_of(const std::string& team) {
    return {review::card_key("verkenning", team), "leervraag"};
}

inline review::TableKey dates_of(Tab& tab, const std::string& team) {
    return {"voorbereiding", team, tab.planner.current()->process().card("voorbereiding")->field("voorkeursdata")};
}

} // namespace planner::testing
