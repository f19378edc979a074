package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.QueryParam;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the list of answers as they stand in its address. */
record AddressFilter(
        @QueryParam("touchpoint") String touchpoint,
        @QueryParam("survey") String survey,

        @Parameter(schema = @Schema(implementation = Metric.class)) @QueryParam("metric")
        String metric,

        @Parameter(description = "A score; any of those named.", schema = @Schema(implementation = Integer[].class))
        @QueryParam("score")
        List<String> score,

        @Parameter(schema = @Schema(implementation = Band.class)) @QueryParam("band")
        String band,

        @Parameter(
                description =
                        "Segments at the time of the interaction, as in country:DK. Of one dimension any, of several dimensions all.")
        @QueryParam("segment")
        List<String> segment,

        @Parameter(description = "Who answered, by your own reference") @QueryParam("respondent")
        String respondent,

        @Parameter(description = "Channel of the contact") @QueryParam("channel")
        String channel,

        @Parameter(description = "Text that stands in the comment, at most 200 characters") @QueryParam("q")
        String words,

        @Parameter(description = "Answered at or after", schema = @Schema(implementation = Instant.class))
        @QueryParam("from")
        String from,

        @Parameter(description = "Answered before", schema = @Schema(implementation = Instant.class)) @QueryParam("to")
        String to) {

    /** @throws InvalidResponse naming every filter that cannot be read */
    ResponseFilter filter() {
        var reader = new FilterReader();
        var filter = new ResponseFilter(
                reader.text("touchpoint", touchpoint),
                reader.text("survey", survey),
                reader.oneOf("metric", Metric.class, metric),
                reader.scores("score", score),
                reader.oneOf("band", Band.class, band),
                reader.segments("segment", segment),
                reader.text("respondent", respondent),
                reader.text("channel", channel),
                reader.text("q", words),
                reader.instant("from", from),
                reader.instant("to", to));
        reader.range("to", filter.from(), filter.to());
        if (!reader.errors().isEmpty()) {
            throw new InvalidResponse("The filters cannot be read.", reader.errors());
        }
        return filter;
    }
}
