package io.aftertouch.platform.trace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.note.Notes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
@RealInfrastructureTest
class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    Notes notes;

    @Test
    void whatARequestLeadsToBearsItsTraceThroughOutboxTopicAndInbox() {
        String text = "traced " + UUID.randomUUID();
        given().auth()
                .oauth2(TestKeys.allScopes())
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + ID + "-00f067aa0ba902b7-01")
                .header("X-Request-Id", "shop-17")
                .body("{\"text\":\"" + text + "\"}")
                .post("/api/v1/notes")
                .then()
                .statusCode(201)
                .header("X-Request-Id", equalTo("shop-17"));

        await().until(() -> !notes.texts("heard " + text).isEmpty());
        assertThat(notes.traceOf("heard " + text)).map(Trace::id).contains(ID);
        assertThat(Topics.published("notes"))
                .filteredOn(message -> new String(message.value()).contains(text))
                .singleElement()
                .satisfies(message -> assertThat(CloudEventHeaders.trace(message.headers()))
                        .hasValueSatisfying(trace -> {
                            assertThat(trace.id()).isEqualTo(ID);
                            assertThat(trace.span()).as("a step of ours").isNotEqualTo("00f067aa0ba902b7");
                        }));
    }

    @Test
    void aRequestWithoutATraceBeginsOneAndSomethingElseThanAnIdIsNotRepeated() {
        given().header("X-Request-Id", "a\tb<script>")
                .header("traceparent", "nonsense")
                .get("/signin")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + ID + "-00f067aa0ba902b7",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void whatIsNotOfTheFormSaysNothing(String header) {
        assertThat(Trace.parse(header)).isEmpty();
    }

    @Test
    void whatIsDoneTogetherBelongsToATraceOnlyIfAllOfItDoes() {
        Trace one = Trace.begin();
        assertThat(Trace.common(List.of(Optional.of(one), Optional.of(one)))).contains(one);
        assertThat(Trace.common(List.of(Optional.of(one), Optional.of(Trace.begin()))))
                .isEmpty();
        assertThat(Trace.common(List.of(Optional.of(one), Optional.empty()))).isEmpty();
        assertThat(Trace.common(List.of())).isEmpty();
    }
}
