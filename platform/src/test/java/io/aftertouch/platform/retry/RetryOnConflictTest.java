package io.aftertouch.platform.retry;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RealInfrastructureTest
class RetryOnConflictTest {

    /** Changes two rows in the order that it is told, meeting the other transaction between them the first time. */
    @ApplicationScoped
    static class TwoRows {

        private final DataSource database;

        TwoRows(DataSource database) {
            this.database = database;
        }

        @Transactional
        @RetryOnConflict
        public void change(List<Long> ids, CyclicBarrier meeting, AtomicInteger runs) throws Exception {
            boolean first = runs.incrementAndGet() == 1;
            update(ids.getFirst());
            if (first) {
                meeting.await(10, TimeUnit.SECONDS);
            }
            update(ids.getLast());
        }

        @Transactional
        @RetryOnConflict
        public void failAlways(AtomicInteger runs) throws SQLException {
            runs.incrementAndGet();
            throw new SQLException("Deadlock found", "40001", 1213);
        }

        private void update(long id) throws SQLException {
            try (var connection = database.getConnection();
                    var update = connection.prepareStatement("UPDATE note SET text = CONCAT(text, '+') WHERE id = ?")) {
                update.setLong(1, id);
                update.executeUpdate();
            }
        }
    }

    @Inject
    TwoRows rows;

    @Inject
    DataSource database;

    @Test
    void theLoserOfADeadlockRunsAgainAndBothChangesAreThere() throws Exception {
        long one = insert();
        long two = insert();
        var meeting = new CyclicBarrier(2);
        var runsOfOne = new AtomicInteger();
        var runsOfTwo = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> {
                rows.change(List.of(one, two), meeting, runsOfOne);
                return null;
            });
            var second = threads.submit(() -> {
                rows.change(List.of(two, one), meeting, runsOfTwo);
                return null;
            });
            first.get(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        }
        assertThat(runsOfOne.get() + runsOfTwo.get()).isEqualTo(3);
        assertThat(List.of(text(one), text(two))).containsExactly("row++", "row++");
    }

    @Test
    void afterFiveTriesTheFailureIsTold() {
        var runs = new AtomicInteger();
        assertThatThrownBy(() -> rows.failAlways(runs)).hasMessageContaining("Deadlock");
        assertThat(runs).hasValue(5);
    }

    private long insert() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO note (text) VALUES ('row')", 1)) {
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private String text(long id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT text FROM note WHERE id = ?")) {
            select.setLong(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
