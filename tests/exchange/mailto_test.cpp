#include <doctest/doctest.h>

#include "exchange/mailto.h"

#include <string>

using namespace planner::exchange;

namespace {

MailtoLink link_of(const MailtoMessage& message) {
    const auto link = mailto_link(message);
    REQUIRE(link);
    return *link;
}

/// A link of exactly so many characters.
MailtoLink link_of_length(std::size_t length) {
    const std::string start = "mailto:a@b.nl?subject=x&body=";
    const MailtoLink link = link_of({{{"", "a@b.nl"}}, {}, "x", std::string(length - start.size(), 'y')});
    REQUIRE(link.uri.size() == length);
    return link;
}

} // namespace

TEST_CASE("everything that means something in a link is encoded") {
    const MailtoLink link = link_of({{{"Een", "a@b.nl"}, {"", "c+d&e@f.nl"}},
                                     {{"", "g@h.nl"}},
                                     "Vraag & antwoord? 100% caf\xC3\xA9 #1",
                                     "Beste,\n\na=b+c\r\nd"});
    CHECK(link.uri == "mailto:a@b.nl,c%2Bd%26e@f.nl?cc=g@h.nl"
                      "&subject=Vraag%20%26%20antwoord%3F%20100%25%20caf%C3%A9%20%231"
                      "&body=Beste%2C%0D%0A%0D%0Aa%3Db%2Bc%0D%0Ad");
    CHECK(link.uri_without_text == link.uri.substr(0, link.uri.find("&body=")));
}

TEST_CASE("what is empty is left out") {
    CHECK(link_of({}).uri == "mailto:");
    CHECK(link_of({{}, {}, "", "x"}).uri == "mailto:?body=x");
    CHECK(link_of({{{"", "a@b.nl"}}, {}, "\r\n", ""}).uri == "mailto:a@b.nl");
}

TEST_CASE("addressees can stand between semicolons") {
    const MailtoLink link = link_of({{{"", "a@b.nl"}, {"", "c@d.nl"}}, {}, "", "", RecipientSeparator::semicolon});
    CHECK(link.uri == "mailto:a@b.nl;c@d.nl");
}

TEST_CASE("a subject stays on its line, a NUL is nowhere") {
    CHECK(link_of({{}, {}, "a\r\nb", std::string("c\0d", 3)}).uri == "mailto:?subject=a%20b&body=cd");
}

TEST_CASE("the lengths that work are told apart, in encoded characters") {
    CHECK(link_of_length(1600).length == MailtoLength::everywhere);
    CHECK(link_of_length(1601).length == MailtoLength::program_only);
    CHECK(link_of_length(2000).length == MailtoLength::program_only);
    CHECK(link_of_length(2001).length == MailtoLength::too_long);
    CHECK(link_of_length(2001).length_without_text == MailtoLength::everywhere);
    std::string accents;
    for (int index = 0; index < 350; ++index) accents += "\xC3\xA9";
    CHECK(link_of({{}, {}, "", accents}).length == MailtoLength::too_long);
    CHECK(link_of({{}, {}, std::string(3000, 'x'), ""}).length_without_text == MailtoLength::too_long);
}

TEST_CASE("what is not an address is reported and gets no link") {
    const MailProblem problem{MailFault::not_an_address, "a@b"};
    CHECK(mailto_link({{{"x", "a@b"}}, {}, "", ""}).error() == problem);
    CHECK(mailto_link({{}, {{"x", "a@b"}}, "", ""}).error() == problem);
    CHECK_FALSE(mailto_link({{{"", "a@b.nl?bcc=c@d.nl&x=y z"}}, {}, "", ""}));
}
