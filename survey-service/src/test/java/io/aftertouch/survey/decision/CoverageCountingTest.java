package io.aftertouch.survey.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;

/** Days that were counted ahead say what the ledger says. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class CoverageCountingTest {

    private static final List<String> GROUPINGS = List.of("touchpoint", "segment:country", "segment:plan");

    private final Installation shop = new Installation();

    @Inject
    CoverageCounting counting;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void aCountedDaySaysWhatTheLedgerSaysAndHearsLaterWhatBecameOfInvitations() throws Exception {
        Instant threeDaysAgo = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "P1D", "channels", List.of("LINK")));
        shop.rule(
                touchpoint,
                shop.publishedSurvey("CSAT"),
                Map.of("priority", -1, "deferUpTo", "P60D", "channels", List.of("LINK")));
        String asked = fresh("r");
        String invitation = shop.happens(of(touchpoint, asked, Map.of("country", "DK", "plan", "pro")))
                .extract()
                .path("decisions[0].invitation.id");
        shop.happens(of(touchpoint, asked, Map.of("country", "DK")));
        shop.happens(of(touchpoint, fresh("r"), Map.of("country", "SE")));
        shop.happens(of(touchpoint, fresh("r"), Map.of()));
        decidedAt(touchpoint, threeDaysAgo.plus(13, ChronoUnit.HOURS));
        List<String> before = coverage(touchpoint);
        assertThat(before.getFirst()).contains("\"judged\":8", "\"invited\":3", "\"waiting\":3", "DEFERRED_TO");

        Instant now = clock.instant();
        assertThat(counting.due(now)).contains(threeDaysAgo).isSortedAccordingTo((a, b) -> b.compareTo(a));
        Callable<Void> instance = () -> {
            counting.count(threeDaysAgo, now);
            return null;
        };
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (Future<Void> counted : pool.invokeAll(List.of(instance, instance, instance))) {
                counted.get();
            }
        }

        assertThat(counting.due(clock.instant())).doesNotContain(threeDaysAgo);
        assertThat(coverage(touchpoint)).isEqualTo(before);
        assertThat(shop.as().get("/decisions/coverage?touchpoint=" + touchpoint).asString())
                .contains("8 judgements", "What became of invitations is as of");
        shop.post("/api/v1/invitations/" + invitation + "/cancellation", Map.of())
                .statusCode(200);
        assertThat(coverage(touchpoint)).as("as of then").isEqualTo(before);
        Instant later = clock.instant().plus(Duration.ofDays(1));
        assertThat(counting.due(later)).contains(threeDaysAgo);
        counting.count(threeDaysAgo, later);
        assertThat(coverage(touchpoint).getFirst())
                .contains("\"waiting\":2", "\"notSent\":[{\"reason\":\"WITHDRAWN\",\"count\":1}]");
    }

    private void decidedAt(String touchpoint, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "UPDATE decision SET decided_at = :at WHERE touchpoint_key = :touchpoint")
                .setParameter("at", java.time.LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC))
                .setParameter("touchpoint", touchpoint)
                .executeUpdate());
    }

    /** Groups and total, however they are broken down. */
    private List<String> coverage(String touchpoint) {
        return GROUPINGS.stream()
                .map(grouping -> shop.get(path(touchpoint, grouping))
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replaceFirst("^.*\"groups\":", ""))
                .toList();
    }

    private static String path(String touchpoint, String grouping) {
        return "/api/v1/decisions/coverage?touchpoint=" + touchpoint + "&groupBy=" + grouping;
    }

    private static Map<String, Object> of(String touchpoint, String ref, Map<String, String> segments) {
        return event(touchpoint, ref, Map.of("segments", segments));
    }
}
