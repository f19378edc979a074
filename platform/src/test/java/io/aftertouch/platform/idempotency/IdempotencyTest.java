package io.aftertouch.platform.idempotency;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.note.Notes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructureTest
class IdempotencyTest {

    @Inject
    Notes notes;

    private final String key = TestKeys.allScopes();

    @Test
    void aRepeatGetsTheFirstAnswerAndHasNoSecondEffect() {
        String idempotencyKey = UUID.randomUUID().toString();
        String text = UUID.randomUUID().toString();
        Response first = post(idempotencyKey, text);
        Response second = post(idempotencyKey, text);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(notes.texts(text)).hasSize(1);
    }

    @Test
    void twentyAtOnceHaveOneEffect() throws Exception {
        String idempotencyKey = UUID.randomUUID().toString();
        String text = UUID.randomUUID().toString();
        try (var threads = Executors.newFixedThreadPool(20)) {
            List<Callable<Response>> calls = IntStream.range(0, 20)
                    .<Callable<Response>>mapToObj(i -> () -> post(idempotencyKey, text))
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().statusCode()).isEqualTo(201);
            }
        }
        assertThat(notes.texts(text)).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String idempotencyKey = UUID.randomUUID().toString();
        post(idempotencyKey, "one");
        post(idempotencyKey, "two").then().statusCode(422).body("type", equalTo("/problems/idempotency-mismatch"));
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        String idempotencyKey = UUID.randomUUID().toString();
        post(idempotencyKey, " ").then().statusCode(400);
        post(idempotencyKey, "now right").then().statusCode(201);
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() {
        post("x".repeat(201), "a").then().statusCode(400).body("type", equalTo("/problems/invalid-request"));
        post("a b", "a").then().statusCode(400);
    }

    private Response post(String idempotencyKey, String text) {
        return given().auth()
                .oauth2(key)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"" + text + "\"}")
                .post("/api/v1/notes");
    }
}
