#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace planner::document {

/// Whether the item at `left` stands before that at `right`.
using StandsBefore = bool (*)(const void* items, std::size_t left, std::size_t right);

/// The places of `count` items in their order, those that are equal as they stood; empty when they stand in it already.
std::vector<std::uint32_t> order_of(std::size_t count, StandsBefore before, const void* items);

/// std::stable_sort, of which every visitor of the page would download a copy for each kind of item.
template <class Item, class Before = std::less<>>
void sort_items(std::vector<Item>& items, const Before& before = {}) {
    const auto compare = [&](std::size_t left, std::size_t right) { return before(items[left], items[right]); };
    using Compare = decltype(compare);
    const std::vector<std::uint32_t> order = order_of(
        items.size(),
        [](const void* given, std::size_t left, std::size_t right) { return (*static_cast<const Compare*>(given))(left, right); },
        &compare);
    if (order.empty()) return;
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t place : order) sorted.push_back(std::move(items[place]));
    items = std::move(sorted);
}

} // namespace planner::document
