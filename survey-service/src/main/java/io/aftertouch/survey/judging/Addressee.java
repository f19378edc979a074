package io.aftertouch.survey.judging;

import java.util.List;
import java.util.Set;

/**
 * The person who would be asked, as the judge sees them.
 *
 * @param askings all recent and coming invitations to this person or their addresses
 * @param touchpointsSince where the person has been since the event that is judged
 */
public record Addressee(
        boolean hasEmail, boolean hasPhone, boolean optedOut, List<Asking> askings, Set<String> touchpointsSince) {

    boolean reachableBy(Channel channel) {
        return switch (channel) {
            case EMAIL -> hasEmail;
            case WEBHOOK -> hasPhone;
            case LINK -> true;
        };
    }
}
