package io.aftertouch.feedback.response;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.platform.id.UuidBytes;

import static java.time.ZoneOffset.UTC;

/** The table of answers as the hot intake writes it: many rows in few round trips, on a connection of the writer's own. */
@ApplicationScoped
class ResponseTable {

    private static final String INSERT = """
            INSERT INTO response (id, answer_key, body_digest, revision, invitation_id, source, source_id, survey, survey_version,
              metric, scale_key, touchpoint, channel, respondent_ref, segments, locale, score, band, comment, contact_permitted,
              answered_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_SEGMENT =
            "INSERT IGNORE INTO response_segment (dimension, value, answered_at, response_id) VALUES (?, ?, ?, ?)";

    private static final int LONGEST_LABEL = 64;

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
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (SurveyResponse response : responses) {
                fill(insert, response);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        insertSegments(connection, responses);
    }

    /** What answers are found by when somebody asks for {@code country:DK}. */
    private static void insertSegments(Connection connection, List<SurveyResponse> responses) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_SEGMENT)) {
            boolean any = false;
            for (SurveyResponse response : responses) {
                for (var segment : response.segments().entrySet()) {
                    if (isShort(segment.getKey()) && isShort(segment.getValue())) {
                        insert.setString(1, segment.getKey());
                        insert.setString(2, segment.getValue());
                        insert.setObject(3, LocalDateTime.ofInstant(response.answeredAt(), UTC));
                        insert.setBytes(4, UuidBytes.toBytes(response.id()));
                        insert.addBatch();
                        any = true;
                    }
                }
            }
            if (any) {
                insert.executeBatch();
            }
        }
    }

    private static boolean isShort(String label) {
        return Text.Check.length(label) <= LONGEST_LABEL;
    }

    private static void fill(PreparedStatement row, SurveyResponse response) throws SQLException {
        row.setBytes(1, UuidBytes.toBytes(response.id()));
        row.setBytes(2, response.answerKey());
        row.setBytes(3, response.bodyDigest());
        row.setInt(4, response.revision());
        row.setBytes(5, response.invitationId() == null ? null : UuidBytes.toBytes(response.invitationId()));
        row.setString(6, response.source());
        row.setString(7, response.sourceId());
        row.setString(8, response.survey().survey());
        row.setInt(9, response.survey().version());
        row.setString(10, response.metric().name());
        row.setString(11, response.scaleKey());
        row.setString(12, response.touchpoint());
        row.setString(13, response.channel());
        row.setString(14, response.respondentRef());
        row.setString(15, Labels.toJson(response.segments()));
        row.setString(16, response.locale());
        row.setInt(17, response.rating().score());
        row.setString(18, response.rating().band().name());
        row.setString(19, response.comment());
        row.setBoolean(20, response.contactPermitted());
        row.setObject(21, LocalDateTime.ofInstant(response.answeredAt(), UTC));
        row.setObject(22, LocalDateTime.ofInstant(response.recordedAt(), UTC));
    }
}
