#include "desk.h"

#include "assets/assets.h"

using namespace planner;
using namespace planner::cli;

namespace {

/// The process that the program holds, as a file of a network.
std::string own_process(const std::string& version) {
    Value process = Value::parse(assets::process("mbo-peer-review"), nullptr, false);
    process["id"] = "eigen";
    process["version"] = version;
    process["steps"][0]["title"]["nl"] = "Warmlopen";
    return process.dump(2);
}

} // namespace

TEST_CASE("new with a process file makes a review that keeps it and needs the file no more") {
    Desk desk;
    desk.write("eigen.json", own_process("1"));
    desk.must({"new", "--process-file", "@eigen.json", "--title", "Samen kijken", "--team", "Zorg", "--team", "Bouw",
               "--team", "ICT", "--kickoff", "2027-03-15", "-o", "@a"});
    std::filesystem::remove(desk.file("eigen.json"));
    const Result tasks = desk.planner({"tasks", "@a", "--today", "2027-01-04"});
    CHECK(tasks.exit == 0);
    CHECK_FALSE(tasks.out.empty());
    CHECK(desk.planner({"get", "@a", "/review/review/process"}).out == "\"eigen\"\n");
}

TEST_CASE("new takes a process or the file of one") {
    Desk desk;
    const Words rest = {"--title", "T", "--team", "A", "--team", "B", "--team", "C", "-o", "@a"};
    Words none = {"new"}, both = {"new", "--process", "mbo-peer-review", "--process-file", "@eigen.json"};
    for (Words* words : {&none, &both}) {
        words->insert(words->end(), rest.begin(), rest.end());
        CHECK(desk.planner(*words).exit == 2);
    }
}

TEST_CASE("process use lets a review follow another process and keeps what people wrote") {
    Desk desk;
    desk.must(desk.new_review);
    desk.must({"set", "@a", "/review/review/goal", "leren", "-o", "@b"});
    desk.write("eigen.json", own_process("2"));
    desk.must({"process", "use", "@b", "@eigen.json", "-o", "@c"});
    CHECK(desk.planner({"get", "@c", "/review/review/goal"}).out == "\"leren\"\n");
    CHECK(desk.planner({"get", "@c", "/process/file/text"}).out.find("Warmlopen") != std::string::npos);
    CHECK(desk.planner({"tasks", "@c", "--today", "2027-01-04"}).exit == 0);

    desk.write("fout.json", "{\"format\": \"peer-review-planner-process\", \"formatVersion\": 2}");
    check_refused(desk.planner({"process", "use", "@b", "@fout.json", "-o", "@d"}),
                  desk.file("fout.json") +
                      ":1:60: /formatVersion: This process file needs a newer planner.");
    CHECK_FALSE(std::filesystem::exists(desk.file("d")));
}

TEST_CASE("a review that keeps a process that cannot be read is refused where the process is needed, and only there") {
    Desk desk;
    desk.must(desk.new_review);
    desk.must({"set", "@a", "/process/file/text", "\"{}\"", "-o", "@b"});
    const Result tasks = desk.planner({"tasks", "@b", "--today", "2027-01-04"});
    CHECK(tasks.exit == 1);
    CHECK(tasks.err.find("/process/file/text") != std::string::npos);
    CHECK(desk.planner({"get", "@b", "/review/review/title"}).exit == 0);
    CHECK(desk.planner({"show", "@b"}).exit == 0);
}
