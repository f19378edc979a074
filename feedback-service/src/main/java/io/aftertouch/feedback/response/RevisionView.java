package io.aftertouch.feedback.response;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.feedback.catalog.Band;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an answer said before it was changed, as the API shows it. The comment is the customer's own text: show it as text. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ResponseRevision")
record RevisionView(int revision, int score, Band band, String comment, Instant saidAt) {

    static RevisionView of(ResponseRevision earlier) {
        return new RevisionView(
                earlier.revision(),
                earlier.rating().score(),
                earlier.rating().band(),
                earlier.comment(),
                earlier.saidAt());
    }
}
