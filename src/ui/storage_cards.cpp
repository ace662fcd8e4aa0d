#include "ui/storage_cards.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"

#include <algorithm>
#include <array>

namespace planner::ui {

namespace {

std::string size_text(std::int64_t bytes) {
    return bytes < 1'000'000 ? std::to_string((bytes + 999) / 1000) + " kB" : std::to_string(bytes / 1'000'000) + " MB";
}

std::string_view keeping_key(Context& c) {
    if (c.planner.storage() == platform::StorageState::memory_only)
        return "storage.nothing";
    switch (c.planner.storage_facts().keeping) {
    case platform::Keeping::promised: return "storage.promised";
    case platform::Keeping::may_go: return "storage.may_go";
    case platform::Keeping::unknown: break;
    }
    return "storage.unknown";
}

std::string why_text(Context& c, const std::string& why) {
    static constexpr std::array known = {"import", "removal", "upgrade", "restore", "forget"};
    const bool is_known = std::find(known.begin(), known.end(), why) != known.end();
    return is_known ? c.tr("versions.why." + why) : "";
}

/// "vandaag 14:03 · voor het samenvoegen · 12 kB"
std::string facts_text(Context& c, const app::EarlierVersion& version) {
    std::string facts = version.time == 0 ? "" : c.planner.moment_text(version.time);
    for (const std::string& part : {why_text(c, version.why), version.size == 0 ? "" : size_text(version.size)})
        if (!part.empty())
            facts += (facts.empty() ? "" : " · ") + part;
    return facts;
}

void draw_version(Context& c, const app::EarlierVersion& version, std::size_t number) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, version.key);
    kit::divider(frame);
    const kit::Stack stack(frame.layout(), frame.px(6));
    const std::string title = version.title.empty() ? c.tr("review.untitled") : version.title;
    kit::text(frame, title, {.style = kit::style::body_strong});
    kit::text(frame, facts_text(c, version), {.style = kit::style::meta, .color = frame.theme().ink_2});
    const std::string which = title + " (" + std::to_string(number) + ")";
    const kit::Row row(frame.layout(), frame.px(8));
    const auto take = [&](std::string_view key, std::string_view icon, app::VersionUse use) {
        const std::string label = c.tr(key), name = label + ": " + which;
        if (kit::button(frame, {.label = label, .icon = icon, .size = kit::ButtonSize::small, .name = name}))
            frame.defer([&planner = c.planner, key_of = version.key, use] { planner.take_out_version(key_of, use); });
    };
    if (c.planner.can_put_back(version))
        take("versions.put_back", kit::icon::undo_2, app::VersionUse::put_back);
    take("versions.open", kit::icon::copy, app::VersionUse::open_copy);
    take("versions.download", kit::icon::download, app::VersionUse::download);
}

} // namespace

void draw_storage_card(Context& c) {
    kit::Frame& frame = c.frame;
    const platform::StorageFacts& facts = c.planner.storage_facts();
    const kit::Card card(frame, {.padding = 20, .gap = 12});
    kit::heading(frame, 2, c.tr("storage.title"));
    kit::text(frame, c.tr(keeping_key(c)), {.color = frame.theme().ink_2});
    if (facts.used > 0)
        kit::text(frame, c.tr("storage.used", {{"size", size_text(facts.used)}}),
                  {.style = kit::style::meta, .color = frame.theme().ink_2});
    if (facts.keeping == platform::Keeping::may_go && kit::button(frame, {.label = c.tr("storage.ask"), .icon = kit::icon::lock}))
        frame.defer([&planner = c.planner] { planner.ask_to_keep(); });
    kit::link(frame, {.label = c.tr("privacy.link"), .address = "privacy.html", .trailing_icon = kit::icon::external_link});
    if (kit::button(frame, {.label = c.tr("wipe.title"), .icon = kit::icon::trash_2}))
        frame.defer([&state = c.state] {
            state.dialog = DialogKind::wipe;
            state.wipe_chosen = false;
        });
}

void draw_versions_card(Context& c) {
    constexpr std::size_t most = 30;
    const std::vector<app::EarlierVersion>& versions = c.planner.earlier_versions();
    if (versions.empty())
        return;
    const kit::Card card(c.frame, {.padding = 20, .gap = 12});
    kit::heading(c.frame, 2, c.tr("versions.title"));
    kit::text(c.frame, c.tr("versions.help"), {.color = c.frame.theme().ink_2});
    for (std::size_t i = 0; i < versions.size() && i < most; ++i)
        draw_version(c, versions[i], i + 1);
    draw_more(c, versions.size(), most);
}

void draw_download_reminder(Context& c) {
    if (!c.planner.wants_download())
        return;
    const std::string text = c.tr("reminder.text"), now = c.tr("reminder.download"), later = c.tr("reminder.later");
    const kit::BannerPress pressed =
        kit::banner(c.frame, {.text = text, .icon = kit::icon::download, .action = now, .other_action = later, .key = "reminder"});
    if (pressed == kit::BannerPress::action)
        c.frame.defer([&planner = c.planner] { planner.download(); });
    if (pressed == kit::BannerPress::other_action)
        c.frame.defer([&planner = c.planner] { planner.not_now_download(); });
}

} // namespace planner::ui
