#include "document/order.h"

#include <algorithm>

namespace planner::document {

namespace {

bool in_order(std::size_t count, StandsBefore before, const void* items) {
    for (std::size_t i = 1; i < count; ++i) {
        if (before(items, i, i - 1)) return false;
    }
    return true;
}

} // namespace

std::vector<std::uint32_t> order_of(std::size_t count, StandsBefore before, const void* items) {
    if (in_order(count, before, items)) return {};
    std::vector<std::uint32_t> order(count), merged(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
    for (std::size_t width = 1; width < count; width *= 2) {
        for (std::size_t start = 0; start < count; start += 2 * width) {
            const std::size_t middle = std::min(start + width, count), end = std::min(start + 2 * width, count);
            std::size_t left = start, right = middle;
            for (std::size_t next = start; next < end; ++next) {
                const bool take_right = left == middle || (right < end && before(items, order[right], order[left]));
                merged[next] = order[take_right ? right++ : left++];
            }
        }
        order.swap(merged);
    }
    return order;
}

} // namespace planner::document
