#include "app/coaching.h"
#include "app/known_processes.h"
#include "document/value.h"
#include "review/create.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

using namespace planner;
using process::CoachCheckKind;
using process::Language;
using Names = std::set<std::string>;

namespace {

const std::map<CoachCheckKind, std::string> kind_names = {{CoachCheckKind::is_question, "is_question"},
                                                          {CoachCheckKind::is_open, "is_open"},
                                                          {CoachCheckKind::is_single, "is_single"},
                                                          {CoachCheckKind::is_short, "is_short"},
                                                          {CoachCheckKind::has_purpose, "has_purpose"}};

document::Value question_samples() {
    std::ifstream file(PLANNER_SOURCE_DIR "/tests/app/questions.json", std::ios::binary);
    const std::string json(std::istreambuf_iterator<char>(file), {});
    return document::Value::parse(json, nullptr, false);
}

struct Asked {
    const process::Process& process;
    document::Document document;

    explicit Asked(std::string_view id) : process(*app::known_process(id)), document(make(process)) {}

    review::Review reading() const { return {document, process}; }
    std::string participant(std::size_t index = 0) const { return reading().participants().at(index).id; }

    /// Names of the checks with this finding.
    Names remarks(const std::string& text, planning::CoachFinding finding, Language language = Language::dutch,
                  std::size_t index = 0) const {
        Names names;
        for (const planning::CoachRemark& remark : app::coach_remarks(reading(), participant(index), text, language))
            if (remark.finding == finding) names.insert(kind_names.at(remark.check->kind));
        return names;
    }

    static document::Stamp stamp() { return {{7}, "Begeleider", 1'793'610'000'000}; }

private:
    static document::Document make(const process::Process& process) {
        std::uint64_t next = 1;
        return review::create_review("Vragen", process, {{"Een", ""}, {"Twee", ""}, {"Drie", ""}}, stamp(),
                                     [&next] { return next++ * 0x9E3779B97F4A7C15ULL; });
    }
};

constexpr auto good = planning::CoachFinding::good;
constexpr auto better = planning::CoachFinding::could_be_better;

} // namespace

TEST_CASE("the coach sees in Dutch and English questions what is good and what could be better") {
    const Asked asked("mbo-peer-review");
    const document::Value samples = question_samples();
    REQUIRE(samples.is_array());
    CHECK(samples.size() >= 20);
    for (const document::Value& sample : samples) {
        const std::string text = sample["text"].get<std::string>();
        CAPTURE(text);
        const Names expected = sample["better"].get<Names>();
        Names praised;
        for (const auto& [kind, name] : kind_names) praised.insert(name);
        for (const std::string& name : expected) praised.erase(name);
        for (const std::string& name : sample.value("silent", Names{})) praised.erase(name);
        for (const Language language : {Language::dutch, Language::english}) {
            CHECK(asked.remarks(text, better, language) == expected);
            CHECK(asked.remarks(text, good, language) == praised);
        }
    }
}

TEST_CASE("the examples of every coach are good questions") {
    for (const process::Process* process : app::known_processes()) {
        const Asked asked(process->id);
        CHECK_FALSE(process->coach.examples.empty());
        for (const process::CoachExample& example : process->coach.examples)
            for (const Language language : {Language::dutch, Language::english}) {
                CAPTURE(example.text.in(language));
                Names names = asked.remarks(example.text.in(language), better, language);
                names.erase("has_purpose");
                CHECK(names == Names{});
            }
    }
}

TEST_CASE("an empty question gets no remarks") {
    const Asked asked("mbo-peer-review");
    for (const char* text : {"", "  \n ", "?!", "…"})
        CHECK(app::coach_remarks(asked.reading(), asked.participant(), text, Language::dutch).empty());
}

TEST_CASE("what the answer is for may stand in the field that the process names for it") {
    Asked asked("mbo-peer-review");
    const std::string question = "Hoe leren studenten plannen?";
    CHECK(asked.remarks(question, better) == Names{"has_purpose"});
    for (const process::CoachCheck& check : asked.process.coach.checks)
        for (const process::FieldReference& reference : check.fields) {
            const process::Field& field = *asked.process.card(reference.card)->field(reference.field);
            asked.document.write(Asked::stamp(), asked.reading().key_of(reference.card, asked.participant(), field), "Een plan");
        }
    CHECK(asked.remarks(question, better) == Names{});
    CHECK(asked.remarks(question, better, Language::dutch, 1) == Names{"has_purpose"});
}

TEST_CASE("who has no card for the purpose is not asked for one") {
    const Asked asked("samen-opleiden");
    const std::string question = "Hoe leren studenten plannen?";
    CHECK(asked.remarks(question, better) == Names{"has_purpose"});
    CHECK(asked.remarks(question, better, Language::dutch, 1) == Names{});
    CHECK(asked.remarks(question, good, Language::dutch, 1).count("has_purpose") == 0);
}
