package io.aftertouch.feedback.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.history.ImportReport.Refusal;
import io.aftertouch.feedback.response.PastAnswer;
import io.aftertouch.feedback.response.PastAnswers;
import io.aftertouch.feedback.response.PastAnswers.Fate;
import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.csv.UnreadableFile;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Reads a file of past answers row by row and hands them in, a few at a time. An answer is named by its source and its id there, so that the same file
 * may come again, whole or in part, and adds what is missing.
 */
@ApplicationScoped
class HistoryImport {

    private static final Logger LOG = Logger.getLogger(HistoryImport.class);
    private static final int MOST_REFUSALS = 1_000;

    private final PastAnswers answers;
    private final ReferenceKey referenceKey;

    HistoryImport(PastAnswers answers, ReferenceKey referenceKey) {
        this.answers = answers;
        this.referenceKey = referenceKey;
    }

    /**
     * @param charset what the sender said, if anything
     * @throws UnreadableFile when the file has no line of column names
     * @throws InvalidImport when it lacks a column that is needed
     */
    ImportReport run(ImportPlan plan, InputStream bytes, Optional<Charset> charset) throws IOException {
        if (plan.reference() == Reference.HASH && !referenceKey.isThere()) {
            throw new InvalidImport("reference", "cannot be HASH: aftertouch.reference-key is not set");
        }
        var file = CsvSource.open(bytes, charset);
        var reader = new RowReader(plan, file, referenceKey);
        var tally = new Tally(plan, reader);
        String end = null;
        try {
            while (file.hasNext()) {
                tally.add(file.next());
            }
        } catch (UnreadableFile broken) {
            end = broken.getMessage();
        }
        tally.settle();
        var report = tally.report(file, end);
        LOG.infof(
                "History of %s %s: %d rows, %d new, %d known, %d refused",
                plan.source(),
                plan.dryRun() ? "checked" : "imported",
                report.rows(),
                report.stored(),
                report.known(),
                report.refused());
        return report;
    }

    /** Counts what becomes of the rows, and keeps the few that wait to be handed in together. */
    private final class Tally {

        private final ImportPlan plan;
        private final RowReader reader;
        private final List<PastAnswer> waiting = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private long rows;
        private long stored;
        private long known;
        private long refused;

        Tally(ImportPlan plan, RowReader reader) {
            this.plan = plan;
            this.reader = reader;
        }

        void add(CsvRow row) {
            rows++;
            try {
                waiting.add(reader.read(row));
                lines.add(row.line());
            } catch (InvalidImport refusal) {
                refuse(row.line(), "This row cannot be read.", refusal);
            }
            if (waiting.size() == PastAnswers.AT_ONCE) {
                settle();
            }
        }

        void settle() {
            List<Fate> fates = plan.dryRun() ? answers.check(waiting) : answers.store(waiting, plan.openCases());
            for (int i = 0; i < fates.size(); i++) {
                switch (fates.get(i)) {
                    case Fate.New fresh -> stored++;
                    case Fate.Known same -> known++;
                    case Fate.Refused(ProblemException why) -> refuse(lines.get(i), why.getMessage(), why);
                }
            }
            waiting.clear();
            lines.clear();
        }

        private void refuse(long line, String reason, ProblemException why) {
            refused++;
            if (refusals.size() < MOST_REFUSALS) {
                List<FieldError> errors = why.errors();
                refusals.add(new Refusal(line, "/problems/" + why.slug(), reason, errors));
            }
        }

        ImportReport report(CsvSource file, String end) {
            List<String> left = file.columns().stream()
                    .filter(column -> !reader.taken().contains(column))
                    .toList();
            return new ImportReport(
                    plan.dryRun(), rows, stored, known, refused, refusals, List.copyOf(reader.taken()), left, end);
        }
    }
}
