#include <doctest/doctest.h>

#include "exchange/address.h"

#include <string>

using namespace planner::exchange;

namespace {

/// "name <address>" of each, one after the other with a bar between.
std::string found(const char* contact) {
    std::string result;
    for (const Mailbox& mailbox : find_mailboxes(contact))
        result += (result.empty() ? "" : "|") + mailbox.name + "<" + mailbox.address + ">";
    return result;
}

} // namespace

TEST_CASE("an address has a local part and a domain with a dot") {
    for (const char* right : {"a@b.nl", "voor.achter+label@mbo.school.nl", "x_y'z@a-b.nl", "1@2.nl", "a@b.c4"}) {
        CAPTURE(right);
        CHECK(is_mail_address(right));
    }
    for (const char* wrong : {"",
                              "@",
                              "a@",
                              "@b.nl",
                              "a@b",
                              "a@b.",
                              "a@.nl",
                              ".a@b.nl",
                              "a.@b.nl",
                              "a..c@b.nl",
                              "a@b..nl",
                              "a@-b.nl",
                              "a@b-.nl",
                              "a b@c.nl",
                              "a@b.nl ",
                              " a@b.nl",
                              "a@b@c.nl",
                              "a@b.nl,c@d.nl",
                              "<a@b.nl>",
                              "\"a b\"@c.nl",
                              "a@[127.0.0.1]",
                              "a@1.2",
                              "a@b.nl\r\nBcc: c@d.nl",
                              "a@b_c.nl",
                              "\xC3\xA9@b.nl",
                              "a@b\xC3\xA9.nl"}) {
        CAPTURE(wrong);
        CHECK_FALSE(is_mail_address(wrong));
    }
    CHECK_FALSE(is_mail_address(std::string("a\0@b.nl", 7)));
}

TEST_CASE("the lengths of RFC 5321 are the last that fit") {
    const std::string local(64, 'a');
    const std::string label(63, 'b');
    CHECK(is_mail_address(local + "@b.nl"));
    CHECK_FALSE(is_mail_address(local + "a@b.nl"));
    CHECK(is_mail_address("a@" + label + ".nl"));
    CHECK_FALSE(is_mail_address("a@" + label + "b.nl"));
    const std::string long_domain = label + "." + label + "." + label + ".";
    CHECK(is_mail_address(local.substr(0, 56) + "@" + long_domain + "nl.nl"));
    CHECK_FALSE(is_mail_address(local.substr(0, 57) + "@" + long_domain + "nl.nl"));
}

TEST_CASE("addresses are found in what people type as contact") {
    CHECK(found("a@b.nl") == "<a@b.nl>");
    CHECK(found("Team Zorg <a@b.nl>") == "Team Zorg<a@b.nl>");
    CHECK(found("mail: x@y.nl, tel 06-12345678") == "<x@y.nl>");
    CHECK(found("06 12 34 56 78 / x@y.nl.") == "<x@y.nl>");
    CHECK(found("e-mail/x@y.nl") == "<x@y.nl>");
    CHECK(found("mailto:x@y.nl?subject=hallo") == "<x@y.nl>");
    CHECK(found("(x@y.nl)\n'z@y.nl'") == "<x@y.nl>|<z@y.nl>");
    CHECK(found("a@b.nl;c@d.nl e@f.nl, g@h.nl") == "<a@b.nl>|<c@d.nl>|<e@f.nl>|<g@h.nl>");
    CHECK(found("a@b.nl of a@b.nl") == "<a@b.nl>");
    CHECK(found("contact\xE2\x80\x93x@y.nl\xC2\xA0") == "<x@y.nl>");
}

TEST_CASE("a name belongs to the address right after it") {
    CHECK(found("Een <a@b.nl>, Twee <c@d.nl>; e@f.nl") == "Een<a@b.nl>|Twee<c@d.nl>|<e@f.nl>");
    CHECK(found("\"Achternaam, V.\" <a@b.nl>") == "Achternaam, V.<a@b.nl>");
    CHECK(found("Ren\xC3\xA9"
                "e <a@b.nl>") == "Ren\xC3\xA9"
                                 "e<a@b.nl>");
    CHECK(found("tel 06-1, Een <a@b.nl>\nTwee\r\n<c@d.nl>") == "Een<a@b.nl>|Twee<c@d.nl>");
    CHECK(found("<a@b.nl>") == "<a@b.nl>");
    CHECK(found("Een <a@b.nl") == "<a@b.nl>");
}

TEST_CASE("half an address is somebody else's, so it is not one") {
    for (const char* contact : {"", "06-12345678", "geen", "@", "a @ b.nl", "a@school", "jos\xC3\xA9@x.nl",
                                "jos\xC3\xA9"
                                "an@x.nl",
                                "x@mbo.sch\xC3\xB3ol.nl", "a@b.nl@c.nl", "x@mbo.na_am.nl", "a@b..nl"}) {
        CAPTURE(contact);
        CHECK(found(contact) == "");
    }
}

TEST_CASE("mailboxes without a usable address are told apart") {
    const std::vector<Mailbox> people{{"Een", "a@b.nl"}, {"Twee", "geen"}, {"", ""}};
    CHECK(without_address(people) == std::vector<Mailbox>{{"Twee", "geen"}, {"", ""}});
}
