package io.aftertouch.local.demo;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A trigger rule as it is posted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rule(
        String touchpoint,
        String survey,
        List<String> channels,
        String delay,
        List<Condition> conditions,
        Integer samplePercent) {

    /** What has to hold of an event. */
    record Condition(String field, String operator, String value) {}

    /** The rule of a touchpoint; who visits a store finds a QR code there and is not invited. */
    static Optional<Rule> at(Touchpoint touchpoint) {
        return switch (touchpoint) {
            case ORDER_DELIVERED ->
                Optional.of(
                        byEmail(touchpoint, "PT2H", new Condition("attribute.place", "notEquals", "letterbox"), 60));
            case TICKET_CLOSED ->
                Optional.of(
                        byEmail(touchpoint, "PT30M", new Condition("attribute.closedBy", "notEquals", "robot"), 100));
            case CHECKOUT_COMPLETED -> Optional.of(byLink(touchpoint, 25));
            case STORE_PURCHASED, CALL_ENDED -> Optional.of(byLink(touchpoint, 50));
            case GUIDE_READ, SEARCH_USED -> Optional.of(byLink(touchpoint, 20));
            case ORDER_COLLECTED, RETURN_REFUNDED, CLUB_JOINED, CLUB_ONE_YEAR -> Optional.of(byLink(touchpoint, 100));
            case STORE_VISITED -> Optional.empty();
        };
    }

    private static Rule byEmail(Touchpoint touchpoint, String delay, Condition condition, int samplePercent) {
        return new Rule(
                touchpoint.key(),
                touchpoint.survey().key(),
                List.of("EMAIL"),
                delay,
                List.of(condition),
                samplePercent);
    }

    private static Rule byLink(Touchpoint touchpoint, int samplePercent) {
        return new Rule(touchpoint.key(), touchpoint.survey().key(), List.of("LINK"), null, null, samplePercent);
    }
}
