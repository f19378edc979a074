package io.aftertouch.survey.judging;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Situations in which somebody is judged, named after what they are. */
final class Situations {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    static final ContactPolicy POLICY = policy(Optional.empty(), Optional.empty());
    static final Judge JUDGE = new Judge(POLICY);

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

    /** Thirty days, ninety for the same NPS survey, Germany wants a consent, Denmark neutral mail. */
    static ContactPolicy policy(Optional<Integer> dailyCap, Optional<QuietHours> quietHours) {
        return new ContactPolicy(
                Duration.ofDays(30),
                Duration.ofDays(90),
                Map.of("yearly", Duration.ofDays(365)),
                dailyCap,
                quietHours,
                Map.of("DE", SendingRule.CONSENT_REQUIRED, "DK", SendingRule.NEUTRAL_MAIL_ONLY),
                SendingRule.FREE,
                COPENHAGEN);
    }

    /** Somebody with an e-mail address who was never asked. */
    static Addressee anybody() {
        return somebody().addressee();
    }

    static Addressee askedBefore(String survey, Duration ago) {
        return somebody().asked(survey, NOON.minus(ago)).addressee();
    }

    static PersonBuilder somebody() {
        return new PersonBuilder();
    }

    /** Somebody with an e-mail address, changed trait by trait. */
    static final class PersonBuilder {

        private boolean email = true;
        private boolean bounced;
        private boolean phone;
        private boolean optedOut;
        private boolean consent;
        private Optional<String> country = Optional.empty();
        private Optional<ZoneId> zone = Optional.empty();
        private final List<Asking> askings = new ArrayList<>();
        private Set<String> since = Set.of();

        private PersonBuilder() {}

        PersonBuilder withoutEmail() {
            email = false;
            return this;
        }

        PersonBuilder whoseMailBounced() {
            bounced = true;
            return this;
        }

        PersonBuilder withPhone() {
            phone = true;
            return this;
        }

        PersonBuilder whoOptedOut() {
            optedOut = true;
            return this;
        }

        PersonBuilder withConsent() {
            consent = true;
            return this;
        }

        PersonBuilder from(String where) {
            country = Optional.of(where);
            return this;
        }

        PersonBuilder in(String place) {
            zone = Optional.of(ZoneId.of(place));
            return this;
        }

        PersonBuilder asked(String survey, Instant at) {
            askings.add(new Asking(survey, at));
            return this;
        }

        PersonBuilder wasSinceAt(String touchpoint) {
            since = Set.of(touchpoint);
            return this;
        }

        Addressee addressee() {
            return new Addressee(email, bounced, phone, optedOut, consent, country, zone, List.copyOf(askings), since);
        }
    }

    /** Asks everybody at once by e-mail for a recommendation. */
    static TermsBuilder asking(String survey) {
        return new TermsBuilder(survey);
    }

    /** Terms, changed one by one. */
    static final class TermsBuilder {

        private boolean touchpointRetired;
        private final String survey;
        private UUID rule = UUID.fromString("019a9b1e-4400-7a10-8f00-000000000001");
        private Optional<Integer> version = Optional.of(1);
        private boolean nps = true;
        private boolean neutral = true;
        private List<Channel> channels = List.of(Channel.EMAIL);
        private Duration delay = Duration.ZERO;
        private List<Condition> conditions = List.of();
        private BigDecimal sample = BigDecimal.valueOf(100);
        private int priority;
        private Optional<String> cancelledBy = Optional.empty();
        private Optional<Duration> quarantine = Optional.empty();
        private Optional<Duration> deferUpTo = Optional.empty();
        private Optional<Instant> activeFrom = Optional.empty();
        private Optional<Instant> activeUntil = Optional.empty();

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

        TermsBuilder withWarmWords() {
            neutral = false;
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

        TermsBuilder atARetiredTouchpoint() {
            touchpointRetired = true;
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

        TermsBuilder deferredUpTo(Duration patience) {
            deferUpTo = Optional.of(patience);
            return this;
        }

        TermsBuilder active(Instant from, Instant until) {
            activeFrom = Optional.ofNullable(from);
            activeUntil = Optional.ofNullable(until);
            return this;
        }

        Terms terms() {
            return new Terms(
                    rule,
                    touchpointRetired,
                    survey,
                    version,
                    nps,
                    neutral,
                    channels,
                    delay,
                    conditions,
                    sample,
                    priority,
                    cancelledBy,
                    Duration.ofDays(14),
                    quarantine,
                    deferUpTo,
                    Optional.empty(),
                    activeFrom,
                    activeUntil);
        }
    }
}
