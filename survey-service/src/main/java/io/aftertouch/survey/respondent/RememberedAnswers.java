package io.aftertouch.survey.respondent;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.aftertouch.platform.idempotency.IdempotencyKeys;

/** Forgets what requests that made an erased respondent were answered with: it is kept for some days, in case they come again. */
@Singleton
class RememberedAnswers implements PersonalData {

    private final IdempotencyKeys keys;
    private final DataSource database;

    RememberedAnswers(IdempotencyKeys keys, DataSource database) {
        this.keys = keys;
        this.database = database;
    }

    @Override
    public void forget(Respondent person) {
        try (Connection connection = database.getConnection()) {
            keys.forgetAnswersAt(connection, RespondentResource.location(person.ref()));
        } catch (SQLException e) {
            throw new IllegalStateException("Remembered answers could not be forgotten", e);
        }
    }
}
