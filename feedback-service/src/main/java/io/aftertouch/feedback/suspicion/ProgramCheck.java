package io.aftertouch.feedback.suspicion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.Sign;

/**
 * Tells what about a sent form speaks for a program.
 *
 * @param fastestPerson nobody reads and sends in less
 * @param manyLinks so many links within {@code burst} are not opened by hand
 * @param remembered how long before the form was shown links may have been opened to be held against it
 * @param programs parts of the names of programs, in small letters
 */
record ProgramCheck(Duration fastestPerson, int manyLinks, Duration burst, Duration remembered, List<String> programs) {

    static ProgramCheck of(SuspicionConfig config) {
        return new ProgramCheck(
                config.fastestPerson(), config.manyLinks(), config.burst(), config.remembered(), config.agents());
    }

    /** @param openings of the links of the same message, each link once, as it was opened last */
    Evidence judge(Sending sending, List<LinkOpening> openings) {
        List<LinkOpening> held = openings.stream()
                .filter(opening -> opening.at().isAfter(earliest(sending)))
                .toList();
        int burst = largestBurst(held);
        List<Sign> signs = new ArrayList<>();
        if (held.stream().anyMatch(LinkOpening::isTrap)) {
            signs.add(Sign.TRAP_LINK);
        }
        if (burst >= manyLinks) {
            signs.add(Sign.MANY_LINKS);
        }
        Optional<Duration> after = sending.after();
        if (!sending.wasShown()) {
            signs.add(Sign.NOT_SHOWN);
        } else if (after.filter(time -> time.compareTo(fastestPerson) < 0).isPresent()) {
            signs.add(Sign.TOO_FAST);
        }
        if (sending.sawNoInput()) {
            signs.add(Sign.NO_INPUT);
        }
        if (sending.isFrom(programs)) {
            signs.add(Sign.SCANNER_AGENT);
        }
        if (held.stream().anyMatch(LinkOpening::head)) {
            signs.add(Sign.HEAD_REQUEST);
        }
        return new Evidence(
                signs,
                burst >= manyLinks ? burst : null,
                after.map(Duration::toMillis).orElse(null));
    }

    /** What was opened before does not count any more. */
    Instant earliest(Sending sending) {
        return sending.shownAt().orElse(sending.sentAt()).minus(remembered);
    }

    /** The most links that were opened within one burst. */
    private int largestBurst(List<LinkOpening> openings) {
        List<Instant> times = openings.stream()
                .map(LinkOpening::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        int largest = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(first).plus(burst).isBefore(times.get(last))) {
                first++;
            }
            largest = Math.max(largest, last - first + 1);
        }
        return largest;
    }
}
