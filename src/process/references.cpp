#include "process/references.h"

#include "process/binding.h"

namespace planner::process {

std::string at(std::string_view list, std::size_t index) {
    return "/" + std::string(list) + "/" + std::to_string(index);
}

const Card* References::card(const std::string& id, const std::string& pointer) const {
    return found(process_->card(id), "card", id, pointer);
}

const Step* References::step(const std::string& id, const std::string& pointer) const {
    return found(process_->step(id), "step", id, pointer);
}

const Role* References::role(const std::string& id, const std::string& pointer) const {
    return found(process_->role(id), "role", id, pointer);
}

const Task* References::task(const std::string& id, const std::string& pointer) const {
    return found(process_->task(id), "task", id, pointer);
}

const RunSheet* References::run_sheet(const std::string& id, const std::string& pointer) const {
    return found(process_->run_sheet(id), "run sheet", id, pointer);
}

const Field* References::field(const FieldReference& reference, const std::string& pointer) const {
    const Card* owner = card(reference.card, pointer + "/card");
    if (!owner) return nullptr;
    const Field* field = owner->field(reference.field);
    if (!field) {
        fail(pointer + "/field", "The card \"" + owner->id + "\" has no field \"" + reference.field + "\".");
    }
    return field;
}

void References::expect_owner(Scope scope, std::string_view binding, const std::string& pointer) const {
    const auto owner = owner_of_binding(binding);
    if (!owner || has_owner(scope, process_->participants.hosting, *owner)) return;
    const std::string what = *owner == BindingOwner::visit ? "visit" : "participant";
    fail(pointer,
         "This is of the whole review, so it does not say of which " + what + " \"" + std::string(binding) + "\" is.");
}

} // namespace planner::process
