#include "document/merge.h"

#include "document/merge_core.h"

namespace planner::document {

tl::expected<MergeReport, MergeRefusal> merge_into(Document& ours, const Document& theirs) {
    if (ours.kind() != theirs.kind()) {
        return tl::unexpected<MergeRefusal>({MergeRefusal::Reason::other_kind, "the files are of different kinds"});
    }
    if (ours.id() != theirs.id()) {
        return tl::unexpected<MergeRefusal>(
            {MergeRefusal::Reason::other_document, "the files belong to different reviews"});
    }
    return Merger<MergeRules>(ours, theirs).run();
}

} // namespace planner::document
