package io.aftertouch.feedback.response;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.sql.ManyRows;

/** The table of answers as the hot intake writes it: many rows in few round trips, on a connection of the writer's own. */
@ApplicationScoped
class ResponseTable {

    private static final ManyRows INSERT =
            new ManyRows("""
            INSERT INTO response (id, answer_key, body_digest, revision, invitation_id, source, source_id, survey, survey_version,
              metric, scale_key, touchpoint, channel, respondent_ref, segments, locale, score, band, comment, contact_permitted,
              answered_at, recorded_at)
            VALUES""", "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final ManyRows INSERT_SEGMENT = new ManyRows(
            "INSERT IGNORE INTO response_segment (dimension, value, answered_at, response_id) VALUES", "(?, ?, ?, ?)");

    /** The answer that holds a key already: which one it is, and what it stands for. */
    record Known(UUID id, byte[] digest) {}

    /** The answers that exist among these keys, by key. */
    Map<ByteBuffer, Known> known(Connection connection, List<byte[]> keys) throws SQLException {
        String places = "?,".repeat(keys.size() - 1) + "?";
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT answer_key, id, body_digest FROM response WHERE answer_key IN (" + places + ")")) {
            for (int i = 0; i < keys.size(); i++) {
                select.setBytes(i + 1, keys.get(i));
            }
            Map<ByteBuffer, Known> known = new HashMap<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            ByteBuffer.wrap(rows.getBytes(1)),
                            new Known(UuidBytes.fromBytes(rows.getBytes(2)), rows.getBytes(3)));
                }
            }
            return known;
        }
    }

    void insert(Connection connection, List<SurveyResponse> responses) throws SQLException {
        INSERT.write(connection, responses.stream().map(ResponseTable::row).toList());
        INSERT_SEGMENT.write(
                connection, responses.stream().flatMap(ResponseTable::segments).toList());
    }

    /** What answers are found by when somebody asks for {@code country:DK}. */
    private static Stream<Object[]> segments(SurveyResponse response) {
        return Labels.searchable(response.segments()).entrySet().stream().map(segment ->
                new Object[] {segment.getKey(), segment.getValue(), response.answeredAt(), response.id()});
    }

    private static Object[] row(SurveyResponse response) {
        return new Object[] {
            response.id(),
            response.answerKey(),
            response.bodyDigest(),
            response.revision(),
            response.invitationId(),
            response.source(),
            response.sourceId(),
            response.survey().survey(),
            response.survey().version(),
            response.metric(),
            response.scaleKey(),
            response.touchpoint(),
            response.channel(),
            response.respondentRef(),
            Labels.toJson(response.segments()),
            response.locale(),
            response.rating().score(),
            response.rating().band(),
            response.comment(),
            response.contactPermitted(),
            response.answeredAt(),
            response.recordedAt()
        };
    }
}
