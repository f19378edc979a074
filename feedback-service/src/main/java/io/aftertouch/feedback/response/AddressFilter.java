package io.aftertouch.feedback.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.time.Instants;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the list of answers as they stand in its address. */
record AddressFilter(
        @QueryParam("touchpoint") String touchpoint,
        @QueryParam("survey") String survey,

        @Parameter(schema = @Schema(implementation = Band.class)) @QueryParam("band")
        String band,

        @Parameter(description = "Answered at or after", schema = @Schema(implementation = Instant.class))
        @QueryParam("from")
        String from,

        @Parameter(description = "Answered before", schema = @Schema(implementation = Instant.class)) @QueryParam("to")
        String to) {

    private static final Duration LONGEST_RANGE = Duration.ofDays(3_660);

    /** @throws InvalidResponse when a filter cannot be read */
    ResponseFilter filter() {
        List<FieldError> errors = new ArrayList<>();
        var filter = new ResponseFilter(
                blankToNull(touchpoint),
                blankToNull(survey),
                band(errors),
                instant("from", from, errors),
                instant("to", to, errors));
        if (filter.from() != null && filter.to() != null) {
            if (!filter.from().isBefore(filter.to())) {
                errors.add(new FieldError("to", "must be after from"));
            } else if (Duration.between(filter.from(), filter.to()).compareTo(LONGEST_RANGE) > 0) {
                errors.add(new FieldError("to", "must be at most ten years after from"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidResponse("The filters cannot be read.", errors);
        }
        return filter;
    }

    private Band band(List<FieldError> errors) {
        if (blankToNull(band) == null) {
            return null;
        }
        try {
            return Band.valueOf(band);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(
                    "band",
                    "must be one of "
                            + Arrays.stream(Band.values()).map(Band::name).collect(Collectors.joining(", "))));
            return null;
        }
    }

    private static Instant instant(String field, String value, List<FieldError> errors) {
        if (blankToNull(value) == null) {
            return null;
        }
        try {
            return Instants.parse(value);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, e.getMessage()));
            return null;
        }
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
