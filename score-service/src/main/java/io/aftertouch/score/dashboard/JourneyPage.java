package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.util.List;

import io.aftertouch.score.catalog.OpenCases.Waiting;

/** The stages in the order in which customers meet them, with their touchpoints. */
public record JourneyPage(String lead, Instant asOf, FilterForm filters, String filterQuery, List<StageColumn> stages) {

    /** One stage; the number of answers is the sum of those that are shown. */
    public record StageColumn(String name, String answers, List<Card> touchpoints) {}

    public record Card(String key, String name, String metric, Figure figure, Waiting cases, List<String> hot) {}
}
