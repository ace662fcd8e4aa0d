#include "process/names.h"

#include <algorithm>
#include <string_view>

namespace planner::process {

namespace {

using Texts = std::vector<Text*>;

void add(Texts& texts, std::vector<Text>& more) {
    for (Text& text : more) texts.push_back(&text);
}

void add(Texts& texts, std::vector<Field>& fields) {
    for (Field& field : fields) {
        for (Text* text : {&field.label, &field.help, &field.row_name, &field.add_label}) texts.push_back(text);
        for (Option& option : field.options) texts.push_back(&option.label);
        add(texts, field.columns);
    }
}

void add_cards(Texts& texts, std::vector<Card>& cards) {
    for (Card& card : cards) {
        for (Text* text : {&card.title, &card.purpose, &card.who, &card.when, &card.reader}) texts.push_back(text);
        for (Block& block : card.blocks) {
            texts.push_back(&block.title);
            texts.push_back(&block.help);
            add(texts, block.points);
            add(texts, block.fields);
        }
    }
}

void add_run_sheets(Texts& texts, std::vector<RunSheet>& sheets) {
    for (RunSheet& sheet : sheets) {
        texts.push_back(&sheet.title);
        texts.push_back(&sheet.purpose);
        for (RunSheetItem& item : sheet.items) {
            for (Text* text : {&item.title, &item.phase, &item.who, &item.needs}) texts.push_back(text);
            add(texts, item.points);
            for (RunSheetPart& part : item.parts) texts.push_back(&part.title);
        }
        for (NoteKind& kind : sheet.notes) texts.push_back(&kind.label);
        for (NoteTarget& target : sheet.targets) texts.push_back(&target.label);
    }
}

/// Every text that may say a name, always in the same order for processes of the same build.
Texts texts_of(Process& process) {
    Texts texts = {&process.title, &process.summary};
    for (Step& step : process.steps) texts.push_back(&step.purpose);
    add_cards(texts, process.cards);
    for (Task& task : process.tasks) {
        for (Text* text : {&task.title, &task.what, &task.why, &task.next}) texts.push_back(text);
    }
    add_run_sheets(texts, process.run_sheets);
    for (Rule& rule : process.rules) {
        texts.push_back(&rule.text);
        texts.push_back(&rule.reason);
    }
    for (Message& message : process.messages) {
        for (Text* text : {&message.title, &message.subject, &message.body, &message.body_to_facilitator}) texts.push_back(text);
    }
    for (AboutSection& section : process.about) {
        texts.push_back(&section.title);
        add(texts, section.paragraphs);
        add(texts, section.points);
    }
    return texts;
}

bool is_word(std::string_view text, std::size_t at) {
    const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(' ');
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// A name as it stands in the texts, and what stands there instead.
struct Replacement {
    std::string_view name;
    std::string_view given;
};

const Replacement* find_at(std::string_view text, std::size_t at, const std::vector<Replacement>& replacements) {
    if (at > 0 && is_word(text, at - 1)) return nullptr;
    for (const Replacement& each : replacements) {
        if (text.substr(at, each.name.size()) == each.name && !is_word(text, at + each.name.size())) return &each;
    }
    return nullptr;
}

/// In one pass, so that a name inside a given name stays what people wrote, and a text cannot grow without end.
std::string replaced(const std::string& text, const std::vector<Replacement>& replacements) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (const Replacement* found = find_at(text, at, replacements)) {
            result += found->given;
            at += found->name.size();
        } else {
            result += text[at++];
        }
    }
    return result;
}

} // namespace

std::vector<Nameable> nameables(const Process& process) {
    std::vector<Nameable> found;
    for (const Step& step : process.steps) found.push_back({"step." + step.id, step.title, step.own_name});
    for (const Name& name : process.names) found.push_back({name.id, name.text, name.own_name});
    return found;
}

void give_names(Process& copy, const Process& original, const std::vector<GivenName>& names) {
    const auto given = [&](const std::string& id) {
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const GivenName& name) { return name.id == id; });
        return found == names.end() ? std::string_view() : std::string_view(found->text);
    };
    for (std::size_t index = 0; index < copy.steps.size(); ++index) {
        const std::string title(given("step." + original.steps[index].id));
        copy.steps[index].title = title.empty() ? original.steps[index].title : Text{title, title};
    }
    std::vector<Replacement> dutch, english;
    for (const Name& name : original.names) {
        const std::string_view other = given(name.id);
        if (other.empty()) continue;
        dutch.push_back({name.text.nl, other});
        if (!name.text.en.empty()) english.push_back({name.text.en, other});
    }
    Process fresh = original;
    const Texts from = texts_of(fresh);
    const Texts to = texts_of(copy);
    for (std::size_t index = 0; index < to.size(); ++index)
        *to[index] = {replaced(from[index]->nl, dutch), replaced(from[index]->en, english)};
}

} // namespace planner::process
