package io.aftertouch.platform.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructureTest
class KeyNamesTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Inject
    DataSource database;

    @Inject
    ApiKeys keys;

    @Test
    void whoHasAConnectionDoesNotWaitForSomebodyWhoWantsOne() throws Exception {
        String id = TestKeys.withScopes(Scopes.RESPONSES_READ).split("_")[1];
        CountDownLatch taken = new CountDownLatch(connections);
        CountDownLatch asked = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(connections)) {
            List<Future<Optional<String>>> names = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                names.add(people.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                    takeConnection();
                    taken.countDown();
                    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
                    return keys.name(id);
                })));
            }
            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
            FutureTask<Optional<String>> withoutConnection = new FutureTask<>(() -> keys.name(id));
            Thread waiting = Thread.ofPlatform().start(withoutConnection);
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            asked.countDown();

            for (Future<Optional<String>> name : names) {
                assertThat(name.get(10, TimeUnit.SECONDS)).isPresent();
            }
            assertThat(withoutConnection.get(10, TimeUnit.SECONDS)).isPresent();
        }
    }

    private void takeConnection() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }
}
