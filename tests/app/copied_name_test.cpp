#include <doctest/doctest.h>

#include "app/copied_name.h"

using planner::app::copied_name;

TEST_CASE("what marks a copy is left out of its name") {
    for (const char* name :
         {"review.json", "review (1).json", "review (12).json", "review(2).json", "review - Kopie.json", "review - Kopie (2).json",
          "review - Copy (2).json", "review kopie 2.json", "review copy.json", "review-LAPTOP-AB12.json",
          "review-DESKTOP-7Q2KX9P.json", "review (conflicted copy 2026-03-01 101530).json",
          "review (conflicterende kopie 2026-03-01 101530).json", "review (Team Zorg's conflicted copy 2026-03-01).json",
          "review (case conflict 1).json", "review.sync-conflict-20260301-101530-ABCDEFG.json",
          "review-LAPTOP-AB12 (1) - Kopie.json"}) {
        CAPTURE(name);
        CHECK(copied_name(name) == "review.json");
    }
    CHECK(copied_name("peerreview_zelfstandig-leren_2026-11-19-LAPTOP-AB12.json") == "peerreview_zelfstandig-leren_2026-11-19.json");
    CHECK(copied_name("review (1)") == "review");
}

TEST_CASE("a name that only looks like one of a copy stays as it is") {
    for (const char* name : {"peerreview_zelfstandig-leren_2026-11-19.json", "review (MBO).json", "Team A - MBO-review.json",
                             "kopie.json", "(1).json", "", "review 2.json", "-AB12.json", ".json", "copyright.json"}) {
        CAPTURE(name);
        CHECK(copied_name(name) == name);
    }
}
