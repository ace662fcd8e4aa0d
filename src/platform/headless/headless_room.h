#pragma once

#include <vector>

#include "platform/platform.h"

namespace planner::platform {

class HeadlessPlatform;

/// Joins the windows of one imaginary browser in which one directs and others show. What one says, the others hear when they
/// are pumped. It has no clock: a projector that does not answer is lost at once.
class HeadlessRoom {
public:
    HeadlessRoom() = default;
    ~HeadlessRoom();
    HeadlessRoom(const HeadlessRoom&) = delete;
    HeadlessRoom& operator=(const HeadlessRoom&) = delete;

    void add_director(HeadlessPlatform& window);
    /// It opens, and shows what was projected last by a director that is still there.
    void add_projector(HeadlessPlatform& window);
    /// The window goes, and says so.
    void remove(HeadlessPlatform& window);

    bool answers = true; ///< projectors hear and answer what is projected

private:
    friend class HeadlessPlatform;
    struct Director {
        HeadlessPlatform* window;
        ProjectorState told = ProjectorState::absent;
    };
    void project(HeadlessPlatform& from, std::string_view scene);
    void close_projectors();
    void tell(Director& director, ProjectorState state);
    void tell_all(ProjectorState state);

    std::vector<Director> directors_; ///< who projected last stands last
    std::vector<HeadlessPlatform*> projectors_;
};

} // namespace planner::platform
