#include "ui/kit/draw.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace planner::kit::draw {

namespace {

ImVec2 low(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 high(const Rect& rect) { return {rect.right(), rect.bottom()}; }

} // namespace

void fill(Frame& frame, const Rect& rect, Color color, float radius) {
    frame.draw_list()->AddRectFilled(low(rect), high(rect), color, radius);
}

void outline(Frame& frame, const Rect& rect, Color color, float radius, float thickness) {
    // Dear ImGui centres a stroke half a pixel inside for one px; wider strokes are moved in by hand.
    const float inset = (thickness - 1) / 2;
    const Rect inner = rect.inset(inset);
    frame.draw_list()->AddRect(low(inner), high(inner), color, std::max(0.0f, radius - inset), 0, thickness);
}

void dashed_outline(Frame& frame, const Rect& rect, Color color, float radius, float thickness) {
    const float dash = 7, gap = 5;
    const auto dashes = [&](float x1, float y1, float x2, float y2) {
        const float length = std::hypot(x2 - x1, y2 - y1);
        const float count = std::max(1.0f, std::round((length + gap) / (dash + gap)));
        const float step = (length + gap) / count;
        for (float i = 0; i < count; ++i) {
            const float from = i * step / length, to = std::min(1.0f, (i * step + step - gap) / length);
            line(frame, x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to, y1 + (y2 - y1) * to, color,
                 thickness);
        }
    };
    const Rect r = rect.inset(thickness / 2);
    dashes(r.x + radius, r.y, r.right() - radius, r.y);
    dashes(r.x + radius, r.bottom(), r.right() - radius, r.bottom());
    dashes(r.x, r.y + radius, r.x, r.bottom() - radius);
    dashes(r.right(), r.y + radius, r.right(), r.bottom() - radius);
    constexpr float quarter = 1.5707963f;
    const auto corner = [&](float x, float y, float start) {
        ImDrawList* list = frame.draw_list();
        list->PathArcTo({x, y}, radius, start + 0.15f, start + quarter - 0.15f);
        list->PathStroke(color, 0, thickness);
    };
    corner(r.right() - radius, r.bottom() - radius, 0);
    corner(r.x + radius, r.bottom() - radius, quarter);
    corner(r.x + radius, r.y + radius, 2 * quarter);
    corner(r.right() - radius, r.y + radius, 3 * quarter);
}

void line(Frame& frame, float x1, float y1, float x2, float y2, Color color, float thickness) {
    if (y1 == y2)
        frame.draw_list()->AddRectFilled({x1, y1}, {x2, y1 + thickness}, color);
    else if (x1 == x2)
        frame.draw_list()->AddRectFilled({x1, y1}, {x1 + thickness, y2}, color);
    else
        frame.draw_list()->AddLine({x1, y1}, {x2, y2}, color, thickness);
}

void circle(Frame& frame, float x, float y, float radius, Color color) {
    frame.draw_list()->AddCircleFilled({x, y}, radius, color);
}

void ring(Frame& frame, float x, float y, float radius, Color color, float thickness) {
    frame.draw_list()->AddCircle({x, y}, radius - thickness / 2, color, 0, thickness);
}

void diamond(Frame& frame, float x, float y, float radius, Color fill, Color border) {
    const ImVec2 top{x, y - radius}, right{x + radius, y}, bottom{x, y + radius}, left{x - radius, y};
    frame.draw_list()->AddQuadFilled(top, right, bottom, left, fill);
    frame.draw_list()->AddQuad(top, right, bottom, left, border, 1.5f);
}

void shadow(Frame& frame, const Rect& rect, float radius) {
    // Layers of rising size and falling weight add up to a soft edge of 20 px, 6 px below the shape.
    constexpr int layers = 10;
    const Color full = frame.theme().shadow;
    const std::uint32_t alpha = full >> 24;
    for (int i = layers; i > 0; --i) {
        const float spread = frame.px(1.6f * static_cast<float>(i));
        const Rect grown{rect.x - spread, rect.y - spread + frame.px(6), rect.width + 2 * spread, rect.height + 2 * spread};
        fill(frame, grown, (full & 0xFFFFFF) | (std::max(1u, alpha / layers) << 24), radius + spread);
    }
}

void text(Frame& frame, float x, float y, std::string_view text, TextStyle text_style, Color color) {
    if (text.empty())
        return;
    const float size = frame.px(text_style.size);
    const FontMetrics& metrics = frame.text().metrics(text_style.weight);
    // Browsers round ascent and descent to whole px and halve what is left of the line; Dear ImGui puts the baseline at
    // the ascent rounded up.
    const float ascent = std::round(metrics.ascent() * size), descent = std::round(metrics.descent() * size);
    const float baseline = y + std::floor((frame.px(text_style.line_height) - ascent - descent) / 2) + ascent;
    frame.draw_list()->AddText(frame.face(text_style.weight), size, {x, baseline - std::ceil(metrics.ascent() * size)},
                               color, text.data(), text.data() + text.size());
}

void icon(Frame& frame, float x, float y, std::string_view glyph, float size, Color color) {
    const float side = frame.px(size);
    ImFont* face = frame.icon_face();
    const ImFontBaked* baked = face->GetFontBaked(side);
    const float height = baked->Ascent - baked->Descent;
    frame.draw_list()->AddText(face, side, {std::round(x - side / 2), std::round(y - height / 2)}, color, glyph.data(),
                               glyph.data() + glyph.size());
}

void lines(Frame& frame, float x, float y, float width, std::string_view source, const BrokenText& broken,
           TextStyle text_style, Color color, Alignment alignment) {
    const float line_height = frame.px(text_style.line_height);
    for (const TextLine& broken_line : broken.lines) {
        float left = x;
        if (alignment == Alignment::center)
            left += std::round((width - broken_line.width) / 2);
        else if (alignment == Alignment::end)
            left += width - broken_line.width;
        text(frame, left, y, source.substr(broken_line.begin, broken_line.end - broken_line.begin), text_style, color);
        y += line_height;
    }
}

void logo(Frame& frame, const Rect& rect) {
    const float unit = rect.width / 32;
    const float y = rect.y + 16 * unit, left = rect.x + 11.5f * unit, right = rect.x + 20.5f * unit;
    ImDrawList* list = frame.draw_list();
    // The lens is where the two circles of radius 10 units overlap: an arc of each between their crossings.
    const float radius = 10 * unit;
    const float half_angle = std::acos(4.5f * unit / radius);
    list->PathArcTo({left, y}, radius, -half_angle, half_angle, 24);
    list->PathArcTo({right, y}, radius, 3.1415927f - half_angle, 3.1415927f + half_angle, 24);
    list->PathFillConvex(frame.theme().sun);
    list->AddCircle({left, y}, 9 * unit, frame.theme().on_dark, 48, 2.4f * unit);
    list->AddCircle({right, y}, 9 * unit, rgb(0x7FB5AF), 48, 2.4f * unit);
}

Clip::Clip(Frame& frame, const Rect& rect) : frame_(frame) {
    frame_.draw_list()->PushClipRect(low(rect), high(rect), true);
}

Clip::~Clip() {
    frame_.draw_list()->PopClipRect();
}

Underlay::Underlay(Frame& frame) : frame_(frame), layers_(frame.take_splitter()), list_(frame.draw_list()) {
    layers_.Split(list_, 2);
    layers_.SetCurrentChannel(list_, 1);
}

void Underlay::under() {
    layers_.SetCurrentChannel(list_, 0);
}

Underlay::~Underlay() {
    layers_.Merge(list_);
    frame_.give_back_splitter();
}

} // namespace planner::kit::draw
