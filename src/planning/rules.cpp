#include "planning/rules.h"

#include <algorithm>

#include "planning/run_sheet.h"
#include "review/bound_tables.h"
#include "review/values.h"

namespace planner::planning {

namespace {

using process::Check;
using process::CheckKind;

/// What a check sees of a review, for one subject at a time.
class Checking {
public:
    Checking(const review::Review& review, const Plan& plan, const Check& check)
        : review_(review), plan_(plan), check_(check) {}

    RuleFinding finding() const {
        switch (check_.kind) {
        case CheckKind::none: break;
        case CheckKind::participants_at_least:
            return {nullptr, review_.participants().size() < check_.least ? RuleState::broken : RuleState::holds};
        case CheckKind::persons_between:
            return for_each(review_.subjects(process::Scope::participant), &Checking::persons_of);
        case CheckKind::run_sheet_at_most:
        case CheckKind::run_sheet_at_least: return run_sheet();
        case CheckKind::checked: return on_card(&Checking::box_of);
        case CheckKind::number_at_least: return on_card(&Checking::number_of);
        case CheckKind::rows_at_least: return on_card(&Checking::rows_of);
        case CheckKind::rows_checked: return on_card(&Checking::ticks_of);
        case CheckKind::rows_ratio: return ratio();
        case CheckKind::days_between: return days();
        }
        return {};
    }

private:
    using ForSubject = RuleState (Checking::*)(const std::string&) const;

    /// It holds when it holds for all of them.
    RuleFinding for_each(const std::vector<std::string>& subjects, ForSubject state_of) const {
        RuleFinding all;
        all.state = subjects.empty() ? RuleState::not_yet : RuleState::holds;
        for (const std::string& subject : subjects) {
            const RuleState state = (this->*state_of)(subject);
            if (state == RuleState::broken && !subject.empty()) all.subjects.push_back(subject);
            if (state == RuleState::broken) all.state = RuleState::broken;
            if (state == RuleState::not_yet && all.state == RuleState::holds) all.state = RuleState::not_yet;
        }
        return all;
    }

    RuleFinding on_card(ForSubject state_of) const {
        const process::Card* card = review_.process().card(check_.card);
        return card ? for_each(review_.subjects(card->scope), state_of) : RuleFinding{};
    }

    /// Not asked for as long as there is time to fill in the card.
    RuleState missing_on(std::string_view card, const std::string& subject) const {
        bool asked = false;
        for (const PlannedTask& task : plan_.tasks) {
            if (task.task->card != card || !(task.subject.empty() || task.subject == subject)) continue;
            if (!task.finished() && task.state != TaskState::late) return RuleState::not_yet;
            asked = true;
        }
        return asked ? RuleState::broken : RuleState::not_yet;
    }

    /// Too few persons are missing on the first card that asks for them.
    RuleState missing_persons(const std::string& subject) const {
        for (const process::Card& card : review_.process().cards) {
            for (const process::Block& block : card.blocks) {
                for (const process::Field& field : block.fields) {
                    const review::BoundTable* table = review::bound_table(field.binding);
                    if (table && table->collection == "persons") return missing_on(card.id, subject);
                }
            }
        }
        return RuleState::broken;
    }

    /// A participant may have more contact persons than those who come; until it says who comes, all count.
    std::size_t counted_persons(const std::string& participant) const {
        const std::vector<review::Person> persons = review_.persons_of(participant);
        const auto come = std::count_if(persons.begin(), persons.end(),
                                        [](const review::Person& person) { return person.comes_to_kickoff; });
        return come > 0 ? static_cast<std::size_t>(come) : persons.size();
    }

    RuleState persons_of(const std::string& participant) const {
        const std::size_t count = counted_persons(participant);
        if (count > check_.most) return RuleState::broken;
        // Nobody was named yet: then it says nothing that they are not too many.
        if (count == 0 && check_.least == 0) return RuleState::not_yet;
        return count < check_.least ? missing_persons(participant) : RuleState::holds;
    }

    const process::Field& field() const { return *review_.process().card(check_.card)->field(check_.field); }

    RuleState box_of(const std::string& subject) const {
        const bool ticked = review_.value(check_.card, subject, field()) == document::Value(true);
        return ticked ? RuleState::holds : missing_on(check_.card, subject);
    }

    RuleState number_of(const std::string& subject) const {
        const document::Value& value = review_.value(check_.card, subject, field());
        if (!review::is_filled(value)) return RuleState::not_yet;
        return review::whole_number_of(value) < check_.least ? RuleState::broken : RuleState::holds;
    }

    std::vector<document::EntityKey> filled_rows(const std::string& subject) const {
        std::vector<document::EntityKey> rows = review_.rows(check_.card, subject, field());
        std::erase_if(rows, [&](const document::EntityKey& row) {
            const auto& columns = field().columns;
            return std::none_of(columns.begin(), columns.end(), [&](const process::Field& column) {
                return review::is_filled(review_.document().value(review::column_key(row, column)));
            });
        });
        return rows;
    }

    RuleState rows_of(const std::string& subject) const {
        const bool enough = filled_rows(subject).size() >= check_.least;
        return enough ? RuleState::holds : missing_on(check_.card, subject);
    }

    bool is_off(const document::EntityKey& row) const {
        const std::string state = review::text_of(review_.document().value({row, "state"}));
        return review_.process().standing_of(field().binding, state) == process::Standing::off;
    }

    RuleState ticks_of(const std::string& subject) const {
        std::vector<document::EntityKey> rows = filled_rows(subject);
        std::erase_if(rows, [&](const document::EntityKey& row) { return is_off(row); });
        if (rows.empty()) return RuleState::not_yet;
        const bool all = std::all_of(rows.begin(), rows.end(), [&](const document::EntityKey& row) {
            return review_.document().value({row, check_.column}) == document::Value(true);
        });
        return all ? RuleState::holds : missing_on(check_.card, subject);
    }

    RuleCount count_of(const std::string& subject) const {
        RuleCount count{subject};
        for (const document::EntityKey& row : review_.rows(check_.card, subject, field())) {
            const std::string option = review::text_of(review_.document().value({row, check_.column}));
            count.good += option == check_.good ? 1 : 0;
            count.other += option == check_.other ? 1 : 0;
        }
        return count;
    }

    RuleState ratio_of(const std::string& subject) const {
        const RuleCount count = count_of(subject);
        if (count.good + count.other == 0) return RuleState::not_yet;
        return count.good < check_.least * count.other ? RuleState::broken : RuleState::holds;
    }

    /// Counted while people write, so that they see it in time.
    RuleFinding ratio() const {
        RuleFinding finding = on_card(&Checking::ratio_of);
        const process::Card* card = review_.process().card(check_.card);
        if (card == nullptr) return finding;
        for (const std::string& subject : review_.subjects(card->scope)) {
            if (ratio_of(subject) != RuleState::not_yet) finding.counts.push_back(count_of(subject));
        }
        return finding;
    }

    RuleFinding run_sheet() const {
        const process::RunSheet* sheet = review_.process().run_sheet(check_.run_sheet);
        return sheet ? for_each(review_.subjects(sheet->scope), &Checking::minutes_of) : RuleFinding{};
    }

    RuleState minutes_of(const std::string& subject) const {
        const Agenda agenda = make_agenda(review_, *review_.process().run_sheet(check_.run_sheet), subject);
        const bool fits = check_.kind == CheckKind::run_sheet_at_most
                              ? agenda.length_minutes <= static_cast<int>(check_.most)
                              : agenda.length_minutes >= static_cast<int>(check_.least);
        return fits ? RuleState::holds : RuleState::broken;
    }

    /// The days of the whole review; only the visits of others are seen by each participant alone.
    RuleFinding days() const {
        const bool each = check_.from == process::KeyDate::visited || check_.to == process::KeyDate::visited;
        return for_each(review_.subjects(each ? process::Scope::participant : process::Scope::review),
                        &Checking::days_of);
    }

    RuleState days_of(const std::string& subject) const {
        const KeyDates dates(review_);
        const auto from = dates.of(check_.from, subject), to = dates.of(check_.to, subject);
        if (!from || !to) return RuleState::not_yet;
        const int days = days_between(*from, *to);
        const bool fits = days >= static_cast<int>(check_.least) &&
                          (check_.most == 0 || days <= static_cast<int>(check_.most));
        return fits ? RuleState::holds : RuleState::broken;
    }

    const review::Review& review_;
    const Plan& plan_;
    const Check& check_;
};

} // namespace

const RuleCount* RuleFinding::count(std::string_view subject) const {
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const RuleCount& each) { return each.subject == subject; });
    return found == counts.end() ? nullptr : &*found;
}

std::vector<RuleFinding> check_rules(const review::Review& review, const Plan& plan) {
    std::vector<RuleFinding> findings;
    for (const process::Rule& rule : review.process().rules) {
        RuleFinding finding = Checking(review, plan, rule.check).finding();
        finding.rule = &rule;
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace planner::planning
