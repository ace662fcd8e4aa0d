#pragma once

#include <type_traits>
#include <utility>

// In place of std::function: it can be copied, which nobody does here, and every visitor would download that code for each
// kind of function.

namespace planner::kit {

template <class Signature>
class Callback;

/// What is called back before the call to which it was given is over: a reference to a function object, owning nothing.
template <class... Arguments>
class Callback<void(Arguments...)> {
public:
    Callback() = default;
    template <class Function>
    Callback(const Function& function)
        : object_(&function), call_([](const void* object, Arguments... arguments) {
              (*static_cast<const Function*>(object))(arguments...);
          }) {}

    explicit operator bool() const { return call_ != nullptr; }
    void operator()(Arguments... arguments) const { call_(object_, arguments...); }

private:
    const void* object_ = nullptr;
    void (*call_)(const void*, Arguments...) = nullptr;
};

/// Draws a part of something larger.
using Draw = Callback<void()>;

/// What is done later, once: owns what it needs for that.
class Command {
public:
    template <class Function, class = std::enable_if_t<!std::is_same_v<Function, Command>>>
    Command(Function function)
        : object_(new Function(std::move(function))), finish_([](void* object, Ending ending) {
              Function* const held = static_cast<Function*>(object);
              if (ending == Ending::run)
                  (*held)();
              delete held;
          }) {}
    Command(Command&& other) noexcept : object_(std::exchange(other.object_, nullptr)), finish_(other.finish_) {}
    Command& operator=(Command&& other) noexcept {
        std::swap(object_, other.object_);
        std::swap(finish_, other.finish_);
        return *this;
    }
    ~Command() { finish(Ending::drop); }

    void run() { finish(Ending::run); }

private:
    enum class Ending { run, drop };

    void finish(Ending ending) {
        if (void* const object = std::exchange(object_, nullptr))
            finish_(object, ending);
    }

    void* object_;
    void (*finish_)(void*, Ending);
};

} // namespace planner::kit
