#include "ui/identity_select.h"
#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/storage_cards.h"

#include <array>
#include <set>

namespace planner::ui {

namespace {

void draw_language(Context& c) {
    const bool dutch = c.language() == process::Language::dutch;
    const std::array choices = {kit::ChipChoice{"nl", c.tr("settings.language.nl"), dutch},
                                kit::ChipChoice{"en", c.tr("settings.language.en"), !dutch}};
    if (const auto chosen = kit::chip_group(c.frame, {.label = c.tr("settings.language"), .choices = choices}))
        c.frame.defer([&planner = c.planner, language = *chosen == 0 ? process::Language::dutch : process::Language::english] {
            planner.set_language(language);
        });
}

void draw_theme(Context& c) {
    const app::Theme theme = c.planner.settings().theme;
    const std::array choices = {
        kit::ChipChoice{"system", c.tr("settings.theme.system"), theme == app::Theme::system},
        kit::ChipChoice{"light", c.tr("settings.theme.light"), theme == app::Theme::light},
        kit::ChipChoice{"dark", c.tr("settings.theme.dark"), theme == app::Theme::dark}};
    if (const auto chosen = kit::chip_group(c.frame, {.label = c.tr("settings.theme"), .choices = choices}))
        c.frame.defer([&planner = c.planner, theme_chosen = static_cast<app::Theme>(*chosen)] { planner.set_theme(theme_chosen); });
}

void draw_text_size(Context& c) {
    static constexpr std::array sizes = {100, 125, 150, 175, 200};
    std::array<kit::ChipChoice, sizes.size()> choices;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::string percent = std::to_string(sizes[i]);
        choices[i] = {percent, c.tr("settings.text_size.value", {{"percent", percent}}),
                      c.planner.settings().text_scale == sizes[i]};
    }
    if (const auto chosen = kit::chip_group(c.frame, {.label = c.tr("settings.text_size"), .choices = choices}))
        c.frame.defer([&planner = c.planner, size = sizes[*chosen]] { planner.set_text_scale(size); });
}

void draw_author(Context& c) {
    const kit::FieldResult field = kit::field(c.frame, {.label = c.tr("settings.label"), .value = c.planner.settings().author,
                                                        .help = c.tr("settings.label_help")});
    if (field.changed)
        c.frame.defer([&planner = c.planner, author = *field.changed] { planner.set_author(author); });
}

/// The newest reviews; in the others it is asked among their tasks.
void draw_identities(Context& c) {
    constexpr std::size_t most = 8;
    const auto reviews = c.planner.overview().matching("");
    if (reviews.empty())
        return;
    const kit::Card card(c.frame, {.padding = 20, .gap = 16});
    kit::heading(c.frame, 2, c.tr("identity.title"));
    kit::text(c.frame, c.tr("identity.help"), {.color = c.frame.theme().ink_2});
    std::set<std::string> titles;
    for (std::size_t i = 0; i < reviews.size() && i < most; ++i) {
        std::string title = reviews[i]->title.empty() ? c.tr("review.untitled") : reviews[i]->title;
        if (!titles.insert(title).second)
            title += " (" + std::to_string(i + 1) + ")";
        draw_identity_select(c, reviews[i]->id, title, c.planner.moment_text(reviews[i]->changed));
    }
}

void draw_section(Context& c, std::string_view title, std::string_view text) {
    const kit::Stack stack(c.frame.layout(), c.frame.px(4));
    kit::heading(c.frame, 3, c.tr(title), {.style = kit::style::card_title});
    kit::text(c.frame, c.tr(text), {.color = c.frame.theme().ink_2});
}

void draw_help(Context& c) {
    const kit::Card card(c.frame, {.padding = 20, .gap = 16});
    kit::heading(c.frame, 2, c.tr("help.title"));
    draw_section(c, "help.what", "help.what_text");
    draw_section(c, "help.together", "help.together_text");
    draw_section(c, "help.privacy", "help.privacy_text");
    draw_section(c, "help.names", "help.names_text");
    draw_section(c, "help.limits", "help.limits_text");
    draw_section(c, "help.keyboard", "help.keyboard_text");
    draw_section(c, "help.offline", "help.offline_text");
    draw_section(c, "about.title", "about.text");
    kit::text(c.frame, c.tr("about.version", {{"version", PLANNER_VERSION}}) + " · " + c.tr("about.licence"),
              {.style = kit::style::meta, .color = c.frame.theme().ink_3});
}

} // namespace

void draw_settings_screen(Context& c) {
    draw_shell(c, {.title = c.tr("settings.title"), .subtitle = c.tr("settings.intro"), .header = HeaderKind::overview,
                   .back = app::Route::overview(), .content_width = 860},
               [&] {
                   {
                       const kit::Card card(c.frame, {.padding = 20, .gap = 20});
                       draw_language(c);
                       draw_theme(c);
                       draw_text_size(c);
                       draw_author(c);
                   }
                   draw_identities(c);
                   draw_storage_card(c);
                   draw_versions_card(c);
                   draw_help(c);
               });
}

} // namespace planner::ui
