package io.aftertouch.feedback.recount;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.recount.RecountParts.Part;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.sql.Snapshots;

/** Counts answers again, for whoever has added them up and wants to know whether that is right. */
@Singleton
class Recount {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int EVENTS_AT_ONCE = 500;
    private static final int NAMED_AT_ONCE = 2_000;

    /** An answer is stored a moment before its event, by clocks that may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final CountableAnswers answers;
    private final Snapshots snapshots;

    Recount(CountableAnswers answers, Snapshots snapshots) {
        this.answers = answers;
        this.snapshots = snapshots;
    }

    RecountParts parts() {
        return snapshots.read(LONGEST, () -> {
            List<Part> parts = new ArrayList<>();
            for (String touchpoint : answers.touchpoints()) {
                Optional<Instant> next = answers.firstFrom(touchpoint, Instant.EPOCH.minus(Duration.ofDays(365_000)));
                while (next.isPresent()) {
                    YearMonth month = YearMonth.from(next.get().atZone(ZoneOffset.UTC));
                    parts.add(new Part(touchpoint, month.toString()));
                    next = answers.firstFrom(touchpoint, start(month.plusMonths(1)));
                }
            }
            parts.sort(Comparator.comparing(Part::touchpoint).thenComparing(Part::month));
            return new RecountParts(parts);
        });
    }

    Recounted of(String touchpoint, YearMonth month) {
        return snapshots.read(LONGEST, () -> {
            Instant remembered =
                    answers.oldestEvent().map(at -> at.minus(CLOCKS_DIFFER)).orElse(Instant.MAX);
            SeriesCount count = new SeriesCount();
            List<UUID> changed = new ArrayList<>();
            answers.each(touchpoint, start(month), start(month.plusMonths(1)), answer -> {
                if (!answer.withdrawn()) {
                    count.add(answer);
                }
                if (!answer.changedAt().isBefore(remembered)) {
                    changed.add(answer.id());
                }
            });
            return new Recounted(count.series(), told(changed));
        });
    }

    /** @param cursor as {@link NamedAnswers#next} said it; null for the first */
    NamedAnswers named(String touchpoint, YearMonth month, String cursor) {
        Cursor start = Cursor.decode(cursor, 2);
        List<NamedAnswers.Named> found = answers.named(
                touchpoint,
                start == null ? start(month) : start.instant(0),
                start == null ? new UUID(0, 0) : start.uuid(1),
                start(month.plusMonths(1)),
                NAMED_AT_ONCE);
        NamedAnswers.Named last = found.size() < NAMED_AT_ONCE ? null : found.getLast();
        return new NamedAnswers(found, last == null ? null : Cursor.encode(last.answeredAt(), last.id()));
    }

    private List<Recounted.Told> told(List<UUID> about) {
        List<Recounted.Told> told = new ArrayList<>();
        for (int from = 0; from < about.size(); from += EVENTS_AT_ONCE) {
            told.addAll(answers.told(about.subList(from, Math.min(about.size(), from + EVENTS_AT_ONCE))));
        }
        return told;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
