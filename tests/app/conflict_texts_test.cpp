#include <doctest/doctest.h>

#include "app/conflict_texts.h"
#include "app/word_difference.h"

using namespace planner;
using Texts = std::vector<std::string>;

TEST_CASE("several texts become one proposal: what they share once, what differs in the order of the texts") {
    CHECK(app::proposed_text({"Wij leren samen plannen", "Wij leren vandaag samen plannen", "Wij leren samen goed plannen"}, "\n\n") ==
          "Wij leren vandaag samen goed plannen");
    CHECK(app::proposed_text({"Een", "Iets heel anders"}, " / ") == "Een / Iets heel anders");
    CHECK(app::proposed_text({"Een"}, "\n\n") == "Een");
    CHECK(app::proposed_text({}, "\n\n") == "");
}

TEST_CASE("all texts are kept whole and in order") {
    CHECK(app::all_texts({"Een\nregel", "Twee", "Drie"}, "\n\n") == "Een\nregel\n\nTwee\n\nDrie");
    CHECK(app::all_texts({"Een"}, "\n\n") == "Een");
}

TEST_CASE("an empty line stands between long texts, a stroke between those of one line") {
    process::Field field;
    field.kind = process::FieldKind::long_text;
    CHECK(app::between_texts(&field, {"Kort", "Ook"}) == "\n\n");
    field.kind = process::FieldKind::text;
    CHECK(app::between_texts(&field, {"Kort", std::string(500, 'x')}) == " / ");
    CHECK(app::between_texts(nullptr, {"Kort", "Ook"}) == " / ");
    CHECK(app::between_texts(nullptr, {"Kort", "Twee\nregels"}) == "\n\n");
    CHECK(app::between_texts(nullptr, {"Kort", std::string(500, 'x')}) == "\n\n");
}

TEST_CASE("the versions of a field: texts with something in them, the shown one first") {
    document::Register versions;
    const auto add = [&](std::uint64_t replica, document::Value value) {
        versions.add({{document::ReplicaId{replica}, 1}, std::move(value), static_cast<std::int64_t>(replica)},
                     document::DisplayOrder::latest_first);
    };
    add(1, "Oudste");
    add(2, "");
    add(3, 7);
    add(4, "Nieuwste");
    add(5, "Oudste");
    CHECK(app::texts_of_versions(versions) == Texts{"Oudste", "Nieuwste"});
}
