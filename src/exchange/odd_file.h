#pragma once

#include <string_view>

namespace planner::exchange {

/// What people open instead of a planner file.
enum class OddFile { none, mail, outlook_mail, zip, office, pdf, picture, page, locked };

/// What the first bytes say; `none` when they say nothing. Of a mail (mail_reading.h) and of a locked file
/// (locked_file.h) they never do.
OddFile odd_file(std::string_view bytes);

} // namespace planner::exchange
