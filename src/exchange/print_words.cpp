#include "exchange/print_words.h"

#include "document/utf8.h"
#include "document/write.h"
#include "exchange/plain_text.h"
#include "review/values.h"

namespace planner::exchange {

using document::Value;

std::string PrintWords::count(std::string_view key, std::size_t number) const {
    return text(std::string(key) + (number == 1 ? ".one" : ".other"), {{"count", std::to_string(number)}});
}

std::string PrintWords::date(const std::string& stored) const {
    const auto day = planning::parse_day(stored);
    return day ? short_date(*day) : stored;
}

std::string PrintWords::moment(const std::string& stored, const std::string& time, const std::string& place) const {
    return joined({joined({date(stored), time}, ", "), place});
}

namespace {

std::string label_of(const PrintWords& words, const review::Review& review, const process::Field& field,
                     const std::string& id) {
    const process::Option* option = field.option(id);
    if (option != nullptr) return words.of(option->label);
    const std::string name = field.options.empty() ? name_of(review, id) : "";
    return name.empty() ? id : name;
}

} // namespace

std::string PrintWords::value(const review::Review& review, const process::Field& field, const Value& value) const {
    if (!review::is_filled(value)) return "";
    if (value.is_boolean()) return text("field.yes", {});
    const bool chooses = field.kind == process::FieldKind::choice || field.kind == process::FieldKind::choices;
    if (value.is_array() || chooses) {
        std::vector<std::string> labels;
        for (const std::string& id : review::texts_of(value)) labels.push_back(label_of(*this, review, field, id));
        if (!labels.empty()) return joined(labels, ", ");
    }
    if (!value.is_string()) return document::canonical_text(value);
    const std::string written = review::text_of(value);
    return field.kind == process::FieldKind::date ? date(written) : written;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty() && !part.empty()) text += between;
        text += part;
    }
    return text;
}

std::string shortened(std::string_view text, std::size_t most) {
    std::string line = one_line(text);
    std::size_t end = 0;
    for (std::size_t characters = 0; end < line.size() && characters < most; ++characters)
        end += document::utf8_sequence_length(line, end);
    if (end == line.size()) return line;
    // The mark takes the place of the last character.
    do --end;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80);
    const std::size_t space = line.rfind(' ', end);
    // A cut word tells more than a line that is half empty.
    if (space != std::string::npos && space > end / 2) end = space;
    line.resize(end);
    return line + "…";
}

std::string facilitator_title(const review::Review& review, const PrintWords& words) {
    const process::Role* role = review.process().role_of(process::RoleKind::facilitator);
    return role == nullptr ? words("review.facilitator") : words.of(role->title);
}

std::string name_of(const review::Review& review, std::string_view participant) {
    const auto found = review.participant(participant);
    return found ? found->name : "";
}

} // namespace planner::exchange
