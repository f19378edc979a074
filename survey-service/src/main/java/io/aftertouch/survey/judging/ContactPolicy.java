package io.aftertouch.survey.judging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How often, when and on which terms one person may be asked. All clocks run at once.
 *
 * @param quarantine between any two invitations, whatever they ask
 * @param sameNpsSurvey between two invitations to the same NPS survey
 * @param surveys between two invitations to the same survey, for the surveys that have a rest of their own
 * @param dailyCap how many invitations a person gets in one day of theirs at the most; empty: as many as the quarantine lets through
 * @param quietHours when nobody is asked, by the clock on the respondent's wall
 * @param countries what a country wants, by ISO 3166-1 code
 * @param elsewhere what every other country wants, and one that is not known
 * @param zone the clock of whoever has no known time zone
 */
public record ContactPolicy(
        Duration quarantine,
        Duration sameNpsSurvey,
        Map<String, Duration> surveys,
        Optional<Integer> dailyCap,
        Optional<QuietHours> quietHours,
        Map<String, SendingRule> countries,
        SendingRule elsewhere,
        ZoneId zone) {

    /** What the country of a respondent wants; empty when the country is not known. */
    public SendingRule sendingRule(Optional<String> country) {
        return country.map(countries::get).orElse(elsewhere);
    }

    /** When something that is due at a moment may go out: then, or at the end of the quiet hours. */
    public Instant outsideQuietHours(Instant at, Optional<ZoneId> respondentZone) {
        return quietHours
                .map(quiet -> quiet.end(at, respondentZone.orElse(zone)))
                .orElse(at);
    }

    /** When somebody who was asked, or will be, may be asked again by a survey and rule that have no rest of their own; empty when now. */
    public Optional<Instant> restUntil(Collection<Asking> askings, Instant now) {
        return askings.stream()
                .map(asking -> asking.at().plus(quarantine))
                .filter(end -> end.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    /** Until when the person must be left alone; empty when asking at that moment is all right. */
    Optional<Instant> closedUntil(Terms terms, Collection<Asking> askings, Instant at) {
        return askings.stream()
                .filter(asking -> tooClose(asking.at(), at, restAfter(asking, terms)))
                .map(asking -> asking.at().plus(restAfter(asking, terms)))
                .max(Comparator.naturalOrder());
    }

    /** The first moment of the next day when the person is asked as often on this one as one person may be. */
    Optional<Instant> fullUntil(Collection<Asking> askings, Instant at, Optional<ZoneId> respondentZone) {
        ZoneId wall = respondentZone.orElse(zone);
        LocalDate day = LocalDate.ofInstant(at, wall);
        long asked = askings.stream()
                .filter(asking -> LocalDate.ofInstant(asking.at(), wall).equals(day))
                .count();
        return dailyCap.filter(cap -> asked >= cap)
                .map(cap -> day.plusDays(1).atStartOfDay(wall).toInstant());
    }

    /** The first moment, at the given one or after it, when nothing here stands against asking. */
    Instant freeFrom(Terms terms, Collection<Asking> askings, Instant at, Optional<ZoneId> respondentZone) {
        Instant free = outsideQuietHours(at, respondentZone);
        Optional<Instant> later = obstructedUntil(terms, askings, free, respondentZone);
        while (later.isPresent()) {
            free = outsideQuietHours(later.get(), respondentZone);
            later = obstructedUntil(terms, askings, free, respondentZone);
        }
        return free;
    }

    private Optional<Instant> obstructedUntil(
            Terms terms, Collection<Asking> askings, Instant at, Optional<ZoneId> respondentZone) {
        return closedUntil(terms, askings, at).or(() -> fullUntil(askings, at, respondentZone));
    }

    private Duration restAfter(Asking asking, Terms terms) {
        Duration general = terms.quarantine().orElse(quarantine);
        return asking.survey().equals(terms.survey()) ? longer(general, sameSurveyRest(terms, general)) : general;
    }

    /** A rule with a quarantine of its own means it, for its own survey too. */
    private Duration sameSurveyRest(Terms terms, Duration general) {
        return terms.quarantine()
                .orElseGet(() -> surveys.getOrDefault(terms.survey(), terms.nps() ? sameNpsSurvey : general));
    }

    private static boolean tooClose(Instant one, Instant other, Duration rest) {
        return Duration.between(one, other).abs().compareTo(rest) < 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
