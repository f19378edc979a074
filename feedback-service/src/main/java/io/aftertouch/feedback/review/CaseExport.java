package io.aftertouch.feedback.review;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.response.ExportStream;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.csv.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Writes all cases of a filter as a table, in the order of the list. They are read slice by slice, each once the one before is on its way, so that memory
 * holds one slice and a slow reader keeps no connection of the database. A case that somebody works on meanwhile stands there as it was when its slice was
 * read.
 */
@ApplicationScoped
public class CaseExport {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";
    public static final String FILE_NAME = "cases.csv";

    static final int SLICE = 200;
    private static final int BUFFER = 64 * 1024;

    private static final List<String> COLUMNS = List.of(
            "openedAt",
            "state",
            "touchpoint",
            "score",
            "scaleMax",
            "band",
            "comment",
            "why",
            "respondentRef",
            "segments",
            "contactPermitted",
            "team",
            "assignee",
            "dueAt",
            "takenAt",
            "firstContactAt",
            "snoozedUntil",
            "outcome",
            "rootCause",
            "changedAt",
            "survey",
            "channel",
            "locale",
            "answeredAt",
            "id",
            "responseId");

    private final ReviewCaseRepository cases;
    private final Catalog catalog;
    private final CallerNames names;

    CaseExport(ReviewCaseRepository cases, Catalog catalog, CallerNames names) {
        this.cases = cases;
        this.catalog = catalog;
        this.names = names;
    }

    /** @param next where the next slice begins; null when this is the last one */
    private record Slice(List<ReviewCaseView> cases, String next) {}

    /** @param byteOrderMark whether the file says at its start that it is UTF-8, as some spreadsheets want */
    public ExportStream.Content of(CaseFilter filter, CaseOrder order, boolean byteOrderMark) {
        Slice start = slice(filter, order, null);
        return body -> write(filter, order, start, byteOrderMark, body);
    }

    private void write(CaseFilter filter, CaseOrder order, Slice start, boolean byteOrderMark, OutputStream to)
            throws IOException {
        try (var table = new CsvWriter(new BufferedOutputStream(to, BUFFER), byteOrderMark)) {
            table.row(COLUMNS);
            Slice slice = start;
            while (true) {
                for (ReviewCaseView reviewCase : slice.cases()) {
                    table.row(row(reviewCase));
                }
                table.flush();
                if (slice.next() == null) {
                    return;
                }
                slice = slice(filter, order, slice.next());
            }
        }
    }

    /** In a transaction of its own, which ends before a byte of it is sent. */
    private Slice slice(CaseFilter filter, CaseOrder order, String after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<CaseWithAnswer> found = cases.list(filter, order, after, SLICE);
            String next = found.size() < SLICE
                    ? null
                    : ReviewCaseRepository.cursorAfter(order, found.getLast().reviewCase());
            return new Slice(found.stream().map(this::view).toList(), next);
        });
    }

    private ReviewCaseView view(CaseWithAnswer found) {
        return ReviewCaseView.listed(
                found,
                catalog.survey(found.response().survey())
                        .map(SurveyVersion::scale)
                        .orElseThrow(),
                names);
    }

    private static List<Object> row(ReviewCaseView one) {
        return Arrays.asList(
                text(one.openedAt()),
                one.state().name(),
                one.touchpoint(),
                one.score(),
                one.scaleMax(),
                one.band().name(),
                one.comment(),
                one.why(),
                one.respondentRef(),
                one.segments().entrySet().stream()
                        .map(segment -> segment.getKey() + ":" + segment.getValue())
                        .collect(Collectors.joining(", ")),
                one.contactPermitted(),
                one.team(),
                one.assigneeName(),
                text(one.dueAt()),
                text(one.takenAt()),
                text(one.firstContactAt()),
                text(one.snoozedUntil()),
                text(one.outcome()),
                one.rootCause(),
                text(one.changedAt()),
                one.survey(),
                one.channel(),
                one.locale(),
                text(one.answeredAt()),
                text(one.id()),
                text(one.responseId()));
    }

    private static String text(Object value) {
        return Objects.toString(value, null);
    }
}
