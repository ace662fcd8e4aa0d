#include "exchange/odd_file.h"

#include "exchange/transfer_decoding.h"

#include <array>

namespace planner::exchange {
namespace {

struct Signature {
    std::string_view bytes;
    OddFile kind;
    std::size_t offset = 0;
};

using namespace std::string_view_literals;

constexpr std::array signatures{
    Signature{"PK\x03\x04"sv, OddFile::zip},
    Signature{"PK\x05\x06"sv, OddFile::zip},
    Signature{"7z\xBC\xAF"sv, OddFile::zip},
    Signature{"Rar!"sv, OddFile::zip},
    Signature{"\x1F\x8B"sv, OddFile::zip},
    Signature{"\xD0\xCF\x11\xE0"sv, OddFile::office},
    Signature{"{\\rtf"sv, OddFile::office},
    Signature{"\x78\x9F\x3E\x22"sv, OddFile::outlook_mail}, // TNEF, "winmail.dat"
    Signature{"%PDF"sv, OddFile::pdf},
    Signature{"\x89PNG"sv, OddFile::picture},
    Signature{"\xFF\xD8\xFF"sv, OddFile::picture},
    Signature{"GIF8"sv, OddFile::picture},
    Signature{"WEBP"sv, OddFile::picture, 8},
    Signature{"ftyphe"sv, OddFile::picture, 4},
    Signature{"ftypmif1"sv, OddFile::picture, 4},
    Signature{"<!doctype html"sv, OddFile::page},
    Signature{"<html"sv, OddFile::page},
    Signature{"<head"sv, OddFile::page},
    Signature{"<meta"sv, OddFile::page},
    Signature{"<body"sv, OddFile::page},
    Signature{"<script"sv, OddFile::page},
    Signature{"<div"sv, OddFile::page},
};

bool has(std::string_view bytes, std::string_view part) {
    return bytes.find(part) != std::string_view::npos;
}

/// The names in a zip, and in the older files of Office and Outlook (in UTF-16), stand in it as they are.
OddFile looked_into(std::string_view bytes, OddFile kind) {
    constexpr std::string_view property_of_mail = "_\0s\0u\0b\0s\0t\0g\0001\0"sv;
    if (kind == OddFile::zip && (has(bytes, "[Content_Types].xml") || has(bytes, "application/vnd.oasis.")))
        return OddFile::office;
    return kind == OddFile::office && has(bytes, property_of_mail) ? OddFile::outlook_mail : kind;
}

} // namespace

OddFile odd_file(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    const std::string start = first < bytes.size() ? lower_case(bytes.substr(first, 20)) : "";
    for (const Signature& signature : signatures) {
        const bool is_page = signature.kind == OddFile::page;
        const std::string_view where = is_page ? std::string_view(start) : bytes;
        if (where.size() > signature.offset &&
            where.substr(signature.offset, signature.bytes.size()) == signature.bytes)
            return looked_into(bytes, signature.kind);
    }
    return OddFile::none;
}

} // namespace planner::exchange
