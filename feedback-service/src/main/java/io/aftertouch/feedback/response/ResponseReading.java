package io.aftertouch.feedback.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.feedback.catalog.Metric;
import io.aftertouch.feedback.response.ResponseSql.Place;
import io.aftertouch.feedback.response.ResponseSql.Statement;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;

import static java.time.ZoneOffset.UTC;

/** Reads answers in their order, latest first, in amounts that have a bound: no question of anybody keeps the database busy for long. */
@ApplicationScoped
class ResponseReading {

    /** So many answers are looked at for one page when no index tells which of them fit. */
    static final int LOOKED_AT = 20_000;

    private static final String COLUMNS =
            "r.id, r.revision, r.invitation_id, r.source, r.source_id, r.survey, r.survey_version, r.metric, r.scale_key, r.touchpoint, r.channel,"
                    + " r.respondent_ref, r.segments, r.locale, r.score, r.band, r.comment, r.contact_permitted, r.answered_at, r.recorded_at,"
                    + " COALESCE(r.first_score, r.score), r.revised_at, r.withdrawn_at, r.evidence";

    private final DataSource database;

    ResponseReading(DataSource database) {
        this.database = database;
    }

    /**
     * One page. When rows have to be looked at, it ends after so many of them, whether or not it is full.
     *
     * @param after where the page before ended, or null
     */
    PagedView<ResponseView> page(ResponseFilter filter, Cursor after, int limit) {
        var sql = new ResponseSql(filter);
        Optional<Place> start = Place.of(after);
        try (Connection connection = database.getConnection()) {
            Optional<Place> end =
                    sql.looksAtRows() ? place(connection, sql.placeAfter(start, LOOKED_AT)) : Optional.empty();
            List<ResponseView> rows = rows(connection, sql.page(COLUMNS, start, end, limit + 1));
            return rows.size() > limit
                    ? PagedView.of(rows, limit, row -> row, row -> placeOf(row).cursor())
                    : new PagedView<>(rows, end.map(Place::cursor).orElse(null));
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }

    /** The next answers after a place, as many as there are up to the limit, however far they lie apart. */
    List<ResponseView> slice(ResponseFilter filter, Optional<Place> after, int limit) {
        try (Connection connection = database.getConnection()) {
            return rows(connection, new ResponseSql(filter).page(COLUMNS, after, Optional.empty(), limit));
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }

    static Place placeOf(ResponseView response) {
        return new Place(response.answeredAt(), UuidBytes.toBytes(response.id()));
    }

    private static Optional<Place> place(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement select = prepared(connection, statement);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Place(instant(row, 1), row.getBytes(2))) : Optional.empty();
        }
    }

    private static List<ResponseView> rows(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement select = prepared(connection, statement);
                ResultSet row = select.executeQuery()) {
            List<ResponseView> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(view(row));
            }
            return rows;
        }
    }

    private static PreparedStatement prepared(Connection connection, Statement statement) throws SQLException {
        PreparedStatement select = connection.prepareStatement(statement.sql());
        for (int i = 0; i < statement.values().size(); i++) {
            select.setObject(i + 1, statement.values().get(i));
        }
        return select;
    }

    private static ResponseView view(ResultSet row) throws SQLException {
        byte[] invitation = row.getBytes(3);
        return new ResponseView(
                UuidBytes.fromBytes(row.getBytes(1)),
                row.getInt(2),
                invitation == null ? null : UuidBytes.fromBytes(invitation),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                Metric.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                Labels.fromJson(row.getString(13)),
                row.getString(14),
                row.getInt(15),
                Band.valueOf(row.getString(16)),
                row.getString(17),
                row.getBoolean(18),
                instant(row, 19),
                instant(row, 20),
                row.getInt(21),
                instant(row, 22),
                instant(row, 23),
                EvidenceConverter.read(row.getString(24)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(UTC);
    }
}
