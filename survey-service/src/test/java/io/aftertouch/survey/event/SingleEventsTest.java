package io.aftertouch.survey.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SingleEventsTest {

    private final Installation shop = new Installation();

    @Test
    void eachOfManyAtTheSameTimeGetsItsOwnAnswer() throws Exception {
        Mailbox.open();
        String touchpoint = shop.askingTouchpoint();
        List<String> refs = new ArrayList<>();
        List<Callable<String>> posts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String ref = fresh("r");
            boolean bad = i % 10 == 9;
            refs.add(bad ? null : ref);
            posts.add(() -> shop.happens(event(bad ? "nowhere.known" : touchpoint, ref))
                    .statusCode(bad ? 422 : 202)
                    .extract()
                    .path("eventId"));
        }

        List<Future<String>> ids;
        try (var pool = Executors.newFixedThreadPool(30)) {
            ids = pool.invokeAll(posts);
        }

        assertThat(ids.stream().map(Future::resultNow).filter(id -> id != null))
                .hasSize(27)
                .doesNotHaveDuplicates();
        for (int i = 0; i < 30; i++) {
            if (refs.get(i) != null) {
                String decided = shop.get("/api/v1/decisions?respondent=" + refs.get(i))
                        .body("items", hasSize(1))
                        .extract()
                        .path("items[0].eventId");
                assertThat(decided).isEqualTo(ids.get(i).resultNow());
            }
        }
    }

    @Test
    void moreThanMayWaitAreTurnedAwayAndNobodyWaitsForEver() throws Exception {
        SingleEvents idle = new SingleEvents(null, new OneMayWait());
        ReceiveEvent event = new ReceiveEvent("1", "shop", "t", Instant.now(), null, null, null);
        CompletableFuture<EventAnswer> waits = CompletableFuture.supplyAsync(() -> idle.receive(event));
        CompletableFuture<EventAnswer> waitsToo = CompletableFuture.supplyAsync(() -> idle.receive(event));

        await().until(() -> waits.isCompletedExceptionally() || waitsToo.isCompletedExceptionally());
        assertThat(waits.isDone() && waitsToo.isDone()).isFalse();
        idle.stop(null);

        for (CompletableFuture<EventAnswer> one : List.of(waits, waitsToo)) {
            assertThatThrownBy(one::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IntakeUnavailable.class);
        }
    }

    private record OneMayWait() implements EventConfig {

        @Override
        public Duration clockSkew() {
            return Duration.ZERO;
        }

        @Override
        public Duration oldest() {
            return Duration.ZERO;
        }

        @Override
        public boolean autoCreateTouchpoints() {
            return false;
        }

        @Override
        public String autoCreateStage() {
            return "";
        }

        @Override
        public String autoCreateChannel() {
            return "";
        }

        @Override
        public int group() {
            return 1;
        }

        @Override
        public int waiting() {
            return 1;
        }

        @Override
        public int takers() {
            return 1;
        }
    }
}
