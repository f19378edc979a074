package io.aftertouch.score.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is read of the events that the funnel is made of; each has a part of it. */
final class FunnelEvent {

    private FunnelEvent() {}

    record Scheduled(UUID id, String touchpoint, Instant scheduledAt) {

        Scheduled {
            require(id, touchpoint, scheduledAt);
        }
    }

    /** A later step; a reason is there only when it was cancelled, failed or came back. */
    record Stepped(UUID id, String reason) {

        Stepped {
            require(id);
        }
    }

    record Judged(LocalDate day, List<Count> counts) {

        Judged {
            require(day, counts);
        }
    }

    /** How often at one touchpoint. */
    record Count(String touchpoint, Long judged) {

        Count {
            require(touchpoint, judged);
        }
    }

    /** An answer, which may have come without an invitation. */
    record Answered(UUID invitationId) {}

    private static void require(Object... properties) {
        for (Object property : properties) {
            if (property == null) {
                throw new IllegalArgumentException("An event about asking lacks a property that it must have");
            }
        }
    }
}
