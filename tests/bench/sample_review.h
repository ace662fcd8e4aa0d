#pragma once

#include "app/planner.h"
#include "platform/headless/headless.h"

#include <cstddef>
#include <string>

namespace planner::bench {

/// A running planner without a page, with one review of twelve teams in which every field is filled.
class SampleReview {
public:
    SampleReview();
    ~SampleReview() { platform_.disconnect(); }
    SampleReview(const SampleReview&) = delete;
    SampleReview& operator=(const SampleReview&) = delete;

    app::Planner& planner() { return planner_; }
    platform::HeadlessWorld& world() { return world_; }
    std::string id() const { return planner_.route().review; }
    std::string team(std::size_t index) { return planner_.view().participants.at(index).participant.id; }
    /// The file as a person downloads it.
    std::string file();
    /// Lets saving finish.
    void settle();

private:
    void fill();
    void fill(const document::FieldKey&, const process::Field&);
    void fill_table(const process::Card&, const process::Field&, const std::string& team);

    platform::HeadlessWorld world_;
    platform::HeadlessPlatform platform_;
    app::Planner planner_;
    std::size_t asked_ = 0; ///< choices among the teams so far
};

} // namespace planner::bench
