package io.aftertouch.score.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructureTest
class HotSpotResourceTest {

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    @Test
    void aCellThatWentBadTwoDaysAgoIsShownWithItsNumbersAndItsDay() {
        Announcements.topicsExist();
        String key = TestKeys.withScopes("scores:read");
        String touchpoint = "hot." + UUID.randomUUID().toString().substring(0, 8);
        Instant now = clock.instant();
        Announcements.answered(Stream.of(
                        answers(touchpoint, "SE", now.minus(Duration.ofHours(1)), Duration.ofHours(1), 24, 1),
                        answers(touchpoint, "SE", now.minus(Duration.ofDays(4)), Duration.ofHours(12), 40, 8),
                        answers(touchpoint, "DK", now.minus(Duration.ofHours(1)), Duration.ofHours(1), 40, 9),
                        answers(touchpoint, "DK", now.minus(Duration.ofDays(4)), Duration.ofHours(8), 60, 10))
                .flatMap(some -> some));
        String cell = "items.find { it.touchpoint == '%s' }.".formatted(touchpoint);

        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/hotspots")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.touchpoint == '%s' }.segment".formatted(touchpoint),
                        everyItem(is("country:SE")))
                .body(cell + "now.negative", equalTo(24))
                .body(cell + "now.n", equalTo(24))
                .body(cell + "before.negative", equalTo(0))
                .body(cell + "before.n", equalTo(40))
                .body(cell + "effect", equalTo(100f))
                .body(cell + "p.doubleValue()", closeTo(0, 1e-6))
                .body(
                        cell + "since",
                        equalTo(now.minus(Duration.ofHours(24))
                                .atZone(zone)
                                .toLocalDate()
                                .toString()))
                .body(
                        cell + "answers",
                        startsWith("/api/v1/responses?touchpoint=" + touchpoint
                                + "&metric=NPS&segment=country%3ASE&band=NEGATIVE&from="))
                .body("cells", greaterThanOrEqualTo(3))
                .body("next", nullValue()));
    }

    @Test
    void onlyWhoMayReadScoresSeesHotSpots() {
        given().get("/api/v1/hotspots").then().statusCode(401);
        given().auth()
                .oauth2(TestKeys.withScopes("events:write"))
                .get("/api/v1/hotspots")
                .then()
                .statusCode(403);
    }

    private static Stream<Announcements.Answer> answers(
            String touchpoint, String country, Instant last, Duration apart, int n, int score) {
        return IntStream.range(0, n)
                .mapToObj(i -> nps(touchpoint, score, Map.of("country", country), last.minus(apart.multipliedBy(i))));
    }
}
