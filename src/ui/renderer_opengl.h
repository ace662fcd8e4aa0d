#pragma once

namespace planner::ui {

/// Draws the last frame of the user interface with WebGL 2 into the current context. A Ui must exist.
class Renderer {
public:
    Renderer();
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Before Ui::draw.
    void begin();
    /// After Ui::draw; the framebuffer is `width` x `height` device px.
    void end(int width, int height);
    /// The graphics context is gone, and everything in it: forget without freeing.
    void lost();
    /// There is a fresh context: upload everything again.
    void restored();

private:
    bool usable_ = false;
};

} // namespace planner::ui
