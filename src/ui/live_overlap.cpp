#include "ui/live_tools.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "review/rows.h"
#include "review/values.h"

#include <algorithm>
#include <optional>

namespace planner::ui {

namespace {

/// "Beide gaan over: feedback. Beide noemen: stage, werkplek."
std::string reason_of(Context& c, const planning::QuestionOverlap& overlap) {
    std::string themes, words;
    for (const process::Theme* theme : overlap.themes)
        themes += (themes.empty() ? "" : ", ") + theme->title.in(c.language());
    for (const std::string& word : overlap.words)
        words += (words.empty() ? "" : ", ") + word;
    std::string reason = themes.empty() ? "" : c.tr("live.overlap_themes", {{"themes", themes}});
    if (!words.empty())
        reason += (reason.empty() ? "" : " ") + c.tr("live.overlap_words", {{"words", words}});
    return reason;
}

std::string team_name(Context& c, const std::string& participant) {
    const app::ParticipantView* team = c.planner.view().participant(participant);
    return team ? team->participant.name : participant;
}

std::string pair_text(Context& c, const std::string& left, const std::string& right) {
    return c.tr("live.overlap_pair", {{"left", left}, {"right", right}});
}

/// The table in which people write what questions have in common; nothing when the process has none.
std::optional<review::TableKey> table_of_pairs(Context& c, const LiveView& view) {
    const process::RunSheetPart& part = *view.part();
    const process::Card* card = c.planner.current()->process().card(part.card);
    const process::Field* table = card && !part.fields.empty() ? card->field(part.fields.front()) : nullptr;
    if (!table || table->columns.empty())
        return std::nullopt;
    return c.planner.reading().table_of(card->id, planning::card_subject(*card, view.meeting.agenda, view.line()->line), *table);
}

/// A row of that table is about both, in either order.
bool is_written_down(Context& c, const review::TableKey& key, const std::string& left, const std::string& right) {
    const document::Document& document = c.planner.current()->document();
    for (const document::EntityKey& row : review::rows_of(document, key)) {
        const std::string teams = review::text_of(document.value(review::column_key(row, key.field->columns.front())));
        if (teams == pair_text(c, left, right) || teams == pair_text(c, right, left))
            return true;
    }
    return false;
}

/// Adds a row that names both; what it means, people write.
void write_pair_down(Context& c, const review::TableKey& key, const std::string& left, const std::string& right, const std::string& reason) {
    const std::vector<process::Field>& columns = key.field->columns;
    review::NewRow row = review::new_row(c.planner.current()->document(), key, [&planner = c.planner] { return planner.random_bits(); });
    row.writes.push_back({review::column_key(row.row, columns[0]), pair_text(c, left, right)});
    if (columns.size() > 1)
        row.writes.push_back({review::column_key(row.row, columns[1]), reason});
    c.planner.add_entity(row, "undo.what.row_added");
}

/// Pairs that look alike, the strongest first; a suggestion, because words are not meaning.
void draw_suggestions(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    std::vector<planning::QuestionOverlap> similar;
    for (const planning::QuestionOverlap& each : c.planner.question_overlaps())
        if (each.similar)
            similar.push_back(each);
    std::stable_sort(similar.begin(), similar.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
    const kit::Stack stack(frame.layout(), frame.px(8));
    const std::optional<review::TableKey> table = table_of_pairs(c, view);
    const auto& teams = c.planner.view().participants;
    const auto questions = std::count_if(teams.begin(), teams.end(), [](const app::ParticipantView& team) { return !team.learning_question.empty(); });
    if (similar.empty())
        kit::text(frame, c.tr(questions < 2 ? "live.overlap_first" : "live.overlap_none"), {.color = frame.theme().ink_2});
    else
        kit::heading(frame, 3, c.tr("live.overlap_suggested"), {.style = kit::style::meta_strong});
    for (const planning::QuestionOverlap& each : similar) {
        const kit::Scope scope(frame, each.left + " " + each.right);
        const std::string left = team_name(c, each.left), right = team_name(c, each.right), reason = reason_of(c, each);
        const std::string pair = pair_text(c, left, right);
        const kit::Card card(frame, {.padding = 12, .gap = 6, .name = pair, .radius = 8});
        kit::text(frame, pair, {.style = kit::style::body_strong});
        kit::text(frame, reason, {.style = kit::style::meta, .color = frame.theme().ink_2});
        if (!table)
            continue;
        if (is_written_down(c, *table, left, right))
            kit::text(frame, c.tr("live.overlap_written"), {.style = kit::style::meta_strong, .icon = kit::icon::check});
        else if (kit::button(frame, {.label = c.tr("live.overlap_write"), .icon = kit::icon::plus, .size = kit::ButtonSize::small,
                                .name = c.tr("live.overlap_write_named", {{"pair", pair}})}))
            frame.defer([c, key = *table, left, right, reason]() mutable { write_pair_down(c, key, left, right, reason); });
    }
}

} // namespace

void draw_live_overlap(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const auto& teams = c.planner.view().participants;
    {
        kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(520) ? static_cast<int>(std::min<std::size_t>(3, teams.size())) : 1,
                       frame.px(12), frame.px(12));
        for (const app::ParticipantView& team : teams) {
            grid.next();
            const kit::Scope scope(frame, team.participant.id);
            const bool now = view.line() && view.line()->line->participant == team.participant.id;
            const kit::Card card(frame, {.kind = now ? kit::CardKind::chosen : kit::CardKind::plain, .padding = 12, .gap = 4,
                                         .name = team.participant.name, .radius = 8});
            {
                const kit::Row row(frame.layout(), frame.px(8), frame.px(24));
                kit::badge(frame, team.badge, 24);
                kit::text(frame, team.participant.name, {.style = kit::style::body_strong});
            }
            kit::text(frame, team.learning_question.empty() ? c.tr("live.no_question") : team.learning_question);
        }
    }
    if (!c.planner.current()->process().overlap.empty())
        draw_suggestions(c, view);
}

} // namespace planner::ui
