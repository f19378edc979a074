package io.aftertouch.feedback.suspicion;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.response.Evidence;

/**
 * Tells answers that a program may have sent from those of people. What programs do to links is noted as it happens; judged is only what is sent, for
 * opening a link never counts.
 */
@ApplicationScoped
public class Suspicion {

    private final LinkOpenings openings;
    private final ProgramCheck check;
    private final Clock clock;

    Suspicion(LinkOpenings openings, SuspicionConfig config, Clock clock) {
        this.openings = openings;
        this.check = ProgramCheck.of(config);
        this.clock = clock;
    }

    /**
     * A link of an invitation's message was opened.
     *
     * @param link tells it from the other links of the same message, in at most 16 characters
     * @param head whether it was asked about without being read
     */
    public void opened(UUID invitation, String link, boolean head) {
        openings.note(invitation, new LinkOpening(link, clock.instant(), head));
    }

    /** Judges the answer to an invitation, which may have been made on the page alone or by way of the links in the message. */
    public Evidence of(Sending sending, UUID invitation) {
        return check.judge(sending, openings.of(invitation, check.earliest(sending)));
    }

    /** Judges what was done on the page alone. */
    public Evidence of(Sending sending) {
        return check.judge(sending, List.of());
    }
}
