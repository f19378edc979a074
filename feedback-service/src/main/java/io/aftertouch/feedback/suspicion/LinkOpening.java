package io.aftertouch.feedback.suspicion;

import java.time.Instant;
import java.util.Comparator;

/**
 * A link of a message, opened.
 *
 * @param link which of its links: one of each score, one without, one that nobody sees
 * @param head whether it was asked about without being read
 */
public record LinkOpening(String link, Instant at, boolean head) {

    /** The link that stands in a message where nobody sees it. */
    public static final String TRAP = "trap";

    static final Comparator<LinkOpening> BY_LINK = Comparator.comparing(LinkOpening::link);

    /** The same link, opened twice. */
    LinkOpening and(LinkOpening other) {
        return new LinkOpening(link, at.isAfter(other.at) ? at : other.at, head || other.head);
    }

    boolean isTrap() {
        return link.equals(TRAP);
    }
}
