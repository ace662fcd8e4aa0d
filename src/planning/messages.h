#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/key.h"
#include "planning/identity.h"
#include "planning/plan.h"
#include "process/message.h"
#include "review/review.h"

namespace planner::planning {

enum class MessageState {
    draft, ///< to be sent by a person
    sent,  ///< a person says that it was sent; the planner itself sends nothing
    lapsed ///< no longer needed
};

/// Somebody that a message is for, as the review names them.
struct Recipient {
    std::string name;
    std::string contact; ///< what people typed: a mail address, a telephone number, both or nothing
};

/// One message that a task and its dates give rise to, to one audience.
struct PlannedMessage {
    const process::Message* message = nullptr;
    std::size_t task = 0;    ///< index into the plan
    std::string audience;    ///< id of the participant whose contacts or panel it is for; "" for the facilitator or everyone
    document::EntityKey key; ///< where people's own words about it are kept
    Day day;                 ///< on which it arises
    MessageState state = MessageState::draft;
    std::optional<Day> sent_on;
    std::string sent_by;
};

/// Where the words of people about a message are kept: sent or not, changed texts. Derived from what gives rise to it,
/// so that the same message in two copies is one.
document::EntityKey message_key(std::string_view message, const document::EntityKey& task, std::string_view audience,
                                std::string_view occasion);

/// Fields of such an entity.
namespace message_field {
constexpr std::string_view message = "message";
constexpr std::string_view task = "task";
constexpr std::string_view participant = "participant";
constexpr std::string_view state = "state";
constexpr std::string_view sent_on = "sent_on";
constexpr std::string_view sent_by = "sent_by";
constexpr std::string_view subject = "subject";
constexpr std::string_view body = "body";
} // namespace message_field

/// Values of the field `state`.
constexpr std::string_view state_sent = "sent";
constexpr std::string_view state_lapsed = "lapsed";

/// Who signs the messages and sends them. Without a name, and while nobody said who they are, that is who guides the
/// review, as text_of() signs it.
struct Sender {
    std::string name = {};
    Identity identity = {};
};

/// All messages that have arisen on or before `today`, oldest first. Of an announcement, notice or reminder that was
/// overtaken by a later one, or whose task is finished, the state is lapsed unless it was sent. Nobody announces a task
/// to themselves: what only its own sender would read is left out unless it was sent. Messages point into the process
/// and the plan, which must outlive them.
std::vector<PlannedMessage> make_messages(const review::Review& review, const Plan& plan, Day today,
                                          const Sender& sender = {});

/// Whether people sent every message that is the work of a task, to everybody that it is for; a message that people let
/// lapse counts when another one was sent. Not so when no message is.
bool all_sent(const review::Review& review, const process::Task& task, const std::string& subject);

/// The role that a message goes to; null when the process has no such role.
const process::Role* addressee(const process::Process& process, const Plan& plan, const PlannedMessage& message);

/// Who a message goes to. People without a name or contact, and members of a panel who do not come, are left out.
std::vector<Recipient> recipients_of(const review::Review& review, const Plan& plan, const PlannedMessage& message);

} // namespace planner::planning
