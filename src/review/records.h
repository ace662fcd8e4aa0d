#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace planner::review {

// What a review holds, as read at one moment. Everything is "" that is not filled in. Dates are yyyy-mm-dd, times
// hh:mm, both local; whatever else somebody wrote there is given as it is.

struct Participant {
    std::string id;
    std::string name;
    std::string institution;
    std::string sector = {};
    std::string region = {};
    std::string holiday_region = {}; ///< whose school holidays it has, where people chose that
};

struct Person {
    std::string id;
    std::string participant;
    std::string name;
    std::string function;
    std::string contact;
    bool comes_to_kickoff = false; ///< where the process asks that
};

/// The review day at one participant.
struct Visit {
    std::string participant; ///< who is visited
    std::string date;
    std::string time;
    std::string place;
    std::string length = {}; ///< id of an option of the process: half_day or whole_day
    std::string chair = {};
};

struct Kickoff {
    std::string date;
    std::string time;
    std::string place;
};

struct Facilitator {
    std::string name;
    std::string contact;
};

/// A place in the panel of a visit.
struct Seat {
    std::string id;
    std::string host;        ///< id of the participant that is visited
    std::string participant; ///< id of the participant that the person comes from
    std::string name;
    std::string function;
    std::string contact;
    std::string role;                   ///< a text, or the id of an option of the process
    std::string state;                  ///< the same
    bool recognises = false;            ///< whether the person knows the subject from practice
    std::vector<std::string> skills;    ///< texts, or ids of options of the process
    std::vector<std::string> attitudes; ///< the same
    std::string replaced_by = {};       ///< id of the seat that took its place; only of a former seat
    std::string replaced_on = {};
    std::string replaced_why = {};
};

/// A day that is proposed for the kickoff or for a visit.
struct DateOption {
    std::string id;
    std::string date;
    std::string time;
    std::string place;
    std::string until = {}; ///< the time at which it would end, where people say so
};

/// Something that the panel of a visit reads. A process decides whether people tick or date what happened to it.
struct SupportingDocument {
    std::string id;
    std::string host; ///< id of the participant that is visited
    std::string title;
    std::string why;
    std::string where;
    bool asked = false;
    bool received = false;
    bool forwarded = false;
};

/// What a participant is going to do after a visit.
struct Action {
    std::string id;
    std::string participant;
    std::string activity;
    std::string why;
    std::string result;
    std::string needs;
    std::string owner;
    std::string date;
    std::string state; ///< a text, or the id of an option of the process
};

} // namespace planner::review
