#include <doctest/doctest.h>

#include "exchange/mail.h"

#include <string>

using namespace planner::exchange;

namespace {

Mail letter() {
    Mail mail;
    mail.time = 1795091400000; // 2026-11-19 12:30 UTC
    mail.offset_minutes = 60;
    mail.to = {{"Team Zorg", "zorg@school.nl"}};
    mail.subject = "Uitnodiging";
    mail.text = "Beste collega,\n\nTot dan.";
    return mail;
}

std::string written(const Mail& mail) {
    const auto bytes = write_mail(mail);
    REQUIRE(bytes);
    return *bytes;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++times;
    return times;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The names of the headers of the message, each with a space after it.
std::string header_names(const std::string& bytes) {
    std::string names;
    for (std::size_t start = 0; bytes.substr(start, 2) != "\r\n"; start = bytes.find("\r\n", start) + 2)
        if (bytes[start] != ' ') names += bytes.substr(start, bytes.find(':', start) - start) + ' ';
    return names;
}

void check_lines(const std::string& bytes) {
    std::size_t width = 0;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        width = bytes[index] == '\n' ? 0 : width + 1;
        CHECK(width <= 79);
        CHECK((bytes[index] == '\r') == (index + 1 < bytes.size() && bytes[index + 1] == '\n'));
        CHECK(static_cast<unsigned char>(bytes[index]) < 0x80);
        CHECK(bytes[index] != '\0');
    }
}

} // namespace

TEST_CASE("a message is written as it stands here") {
    CHECK(written(letter()) == "Date: Thu, 19 Nov 2026 13:30:00 +0100\r\n"
                               "To: \"Team Zorg\" <zorg@school.nl>\r\n"
                               "Subject: Uitnodiging\r\n"
                               "X-Unsent: 1\r\n"
                               "MIME-Version: 1.0\r\n"
                               "Content-Type: text/plain; charset=utf-8\r\n"
                               "Content-Transfer-Encoding: quoted-printable\r\n"
                               "\r\n"
                               "Beste collega,\r\n\r\nTot dan.\r\n");
}

TEST_CASE("attachments follow the text between boundaries that are not in them") {
    Mail mail = letter();
    mail.text = "--=_planner-0000000000000000--\n--";
    mail.attachments = {{"peerreview.json", "application/json", "{\n \"a\": 1\n}\n"},
                        {"afspraken.ics", "text/calendar; charset=utf-8; method=PUBLISH", ""}};
    const std::string bytes = written(mail);
    const std::size_t start = bytes.find("boundary=\"") + 10;
    const std::string boundary = bytes.substr(start, bytes.find('"', start) - start);
    CHECK(boundary.substr(0, 2) == "=_"); // what no line in either encoding can hold
    CHECK(count(bytes, boundary) == 1 + 3 + 1);
    CHECK(count(bytes, "\r\n--" + boundary + "\r\n") == 3);
    CHECK(bytes.substr(bytes.size() - boundary.size() - 8) == "\r\n--" + boundary + "--\r\n");
    CHECK(has(bytes, "Content-Type: application/json;\r\n name=\"peerreview.json\"\r\n"));
    CHECK(has(bytes, "Content-Disposition: attachment;\r\n filename=\"afspraken.ics\"\r\n"));
    check_lines(bytes);
    CHECK(written(mail) == bytes);
    mail.attachments[0].bytes += ' ';
    CHECK_FALSE(has(written(mail), boundary));
}

TEST_CASE("no text gets out of its header") {
    const std::string attack = std::string("x\r\nBcc: kwaad@kwaad.nl\n\nb\0\r", 27) + "\xC2\x85"
                                                                                      "Cc: y";
    Mail mail = letter();
    mail.subject = attack;
    mail.from = Mailbox{attack, "a@b.nl"};
    mail.to = {{attack, "c@d.nl"}, {"\"<e@f.nl>, ", "g@h.nl"}};
    mail.copy_to = {{attack + "\xC3\xA9", "i@j.nl"}};
    mail.attachments = {{attack + "\"", "application/json", attack}};
    const std::string bytes = written(mail);
    CHECK_FALSE(has(bytes, "\nBcc"));
    CHECK_FALSE(has(bytes, "\r\nCc: y"));
    CHECK(has(bytes, "Subject: x Bcc: kwaad@kwaad.nl b Cc: y\r\n"));
    CHECK(has(bytes, "\"\\\"<e@f.nl>,\" <g@h.nl>"));
    CHECK(has(bytes, "filename=\"x Bcc- kwaad@kwaad.nl b Cc- y-\"\r\n"));
    CHECK(header_names(bytes) == "Date From To Cc Subject X-Unsent MIME-Version Content-Type ");
    check_lines(bytes);
}

TEST_CASE("people without a name, and headers without a value") {
    Mail mail = letter();
    mail.to = {{"", "a@b.nl"}, {" \r\n", "c@d.nl"}};
    CHECK(has(written(mail), "To: a@b.nl,\r\n c@d.nl\r\n"));
    mail.to.clear();
    mail.subject = "\r\n";
    mail.text = "";
    const std::string bytes = written(mail);
    CHECK_FALSE(has(bytes, "To:"));
    CHECK_FALSE(has(bytes, "Subject"));
    CHECK(bytes.substr(bytes.size() - 4) == "\r\n\r\n");
}

TEST_CASE("long and foreign texts stay within their lines") {
    Mail mail = letter();
    mail.subject = std::string(300, 'x');
    mail.to = {{std::string(200, 'y'), std::string(40, 'a') + "@" + std::string(30, 'b') + ".nl"},
               {"\xE5\x90\x8D\xE5\x89\x8D", "c@d.nl"}};
    std::string emoji;
    for (int index = 0; index < 30; ++index) emoji += "\xF0\x9F\x98\x80";
    mail.text = emoji + " " + std::string(300, 'z');
    mail.attachments = {{emoji + ".json", "application/json", std::string("\0\xFF\r\n.\r\n", 7)}};
    check_lines(written(mail));
}

TEST_CASE("the date is the local one") {
    Mail mail = letter();
    mail.offset_minutes = -240;
    CHECK(has(written(mail), "Date: Thu, 19 Nov 2026 08:30:00 -0400\r\n"));
    mail.time = 1795129200000; // 2026-11-19 23:00 UTC
    mail.offset_minutes = 330;
    CHECK(has(written(mail), "Date: Fri, 20 Nov 2026 04:30:00 +0530\r\n"));
    mail.time = 0;
    mail.offset_minutes = -60;
    CHECK(has(written(mail), "Date: Wed, 31 Dec 1969 23:00:00 -0100\r\n"));
}

TEST_CASE("what is not an address, a date or a media type is reported and not written") {
    const auto problem = [](auto change) {
        Mail mail = letter();
        change(mail);
        const auto bytes = write_mail(mail);
        REQUIRE_FALSE(bytes);
        return bytes.error();
    };
    const MailProblem no_address{MailFault::not_an_address, "06-12345678"};
    const Mailbox wrong{"Team", "06-12345678"};
    CHECK(problem([&](Mail& mail) { mail.to.push_back(wrong); }) == no_address);
    CHECK(problem([&](Mail& mail) { mail.copy_to.push_back(wrong); }) == no_address);
    CHECK(problem([&](Mail& mail) { mail.from = wrong; }) == no_address);
    CHECK(problem([](Mail& mail) { mail.to[0].address = "a@b.nl\r\nBcc: c@d.nl"; }).fault == MailFault::not_an_address);
    CHECK(problem([](Mail& mail) { mail.time = -1; }).fault == MailFault::bad_date);
    CHECK(problem([](Mail& mail) { mail.offset_minutes = 900; }).fault == MailFault::bad_date);
    for (const char* type :
         {"", "json", "a/", "/b", "a/b;", "a/b; c", "a/b; c=", "a/b\r\nX: y", "a/b; c=\"d\"", "a/b c", "a b/c"}) {
        CAPTURE(type);
        CHECK(problem([&](Mail& mail) {
                  mail.attachments = {{"x", type, ""}};
              }) == MailProblem{MailFault::bad_media_type, type});
    }
}
