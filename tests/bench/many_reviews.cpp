#include "many_reviews.h"

#include "app/known_processes.h"
#include "document/read.h"
#include "document/write.h"
#include "measure.h"
#include "platform/headless/headless.h"
#include "review/ids.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace planner::bench {

namespace {

constexpr std::int64_t some_time = 1'795'000'000'000;
constexpr std::size_t planned_reviews = 200, listed_reviews = 500, few_reviews = 10, runs = 7;

/// A review of three teams, whose start meeting is somewhere in the two months around the day.
document::Document review_number(std::size_t number) {
    const auto processes = app::known_processes();
    std::uint64_t random = number * 1'000'003 + 1;
    const review::RandomBits bits = [&random] { return random = random * 6364136223846793005U + 1442695040888963407U; };
    const document::Stamp stamp{document::ReplicaId{number + 1}, "", some_time - std::int64_t{86'400'000} * 90};
    const std::vector<review::NewParticipant> teams = {
        {"Team Zorg", "College Noord"}, {"Team Techniek", "College Oost"}, {"Team Horeca", "College Zuid"}};
    const process::Process& process = *processes[number % processes.size()];
    document::Document document =
        review::create_review("Peer review " + std::to_string(number), process, teams, stamp, bits);
    const auto today = *planning::parse_day("2026-11-18");
    const auto kickoff = planning::add_days(today, static_cast<int>(number % 60) - 30);
    document.write(stamp, {review::review_key(), "kickoff_date"}, planning::format_day(kickoff));
    return document;
}

void plan_reviews() {
    std::vector<document::Document> documents;
    std::vector<std::string> files;
    for (std::size_t i = 0; i < planned_reviews; ++i) {
        documents.push_back(review_number(i));
        files.push_back(document::write(documents.back()));
    }
    const auto today = *planning::parse_day("2026-11-18");
    std::size_t tasks = 0, messages = 0;
    const auto planned = measure(runs, [] { return 0; }, [&](int) {
        tasks = messages = 0;
        for (const document::Document& document : documents) {
            const review::RowIndex rows(document);
            const review::Review review(document, *app::known_process(review::process_id(document)), rows);
            const planning::Plan plan = app::plan_on(review, today);
            tasks += plan.tasks.size();
            messages += planning::make_messages(review, plan, today).size();
        }
    });
    const auto read = measure(runs, [] { return 0; }, [&](int) {
        for (const std::string& file : files) {
            if (!document::read(file)) std::exit(1);
        }
    });
    print("tasks and messages of 200", planned,
          ",\"tasks\":" + std::to_string(tasks) + ",\"messages\":" + std::to_string(messages));
    print("reading 200", read);
}

/// The list of so many reviews, as the page gives it to the planner, and who the user is in each.
platform::HeadlessWorld world_with(std::size_t count) {
    platform::HeadlessWorld world;
    app::Settings settings;
    for (std::size_t i = 0; i < count; ++i) {
        const document::Document document = review_number(i);
        const process::Process& process = *app::known_process(review::process_id(document));
        const review::Review review(document, process);
        app::Summary summary = app::summarise(document, process);
        const planning::Identity identity{planning::IdentityKind::facilitator, ""};
        summary.agenda = app::write_agenda(app::plan_on(review, *planning::parse_day("2026-11-18")), review,
                                           planning::part_of(review, identity));
        settings.identities[summary.id] = identity;
        world.records[summary.id] = {"", app::write_summary(summary)};
    }
    world.settings = app::write_settings(settings);
    return world;
}

void open_overview(std::size_t count, const kit::FontFiles& fonts, const std::function<void()>& take_textures) {
    platform::HeadlessWorld world = world_with(count);
    const std::string index = world.index_json();
    std::vector<double> opening, listing;
    std::size_t lines = 0;
    for (std::size_t run = 0; run < runs; ++run) {
        platform::HeadlessPlatform platform(world);
        app::Planner planner(platform);
        platform.connect(planner);
        double started = now();
        planner.start({world.settings, index, platform::StorageState::working, "#/"});
        lines = planner.today_tasks().size();
        listing.push_back(now() - started);
        ui::Ui ui(planner, fonts, nullptr);
        ui::Page page;
        page.width = 1366;
        page.height = 768;
        take_textures(); // tells Dear ImGui before the first frame that somebody does
        started = now();
        ui.draw(page);
        opening.push_back(listing.back() + now() - started);
        take_textures();
        platform.disconnect();
    }
    const std::string of = std::to_string(count);
    print("opening the overview of " + of, times_of(opening),
          ",\"lines\":" + std::to_string(lines) + ",\"bytes\":" + std::to_string(index.size()));
    print("list and today of " + of, times_of(listing));
}

} // namespace

void measure_many_reviews(const kit::FontFiles& fonts, const std::function<void()>& take_textures) {
    plan_reviews();
    open_overview(few_reviews, fonts, take_textures);
    open_overview(listed_reviews, fonts, take_textures);
}

} // namespace planner::bench
