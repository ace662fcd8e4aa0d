#include <doctest/doctest.h>

#include <algorithm>

#include "document/merge.h"
#include "document/write.h"
#include "review/anonymous.h"
#include "review/ids.h"
#include "review/kept_process.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;

namespace {

const review::AnonymousWords words{"Persoon", "Instelling", "anoniem"};
const document::EntityKey contact_person{"persons", "p1"}, panel_member{"seats", "s1"};

/// People and institutions with invented names, in fields and in texts.
document::Document with_names() {
    document::Document document = sample_document();
    const std::string team = review::Review(document, process_of_tests()).participants().at(0).id;
    write(document, {{{contact_person, "participant"}, team},
                     {{contact_person, "name"}, "Élodie van Voorbeeld"},
                     {{contact_person, "contact"}, "elodie@voorbeeld.nl"},
                     {{panel_member, "visit"}, team},
                     {{panel_member, "name"}, "Test de Tester"},
                     {{{"actions", "a1"}, "participant"}, team},
                     {{{"actions", "a1"}, "owner"}, "elodie van voorbeeld"},
                     {{{"actions", "a1"}, "activity"}, "Élodie mailt noord, zie https://noord.example/map"},
                     {{review::participant_key(team), "region"}, "Utrecht"},
                     {{review::participant_key(team), "holiday_region"}, "noord"},
                     {{review::review_key(), "kickoff_place"}, "Aula van Noord"},
                     {{review::review_key(), "facilitator_name"}, "Contactpersoon"},
                     {{review::review_key(), "goal"}, "Team een en ÉLODIE VAN VOORBEELD leren van Tester; tester blijft"}});
    return document;
}

review::AnonymousCopy copy_of(const document::Document& document) {
    return review::anonymous_copy({document, process_of_tests()}, words, process::Language::dutch, stamp(7), [] { return 77U; });
}

std::string goal(const document::Document& document) {
    return document.value({review::review_key(), "goal"}).get<std::string>();
}

} // namespace

TEST_CASE("in an anonymous copy people are roles and institutions letters, in fields and in texts") {
    const auto [copy, key] = copy_of(with_names());
    const review::Review reading(copy, process_of_tests());
    CHECK(reading.participants().at(0).name == "Instelling B");
    CHECK(reading.participants().at(0).institution == "Instelling A");
    CHECK(reading.facilitator().name == "Contactpersoon"); // a role was filled in: nobody's name
    CHECK(copy.value({contact_person, "name"}) == "Contactpersoon 1");
    CHECK(copy.value({panel_member, "name"}) == "Persoon 1");
    CHECK(copy.value({{"actions", "a1"}, "owner"}) == "Contactpersoon 1");
    CHECK(copy.value({{"actions", "a1"}, "activity"}) == "Contactpersoon 1 mailt Instelling A, zie ...");
    CHECK(goal(copy) == "Instelling B en Contactpersoon 1 leren van Persoon 1; tester blijft");
    CHECK(reading.participants().at(0).holiday_region == "noord"); // chosen, and nobody's name
    CHECK(reading.title() == "Samen (anoniem)");
    CHECK(std::count(key.begin(), key.end(), review::Alias{"Élodie van Voorbeeld", "Contactpersoon 1"}) == 1);
    CHECK(std::count_if(key.begin(), key.end(), [](const review::Alias& alias) { return alias.alias == "Contactpersoon 1"; }) == 1);
}

TEST_CASE("nothing of who it is about stands in the bytes of an anonymous copy, nor where it was and who wrote") {
    document::Document document = with_names();
    document.write(stamp(2), {contact_person, "name"}, "Iemand Anders", document::Replacing::nothing);
    document.remove(stamp(1), panel_member);
    // A name that stood somewhere before is known too.
    document.write(stamp(1, 1'795'000'000'000), {review::review_key(), "facilitator_name"}, "Oude Naam");
    document.write(stamp(3, 1'796'000'000'000), {review::review_key(), "facilitator_name"}, "Nieuwe Naam");
    document.write(stamp(1), {review::review_key(), "period"}, "Vraag het Oude Naam");
    const auto [copy, key] = copy_of(document);
    const std::string bytes = document::write(copy);
    for (const char* secret : {"lodie", "Voorbeeld", "voorbeeld", "Anders", "Noord", "noord,", "Utrecht", "Aula", "Oude", "rol ", "Team Een"}) {
        CAPTURE(secret);
        CHECK(bytes.find(secret) == std::string::npos);
    }
    CHECK(review::names_left(copy, words, key).empty());
}

TEST_CASE("an anonymous copy never comes back as edits of the original") {
    document::Document document = with_names();
    const auto [copy, key] = copy_of(document);
    CHECK(copy.id() != document.id());
    CHECK_FALSE(document::merge_into(document, copy));
    CHECK_FALSE(copy.withholds_anything());
    CHECK(copy.history().fields().empty());
    CHECK(copy.counter_of(document::ReplicaId{1}) == 0);
}

TEST_CASE("names that are left are found wherever they stand, but not in the process") {
    document::Document document = with_names();
    const std::vector<review::Alias> key = copy_of(document).key;
    CHECK(review::names_left(document, words, key).size() > 4);
    document::Document other("iets", "review");
    CHECK(review::names_left(other, words, key).empty());
    other.write({document::ReplicaId{3}, "", 0}, review::kept_process_key(), "Noord");
    CHECK(review::names_left(other, words, key).empty());
    other.write({document::ReplicaId{3}, "", 0}, {review::review_key(), "x"}, document::Value{{"noord", 1}});
    other.write({document::ReplicaId{4}, "Test de Tester", 0}, {review::review_key(), "y"}, 1);
    CHECK(review::names_left(other, words, key) == std::vector<std::string>{"noord", "Test de Tester"});
}

TEST_CASE("known names are found as whole words, longest first, and a short one only with its capital") {
    review::KnownNames names;
    names.add({"Noord", "A"}, review::NameParts::whole_only, "iemand");
    names.add({"College Noord", "B"}, review::NameParts::whole_only, "iemand");
    names.add({"An", "C"}, review::NameParts::also_parts, "iemand");
    names.add({"Eva Blok", "D"}, review::NameParts::also_parts, "iemand");
    names.add({"Eva Smid", "E"}, review::NameParts::also_parts, "iemand");
    names.add({"X", "F"}, review::NameParts::whole_only, "iemand");
    CHECK(names.replaced("Noord, college-noord en Noorden; X") == "A, B en Noorden; X");
    CHECK(names.replaced("An en een an") == "C en een an");
    CHECK(names.replaced("Eva Blok en eva smid. Smid, Eva; een blok") == "D en E. E, iemand; een blok");
    CHECK(names.replaced("NOÖRD\xC2\xA0noord") == "A\xC2\xA0" "A");
}
