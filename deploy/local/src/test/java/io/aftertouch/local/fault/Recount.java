package io.aftertouch.local.fault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts answers one by one, the plain way: what the tallies of score-service must come to. */
final class Recount {

    private static final int SCORES = 11;

    private final SortedMap<String, List<Integer>> counts = new TreeMap<>();

    private Recount() {}

    static SortedMap<String, List<Integer>> of(List<State.Answer> answers) {
        Recount recount = new Recount();
        answers.stream().filter(answer -> !answer.withdrawn()).forEach(recount::add);
        return recount.counts;
    }

    /** The name of a tally that tells everything apart. */
    static String detail(
            String grain,
            Instant bucket,
            String touchpoint,
            String survey,
            int version,
            String channel,
            String profile) {
        return "detail "
                + String.join(" ", grain, bucket.toString(), touchpoint, survey + "/" + version, channel, profile);
    }

    /** The name of a tally of a facet. */
    static String facet(
            String grain, Instant bucket, String touchpoint, String survey, int version, String facet, String member) {
        return "facet " + String.join(" ", grain, bucket.toString(), touchpoint, survey + "/" + version, facet, member);
    }

    static String profile(Map<String, String> segments) {
        return new TreeMap<>(segments)
                .entrySet().stream()
                        .map(segment -> segment.getKey() + ":" + segment.getValue())
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private void add(State.Answer answer) {
        String profile = profile(answer.segments());
        for (Map.Entry<String, Instant> bucket : buckets(answer.answeredAt()).entrySet()) {
            count(
                    answer,
                    detail(
                            bucket.getKey(),
                            bucket.getValue(),
                            answer.touchpoint(),
                            answer.survey(),
                            answer.version(),
                            answer.channel(),
                            profile));
            facet(answer, bucket, "ALL", "");
            facet(answer, bucket, "TOUCHPOINT", "");
            facet(answer, bucket, "CHANNEL", answer.channel());
            facet(answer, bucket, "PROFILE", profile);
            answer.segments().forEach((dimension, value) -> facet(answer, bucket, "SEGMENT", dimension + ":" + value));
        }
    }

    private void facet(State.Answer answer, Map.Entry<String, Instant> bucket, String facet, String member) {
        count(
                answer,
                facet(
                        bucket.getKey(),
                        bucket.getValue(),
                        answer.touchpoint(),
                        answer.survey(),
                        answer.version(),
                        facet,
                        member));
    }

    private static Map<String, Instant> buckets(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return Map.of(
                "HOUR", at.truncatedTo(ChronoUnit.HOURS),
                "DAY", at.truncatedTo(ChronoUnit.DAYS),
                "MONTH", day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void count(State.Answer answer, String name) {
        List<Integer> scores = counts.computeIfAbsent(name, some -> new ArrayList<>(Collections.nCopies(SCORES, 0)));
        scores.set(answer.score(), scores.get(answer.score()) + 1);
    }
}
