package io.aftertouch.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.event.EventTransport;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.note.Notes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When the broker is another one, everything that is kept is told again, once. */
@QuarkusTest
@RealInfrastructureTest
class RetellingTest {

    @Inject
    Retelling retelling;

    @Inject
    EventTransport transport;

    @Inject
    Notes notes;

    @Inject
    Ids ids;

    @Inject
    DataSource database;

    @Test
    void whatWasToldToALostBrokerIsToldAgainAndAppliedOnce() throws Exception {
        String mark = ids.next().toString();
        notes.write(mark, false);
        await().until(() -> tellings(mark) == 1 && notes.texts("heard " + mark).size() == 1);
        String broker = transport.brokerId();

        retelling.look(broker);
        notes.write("after " + mark, false);
        await().until(() -> tellings("after " + mark) == 1);
        assertThat(tellings(mark))
                .as("the same broker: the later one is told too")
                .isEqualTo(2);

        lose(broker);
        retelling.look(broker);
        notes.write("last " + mark, false);
        await().until(() -> !notes.texts("heard last " + mark).isEmpty());

        assertThat(tellings("after " + mark)).isEqualTo(2);
        assertThat(notes.texts("heard " + mark)).as("told twice, applied once").hasSize(1);
    }

    /** What the table says when all was told to a broker that is gone. */
    private void lose(String broker) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE relay_lease SET broker = ? WHERE broker = ?")) {
            update.setString(1, "the one before");
            update.setString(2, broker);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static long tellings(String mark) {
        return Topics.published("notes").stream()
                .filter(message -> message.value() != null)
                .filter(message -> new String(message.value(), StandardCharsets.UTF_8).contains(mark))
                .count();
    }
}
