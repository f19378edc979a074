package io.aftertouch.survey.judging;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The person who would be asked, as the judge sees them.
 *
 * @param emailBounced whether mail to the only e-mail address came back for good
 * @param optedOut whether they do not want to be asked, at all or at this touchpoint
 * @param consented whether a consent to be asked is known
 * @param country where they are at home, if they said so themselves; else the event may tell
 * @param zone the clock on their wall, if it is known
 * @param askings all recent and coming invitations to this person or their addresses
 * @param touchpointsSince where the person has been since the event that is judged
 */
public record Addressee(
        boolean hasEmail,
        boolean emailBounced,
        boolean hasPhone,
        boolean optedOut,
        boolean consented,
        Optional<String> country,
        Optional<ZoneId> zone,
        List<Asking> askings,
        Set<String> touchpointsSince) {

    /** Why a channel does not reach the person; empty when it does. */
    Optional<Reason> obstacle(Channel channel, SendingRule rule) {
        return switch (channel) {
            case EMAIL -> hasEmail && emailBounced ? Optional.of(Reason.ADDRESS_BOUNCED) : sending(hasEmail, rule);
            case WEBHOOK -> sending(hasPhone, rule);
            case LINK -> Optional.empty();
        };
    }

    private Optional<Reason> sending(boolean hasAddress, SendingRule rule) {
        if (!hasAddress) {
            return Optional.of(Reason.NO_ADDRESS);
        }
        return rule == SendingRule.CONSENT_REQUIRED && !consented ? Optional.of(Reason.NO_CONSENT) : Optional.empty();
    }
}
