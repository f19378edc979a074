package io.aftertouch.score.report;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which answers the scores of the journey are made from. */
class JourneyParameters {

    @Parameter(
            description =
                    "Segments at the time of the interaction, as in country:DK. Of one dimension any, of several dimensions all.")
    @RestQuery
    List<String> segment;

    @Parameter(description = "Channels on which answers came in; any of them.")
    @RestQuery
    List<String> channel;

    @Parameter(
            description =
                    "First instant, RFC 3339, or a date, which stands for the start of that day in timeZone. Widened to the full hour.")
    @RestQuery
    String from;

    @Parameter(description = "First instant or date that no longer counts. Widened to the full hour.")
    @RestQuery
    String to;

    @Parameter(description = "Where days begin, as in Europe/Copenhagen. The installation's zone if left out.")
    @RestQuery
    String timeZone;
}
