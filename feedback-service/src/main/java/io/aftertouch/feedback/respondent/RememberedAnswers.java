package io.aftertouch.feedback.respondent;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.aftertouch.platform.idempotency.IdempotencyKeys;

/** What requests were answered with, kept for some days in case they come again: it shows what they made. */
@Singleton
public class RememberedAnswers {

    private final IdempotencyKeys keys;
    private final DataSource database;

    RememberedAnswers(IdempotencyKeys keys, DataSource database) {
        this.keys = keys;
        this.database = database;
    }

    /** Forgets, in the open transaction, what showed the thing at a location. */
    public void forgetAt(String location) {
        try (Connection connection = database.getConnection()) {
            keys.forgetAnswersAt(connection, location);
        } catch (SQLException e) {
            throw new ErasureFailure(e);
        }
    }
}
