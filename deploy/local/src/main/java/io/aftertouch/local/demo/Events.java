package io.aftertouch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What happened to customers in the last three days: enough that every reason for asking and not asking is found in the decisions. */
final class Events {

    private static final Duration SPAN = Duration.ofDays(3);
    private static final int REGULARS = 170;

    private Events() {}

    /** The events of the story, the earliest first. */
    static List<Event> of(Story story, Customers customers) {
        Random random = story.chance("events");
        List<Customer> regulars = IntStream.range(0, REGULARS)
                .mapToObj(i -> customers.any(random, customer -> true))
                .toList();
        List<Event> events = new ArrayList<>();
        for (Touchpoint touchpoint : Touchpoint.values()) {
            for (int i = 1; i <= number(touchpoint); i++) {
                Customer customer = regulars.get(random.nextInt(REGULARS));
                if (touchpoint.concerns(customer)) {
                    Instant when = story.until().minusSeconds(60).minusSeconds((long)
                            (SPAN.toSeconds() * random.nextDouble()));
                    events.add(new Event(
                            String.format(Locale.ROOT, "%s-%03d", touchpoint.key(), i),
                            "demo",
                            touchpoint.key(),
                            when,
                            new Event.Respondent(
                                    customer.ref(), customer.email(), customer.name(), customer.language()),
                            customer.segments(touchpoint),
                            attributes(touchpoint, random)));
                }
            }
        }
        events.sort(Comparator.comparing(Event::occurredAt).thenComparing(Event::id));
        return events;
    }

    private static int number(Touchpoint touchpoint) {
        return switch (touchpoint) {
            case CHECKOUT_COMPLETED -> 80;
            case ORDER_DELIVERED -> 60;
            case STORE_PURCHASED, TICKET_CLOSED -> 40;
            case RETURN_REFUNDED, GUIDE_READ, SEARCH_USED -> 25;
            case CALL_ENDED, CLUB_JOINED, STORE_VISITED -> 20;
            case ORDER_COLLECTED, CLUB_ONE_YEAR -> 6;
        };
    }

    private static Map<String, String> attributes(Touchpoint touchpoint, Random random) {
        return switch (touchpoint) {
            case ORDER_DELIVERED ->
                Map.of("orderId", number(random, 88_000), "place", one(random, "door", "door", "pickup", "letterbox"));
            case CHECKOUT_COMPLETED, ORDER_COLLECTED, RETURN_REFUNDED -> Map.of("orderId", number(random, 88_000));
            case TICKET_CLOSED ->
                Map.of("ticketId", number(random, 4_000), "closedBy", one(random, "agent", "agent", "agent", "robot"));
            case CALL_ENDED -> Map.of("callId", number(random, 61_000));
            case STORE_PURCHASED, STORE_VISITED ->
                Map.of("store", one(random, "Aarhus", "Odense", "Malmö", "Göteborg", "Bergen", "Turku"));
            case GUIDE_READ -> Map.of("guide", one(random, "sleeping-bags", "hiking-boots", "rain-jackets"));
            case SEARCH_USED, CLUB_JOINED, CLUB_ONE_YEAR -> Map.of();
        };
    }

    private static String number(Random random, int from) {
        return Integer.toString(from + random.nextInt(900));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
