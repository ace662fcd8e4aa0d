#include "document/order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using planner::document::sort_items;

TEST_CASE("Items are put in order and equal ones keep theirs") {
    struct Item {
        int rank;
        std::string name;
        bool operator==(const Item&) const = default;
    };
    const auto before = [](const Item& left, const Item& right) { return left.rank < right.rank; };
    for (int count : {0, 1, 2, 3, 7, 8, 9, 100}) {
        std::vector<Item> items;
        for (int i = 0; i < count; ++i) items.push_back({i * 7919 % 13, std::to_string(i)});
        std::vector<Item> expected = items;
        std::stable_sort(expected.begin(), expected.end(), before);
        sort_items(items, before);
        CHECK(items == expected);
        sort_items(items, before);
        CHECK(items == expected);
    }
}
