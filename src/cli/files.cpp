#include "cli/files.h"

#include "document/dot.h"
#include "document/write.h"
#include "exchange/unwrapping.h"

#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <sstream>
#include <system_error>
#include <utility>

namespace planner::cli {

namespace {

namespace filesystem = std::filesystem;

std::string all_of(std::istream& in) {
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Expected<void> write_in_place(const std::string& file, const filesystem::path& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        return refuse(file, "", "the file cannot be written");
    }
    return {};
}

/// Writes beside the file and renames, so that there is never half a file under its name.
Expected<void> write_beside(const Surroundings& surroundings, const std::string& file, const filesystem::path& path,
                            const std::string& bytes) {
    filesystem::path beside = path;
    beside += "." + document::to_text({surroundings.random_bits()}) + ".tmp";
    std::error_code error;
    auto written = write_in_place(file, beside, bytes);
    if (written) {
        const auto status = filesystem::status(path, error);
        if (filesystem::exists(status)) {
            filesystem::permissions(beside, status.permissions(), error);
        }
        error.clear();
        filesystem::rename(beside, path, error);
        if (error) {
            written = refuse(file, "", "the file cannot be written: " + error.message());
        }
    }
    if (!written) {
        filesystem::remove(beside, error);
    }
    return written;
}

/// The place that links lead to when nothing is there yet; the name itself when something is. Nothing when links lead
/// in a circle.
std::optional<filesystem::path> followed(filesystem::path path) {
    constexpr int most_links = 40; // as Linux follows (path_resolution(7))
    std::error_code error;
    for (int links = 0; filesystem::is_symlink(filesystem::symlink_status(path, error)); ++links) {
        // What exists may have a name that leads there in no other way, like /dev/stdout.
        if (filesystem::exists(path, error)) {
            break;
        }
        const filesystem::path target = filesystem::read_symlink(path, error);
        if (error || links == most_links) {
            return std::nullopt;
        }
        path = path.parent_path() / target;
    }
    return path;
}

std::string_view what_to_do(exchange::OddFile odd) {
    using exchange::OddFile;
    switch (odd) {
    case OddFile::mail: return "there is no planner file in this mail";
    case OddFile::outlook_mail: return "this is a mail of Outlook; save what is attached to it first";
    case OddFile::zip: return "this is a packed file; unpack it first";
    case OddFile::office: return "this is an office document, not a planner file";
    case OddFile::pdf: return "this is a PDF, not a planner file";
    case OddFile::picture: return "this is a picture, not a planner file";
    case OddFile::page: return "this is a web page, not a planner file";
    case OddFile::locked: return "this file is locked; planner unlock opens it with its pass phrase";
    case OddFile::none: break;
    }
    return "this is not a planner file";
}

void say_what_was_done(std::ostream& err, const std::string& file, const exchange::Unwrapped& unwrapped) {
    if (unwrapped.from_mail) {
        err << visible(file) << ": taken out of a mail\n";
    }
    if (unwrapped.recoded) {
        err << visible(file) << ": was encoded differently and has been converted\n";
    }
    if (unwrapped.cut_out) {
        err << visible(file) << ": there was other text around it, which was left out\n";
    }
    if (unwrapped.respelled) {
        err << visible(file) << ": its letters were damaged on the way and have been put right\n";
    }
}

} // namespace

Expected<std::string> read_bytes(const Surroundings& surroundings, const std::string& file) {
    if (file == "-") {
        return all_of(surroundings.in);
    }
    std::error_code error;
    if (filesystem::is_directory(file, error)) {
        return refuse(file, "", "this is a folder, not a file");
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return refuse(file, "", "the file cannot be opened");
    }
    std::string bytes = all_of(in);
    if (in.bad()) {
        return refuse(file, "", "the file cannot be read");
    }
    return bytes;
}

Expected<std::string> read_pass_phrase(const Surroundings& surroundings, const std::string& file) {
    auto text = read_bytes(surroundings, file);
    // Editors end a line that nobody typed as part of it.
    while (text && !text->empty() && (text->back() == '\n' || text->back() == '\r')) {
        text->pop_back();
    }
    return text;
}

namespace {

enum class Several { refused, wanted };

/// What was done to read a file is said only of one that is used.
Expected<std::vector<document::ReadDocument>> read_all(const Surroundings& surroundings, const std::string& file, Several several) {
    const auto bytes = read_bytes(surroundings, file);
    if (!bytes) {
        return tl::unexpected<Problem>(bytes.error());
    }
    std::vector<document::ReadDocument> documents;
    std::ostringstream done;
    for (exchange::FoundFile& found : exchange::read_file(file, *bytes)) {
        const std::string name = found.name == file ? file : file + " (" + found.name + ")";
        if (found.odd != exchange::OddFile::none) {
            return refuse(name, "", std::string(what_to_do(found.odd)));
        }
        if (!found.content) {
            return tl::unexpected<Problem>(problem_of(name, found.content.error()));
        }
        say_what_was_done(done, name, found.unwrapped);
        documents.push_back(std::move(*found.content));
    }
    if (several == Several::refused && documents.size() > 1) {
        return refuse(file, "", "there are " + std::to_string(documents.size()) +
                                    " planner files in this mail; merge it, or save them one by one");
    }
    surroundings.err << done.str();
    return documents;
}

} // namespace

Expected<std::vector<document::ReadDocument>> read_documents(const Surroundings& surroundings, const std::string& file) {
    return read_all(surroundings, file, Several::wanted);
}

Expected<document::ReadDocument> read_document(const Surroundings& surroundings, const std::string& file) {
    auto documents = read_all(surroundings, file, Several::refused);
    if (!documents) {
        return tl::unexpected<Problem>(std::move(documents.error()));
    }
    return std::move(documents->front());
}

Expected<void> write_document(const Surroundings& surroundings, const std::string& file,
                              const document::Document& document) {
    const std::string bytes = document::write(document);
    if (const auto again = document::read(bytes); !again) {
        return tl::unexpected<Problem>(problem_of(file, again.error()));
    }
    return write_bytes(surroundings, file, bytes);
}

Expected<void> write_bytes(const Surroundings& surroundings, const std::string& file, const std::string& bytes) {
    if (file == "-") {
        surroundings.out << bytes << std::flush;
        if (!surroundings.out) {
            return refuse(file, "", "standard output cannot be written");
        }
        return {};
    }
    // A link stays a link; something like /dev/stdout is written to, not replaced.
    const auto followed_file = followed(file);
    if (!followed_file) {
        return refuse(file, "", "the file is a link that leads nowhere");
    }
    std::error_code error;
    const filesystem::path target = filesystem::weakly_canonical(*followed_file, error);
    const filesystem::path path = error ? *followed_file : target;
    const bool replaceable = !filesystem::exists(path, error) || filesystem::is_regular_file(path, error);
    return replaceable ? write_beside(surroundings, file, path, bytes) : write_in_place(file, path, bytes);
}

} // namespace planner::cli
