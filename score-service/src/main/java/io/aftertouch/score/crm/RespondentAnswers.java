package io.aftertouch.score.crm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.ingest.AnswerFollower;

/**
 * Keeps what each respondent answered, so that the last score of each metric is known, also after a change, a withdrawal or an answer that comes late.
 * A respondent is there as long as an answer is; then only an id stays that names nobody, for those who read the feed of changes.
 *
 * <p>Everything here happens in the transaction at hand. It comes last in that of a batch, since it holds the row of {@link Positions}, which all batches need.
 */
@ApplicationScoped
@Priority(-100)
public class RespondentAnswers implements AnswerFollower {

    private static final int LONGEST_REFERENCE = 200;

    private static final ManyRows SEEN = new ManyRows(
            "INSERT INTO respondent (id, ref, position, changed_at) VALUES",
            "(?, ?, ?, ?)",
            "ON DUPLICATE KEY UPDATE position = VALUES(position), changed_at = VALUES(changed_at)");

    /** A later revision replaces an earlier one, nothing replaces a withdrawal. The columns that decide come last: they are read as they stand. */
    private static final ManyRows KEEP = new ManyRows("""
            INSERT INTO respondent_answer
                (response_id, respondent_id, touchpoint_id, survey_version_id, score, answered_at, revision, withdrawn)
            VALUES
            """, "(?, ?, ?, ?, ?, ?, ?, ?)", """
            ON DUPLICATE KEY UPDATE
                respondent_id = IF(withdrawn OR VALUES(withdrawn), NULL, respondent_id),
                score = IF(VALUES(revision) > revision, VALUES(score), score),
                revision = GREATEST(revision, VALUES(revision)),
                withdrawn = withdrawn OR VALUES(withdrawn)
            """);

    private final Positions positions;
    private final ErasedReferences erased;
    private final Database database;
    private final Ids ids;
    private final Clock clock;

    RespondentAnswers(Positions positions, ErasedReferences erased, Database database, Ids ids, Clock clock) {
        this.positions = positions;
        this.erased = erased;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void follow(List<AnswerChange> changes) {
        keep(changes.stream().map(NamedAnswer::of).toList());
    }

    /**
     * Keeps answers that are told again where they are kept for good: those of which nothing is known here.
     *
     * @return how many
     */
    public int restore(List<NamedAnswer> answers) {
        if (answers.isEmpty()) {
            return 0;
        }
        Set<UUID> known = Set.copyOf(database.rows(
                "SELECT response_id FROM respondent_answer WHERE response_id IN (" + Database.marks(answers.size())
                        + ")",
                row -> UuidBytes.fromBytes(row.getBytes(1)),
                answers.stream().map(NamedAnswer::answer).toList()));
        return keep(answers.stream()
                .filter(answer -> !known.contains(answer.answer()))
                .toList());
    }

    private int keep(List<NamedAnswer> answers) {
        List<NamedAnswer> named =
                answers.stream().filter(RespondentAnswers::namesSomebody).toList();
        if (named.isEmpty()) {
            return 0;
        }
        long position = positions.next();
        Set<String> gone = erased.among(refs(named));
        List<NamedAnswer> kept = named.stream()
                .filter(answer -> !gone.contains(answer.respondent()))
                .toList();
        if (!kept.isEmpty()) {
            keep(kept, position);
        }
        return kept.size();
    }

    /** Takes a respondent out for good: what is heard of them later is not kept. */
    public void erase(String ref) {
        long position = positions.next();
        erased.remember(ref, clock.instant());
        database.row("SELECT id FROM respondent WHERE ref = ?", row -> row.getBytes("id"), ref)
                .ifPresent(id -> {
                    database.run("DELETE FROM respondent_answer WHERE respondent_id = ?", id);
                    letGo(List.of(id), position);
                });
    }

    /**
     * Forgets answers that were kept long enough, and with the last one whose they were; withdrawn ones that are older go with them.
     *
     * @param answers in the order of their ids
     */
    void forget(List<UUID> answers) {
        long position = positions.next();
        List<byte[]> respondents = database.rows(
                "SELECT DISTINCT respondent_id FROM respondent_answer WHERE respondent_id IS NOT NULL AND response_id IN ("
                        + Database.marks(answers.size()) + ")",
                row -> row.getBytes(1),
                answers);
        database.runAll(
                "DELETE FROM respondent_answer WHERE response_id = ?",
                answers.stream().map(List::of).toList());
        database.run(
                "DELETE FROM respondent_answer WHERE respondent_id IS NULL AND response_id < ?", answers.getLast());
        database.runAll(
                "UPDATE respondent SET position = ?, changed_at = ? WHERE id = ?",
                respondents.stream()
                        .map(id -> List.<Object>of(position, clock.instant(), id))
                        .toList());
        letGo(respondents, position);
    }

    private void keep(List<NamedAnswer> answers, long position) {
        Instant now = clock.instant();
        Set<String> refs = refs(answers);
        database.write(
                SEEN,
                refs.stream()
                        .map(ref -> new Object[] {ids.next(), ref, position, now})
                        .toList());
        Map<String, byte[]> respondents = respondents(refs);
        database.write(
                KEEP,
                answers.stream()
                        .map(answer -> row(answer, respondents.get(answer.respondent())))
                        .toList());
        letGo(respondents.values(), position);
    }

    /** Those of some respondents of whom no answer is left. */
    private void letGo(Collection<byte[]> respondents, long position) {
        if (respondents.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(List.of(position, clock.instant()));
        parameters.addAll(respondents);
        database.run(
                "UPDATE respondent SET ref = NULL, position = ?, changed_at = ? WHERE id IN ("
                        + Database.marks(respondents.size())
                        + ") AND NOT EXISTS (SELECT 1 FROM respondent_answer a WHERE a.respondent_id = respondent.id)",
                parameters.toArray());
    }

    private Map<String, byte[]> respondents(Set<String> refs) {
        return database
                .rows(
                        "SELECT ref, id FROM respondent WHERE ref IN (" + Database.marks(refs.size()) + ")",
                        row -> Map.entry(row.getString("ref"), row.getBytes("id")),
                        List.copyOf(refs))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Object[] row(NamedAnswer answer, byte[] respondent) {
        return new Object[] {
            answer.answer(),
            answer.withdrawn() ? null : respondent,
            answer.touchpoint(),
            answer.surveyVersion(),
            answer.score(),
            answer.answeredAt(),
            answer.revision(),
            answer.withdrawn()
        };
    }

    private static Set<String> refs(List<NamedAnswer> answers) {
        return answers.stream().map(NamedAnswer::respondent).collect(Collectors.toSet());
    }

    /** As all services of the suite write references; another one would only be told by somebody else. */
    private static boolean namesSomebody(NamedAnswer answer) {
        String ref = answer.respondent();
        return ref != null && !ref.isEmpty() && ref.equals(ref.strip()) && ref.length() <= LONGEST_REFERENCE;
    }
}
