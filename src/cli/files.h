#pragma once

#include "cli/problem.h"
#include "cli/surroundings.h"

#include "document/read.h"

#include <string>

namespace planner::cli {

/// The bytes of a file, or of standard input for "-".
Expected<std::string> read_bytes(const Surroundings& surroundings, const std::string& file);

/// Reads a planner file.
Expected<document::ReadDocument> read_document(const Surroundings& surroundings, const std::string& file);

/// Writes a file, whole or not at all: a file beside it takes its place when it is complete. "-" is standard output.
Expected<void> write_bytes(const Surroundings& surroundings, const std::string& file, const std::string& bytes);

/// Writes a document in the same way. What could not be read again is not written.
Expected<void> write_document(const Surroundings& surroundings, const std::string& file,
                              const document::Document& document);

} // namespace planner::cli
