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

    /**
     * Why a channel does not reach the person, or must not; empty when it does.
     *
     * @param neutral whether what would be sent neither advertises nor praises
     */
    Optional<Reason> obstacle(Channel channel, SendingRule rule, boolean neutral) {
        return switch (channel) {
            case EMAIL ->
                hasEmail && emailBounced ? Optional.of(Reason.ADDRESS_BOUNCED) : sending(hasEmail, rule, neutral);
            case WEBHOOK -> sending(hasPhone, rule, neutral);
            case LINK -> Optional.empty();
        };
    }

    private Optional<Reason> sending(boolean hasAddress, SendingRule rule, boolean neutral) {
        if (!hasAddress) {
            return Optional.of(Reason.NO_ADDRESS);
        }
        return switch (rule) {
            case CONSENT_REQUIRED -> consented ? Optional.empty() : Optional.of(Reason.NO_CONSENT);
            case NEUTRAL_MAIL_ONLY -> neutral ? Optional.empty() : Optional.of(Reason.NOT_NEUTRAL);
            case FREE -> Optional.empty();
        };
    }
}
