#include <doctest/doctest.h>

#include "document/write.h"
#include "exchange/mail.h"
#include "exchange/mail_encoding.h"
#include "exchange/transfer_decoding.h"
#include "exchange/unwrapping.h"

#include <string>
#include <vector>

using namespace planner;
using namespace planner::exchange;
using document::Reason;
using document::Trust;
using namespace std::string_literals;

namespace {

/// A planner file with signs that get hurt on the way, and a line that mail programs break.
std::string review(const std::string& id = "r1") {
    document::Document document(id, "review");
    const document::Stamp stamp{{7}, "Team \u00e9\u00e9n", 1'763'700'000'000};
    document.write(stamp, {{"review", "review"}, "title"}, "Caf\u00e9 \u20ac 5 = \U0001F600 a=3Db {x} \"q\\\" From");
    document.write(stamp, {{"review", "review"}, "goal"}, std::string(300, 'g'));
    return document::write(document);
}

std::vector<FoundFile> found_in(const std::string& bytes, const std::string& name = "mail.eml") {
    return read_file(name, bytes);
}

/// The only file, as it was written.
Unwrapped check_same(const std::string& bytes, const std::string& name = "mail.eml") {
    const auto files = found_in(bytes);
    REQUIRE(files.size() == 1);
    REQUIRE_MESSAGE(files[0].content, files[0].content.error().reason_text);
    CHECK(files[0].content->trust == Trust::checked);
    CHECK(document::write(files[0].content->document) == review());
    CHECK(files[0].name == name);
    return files[0].unwrapped;
}

Reason reason_of(const std::string& bytes, const std::string& name = "bestand.json") {
    const auto files = found_in(bytes, name);
    REQUIRE(files.size() == 1);
    REQUIRE(!files[0].content);
    CHECK(files[0].bytes.size() <= bytes.size());
    return files[0].content.error().reason;
}

OddFile odd_of(const std::string& bytes) {
    const auto files = found_in(bytes);
    REQUIRE(files.size() == 1);
    REQUIRE(!files[0].content);
    return files[0].odd;
}

Attachment attached(const std::string& name, const std::string& bytes = review()) {
    return {name, "application/json", bytes};
}

std::string mail_with(std::vector<Attachment> attachments) {
    Mail mail;
    mail.subject = "Onze review";
    mail.text = "Beste collega {naam},\n\nZie de bijlage.";
    mail.attachments = std::move(attachments);
    return *write_mail(mail);
}

std::string part(const std::string& headers, const std::string& body) {
    return headers + "\r\n\r\n" + body + "\r\n";
}

std::string multipart(const std::string& boundary, const std::vector<std::string>& parts,
                      const std::string& kind = "mixed") {
    std::string result = "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\nFor old programs.\r\n";
    for (const std::string& each : parts) result += "--" + boundary + "\r\n" + each;
    return result + "--" + boundary + "--\r\n";
}

const std::string mime = "From: team@school.nl\r\nMIME-Version: 1.0\r\n";

/// With its byte order mark.
std::string utf16(const std::string& ascii, bool big) {
    std::string result = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char sign : ascii) result += big ? "\0"s + sign : sign + "\0"s;
    return result;
}

} // namespace

TEST_CASE("letters that a gateway encoded once more are put right, when the checksum proves it") {
    const auto doubled = [](const std::string& bytes) {
        const std::string all = in_utf8(bytes + "\xFF", "windows-1252");
        return all.substr(0, all.size() - 2);
    };
    const std::string broken = doubled(review());
    CHECK(broken.find("Caf\u00C3\u00A9") != std::string::npos);
    CHECK(check_same(broken).respelled);
    CHECK_FALSE(check_same(review()).respelled);
    std::string edited = broken;
    edited.replace(edited.find("ggg"), 3, "GGG");
    const auto files = found_in(edited);
    REQUIRE(files.size() == 1);
    REQUIRE(files[0].content);
    CHECK(files[0].content->trust == Trust::foreign);
    CHECK_FALSE(files[0].unwrapped.respelled);
}

TEST_CASE("zeros where the rest of a file should be are no part of it") {
    const std::string file = review();
    CHECK(reason_of(file.substr(0, file.size() / 2) + std::string(4096, '\0')) == Reason::cut_off);
    check_same(file + std::string(4096, '\0'));
}

TEST_CASE("a page to log in on is one behind a byte order mark too") {
    CHECK(odd_of("\xEF\xBB\xBF\r\n<!DOCTYPE html><title>Aanmelden</title>") == OddFile::page);
}

TEST_CASE("a file comes out of a mail as it went in") {
    for (const std::string& name : {"review.json"s, "caf\u00e9 review.json"s,
                                    "Een heel lange naam die in stukken moet \u2013 \u00e9\u00e9n keer.json"s}) {
        const Unwrapped done = check_same(mail_with({attached(name)}), name);
        CHECK(done.from_mail);
        CHECK_FALSE(done.recoded);
        CHECK_FALSE(done.cut_out);
    }
}

TEST_CASE("a plain file needs nothing done") {
    const Unwrapped done = check_same(review());
    CHECK_FALSE((done.from_mail || done.recoded || done.cut_out));
}

TEST_CASE("several files come in as several; what else came along is left") {
    const auto files = found_in(mail_with({attached("a.json"), {"logo.png", "image/png", "\x89PNG..."},
                                           attached("b.json", review("r2")), attached("instellingen.json", "{\"a\": 1}")}));
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "a.json");
    CHECK(files[1].name == "b.json");
    CHECK(files[1].content->document.id() == "r2");
}

TEST_CASE("a file that was cut off is told beside one that is whole") {
    const std::string whole = review();
    const auto files = found_in(mail_with({attached("a.json"), attached("half.json", whole.substr(0, 150))}));
    REQUIRE(files.size() == 2);
    CHECK(files[0].content);
    REQUIRE_FALSE(files[1].content);
    CHECK(files[1].name == "half.json");
    CHECK(files[1].content.error().reason == Reason::cut_off);
    std::string mail = mail_with({attached("a.json")});
    mail.resize(mail.size() - mail.size() / 4);
    CHECK(reason_of(mail) == Reason::cut_off);
}

TEST_CASE("a mail in a mail in a mail, in every encoding") {
    const std::string inner = mime + multipart("abc", {part("Content-Type: text/plain", "Hallo"),
                                                       part("Content-Type: application/octet-stream; name=r.json\r\n"
                                                            "Content-Transfer-Encoding: quoted-printable",
                                                            quoted_printable(review()))});
    const std::string forwarded = multipart("ab", {part("", "Zie onder"), part("Content-Type: message/rfc822", inner)});
    check_same(mime + forwarded, "r.json");
    const std::string packed = part("Content-Type: application/octet-stream; name=doorgestuurd.eml\r\n"
                                    "Content-Transfer-Encoding: BASE64",
                                    base64_lines(mime + forwarded));
    check_same(mime + multipart("x", {multipart("a", {packed}, "related")}), "r.json");
    check_same("From sender Thu Nov 19 13:30:00 2026\n" + mime + forwarded + "\nFrom sender Fri\n" + mime + "\n\nTot dan",
               "r.json");
    check_same("12345   \n" + mime + forwarded, "r.json"); // .emlx
    check_same(mime + multipart("ab", {part("Content-Type: text/plain; name=r.json", "--abc is no end\r\n" + review())}), "r.json");
    // 8bit, as it stands, with lines that end with LF only
    check_same("MIME-Version: 1.0\nContent-Type: application/json\nContent-Disposition: attachment;\n"
               "\tfilename=r.json\n\n" + review(), "r.json");
}

TEST_CASE("file names as programs write them") {
    const auto name_with = [](const std::string& headers) {
        const auto files = found_in(mime + multipart("b", {part(headers, review())}));
        REQUIRE(files.size() == 1);
        return files[0].name;
    };
    CHECK(name_with("Content-Disposition: attachment; filename=\"a; b=c \\\"d\\\".json\"") == "a; b=c -d-.json");
    CHECK(name_with("Content-Type: application/json; name=\"=?iso-8859-1?Q?caf=E9_1?=\r\n =?UTF-8?B?w6ku?= json\"") ==
          "caf\u00e9 1\u00e9. json");
    CHECK(name_with("Content-Disposition: attachment; filename*=iso-8859-1'nl'caf%E9.json; filename=cafe.json") ==
          "caf\u00e9.json");
    CHECK(name_with("Content-Disposition: attachment; filename*1*=%A9.json; filename*0*=UTF-8''caf%C3") == "caf\u00e9.json");
    CHECK(name_with("Content-Disposition: attachment; filename*0=\"een\"; filename*1=\" twee.json\"") == "een twee.json");
    CHECK(name_with("Content-Disposition: attachment; filename=\"../../etc/passwd\"") == "-..-etc-passwd");
    CHECK(name_with("Content-Disposition: attachment") == "mail.eml");
    CHECK(name_with("Content-Disposition: attachment; filename*99999999999999999999*=x; filename*=%; filename*=") == "mail.eml");
    CHECK(name_with("Content-Type: text/plain; name=\"=?a?\"") == "=-a-");
}

TEST_CASE("what gateways and editors leave over is undone, and said") {
    const std::string file = review();
    std::string windows;
    for (const char sign : file) windows += sign == '\n' ? "\r\n"s : std::string(1, sign);
    CHECK_FALSE(check_same(windows).recoded);
    CHECK(check_same("\xEF\xBB\xBF" + windows).recoded);
    CHECK(check_same(base64(file)).recoded);
    CHECK(check_same(base64_lines(file) + "\r\n").recoded);
    CHECK(check_same(quoted_printable(file)).recoded);
    const Unwrapped pasted = check_same("Hoi {team},\n\n" + file + "\nGroeten, \"{x}\"");
    CHECK(pasted.cut_out);
    CHECK_FALSE(pasted.recoded);
    CHECK(check_same(file + "-- \nGescand op virussen").cut_out);
    const Unwrapped letter = check_same(mime + "Content-Transfer-Encoding: quoted-printable\n\nHoi,\n" +
                                        quoted_printable(file) + "\nDag");
    CHECK((letter.from_mail && letter.cut_out));
}

TEST_CASE("what is encoded is decoded by the letter") {
    CHECK(from_base64("YQ==\r\nScanned for viruses") == "a");
    CHECK(from_base64("Y\tW\r\nI*") == "ab");
    CHECK_FALSE(is_base64("YQ==."));
    CHECK_FALSE(is_base64(" \n"));
    CHECK(from_quoted_printable("a=3Db =C3=a9= \t\r\nc=\n=") == "a=b \u00e9c");
    CHECK(from_quoted_printable("1=x =G0 =1") == "1=x =G0 =1");
    CHECK(in_utf8("caf\xE9 \x80", "ISO-8859-1") == "caf\u00e9 \u20ac");
    CHECK(in_utf8("caf\u00e9", "iso-8859-1") == "caf\u00e9"); // labelled wrongly
    CHECK(in_utf8("a\0"s, "UTF-16LE") == "a");
}

TEST_CASE("UTF-16 as editors save it") {
    document::Document document("r1", "review");
    document.write({{7}, "x", 5}, {{"review", "review"}, "title"}, "Plain");
    const std::string file = document::write(document);
    for (const bool big : {false, true}) {
        for (const std::size_t mark : {0U, 2U}) {
            const auto files = found_in(utf16(file, big).substr(mark));
            REQUIRE(files.size() == 1);
            REQUIRE(files[0].content);
            CHECK(files[0].content->trust == Trust::checked);
            CHECK(files[0].unwrapped.recoded);
        }
    }
    CHECK(found_in(utf16(file, false) + "x")[0].unwrapped.cut_out); // half a unit too much
    CHECK(!found_in(utf16(file, false).substr(0, 101))[0].content);
    const std::string emoji = "\xFF\xFE{\0\"\0\x3D\xD8\x00\xDE\"\0:\0001\0}\0"s; // a pair
    CHECK(found_in(emoji)[0].content.error().reason == Reason::not_ours);
}

TEST_CASE("a guess is believed only when the checksum holds") {
    std::string edited = review();
    edited.replace(edited.find("ggg"), 3, "hhh");
    const auto plain = found_in(edited);
    REQUIRE(plain[0].content);
    CHECK(plain[0].content->trust == Trust::foreign);
    // Its text may well have been "a=3Db" before somebody edited it.
    CHECK(plain[0].content->document.value({{"review", "review"}, "title"}).get<std::string>().find("a=3Db") !=
          std::string::npos);
    CHECK(reason_of(quoted_printable(edited)) != Reason::not_ours);
    CHECK(!found_in("\x01\x02\0\xFF"s + edited)[0].content);
    check_same("\x01\x02\0\xFF"s + review() + "\0\x80"s);
    // What a mail says is no guess.
    const auto mailed = found_in(mail_with({attached("a.json", edited)}));
    REQUIRE(mailed[0].content);
    CHECK(mailed[0].content->trust == Trust::foreign);
}

TEST_CASE("two files pasted in one text are nobody's guess") {
    CHECK(reason_of("Eerst:\n" + review() + "\nen dan:\n" + review("r2")) == Reason::not_ours);
    CHECK(reason_of(review() + review("r2")) == Reason::trailing_bytes);
}

TEST_CASE("a file that was cut off is not left for a smaller one in it") {
    const std::string wrapped = "{\"a\": " + review() + ", \"b\": ";
    CHECK(reason_of(wrapped) == Reason::cut_off);
    CHECK(reason_of(mail_with({attached("a.json", wrapped)})) == Reason::cut_off);
    CHECK(reason_of(wrapped + "1}") == Reason::not_ours);
}

TEST_CASE("what is wrong with a file that is only a file stays as it was") {
    const std::string file = review();
    CHECK(reason_of("") == Reason::empty);
    CHECK(reason_of(" \r\n") == Reason::empty);
    CHECK(reason_of(file.substr(0, file.size() / 2)) == Reason::cut_off);
    CHECK(reason_of("{\"a\": 1}") == Reason::not_ours);
    CHECK(reason_of("{\"a\": 1, \"a\": 2}") == Reason::duplicate_key);
    CHECK(reason_of("Zomaar een tekst") == Reason::not_ours);
    CHECK(reason_of("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == Reason::not_ours);
    CHECK(reason_of(base64("{\"format\": \"peer-review-planner\", \"minReader\": 9}")) == Reason::newer_format);
}

TEST_CASE("other files are known by their first bytes") {
    CHECK(odd_of("PK\x03\x04 review.json") == OddFile::zip);
    CHECK(odd_of("PK\x03\x04 " + review()) == OddFile::zip);
    CHECK(odd_of("PK\x03\x04 [Content_Types].xml word/document.xml") == OddFile::office);
    CHECK(odd_of("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text") == OddFile::office);
    CHECK(odd_of("\xD0\xCF\x11\xE0 ... ") == OddFile::office);
    CHECK(odd_of("\xD0\xCF\x11\xE0 _\0_\0s\0u\0b\0s\0t\0g\0001\0.\0"s) == OddFile::outlook_mail);
    CHECK(odd_of("{\\rtf1\\ansi}") == OddFile::office);
    CHECK(odd_of("%PDF-1.7") == OddFile::pdf);
    CHECK(odd_of("\x89PNG\r\n") == OddFile::picture);
    CHECK(odd_of("\xFF\xD8\xFF\xE0") == OddFile::picture);
    CHECK(odd_of("RIFF1234WEBPVP8 ") == OddFile::picture);
    CHECK(odd_of("\0\0\0 ftypheic"s) == OddFile::picture);
    CHECK(odd_of("\r\n<!DOCTYPE html><title>Aanmelden</title>") == OddFile::page);
    CHECK(odd_of(mail_with({})) == OddFile::mail);
    CHECK(odd_of(mail_with({{"foto.png", "application/octet-stream", "\x89PNG"}})) == OddFile::mail);
    CHECK(odd_of("P") == OddFile::none);
    const auto zipped = found_in(mail_with({{"alles.zip", "application/zip", "PK\x03\x04"}}));
    CHECK(zipped[0].odd == OddFile::zip);
    CHECK(zipped[0].name == "alles.zip");
    // What Outlook keeps as it was comes out.
    check_same("\xD0\xCF\x11\xE0 _\0s\0u\0b\0s\0t\0g\0001\0"s + review() + "\0\0"s);
}

TEST_CASE("a process in a mail is handed on as it was") {
    const std::string process = "{\"format\": \"peer-review-planner-process\"}";
    const auto files = found_in(mail_with({attached("werkwijze.json", process)}));
    REQUIRE(files.size() == 1);
    CHECK(files[0].content.error().reason == Reason::not_ours);
    CHECK(files[0].bytes == process);
    CHECK(found_in("\xEF\xBB\xBF" + process)[0].bytes == process);
}

TEST_CASE("hostile mails end soon, with one sentence") {
    std::string nested = mime;
    std::string same = mime;
    for (int level = 0; level < 10'000; ++level) {
        const std::string name = "b" + std::to_string(level);
        nested += "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
        same += "Content-Type: message/rfc822\n\n";
    }
    CHECK(odd_of(nested + "\n{}") == OddFile::mail);
    CHECK(check_same(nested + "\n" + review()).cut_out);
    CHECK(odd_of(same + "\n{}") == OddFile::mail);
    std::string many = mime + "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int index = 0; index < 100'000; ++index) many += "--b\n\n";
    many += "--b\nContent-Transfer-Encoding: base64\n\n" + base64_lines(review());
    CHECK(odd_of(many) == OddFile::mail); // that many parts are not looked at
    CHECK(odd_of(mime + "Content-Type: multipart/mixed\n\n--b\n\nx\n--b--") == OddFile::mail);
    CHECK(odd_of(mime + "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\nx\n----") == OddFile::mail);
    CHECK(odd_of(mime + "Content-Type: multipart/mixed; boundary=" + std::string(100'000, 'b') + "\n\n--b") == OddFile::mail);
    CHECK(odd_of(mime + "Content-Type: multipart/mixed; boundary=b; =; \"; b=\"") == OddFile::mail);
    CHECK(odd_of(mime + "Content-Transfer-Encoding: base64\n\n=\0\xFF!!==="s) == OddFile::mail);
    CHECK(odd_of(mime + "\n" + std::string(1000, '\0')) == OddFile::mail);
    CHECK(odd_of("From " + std::string(1'000'000, '\n')) == OddFile::none);
    CHECK(odd_of("From:") == OddFile::mail);
    CHECK(odd_of(std::string(1'000'000, '{')) == OddFile::none);
    std::string open;
    for (int index = 0; index < 100'000; ++index) open += "{\"";
    CHECK(odd_of("x" + open) == OddFile::none);
    std::string folded = mime + "Content-Type: a";
    for (int index = 0; index < 100'000; ++index) folded += "\n ;x=1";
    CHECK(odd_of(folded) == OddFile::mail);
    std::string layers = review();
    for (int layer = 0; layer < 20; ++layer) layers = base64(layers);
    CHECK(odd_of(layers) == OddFile::none);
}

TEST_CASE("every mail that is cut off anywhere, or has a byte changed, gives something or a reason") {
    const std::string mail = mail_with({attached("caf\u00e9.json"), attached("b.json", "{}")});
    for (std::size_t size = 0; size < mail.size(); size += 7) CHECK(!read_file("m", mail.substr(0, size)).empty());
    for (std::size_t at = 0; at < mail.size(); at += 5) {
        std::string changed = mail;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        for (const FoundFile& file : read_file("m", changed))
            if (file.content && file.content->trust == Trust::checked)
                CHECK(document::write(file.content->document) == review());
    }
}
