#include "ui/rule_notes.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

namespace {

using planning::RuleFinding;
using planning::RuleState;
using process::Severity;
using process::ShownOn;

bool is_shown(const process::Rule& rule, const std::vector<process::Showing>& places) {
    return std::any_of(rule.shown.begin(), rule.shown.end(), [&](const process::Showing& shown) {
        return std::any_of(places.begin(), places.end(), [&](const process::Showing& place) {
            return place.on == shown.on && place.id == shown.id;
        });
    });
}

std::string_view severity_key(Severity severity) {
    switch (severity) {
    case Severity::hard: return "rule.hard";
    case Severity::soft: return "rule.soft";
    case Severity::target: break;
    }
    return "rule.target";
}

/// A target that is not reached is no mistake.
bool asks_attention(const RuleFinding& finding) {
    return finding.state == RuleState::broken && finding.rule->severity != Severity::target;
}

std::string names_of(Context& c, const std::vector<std::string>& subjects) {
    std::string names;
    for (const std::string& subject : subjects) {
        const app::ParticipantView* participant = c.planner.view().participant(subject);
        const bool named = participant && !participant->participant.name.empty();
        names += (names.empty() ? "" : ", ") + (named ? participant->participant.name : c.tr("participant.no_name"));
    }
    return names;
}

/// "Klopt nu niet bij Team Noord."; "" for advice.
std::string state_text(Context& c, const RuleFinding& finding) {
    switch (finding.state) {
    case RuleState::advice: return "";
    case RuleState::not_yet: return c.tr("rule.not_yet");
    case RuleState::holds: return c.tr("rule.holds");
    case RuleState::broken: break;
    }
    const bool target = finding.rule->severity == Severity::target;
    if (finding.subjects.empty())
        return c.tr(target ? "rule.not_reached" : "rule.broken");
    return c.tr("rule.broken_for", {{"names", names_of(c, finding.subjects)}});
}

void draw_rule(Context& c, const RuleFinding& finding) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, finding.rule->id);
    const bool attention = asks_attention(finding);
    const bool holds = finding.state == RuleState::holds;
    const kit::Stack stack(frame.layout(), 0);
    kit::text(frame, finding.rule->text.in(c.language()),
              {.style = kit::style::body_dense, .color = attention ? t.warn : t.ink,
               .icon = attention ? kit::icon::triangle_alert : holds ? kit::icon::circle_check : kit::icon::info});
    std::string more = c.tr(severity_key(finding.rule->severity), {{"reason", finding.rule->reason.in(c.language())}});
    if (const std::string state = state_text(c, finding); !state.empty())
        more += " " + state;
    // Under the words, not under the icon before them.
    const float indent = frame.px(22), top = frame.layout().y();
    float bottom = top;
    {
        const kit::Column column(frame.layout(), frame.layout().x() + indent, top, frame.layout().available() - indent, 0);
        kit::text(frame, more, {.style = kit::style::meta, .color = attention ? t.warn : t.ink_3});
        bottom = column.bottom();
    }
    frame.layout().place(-1, bottom - top);
}

/// What asks for attention first, then in the order of the process.
void draw_rules(Context& c, std::vector<const RuleFinding*> findings) {
    std::stable_partition(findings.begin(), findings.end(),
                          [](const RuleFinding* finding) { return asks_attention(*finding); });
    for (const RuleFinding* finding : findings)
        draw_rule(c, *finding);
}

} // namespace

void draw_rule_notes(Context& c, const std::vector<process::Showing>& places, int level) {
    const auto& rules = c.planner.current()->process().rules;
    if (std::none_of(rules.begin(), rules.end(), [&](const process::Rule& rule) { return is_shown(rule, places); }))
        return;
    std::vector<const RuleFinding*> findings;
    for (const RuleFinding& finding : c.planner.rules())
        if (is_shown(*finding.rule, places))
            findings.push_back(&finding);
    const kit::Scope scope(c.frame, "rules");
    const kit::Card card(c.frame, {.padding = 12, .gap = 8, .name = c.tr("rule.notes"), .radius = 8});
    kit::heading(c.frame, level, c.tr("rule.notes"), {.style = kit::style::meta_strong, .color = c.frame.theme().ink_2});
    draw_rules(c, std::move(findings));
}

void draw_rule_summary(Context& c) {
    std::size_t seen = 0, holding = 0;
    std::vector<const RuleFinding*> broken, others;
    for (const RuleFinding& finding : c.planner.rules()) {
        seen += finding.state == RuleState::advice ? 0 : 1;
        holding += finding.state == RuleState::holds ? 1 : 0;
        (asks_attention(finding) ? broken : others).push_back(&finding);
    }
    if (seen == 0)
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "rules");
    const kit::Card card(frame, {.gap = 8, .name = c.tr("rule.summary_title")});
    std::string text = c.tr("rule.summary", {{"holding", std::to_string(holding)}, {"count", std::to_string(seen)}});
    if (!broken.empty())
        text += " " + c.planner.texts().count("rule.summary_broken", broken.size());
    kit::heading(frame, 2, c.tr("rule.summary_title"), {.style = kit::style::card_title});
    kit::text(frame, text, {.style = kit::style::meta, .color = frame.theme().ink_2});
    draw_rules(c, std::move(broken));
    bool& open = c.state.rules_open;
    if (kit::button(frame, {.label = c.tr(open ? "rule.hide_others" : "rule.show_others"),
                            .icon = open ? kit::icon::chevron_up : kit::icon::chevron_down, .kind = kit::ButtonKind::quiet,
                            .size = kit::ButtonSize::small, .key = "others", .expanded = open}))
        frame.defer([&open] { open = !open; });
    if (open)
        draw_rules(c, std::move(others));
}

std::vector<process::Showing> rule_places(const process::Task& task) {
    std::vector<process::Showing> places = {{ShownOn::task, task.id}};
    switch (task.place) {
    case process::WorkPlace::dates: places.push_back({ShownOn::kickoff, ""}); break;
    case process::WorkPlace::visits: places.push_back({ShownOn::visits, ""}); break;
    case process::WorkPlace::panel: places.push_back({ShownOn::panel, ""}); break;
    case process::WorkPlace::documents: places.push_back({ShownOn::documents, ""}); break;
    case process::WorkPlace::participants: places.push_back({ShownOn::participants, ""}); break;
    case process::WorkPlace::run_sheet: places.push_back({ShownOn::run_sheet, task.run_sheet}); break;
    case process::WorkPlace::none:
    case process::WorkPlace::messages:
    case process::WorkPlace::actions:
    case process::WorkPlace::hours: break;
    }
    return places;
}

} // namespace planner::ui
