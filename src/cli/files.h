#pragma once

#include "cli/problem.h"
#include "cli/surroundings.h"

#include "document/read.h"

#include <string>
#include <vector>

namespace planner::cli {

/// The bytes of a file, or of standard input for "-".
Expected<std::string> read_bytes(const Surroundings& surroundings, const std::string& file);

/// What is in a file, without the end of its last line.
Expected<std::string> read_pass_phrase(const Surroundings& surroundings, const std::string& file);

/// Reads the planner files in a file: one, or as many as came with a mail, at least one. What was done to read them is
/// said on the error stream. The first that cannot be read refuses all of them.
Expected<std::vector<document::ReadDocument>> read_documents(const Surroundings& surroundings, const std::string& file);

/// Reads a planner file; the only one, when it is a mail.
Expected<document::ReadDocument> read_document(const Surroundings& surroundings, const std::string& file);

/// Writes a file, whole or not at all: a file beside it takes its place when it is complete. "-" is standard output.
Expected<void> write_bytes(const Surroundings& surroundings, const std::string& file, const std::string& bytes);

/// Writes a document in the same way. What could not be read again is not written.
Expected<void> write_document(const Surroundings& surroundings, const std::string& file,
                              const document::Document& document);

} // namespace planner::cli
