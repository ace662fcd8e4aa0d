// make_example SOURCE OUT: writes the planner file of an example.

#include "build_example.h"

#include <fstream>
#include <iterator>

int main(int count, char** arguments) {
    if (count != 3) return 2;
    std::ifstream source(arguments[1], std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(source), {});
    std::ofstream out(arguments[2], std::ios::binary);
    out << build_example(planner::document::Value::parse(text, nullptr, false));
    return out.flush() ? 0 : 1;
}
