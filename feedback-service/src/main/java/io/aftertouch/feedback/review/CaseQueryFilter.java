package io.aftertouch.feedback.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import jakarta.ws.rs.QueryParam;

import io.aftertouch.feedback.response.FilterReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the list of cases as they stand in its address. */
record CaseQueryFilter(
        @Parameter(
                description = "State; may be given several times",
                schema = @Schema(type = SchemaType.ARRAY, implementation = CaseState.class))
        @QueryParam("state")
        List<String> state,

        @QueryParam("touchpoint") String touchpoint,

        @Parameter(description = "Key of a team") @QueryParam("team")
        String team,

        @QueryParam("assignee") String assignee,

        @Parameter(description = "Words in the comment") @QueryParam("q")
        String q,

        @Parameter(
                description =
                        "Segments at the time of the interaction, as in country:DK. Of one dimension any, of several dimensions all.")
        @QueryParam("segment")
        List<String> segment,

        @Parameter(
                description = "Order; NEWEST unless said otherwise",
                schema = @Schema(implementation = CaseOrder.class))
        @QueryParam("order")
        String order) {

    CaseFilter filter() {
        Set<CaseState> states = EnumSet.noneOf(CaseState.class);
        for (String name : state == null ? List.<String>of() : state) {
            if (!name.isBlank()) {
                states.add(InvalidFilter.read(CaseState.class, "state", name));
            }
        }
        return new CaseFilter(
                states,
                blankToNull(touchpoint),
                blankToNull(team),
                blankToNull(assignee),
                false,
                words(),
                segments(),
                null);
    }

    CaseOrder ordered() {
        return blankToNull(order) == null ? CaseOrder.NEWEST : InvalidFilter.read(CaseOrder.class, "order", order);
    }

    private SortedMap<String, Set<String>> segments() {
        var reader = new FilterReader();
        SortedMap<String, Set<String>> segments = reader.segments("segment", segment);
        if (!reader.errors().isEmpty()) {
            throw new InvalidFilter(reader.errors());
        }
        return segments;
    }

    private String words() {
        String words = blankToNull(q);
        return words == null ? null : words.strip();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
