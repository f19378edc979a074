package io.aftertouch.score.crm;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the feed of changes. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RespondentScoreFeed(
        @Schema(required = true, description = "Respondents as they stand now, in the order in which they changed.")
        List<RespondentScoresView> items,

        @Schema(description = "The cursor of the next page, null when there is no more by now.", nullable = true)
        String next,

        @Schema(
                required = true,
                description =
                        "Where this page ends, also the last one: keep it, and ask with it for what has changed since.")
        String cursor) {

    /** @param states up to {@code limit + 1}; the one too many only says that there is more */
    static RespondentScoreFeed of(FeedCursor from, List<RespondentState> states, int limit) {
        boolean more = states.size() > limit;
        List<RespondentState> shown = more ? states.subList(0, limit) : states;
        String cursor = (shown.isEmpty() ? from : FeedCursor.behind(shown.getLast())).text();
        return new RespondentScoreFeed(
                shown.stream().map(RespondentScoresView::of).toList(), more ? cursor : null, cursor);
    }
}
