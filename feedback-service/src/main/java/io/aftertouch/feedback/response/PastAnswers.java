package io.aftertouch.feedback.response;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.respondent.ErasedReferences;
import io.aftertouch.feedback.respondent.ErasedRespondent;
import io.aftertouch.feedback.response.PastAnswers.Fate.Known;
import io.aftertouch.feedback.response.PastAnswers.Fate.New;
import io.aftertouch.feedback.response.PastAnswers.Fate.Refused;
import io.aftertouch.platform.batch.BatchItems;
import io.aftertouch.platform.problem.ProblemException;

/** Takes answers of the past through the same door as those of today, a few at a time, so that today's never wait for them long. */
@ApplicationScoped
public class PastAnswers {

    /** So many may be handed over at once. */
    public static final int AT_ONCE = 200;

    private static final int TRIES = 60;
    private static final long REST_MILLIS = 500;

    /** What becomes of a past answer, or would. */
    public sealed interface Fate {

        /** It is stored now. */
        record New() implements Fate {}

        /** The very same was there before. */
        record Known() implements Fate {}

        record Refused(ProblemException why) implements Fate {}
    }

    private final ResponseSubmission submission;
    private final AnswerIntake intake;
    private final ResponseTable table;
    private final BatchItems items;
    private final ErasedReferences references;
    private final DataSource database;

    PastAnswers(
            ResponseSubmission submission,
            AnswerIntake intake,
            ResponseTable table,
            BatchItems items,
            ErasedReferences references,
            DataSource database) {
        this.submission = submission;
        this.intake = intake;
        this.table = table;
        this.items = items;
        this.references = references;
        this.database = database;
    }

    private record Read(Answer answer, Refused refusal) {}

    /** What would become of these answers; nothing is stored. In their order. */
    public List<Fate> check(List<PastAnswer> answers) {
        List<Read> read = answers.stream().map(this::read).toList();
        Map<ByteBuffer, byte[]> digests = digestsOf(read);
        Set<String> erased = erasedAmong(read);
        return read.stream()
                .map(one -> one.refusal() == null ? fate(one.answer(), digests, erased) : one.refusal())
                .toList();
    }

    /**
     * Stores these answers, and tells what became of each, in their order.
     *
     * @param reviewed whether cases are opened for the negative ones
     * @throws IntakeUnavailable when the database is away for long; what is stored by then is found again by a repeat
     */
    public List<Fate> store(List<PastAnswer> answers, boolean reviewed) {
        List<CompletableFuture<Fate>> fates = new ArrayList<>();
        for (PastAnswer answer : answers) {
            Read read = read(answer);
            fates.add(
                    read.refusal() == null
                            ? take(reviewed ? read.answer() : read.answer().unreviewed())
                            : CompletableFuture.completedFuture(read.refusal()));
        }
        return fates.stream().map(PastAnswers::joined).toList();
    }

    private Read read(PastAnswer answer) {
        try {
            SubmitResponse sent = items.valid(answer.submission());
            return new Read(submission.past(sent), null);
        } catch (ProblemException refusal) {
            return new Read(null, new Refused(refusal));
        }
    }

    private CompletableFuture<Fate> take(Answer answer) {
        for (int attempt = 1; ; attempt++) {
            try {
                return intake.take(answer, null).thenApply(PastAnswers::fate).toCompletableFuture();
            } catch (IntakeUnavailable busy) {
                if (attempt == TRIES || !rested()) {
                    throw busy;
                }
            }
        }
    }

    private static Fate fate(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Recorded recorded -> new New();
            case Submitted.Repeated repeated -> new Known();
            case Submitted.Revised revised -> throw new IllegalStateException("A past answer is not revised");
            case Submitted.Replayed replayed -> throw new IllegalStateException("A past answer has no key");
        };
    }

    private static Fate joined(CompletableFuture<Fate> fate) {
        try {
            return fate.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IntakeUnavailable away) {
                throw away;
            }
            if (e.getCause() instanceof ProblemException refusal) {
                return new Refused(refusal);
            }
            throw e;
        }
    }

    private Map<ByteBuffer, byte[]> digestsOf(List<Read> read) {
        List<byte[]> keys = read.stream()
                .filter(one -> one.refusal() == null)
                .map(one -> one.answer().key())
                .toList();
        Map<ByteBuffer, byte[]> digests = new HashMap<>();
        if (!keys.isEmpty()) {
            try (Connection connection = database.getConnection()) {
                table.known(connection, keys).forEach((key, known) -> digests.put(key, known.digest()));
            } catch (SQLException e) {
                throw new ReadingFailure(e);
            }
        }
        return digests;
    }

    private Set<String> erasedAmong(List<Read> read) {
        try (Connection connection = database.getConnection()) {
            return references.among(
                    connection,
                    read.stream()
                            .filter(one -> one.refusal() == null)
                            .map(one -> one.answer().respondentRef())
                            .toList());
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }

    /** The digests grow with what is seen, so that a repeat within these answers is one too. */
    private static Fate fate(Answer answer, Map<ByteBuffer, byte[]> digests, Set<String> erased) {
        if (answer.respondentRef() != null && erased.contains(answer.respondentRef())) {
            return new Refused(new ErasedRespondent());
        }
        byte[] before = digests.putIfAbsent(ByteBuffer.wrap(answer.key()), answer.digest());
        if (before == null) {
            return new New();
        }
        return Arrays.equals(before, answer.digest()) ? new Known() : new Refused(new AlreadyAnswered());
    }

    private static boolean rested() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
