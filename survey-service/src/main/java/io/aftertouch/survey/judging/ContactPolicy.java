package io.aftertouch.survey.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How often one person may be asked. Both clocks run at once.
 *
 * @param quarantine between any two invitations, whatever they ask
 * @param sameNpsSurvey between two invitations to the same NPS survey
 */
public record ContactPolicy(Duration quarantine, Duration sameNpsSurvey) {

    /** Until when the person must be left alone; empty when asking at that moment is all right. */
    Optional<Instant> closedUntil(Terms terms, Collection<Asking> askings, Instant at) {
        return askings.stream()
                .filter(asking -> tooClose(asking.at(), at, restAfter(asking, terms)))
                .map(asking -> asking.at().plus(restAfter(asking, terms)))
                .max(Comparator.naturalOrder());
    }

    /** The longest rest that any rule of this policy asks for, so that nobody need look further back. */
    public Duration longestRest(Terms terms) {
        Duration general = terms.quarantine().orElse(quarantine);
        return terms.nps() ? longer(general, npsRest(terms)) : general;
    }

    private Duration restAfter(Asking asking, Terms terms) {
        Duration general = terms.quarantine().orElse(quarantine);
        boolean sameNps = terms.nps() && asking.survey().equals(terms.survey());
        return sameNps ? longer(general, npsRest(terms)) : general;
    }

    /** A rule with a quarantine of its own means it, for its own survey too. */
    private Duration npsRest(Terms terms) {
        return terms.quarantine().orElse(sameNpsSurvey);
    }

    private static boolean tooClose(Instant one, Instant other, Duration rest) {
        return Duration.between(one, other).abs().compareTo(rest) < 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
