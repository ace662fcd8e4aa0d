#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <sstream>

#include "document/merge.h"
#include "planning/live.h"
#include "planning/live_repair.h"
#include "review/ids.h"
#include "shipped.h"

namespace planner::testing {

using namespace planner::planning;

constexpr std::int64_t midnight = 1'795'042'800'000; // 2026-11-19 00:00 in Amsterdam
constexpr const char* sheet_id = "startbijeenkomst";

inline std::int64_t at(const char* clock) {
    int hours = 0, minutes = 0, seconds = 0;
    std::sscanf(clock, "%d:%d:%d", &hours, &minutes, &seconds);
    return midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000LL;
}

inline std::string clock(std::int64_t time) {
    const auto seconds = (time - midnight) / 1000;
    char text[32];
    std::snprintf(text, sizeof text, seconds % 60 == 0 ? "%02d:%02d" : "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text;
}

/// The start meeting of three teams, planned from 13:00 to 16:00: welcome 20, teams 45 each, closing 25 of which 15 can
/// be taken off.
struct Meeting : ShippedReview {
    Meeting() : ShippedReview("mbo-peer-review") { set(review::review_key(), "kickoff_time", "13:00"); }

    /// What was recorded is written to the review and read back, as everything else is.
    void note(std::int64_t time, Moment moment) {
        moment.at = time;
        note(std::vector<Moment>{std::move(moment)});
    }
    void note(const std::vector<Moment>& moments) {
        for (review::FieldWrite& write : record(reading(), sheet_id, "", moments, [this] { return ++random * 0x9E3779B97F4A7C15ULL; }))
            document.write({{replica}, "Begeleider", stamp().time}, write.key, std::move(write.value));
    }
    const Live& look(std::int64_t time) {
        agenda = make_agenda(reading(), *process.run_sheet(sheet_id), "");
        live = make_live(agenda, moments_of(reading(), sheet_id, ""), time, midnight);
        return live;
    }
    void next(const char* clock) { note(at(clock), next_line(at(clock))); }
    Moment next_line(std::int64_t time) {
        look(time);
        const LiveLine* line = live.next_line();
        return line == nullptr ? Moment{MomentKind::stop} : Moment{MomentKind::go, 0, line->line->key.id};
    }
    std::string id(const char* item, std::size_t team) const {
        return agenda_item_key(sheet_id, "", item, reading().participants().at(team).id).id;
    }
    void repair(const char* clock, RepairKind kind) {
        for (const Repair& each : repairs_of(look(at(clock)))) {
            if (each.kind == kind) note(moments_for(live, each));
        }
    }

    /// "13:06 13:26 14:11 ... | end 16:06, 6 behind": where each line begins, really or as expected.
    std::string forecast(const char* time) {
        look(at(time));
        std::ostringstream text;
        for (const LiveLine& line : live.lines) {
            text << (line.state == LineState::running ? ">" : line.state == LineState::skipped ? "-" : "") << clock(line.start) << " ";
        }
        text << "| " << clock(live.end) << " " << live.minutes_behind();
        return text.str();
    }

    void take_in(const Meeting& other) { REQUIRE(document::merge_into(document, other.document)); }

    std::uint64_t random = 1;
    std::uint64_t replica = 7;
    Agenda agenda;
    Live live;
};

inline std::string shown(const std::vector<Repair>& repairs) {
    std::ostringstream text;
    for (const Repair& repair : repairs) {
        text << repair.minutes << " min:";
        for (const RepairedLine& line : repair.lines) text << " " << line.before << "->" << line.minutes;
        text << " end " << clock(repair.end) << "; ";
    }
    return text.str();
}

} // namespace planner::testing
