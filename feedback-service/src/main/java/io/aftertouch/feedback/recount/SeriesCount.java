package io.aftertouch.feedback.recount;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.aftertouch.feedback.recount.Recounted.Hour;
import io.aftertouch.feedback.recount.Recounted.Series;

/** Adds answers up by hour and score, for each combination of what else tells them apart. */
final class SeriesCount {

    private static final int SCORES = 11;

    private record Kind(String survey, int surveyVersion, String scale, String channel, Map<String, String> segments) {}

    private final Map<Kind, SortedMap<Instant, long[]>> hours = new HashMap<>();

    void add(CountableAnswers.Answer answer) {
        Kind kind =
                new Kind(answer.survey(), answer.surveyVersion(), answer.scale(), answer.channel(), answer.segments());
        hours.computeIfAbsent(kind, unseen -> new TreeMap<>())
                .computeIfAbsent(answer.hour(), unseen -> new long[SCORES])[answer.score()]++;
    }

    List<Series> series() {
        return hours.entrySet().stream()
                .map(entry -> series(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Series series(Kind kind, SortedMap<Instant, long[]> hours) {
        return new Series(
                kind.survey(),
                kind.surveyVersion(),
                kind.scale(),
                kind.channel(),
                kind.segments(),
                hours.entrySet().stream()
                        .map(hour -> new Hour(hour.getKey(), hour.getValue()))
                        .toList());
    }
}
