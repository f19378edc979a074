package io.aftertouch.platform.retention;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One kind of data about people: how long it is kept, and how old it is.
 *
 * @param keptFor an ISO 8601 period: P24M
 * @param oldestAt when the oldest came in that still tells who it was; null when there is none
 * @param dueAt before this everything should be forgotten
 * @param ranAt when it was last gone through; null before the first time
 * @param forgotten how much that round forgot
 */
@Schema(name = "Retention")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RetentionView(
        String kind, String what, String keptFor, Instant oldestAt, Instant dueAt, Instant ranAt, long forgotten) {

    /** Whether something is there that should be gone. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isLate() {
        return oldestAt != null && oldestAt.isBefore(dueAt);
    }
}
