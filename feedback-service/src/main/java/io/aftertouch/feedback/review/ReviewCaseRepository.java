package io.aftertouch.feedback.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static java.time.ZoneOffset.UTC;

/** The cases and their history. */
@ApplicationScoped
public class ReviewCaseRepository implements PanacheRepositoryBase<ReviewCase, UUID> {

    private static final String INSERT_CASE = """
            INSERT INTO review_case (id, version, response_id, touchpoint, survey, segments, state, is_open, reason, opened_at, warn_at, due_at, changed_at, flags, team)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_OPENED =
            "INSERT INTO case_history (case_id, step, state, text, at) VALUES (?, ?, ?, ?, ?)";

    /** A root cause that so many other cases have is a word of the team's, and about nobody. */
    private static final long COMMON_CAUSE = 5;

    private static final String WITH_ANSWER =
            "select new io.aftertouch.feedback.review.CaseWithAnswer(c, r) from ReviewCase c join SurveyResponse r on r.id = c.responseId";

    private final CaseSegments segments;

    ReviewCaseRepository(CaseSegments segments) {
        this.segments = segments;
    }

    /** Writes cases that are opened with their answers, and the first line of their history, on the connection of those answers. */
    void insert(Connection connection, List<ReviewCase> opened) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_CASE);
                PreparedStatement history = connection.prepareStatement(INSERT_OPENED)) {
            for (ReviewCase reviewCase : opened) {
                fill(insert, reviewCase);
                insert.addBatch();
                history.setBytes(1, UuidBytes.toBytes(reviewCase.id()));
                history.setString(2, Step.OPENED.name());
                history.setString(3, reviewCase.state().name());
                history.setString(4, reviewCase.reason().name());
                history.setObject(5, LocalDateTime.ofInstant(reviewCase.openedAt(), UTC));
                history.addBatch();
            }
            insert.executeBatch();
            history.executeBatch();
            segments.insert(connection, opened);
        }
    }

    private static void fill(PreparedStatement row, ReviewCase reviewCase) throws SQLException {
        row.setBytes(1, UuidBytes.toBytes(reviewCase.id()));
        row.setInt(2, reviewCase.version());
        row.setBytes(3, UuidBytes.toBytes(reviewCase.responseId()));
        row.setString(4, reviewCase.touchpoint());
        row.setString(5, reviewCase.survey());
        row.setString(6, Labels.toJson(reviewCase.segments()));
        row.setString(7, reviewCase.state().name());
        row.setBoolean(8, reviewCase.state().isOpen());
        row.setString(9, reviewCase.reason().name());
        row.setObject(10, LocalDateTime.ofInstant(reviewCase.openedAt(), UTC));
        row.setObject(11, LocalDateTime.ofInstant(reviewCase.warnAt(), UTC));
        row.setObject(12, LocalDateTime.ofInstant(reviewCase.dueAt(), UTC));
        row.setObject(13, LocalDateTime.ofInstant(reviewCase.changedAt(), UTC));
        row.setString(14, Labels.toJson(reviewCase.flags().toLabels()));
        row.setString(15, reviewCase.team());
    }

    /** How many negative answers each of these respondents has given since a time; who has given none is left out. */
    Map<String, Long> negativeAnswers(Connection connection, Set<String> respondents, Instant since)
            throws SQLException {
        String marks = String.join(", ", Collections.nCopies(respondents.size(), "?"));
        try (PreparedStatement count = connection.prepareStatement(
                "SELECT respondent_ref, COUNT(*) FROM response WHERE respondent_ref IN (" + marks
                        + ") AND answered_at >= ? AND band = 'NEGATIVE' AND withdrawn_at IS NULL GROUP BY respondent_ref")) {
            int mark = 1;
            for (String respondent : respondents) {
                count.setString(mark++, respondent);
            }
            count.setObject(mark, LocalDateTime.ofInstant(since, UTC));
            Map<String, Long> negatives = new HashMap<>();
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    negatives.put(rows.getString(1), rows.getLong(2));
                }
            }
            return negatives;
        }
    }

    /** The case, which nobody else can change until this transaction ends: whoever comes second sees what the first one did. */
    Optional<ReviewCase> locked(UUID id) {
        var rows = getEntityManager()
                .createNativeQuery("SELECT id FROM review_case WHERE id = :id FOR UPDATE")
                .setParameter("id", UuidBytes.toBytes(id))
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : findByIdOptional(id);
    }

    /** Lets nobody else change the case until this transaction ends. To be called before the case is read. */
    public void hold(UUID id) {
        locked(id);
    }

    /** Cases that are put aside until now or before, the longest overdue first. */
    List<UUID> toWake(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from ReviewCase where state = :snoozed and snoozedUntil <= :now order by snoozedUntil",
                        UUID.class)
                .setParameter("snoozed", CaseState.SNOOZED)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The people who have open cases, by name. */
    public List<String> assignees(int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct assignee from ReviewCase where open = true and assignee is not null"
                                + " and assignee not like 'key:%' order by assignee",
                        String.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The case of an answer, if it has one, held as by {@link #locked}. */
    Optional<ReviewCase> lockedOf(UUID response) {
        return getEntityManager()
                .createQuery("select id from ReviewCase where responseId = :response", UUID.class)
                .setParameter("response", response)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(this::locked);
    }

    void append(CaseStep step) {
        getEntityManager().persist(step);
    }

    public Optional<CaseWithAnswer> withAnswer(UUID id) {
        return getEntityManager()
                .createQuery(WITH_ANSWER + " where c.id = :id", CaseWithAnswer.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The cases of some answers. */
    List<UUID> ofResponses(Collection<UUID> responses) {
        return getEntityManager()
                .createQuery("select id from ReviewCase where responseId in :responses order by id", UUID.class)
                .setParameter("responses", responses)
                .getResultList();
    }

    /** The case of an answer, if it has one. */
    public Optional<ReviewCase> ofResponse(UUID response) {
        return find("responseId", response).firstResultOptional();
    }

    /** Takes out of cases what people wrote about the customer; what was done when and by whom stays. */
    void forgetWords(Collection<UUID> ids) {
        List<byte[]> all = ids.stream().map(UuidBytes::toBytes).toList();
        forgetRareCauses(ids);
        getEntityManager()
                .createNativeQuery(
                        "UPDATE case_history SET text = SUBSTRING_INDEX(text, ': ', 1) WHERE case_id IN (:ids) AND step = 'RESOLVED'")
                .setParameter("ids", all)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery(
                        "UPDATE case_history SET text = NULL WHERE case_id IN (:ids) AND step NOT IN (:plain)")
                .setParameter("ids", all)
                .setParameter(
                        "plain", Step.WITH_PLAIN_TEXT.stream().map(Step::name).toList())
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("UPDATE review_case SET before_step = NULL WHERE id IN (:ids)")
                .setParameter("ids", all)
                .executeUpdate();
    }

    /** A root cause that hardly any other case has may say who it was. */
    private void forgetRareCauses(Collection<UUID> ids) {
        List<String> causes = getEntityManager()
                .createQuery(
                        "select distinct rootCause from ReviewCase where id in :ids and rootCause is not null",
                        String.class)
                .setParameter("ids", ids)
                .getResultList();
        if (causes.isEmpty()) {
            return;
        }
        List<String> common = getEntityManager()
                .createQuery(
                        "select rootCause from ReviewCase where rootCause in :causes and id not in :ids"
                                + " group by rootCause having count(*) >= :many",
                        String.class)
                .setParameter("causes", causes)
                .setParameter("ids", ids)
                .setParameter("many", COMMON_CAUSE)
                .getResultList();
        update(
                "rootCause = null where id in ?1 and rootCause is not null and rootCause not in ?2",
                ids,
                common.isEmpty() ? List.of("") : common);
    }

    /** The steps of a case, first to last. */
    public List<CaseStep> history(UUID id) {
        return getEntityManager()
                .createQuery("from CaseStep where caseId = :id order by seq", CaseStep.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** What happened to any case after a point of the history, in order. */
    public List<CaseStep> stepsAfter(long seq, int limit) {
        return getEntityManager()
                .createQuery("from CaseStep where seq > :seq order by seq", CaseStep.class)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The steps at these points of the history, as far as they are there, in order. */
    public List<CaseStep> stepsAt(Collection<Long> seqs) {
        return getEntityManager()
                .createQuery("from CaseStep where seq in :seqs order by seq", CaseStep.class)
                .setParameter("seqs", seqs)
                .getResultList();
    }

    /** The last point of the history; 0 when nothing has happened yet. */
    public long lastSeq() {
        return getEntityManager()
                .createQuery("select coalesce(max(seq), 0) from CaseStep", Long.class)
                .getSingleResult();
    }

    /**
     * Cases with their answers.
     *
     * @param after where the page before ended, or null
     * @param limit how many at most; read one more to know whether there are more
     */
    public List<CaseWithAnswer> list(CaseFilter filter, CaseOrder order, String after, int limit) {
        return withAnswers(ids(new CaseSearch(filter, segments.rare(filter.segments()), order, after), limit));
    }

    /**
     * Cases with their answers, and how many there are. What is looked for is looked for once where the first page is asked for.
     *
     * @param mostCounted more are not counted
     */
    public CasePage page(CaseFilter filter, CaseOrder order, String after, int limit, int mostCounted) {
        Optional<String> rare = segments.rare(filter.segments());
        List<UUID> found = ids(new CaseSearch(filter, rare, order, null), mostCounted);
        List<UUID> shown = after == null
                ? found.subList(0, Math.min(limit, found.size()))
                : ids(new CaseSearch(filter, rare, order, after), limit);
        return new CasePage(withAnswers(shown), found.size());
    }

    private List<UUID> ids(CaseSearch search, int limit) {
        var query = getEntityManager().createNativeQuery(search.sql());
        search.values().forEach(query::setParameter);
        List<?> rows = query.setMaxResults(limit).getResultList();
        return rows.stream().map(id -> UuidBytes.fromBytes((byte[]) id)).toList();
    }

    /** Which cases they are is looked up without their answers, so that an index gives them in their order. */
    private List<CaseWithAnswer> withAnswers(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CaseWithAnswer> found = getEntityManager()
                .createQuery(WITH_ANSWER + " where c.id in :ids", CaseWithAnswer.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(one -> one.reviewCase().id(), Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    public static String cursorAfter(CaseOrder order, ReviewCase reviewCase) {
        return switch (order) {
            case NEWEST -> Cursor.encode(reviewCase.id());
            case DUE -> Cursor.encode(reviewCase.dueAt(), reviewCase.id());
        };
    }

    public long countOpen() {
        return count("open = true");
    }

    /** The open cases by state. */
    public List<CaseCount> openByState(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select new io.aftertouch.feedback.review.CaseCount(c.state, count(c),"
                                + " sum(case when c.state = :untaken and c.dueAt < :now then 1L else 0L end))"
                                + " from ReviewCase c where c.state in :open group by c.state",
                        CaseCount.class)
                .setParameter("open", CaseState.OPEN)
                .setParameter("untaken", CaseState.NEW)
                .setParameter("now", now)
                .getResultList();
    }
}
