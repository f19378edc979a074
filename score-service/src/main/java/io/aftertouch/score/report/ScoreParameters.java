package io.aftertouch.score.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.segment.Segment;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A question about scores as it stands in an address. */
class ScoreParameters {

    private static final int MOST_VALUES = 50;
    private static final int MOST_YEARS = 100;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    @Parameter(required = true, description = "NPS, CSAT or CES.", schema = @Schema(implementation = Metric.class))
    @RestQuery
    String metric;

    @Parameter(description = "Keys of touchpoints; any of them.")
    @RestQuery
    List<String> touchpoint;

    @Parameter(description = "Keys of journey stages; any of them.")
    @RestQuery
    List<String> stage;

    @Parameter(
            description =
                    "Segments at the time of the interaction, as in country:DK. Of one dimension any, of several dimensions all.")
    @RestQuery
    List<String> segment;

    @Parameter(description = "Channels on which answers came in; any of them.")
    @RestQuery
    List<String> channel;

    @Parameter(description = "Surveys by key (delivery) or by version (delivery/3); any of them.")
    @RestQuery
    List<String> survey;

    @Parameter(
            description =
                    "First instant, RFC 3339, or a date, which stands for the start of that day in timeZone. Widened to the full hour.")
    @RestQuery
    String from;

    @Parameter(description = "First instant or date that no longer counts. Widened to the full hour.")
    @RestQuery
    String to;

    @Parameter(
            description = "Cuts the time into steps: hour, day, week (from Monday), month or none.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "none"))
    @RestQuery
    String interval;

    @Parameter(
            description = "touchpoint, stage, channel, survey (by version) or segment:<dimension>, as in segment:plan.")
    @RestQuery
    String groupBy;

    @Parameter(
            description =
                    "Where days, weeks and months begin, as in Europe/Copenhagen. The installation's zone if left out.")
    @RestQuery
    String timeZone;

    /** @throws InvalidQuery naming every parameter that cannot be understood */
    ScoreQuery query(ZoneId installationZone, Predicate<String> dimensions) {
        List<FieldError> errors = new ArrayList<>();
        Metric askedMetric = read(errors, "metric", metric, null, Metric::valueOf, "must be NPS, CSAT or CES");
        if (metric == null) {
            errors.add(new FieldError("metric", "must be NPS, CSAT or CES"));
        }
        ZoneId zone = read(
                errors,
                "timeZone",
                timeZone,
                installationZone,
                ZoneId::of,
                "must be a time zone, as in Europe/Copenhagen");
        Instant start = zone == null ? null : instant(errors, "from", from, zone);
        Instant end = zone == null ? null : instant(errors, "to", to, zone);
        if (start != null && end != null) {
            checkRange(errors, start, end);
        }
        Step step = read(errors, "interval", interval, Step.NONE, ScoreParameters::step, "must be one of " + steps());
        Map<String, Set<String>> segments = segments(errors);
        Grouping grouping = grouping(errors, dimensions);
        ScoreQuery query = new ScoreQuery(
                askedMetric,
                values(errors, "touchpoint", touchpoint),
                values(errors, "stage", stage),
                segments,
                values(errors, "channel", channel),
                values(errors, "survey", survey),
                start,
                end,
                step,
                grouping,
                zone);
        if (!errors.isEmpty()) {
            throw new InvalidQuery(errors.toArray(FieldError[]::new));
        }
        return query;
    }

    private static <T> T read(
            List<FieldError> errors,
            String name,
            String text,
            T otherwise,
            Function<String, T> reader,
            String message) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.add(new FieldError(name, message));
            return otherwise;
        }
    }

    private static Instant instant(List<FieldError> errors, String name, String text, ZoneId zone) {
        return read(
                errors,
                name,
                text,
                null,
                value -> {
                    Instant instant = value.contains("T")
                            ? OffsetDateTime.parse(value).toInstant()
                            : LocalDate.parse(value).atStartOfDay(zone).toInstant();
                    int year = instant.atZone(ZoneOffset.UTC).getYear();
                    if (year < FIRST_YEAR || year > LAST_YEAR) {
                        throw new IllegalArgumentException();
                    }
                    return instant;
                },
                "must be an instant or a date, as in 2026-11-21T13:05:00Z or 2026-11-21");
    }

    private static void checkRange(List<FieldError> errors, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            errors.add(new FieldError("to", "must be after from"));
        } else if (start.atZone(ZoneOffset.UTC)
                .plusYears(MOST_YEARS)
                .toInstant()
                .isBefore(end)) {
            errors.add(new FieldError("to", "must be at most %d years after from".formatted(MOST_YEARS)));
        }
    }

    private static Set<String> values(List<FieldError> errors, String name, List<String> values) {
        Set<String> given = values.stream().filter(value -> !value.isEmpty()).collect(Collectors.toSet());
        if (given.size() > MOST_VALUES) {
            errors.add(new FieldError(name, "must be given at most %d times".formatted(MOST_VALUES)));
        }
        return given;
    }

    private Map<String, Set<String>> segments(List<FieldError> errors) {
        try {
            return values(errors, "segment", segment).stream()
                    .map(Segment::parse)
                    .collect(Collectors.groupingBy(
                            Segment::dimension, Collectors.mapping(Segment::value, Collectors.toSet())));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("segment", e.getMessage()));
            return Map.of();
        }
    }

    private Grouping grouping(List<FieldError> errors, Predicate<String> dimensions) {
        if (groupBy == null || groupBy.isEmpty()) {
            return new Grouping.None();
        }
        if (groupBy.startsWith("segment:")) {
            String dimension = groupBy.substring("segment:".length());
            if (!dimensions.test(dimension)) {
                errors.add(new FieldError("groupBy", "names a dimension that no answer has had yet: " + dimension));
            }
            return new Grouping.BySegment(dimension);
        }
        return switch (groupBy) {
            case "touchpoint" -> new Grouping.ByTouchpoint();
            case "stage" -> new Grouping.ByStage();
            case "channel" -> new Grouping.ByChannel();
            case "survey" -> new Grouping.BySurvey();
            default -> {
                errors.add(
                        new FieldError("groupBy", "must be touchpoint, stage, channel, survey or segment:<dimension>"));
                yield new Grouping.None();
            }
        };
    }

    private static Step step(String word) {
        return Arrays.stream(Step.values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String steps() {
        return Arrays.stream(Step.values())
                .map(Step::word)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }
}
