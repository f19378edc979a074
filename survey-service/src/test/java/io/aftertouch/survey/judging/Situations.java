package io.aftertouch.survey.judging;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Situations in which somebody is judged, named after what they are. */
final class Situations {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Judge JUDGE = new Judge(new ContactPolicy(Duration.ofDays(30), Duration.ofDays(90)));

    private Situations() {}

    static Occurrence ticketClosed() {
        return ticketClosed("4711");
    }

    static Occurrence ticketClosed(String id) {
        return new Occurrence(
                "helpdesk",
                id,
                "support.closed",
                NOON,
                Map.of("country", "DK", "plan", "pro"),
                Map.of("amount", "120"));
    }

    static Addressee anybody() {
        return new Addressee(true, false, false, List.of(), Set.of());
    }

    static Addressee askedBefore(String survey, Duration ago) {
        return new Addressee(true, false, false, List.of(new Asking(survey, NOON.minus(ago))), Set.of());
    }

    /** Asks everybody at once by e-mail for a recommendation. */
    static TermsBuilder asking(String survey) {
        return new TermsBuilder(survey);
    }

    /** Terms, changed one by one. */
    static final class TermsBuilder {

        private final String survey;
        private UUID rule = UUID.fromString("019a9b1e-4400-7a10-8f00-000000000001");
        private Optional<Integer> version = Optional.of(1);
        private boolean nps = true;
        private List<Channel> channels = List.of(Channel.EMAIL);
        private Duration delay = Duration.ZERO;
        private List<Condition> conditions = List.of();
        private BigDecimal sample = BigDecimal.valueOf(100);
        private int priority;
        private Optional<String> cancelledBy = Optional.empty();
        private Optional<Duration> quarantine = Optional.empty();

        private TermsBuilder(String survey) {
            this.survey = survey;
        }

        TermsBuilder rule(UUID id) {
            rule = id;
            return this;
        }

        TermsBuilder retired() {
            version = Optional.empty();
            return this;
        }

        TermsBuilder satisfaction() {
            nps = false;
            return this;
        }

        TermsBuilder by(Channel... preferred) {
            channels = List.of(preferred);
            return this;
        }

        TermsBuilder after(Duration wait) {
            delay = wait;
            return this;
        }

        TermsBuilder where(Condition... all) {
            conditions = List.of(all);
            return this;
        }

        TermsBuilder sample(String percent) {
            sample = new BigDecimal(percent);
            return this;
        }

        TermsBuilder priority(int value) {
            priority = value;
            return this;
        }

        TermsBuilder notAfter(String touchpoint) {
            cancelledBy = Optional.of(touchpoint);
            return this;
        }

        TermsBuilder quarantine(Duration rest) {
            quarantine = Optional.of(rest);
            return this;
        }

        Terms terms() {
            return new Terms(
                    rule,
                    survey,
                    version,
                    nps,
                    channels,
                    delay,
                    conditions,
                    sample,
                    priority,
                    cancelledBy,
                    Duration.ofDays(14),
                    quarantine,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
