#include "planning/record_text.h"

#include <algorithm>

#include "document/write.h"
#include "planning/meeting_notes.h"
#include "planning/row_text.h"
#include "review/values.h"

namespace planner::planning {
namespace {

/// Writes what is filled in on the cards of one participant.
class Recorder {
public:
    Recorder(const review::Review& review, const MessageWords& words, std::string_view participant)
        : review_(review), words_(words), participant_(participant) {
        if (const auto known = review.participant(participant)) name_ = known->name;
    }

    void add_card(const process::Card& card, const std::string& whose) {
        for (const process::Block& block : card.blocks) {
            for (const process::Field& field : block.fields) {
                if (is_told(card, field) && review_.is_asked(card.id, whose, field)) add_field(card, whose, field);
            }
        }
    }

    /// What was noted while the meeting ran, by kind: in the line of this participant or in one of everybody. Notes that
    /// stand in a table are told with that table.
    void add_notes(const process::RunSheet& sheet) {
        const std::string subject = sheet.scope == process::Scope::review ? "" : participant_;
        const std::vector<MeetingNote> notes = notes_of(review_, sheet, subject);
        if (notes.empty()) return;
        const Agenda agenda = make_agenda(review_, sheet, subject);
        for (const process::NoteKind& kind : sheet.notes) {
            std::string lines;
            for (const MeetingNote& note : notes) {
                if (note.kind != &kind || kind.row || note.text.empty() || !is_ours(agenda, note)) continue;
                lines += "\n- " + note.text;
            }
            if (!lines.empty()) add_line(with_colon(kind.label.in(words_.language)) + lines);
        }
    }

    std::string take() && { return std::move(text_); }

private:
    bool is_ours(const Agenda& agenda, const MeetingNote& note) const {
        for (const auto* items : {&agenda.items, &agenda.left_out}) {
            for (const AgendaItem& item : *items) {
                if (item.key.id == note.line) return item.participant.empty() || item.participant == participant_;
            }
        }
        return true;
    }

    bool is_told(const process::Card& card, const process::Field& field) const {
        const auto& questions = review_.process().learning_question;
        const bool is_question = std::any_of(questions.begin(), questions.end(), [&](const auto& question) {
            return question.card == card.id && question.field == field.id;
        });
        return field.personal != process::Personal::contact && field.binding.empty() && !field.agreement && !is_question;
    }

    /// A table in which a meeting writes down what learning questions have in common.
    bool says_overlap(const process::Card& card, const process::Field& field) const {
        for (const process::RunSheet& sheet : review_.process().run_sheets) {
            for (const process::RunSheetItem& item : sheet.items) {
                for (const process::RunSheetPart& part : item.parts) {
                    if (part.kind == process::PartKind::overlap && part.card == card.id &&
                        std::find(part.fields.begin(), part.fields.end(), field.id) != part.fields.end())
                        return true;
                }
            }
        }
        return false;
    }

    /// Of what questions have in common, somebody is told what names them, and what names nobody in full.
    bool concerns(const std::string& line) const {
        const auto names = [&](const review::Participant& each) { return !each.name.empty() && line.find(each.name) != std::string::npos; };
        const auto all = review_.participants();
        return line.find(name_) != std::string::npos || std::none_of(all.begin(), all.end(), names);
    }

    void add_field(const process::Card& card, const std::string& whose, const process::Field& field) {
        const std::string label = field.label.in(words_.language);
        if (field.kind == process::FieldKind::table) {
            std::string rows;
            for (const document::EntityKey& row : review_.rows(card.id, whose, field)) {
                const std::string line = row_text(field, row);
                if (!line.empty() && (!says_overlap(card, field) || concerns(line))) rows += "\n- " + line;
            }
            if (!rows.empty()) add_line(with_colon(label) + rows);
            return;
        }
        const document::Value& value = review_.value(card.id, whose, field);
        if (!review::is_filled(value)) return;
        // The label of a box that is ticked says it all.
        if (value.is_boolean()) return add_line(label);
        const std::string told = value_text(field, value);
        add_line(with_colon(label) + (told.find('\n') == std::string::npos ? " " : "\n") + told);
    }

    std::string row_text(const process::Field& table, const document::EntityKey& row) const {
        const auto text_of = [&](const process::Field& column) -> std::string {
            const document::Value& value = review_.document().value(review::column_key(row, column));
            if (column.personal == process::Personal::contact || !review::is_filled(value)) return "";
            return value.is_boolean() ? column.label.in(words_.language) : value_text(column, value);
        };
        return planning::row_text(table.columns, text_of, {words_.times});
    }

    std::string value_text(const process::Field& field, const document::Value& value) const {
        if (field.kind == process::FieldKind::choice || field.kind == process::FieldKind::choices) {
            std::string labels;
            for (const std::string& id : review::texts_of(value)) {
                const process::Option* option = field.option(id);
                labels += (labels.empty() ? "" : ", ") + (option == nullptr ? id : option->label.in(words_.language));
            }
            if (!labels.empty()) return labels;
        }
        if (!value.is_string()) return document::canonical_text(value);
        const std::string text = review::text_of(value);
        const auto day = field.kind == process::FieldKind::date ? parse_day(text) : std::nullopt;
        return day ? words_.day(*day) : text;
    }

    /// A label may be a question.
    static std::string with_colon(const std::string& label) {
        return label.ends_with('?') || label.ends_with(':') ? label : label + ":";
    }

    void add_line(const std::string& line) {
        if (!text_.empty()) text_ += '\n';
        text_ += line;
    }

    const review::Review& review_;
    const MessageWords& words_;
    std::string participant_;
    std::string name_; ///< of whom the letter is about; "" when it is about nobody
    std::string text_;
};

} // namespace

std::string record_of(const review::Review& review, const process::Message& message, std::string_view participant,
                      const MessageWords& words) {
    Recorder recorder(review, words, participant);
    for (const std::string& id : message.record) {
        const process::Card* card = review.process().card(id);
        if (card == nullptr) continue;
        const std::vector<std::string> subjects = review.subjects(card->scope);
        const std::string whose = card->scope == process::Scope::review ? "" : std::string(participant);
        if (std::find(subjects.begin(), subjects.end(), whose) != subjects.end()) recorder.add_card(*card, whose);
    }
    const process::RunSheet* meeting = review.process().run_sheet(message.notes_of);
    if (meeting != nullptr) recorder.add_notes(*meeting);
    return std::move(recorder).take();
}

} // namespace planner::planning
