package io.aftertouch.score.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;

/** Numbers and words as the dashboards write them. */
public final class Shown {

    private static final List<String> WORDS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final double SMALLEST_P = 0.001;

    private Shown() {}

    /** 36, 77 %, 5.6: NPS and shares as integers, means with one decimal. */
    public static String score(Metric metric, double value) {
        return switch (metric) {
            case NPS -> Numbers.decimals(value, 0);
            case CSAT -> Numbers.percent(value / 100);
            case CES -> Numbers.decimals(value, 1);
        };
    }

    /** The same without a unit, as it stands in intervals and on axes. */
    public static String bare(Metric metric, double value) {
        return Numbers.decimals(value, metric == Metric.CES ? 1 : 0);
    }

    public static String share(long part, long whole) {
        return Numbers.percent((double) part / whole);
    }

    /** A p value with its sign: "= 0.012", "< 0.001". */
    public static String p(double p) {
        return p < SMALLEST_P ? "< 0.001" : "= " + Numbers.decimals(p, 3);
    }

    /** A length or place in a drawing that is as wide as its cell. */
    public static String width(double part) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * part);
    }

    /** "no hot spots", "one hot spot", "two hot spots", "12 hot spots". */
    public static String counted(long n, String one, String many) {
        String number = n < WORDS.size() ? WORDS.get((int) n) : Numbers.shown(n);
        return number + " " + (n == 1 ? one : many);
    }

    public static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a metric is called where people read it. */
    public static String title(Scale scale) {
        return switch (scale.metric()) {
            case NPS -> "Would recommend";
            case CSAT -> "Satisfied";
            case CES -> "Made it easy";
        };
    }

    /** How to read a score of this scale. */
    public static String range(Scale scale) {
        return switch (scale.metric()) {
            case NPS -> "NPS, −100 to 100";
            case CSAT -> "CSAT on %d to %d, 0 to 100 %% satisfied".formatted(scale.min(), scale.max());
            case CES ->
                "CES, mean of %d to %d, %s is better"
                        .formatted(
                                scale.min(),
                                scale.max(),
                                switch (scale.goodEnd()) {
                                    case HIGH -> "higher";
                                    case LOW -> "lower";
                                });
        };
    }

    /** Where the axis of a scale begins and ends. */
    public static double from(Scale scale) {
        return switch (scale.metric()) {
            case NPS -> -100;
            case CSAT -> 0;
            case CES -> scale.min();
        };
    }

    public static double to(Scale scale) {
        return switch (scale.metric()) {
            case NPS, CSAT -> 100;
            case CES -> scale.max();
        };
    }
}
