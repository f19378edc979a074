package io.aftertouch.survey.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.id.UuidTime;
import io.aftertouch.platform.retention.KeptData;
import io.aftertouch.platform.retention.Retention;
import io.aftertouch.platform.retention.RetentionRounds;
import io.aftertouch.platform.retention.RetentionView;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Traces;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What has been kept for long enough is forgotten, kind by kind. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class RetentionTest {

    private static final Duration THREE_YEARS = Duration.ofDays(3 * 365);

    private final Installation shop = new Installation();

    @Inject
    DataSource database;

    @Inject
    @All
    List<KeptData> kinds;

    @Inject
    RetentionRounds rounds;

    @Inject
    Retention retention;

    @Inject
    Clock clock;

    @Test
    void whoWasNotHeardOfForLongIsForgottenWithAllThatHappened() throws SQLException {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("channels", new String[] {"LINK"}));
        String old = fresh("kept-long");
        String young = fresh("kept-short");
        shop.happens(event(touchpoint, old)).statusCode(202);
        shop.happens(event(touchpoint, young)).statusCode(202);
        shop.post("/api/v1/respondents/" + old + "/opt-outs", Map.of("reason", old + " said so"))
                .statusCode(204);
        age(old);
        for (String kind : List.of("respondents", "events", "decisions", "invitations")) {
            assertThat(view(kind).isLate()).as(kind).isTrue();
        }

        List<String> through = new ArrayList<>();
        for (String kind : List.of("respondents", "events", "decisions", "invitations")) {
            if (rounds.goThrough(kind(kind), clock.instant())) {
                through.add(kind);
            }
        }

        assertThat(through).hasSize(4);
        for (String kind : List.of("respondents", "events", "decisions", "invitations")) {
            assertThat(view(kind).isLate()).as(kind).isFalse();
            assertThat(view(kind).oldestAt()).as(kind).isNotNull();
        }
        assertThat(traces(old).keySet()).allMatch(column -> column.startsWith("outbox."));
        assertThat(traces(young))
                .containsKeys("respondent.ref", "decision.respondent_ref", "touchpoint_event.respondent_ref");
        shop.get("/api/v1/respondents/" + old).statusCode(404);
        shop.happens(event(touchpoint, old)).statusCode(202).body("decisions[0].reason", equalTo("OPTED_OUT"));
    }

    @Test
    void anErasedPersonsDeferredDecisionEndsAndTheInvitationIsNobodys() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 2, "channels", new String[] {"LINK"}));
        String less = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, less, Map.of("priority", 1, "quarantine", "P30D", "deferUpTo", "P60D"));
        String ref = fresh("erased-while-deferred");
        String invitation = shop.happens(event(touchpoint, ref))
                .body("decisions.outcome", equalTo(List.of("INVITED", "DEFERRED")))
                .extract()
                .path("decisions[0].invitation.id");

        shop.as().delete("/api/v1/respondents/" + ref).then().statusCode(204);

        shop.get("/api/v1/decisions?survey=" + less)
                .body("items.outcome", equalTo(List.of("NOT_INVITED", "DEFERRED")))
                .body("items[0].reason", equalTo("ERASED"))
                .body("items[0].respondent", nullValue())
                .body(
                        "items[1].supersededAt",
                        equalTo(shop.get("/api/v1/decisions?survey=" + less)
                                .extract()
                                .path("items[0].decidedAt")));
        shop.get("/api/v1/invitations/" + invitation).body("respondentRef", nullValue());
    }

    /** As if it had all happened three years ago: that is what the ids say. */
    private void age(String ref) throws SQLException {
        Instant then = clock.instant().minus(THREE_YEARS);
        try (Connection connection = database.getConnection()) {
            try (var off = connection.prepareStatement("SET FOREIGN_KEY_CHECKS = 0")) {
                off.execute();
            }
            for (String table : List.of("touchpoint_event", "decision", "invitation")) {
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE " + table + " SET id = ? WHERE respondent_ref = ?")) {
                    update.setBytes(
                            1,
                            UuidBytes.toBytes(new UUID(
                                    UuidTime.first(then).getMostSignificantBits(),
                                    UUID.randomUUID().getLeastSignificantBits())));
                    update.setString(2, ref);
                    assertThat(update.executeUpdate()).as(table).isEqualTo(1);
                }
            }
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE respondent SET last_seen_at = ? WHERE ref = ?")) {
                update.setObject(1, LocalDateTime.ofInstant(then, ZoneOffset.UTC));
                update.setString(2, ref);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
            try (var on = connection.prepareStatement("SET FOREIGN_KEY_CHECKS = 1")) {
                on.execute();
            }
        }
    }

    private KeptData kind(String name) {
        return kinds.stream().filter(one -> one.kind().equals(name)).findFirst().orElseThrow();
    }

    private RetentionView view(String name) {
        return retention.overview().stream()
                .filter(one -> one.kind().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Integer> traces(String text) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Traces.of(connection, text);
        }
    }
}
