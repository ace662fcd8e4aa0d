#include "app/refusal_text.h"

namespace planner::app {
namespace {

std::string_view key_of(document::Reason reason) {
    using document::Reason;
    switch (reason) {
    case Reason::empty: return "refusal.empty";
    case Reason::too_large: return "refusal.too_large";
    case Reason::not_utf8: return "refusal.not_utf8";
    case Reason::byte_order_mark: return "refusal.byte_order_mark";
    case Reason::nul: return "refusal.nul";
    case Reason::syntax: return "refusal.syntax";
    case Reason::cut_off: return "refusal.cut_off";
    case Reason::too_deep: return "refusal.too_deep";
    case Reason::too_many: return "refusal.too_many";
    case Reason::too_long: return "refusal.too_long";
    case Reason::duplicate_key: return "refusal.duplicate_key";
    case Reason::trailing_bytes: return "refusal.trailing_bytes";
    case Reason::number_range: return "refusal.number_range";
    case Reason::not_ours: return "refusal.not_ours";
    case Reason::newer_format: return "refusal.newer_format";
    case Reason::wrong_shape: return "refusal.wrong_shape";
    case Reason::damaged_sync: return "refusal.damaged_sync";
    }
    return "refusal.unreadable";
}

std::string_view key_of(exchange::OddFile odd) {
    using exchange::OddFile;
    switch (odd) {
    case OddFile::mail: return "refusal.mail";
    case OddFile::outlook_mail: return "refusal.outlook_mail";
    case OddFile::zip: return "refusal.zip";
    case OddFile::office: return "refusal.office";
    case OddFile::pdf: return "refusal.pdf";
    case OddFile::picture: return "refusal.picture";
    case OddFile::page: return "refusal.page";
    case OddFile::locked: return "refusal.locked";
    case OddFile::none: break;
    }
    return "refusal.not_ours";
}

std::string_view key_of(const Unreadable& problem) {
    switch (problem.why) {
    case Unreadable::Why::refused: return key_of(problem.refusal.reason);
    case Unreadable::Why::odd: return key_of(problem.odd);
    case Unreadable::Why::unknown_kind: return "refusal.not_ours";
    case Unreadable::Why::unknown_process: return "refusal.unknown_process";
    case Unreadable::Why::storage_failed: break;
    }
    return "refusal.unreadable";
}

} // namespace

std::string refusal_text(const Texts& texts, std::string_view file_name, const Unreadable& problem) {
    const std::string_view key = key_of(problem);
    const std::string file = file_name.empty() ? texts.tr("file.unnamed") : std::string(file_name);
    return texts.tr(texts.has(key) ? key : "refusal.unreadable", {{"file", file},
                                                                  {"line", std::to_string(problem.refusal.line)},
                                                                  {"column", std::to_string(problem.refusal.column)},
                                                                  {"place", problem.refusal.pointer}});
}

} // namespace planner::app
