// How long the planner takes to make a frame of each screen of a review of twelve teams, without graphics.
//   frame_bench FONT_FOLDER        prints one line of JSON per measurement
//   frame_bench --file [BYTES]     prints that review as a file, made at least so large
#include "many_reviews.h"
#include "measure.h"
#include "sample_review.h"

#include "app/live.h"
#include "app/room_scene.h"
#include "document/read.h"
#include "document/write.h"
#include "ui/ui.h"

#include <imgui.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace planner;
using bench::SampleReview;

constexpr int frames = 200;

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Takes the place of a renderer: glyphs are rasterised into textures as always, but nobody uploads them.
void take_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

class Screen {
public:
    Screen(SampleReview& review, const kit::FontFiles& fonts) : review_(review), ui_(review.planner(), fonts, nullptr) {
        page_.width = 1920;
        page_.height = 1080;
        page_.scrollbar_width = 15;
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }

    double frame() {
        const double started = bench::now();
        page_.time += 0.016;
        last_ = ui_.draw(page_);
        take_textures();
        return bench::now() - started;
    }

    void resize(float width, float height) {
        page_.width = width;
        page_.height = height;
    }

    /// Over four hours of a meeting, of which three the computer sleeps: how late the second shown changes at most, counted from
    /// when the line began, and how often a frame is drawn for it while it is awake.
    void measure_clock(std::int64_t began) {
        constexpr std::int64_t second = 1000, minute = 60 * second;
        std::int64_t late = 0, awake = 0, drawn = 0;
        for (int hour = 0; hour < 4; ++hour) {
            const std::int64_t until = review_.world().now + 15 * minute;
            frame();
            std::int64_t shown = review_.world().now - began;
            while (review_.world().now < until) {
                const double next = last_.next_frame;
                if (next < 0) break;
                const auto step = static_cast<std::int64_t>(next) + 7; // as a timer of a busy page
                review_.world().now += step;
                awake += step;
                page_.time += static_cast<double>(step) / 1000;
                frame();
                ++drawn;
                const std::int64_t passed = review_.world().now - began;
                if (passed / second != shown / second) late = std::max(late, passed % second);
                shown = passed;
            }
            review_.world().now += 45 * minute;
        }
        bench::print("lateness of the clock", {static_cast<double>(late), static_cast<double>(late)},
                     ",\"perSecond\":" + std::to_string(1000.0 * static_cast<double>(drawn) / static_cast<double>(awake)));
    }

    void measure(const std::string& name, const app::Route& route) {
        review_.planner().go(route);
        const double first = frame();
        for (int i = 0; i < 5; ++i) frame();
        std::vector<double> moving, typing;
        for (int i = 0; i < frames; ++i) {
            ui_.frame().pointer(kit::PointerEvent::move, static_cast<float>(50 + i * 9), static_cast<float>(100 + i * 4), 0,
                                kit::PointerKind::mouse);
            moving.push_back(frame());
        }
        const document::FieldKey title{{"review", "review"}, "title"};
        for (int i = 0; i < frames; ++i) {
            const double started = bench::now();
            review_.planner().set_field(title, "Titel " + std::to_string(i), app::EditGroup::typing);
            frame();
            typing.push_back(bench::now() - started);
        }
        review_.settle();
        bench::print("first frame of " + name, {first, first});
        bench::print("frame of " + name, bench::times_of(moving),
                     ",\"vertices\":" + std::to_string(ImGui::GetDrawData()->TotalVtxCount));
        bench::print("typing on " + name, bench::times_of(typing));
    }

private:
    SampleReview& review_;
    ui::Ui ui_;
    ui::Page page_;
    kit::FrameOutput last_;
};

/// The director of a start meeting and what the room sees of it, also on a wall of four times as many pixels.
void measure_meeting(SampleReview& review, Screen& screen) {
    app::Planner& planner = review.planner();
    const process::RunSheet& sheet = planner.current()->process().run_sheets.front();
    const std::string id = review.id();
    planner.go(app::Route::live(id, sheet.id));
    app::begin_meeting(planner, app::live_meeting(planner, sheet, ""), app::Beginning::moved);
    const std::int64_t began = review.world().now;
    app::go_on(planner, app::live_meeting(planner, sheet, ""));
    review.settle();
    screen.measure_clock(began);
    app::go_on(planner, app::live_meeting(planner, sheet, ""));
    screen.measure("the director of a meeting", app::Route::live(id, sheet.id));
    screen.resize(3840, 2160);
    screen.measure("the director of a meeting at 3840 x 2160", app::Route::live(id, sheet.id));
    app::RoomScene scene;
    scene.kind = app::RoomKind::field;
    scene.title = "Team Techniek";
    scene.clock = app::RoomClock::running;
    scene.ends_at = planner.now() + 22 * 60'000;
    scene.allotted = 45 * 60'000;
    scene.label = "Onze leervraag";
    for (int i = 0; i < 60; ++i)
        scene.text += "woord" + std::to_string(i) + " ";
    planner.on_scene(app::write_scene(scene));
    screen.measure("the room at 3840 x 2160", app::Route::projector());
    screen.resize(1920, 1080);
    planner.go(app::Route::dashboard(id));
}

/// The review's file with cards of a later version beside it until it is large enough.
std::string file_of(SampleReview& review, std::size_t wanted) {
    std::string bytes = review.file();
    auto read = document::read(bytes);
    const document::Stamp stamp{document::ReplicaId{77}, "rol 77", 1'795'000'000'000};
    for (std::size_t number = 0; bytes.size() < wanted; bytes = document::write(read->document)) {
        const std::size_t missing = (wanted - bytes.size()) / 1000 + 1;
        for (const std::size_t end = number + missing; number < end; ++number) {
            read->document.write(stamp, {{"later", "los." + std::to_string(number)}, "text"}, std::string(800, 'x'));
        }
    }
    return bytes;
}

int print_file(std::size_t wanted) {
    SampleReview review;
    const std::string bytes = file_of(review, wanted);
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    const std::string first = count > 1 ? arguments[1] : "";
    if (first == "--file")
        return print_file(count > 2 ? static_cast<std::size_t>(std::atoll(arguments[2])) : 0);
    std::array<std::string, 3> fonts;
    const std::array names = {"atkinson-regular.ttf", "atkinson-semibold.ttf", "icons.ttf"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        fonts[i] = read_file(first + "/" + names[i]);
        if (fonts[i].empty()) {
            std::fprintf(stderr, "frame_bench: no font %s/%s\n", first.c_str(), names[i]);
            return 1;
        }
    }
    bench::measure_many_reviews({fonts[0], fonts[1], fonts[2]}, [] {
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        take_textures();
    });
    SampleReview review;
    Screen screen(review, {fonts[0], fonts[1], fonts[2]});
    screen.measure("the dashboard", app::Route::dashboard(review.id()));
    screen.measure("the longest list of tasks", app::Route::tasks(review.id()));
    measure_meeting(review, screen);
    screen.measure("the messages", app::Route::messages(review.id()));
    screen.measure("all cards", app::Route::cards(review.id()));
    for (const process::Card& card : review.planner().current()->process().cards) {
        const bool is_of_all = card.scope == process::Scope::review;
        screen.measure("card " + card.id, app::Route::card_of(review.id(), card.id, is_of_all ? "" : review.team(0)));
    }
}
