package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Score;

/** How often each score was given, from the good end down, band by band. */
public record Distribution(String finding, List<BandRows> bands) {

    /** The scores of one band; {@code css} is the name of its look. */
    public record BandRows(String name, String css, String answers, String share, List<Row> rows) {}

    /** One score; the width of its bar is a part of the longest. */
    public record Row(int score, String width, String answers, String share) {}

    static Distribution of(Score score) {
        List<BandRows> bands = new ArrayList<>();
        for (Band band : List.of(Band.POSITIVE, Band.NEUTRAL, Band.NEGATIVE)) {
            List<Row> rows = rows(score, band);
            if (!rows.isEmpty()) {
                bands.add(new BandRows(
                        Shown.capital(band.name().toLowerCase(Locale.ROOT)),
                        band.name().toLowerCase(Locale.ROOT),
                        Numbers.shown(score.in(band)),
                        Shown.share(score.in(band), score.n()),
                        rows));
            }
        }
        return new Distribution(finding(score), bands);
    }

    private static List<Row> rows(Score score, Band band) {
        boolean highIsGood =
                switch (score.scale().goodEnd()) {
                    case HIGH -> true;
                    case LOW -> false;
                };
        int min = score.scale().min();
        int max = score.scale().max();
        long longest = scores(score).mapToLong(score.counts()::at).max().orElseThrow();
        return IntStream.rangeClosed(min, max)
                .map(value -> highIsGood ? max + min - value : value)
                .filter(value -> score.scale().band(value) == band)
                .mapToObj(value -> new Row(
                        value,
                        Shown.width((double) score.counts().at(value) / longest),
                        Numbers.shown(score.counts().at(value)),
                        Shown.share(score.counts().at(value), score.n())))
                .toList();
    }

    private static String finding(Score score) {
        int most = scores(score)
                .boxed()
                .max((a, b) -> Long.compare(score.counts().at(a), score.counts().at(b)))
                .orElseThrow();
        return "The most frequent answer is %d; %s are negative."
                .formatted(most, Shown.share(score.in(Band.NEGATIVE), score.n()));
    }

    private static IntStream scores(Score score) {
        return IntStream.rangeClosed(score.scale().min(), score.scale().max());
    }
}
