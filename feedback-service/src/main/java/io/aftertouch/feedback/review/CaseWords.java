package io.aftertouch.feedback.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.sql.ManyRows;

/** The comments of cases, folded for the search in a narrow table of their own. A case without a comment has none. */
@Singleton
class CaseWords {

    private static final ManyRows INSERT = new ManyRows("INSERT INTO case_words (case_id, words) VALUES", "(?, ?)");

    private final EntityManager database;

    CaseWords(EntityManager database) {
        this.database = database;
    }

    /** What is said in the answer of a case that is opened. */
    record Said(UUID reviewCase, FoldedText words) {}

    /** Writes them on the connection of the cases. */
    void insert(Connection connection, List<Said> said) throws SQLException {
        INSERT.write(
                connection,
                said.stream()
                        .filter(one -> !one.words().isEmpty())
                        .map(one -> new Object[] {one.reviewCase(), one.words().bytes()})
                        .toList());
    }

    /** The answer says something else, or nothing any more. */
    void replace(UUID reviewCase, FoldedText words) {
        if (words.isEmpty()) {
            forget(List.of(reviewCase));
        } else {
            database.createNativeQuery("INSERT INTO case_words (case_id, words) VALUES (:id, :words)"
                            + " ON DUPLICATE KEY UPDATE words = VALUES(words)")
                    .setParameter("id", UuidBytes.toBytes(reviewCase))
                    .setParameter("words", words.bytes())
                    .executeUpdate();
        }
    }

    void forget(Collection<UUID> cases) {
        database.createNativeQuery("DELETE FROM case_words WHERE case_id IN (:ids)")
                .setParameter("ids", cases.stream().map(UuidBytes::toBytes).toList())
                .executeUpdate();
    }
}
