package io.aftertouch.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What Nordlys wants to reach, and what it changed to get there, as the suite takes it. */
final class Plans {

    private Plans() {}

    static List<Map<String, Object>> targets(Story story) {
        LocalDate today = story.lastDay();
        return List.of(
                Map.of(
                        "touchpoint",
                        Touchpoint.ORDER_DELIVERED.key(),
                        "metric",
                        "NPS",
                        "value",
                        45,
                        "startsOn",
                        today.minusDays(60).toString(),
                        "dueOn",
                        today.plusDays(30).toString(),
                        "note",
                        "Agreed with the carriers in spring"),
                Map.of(
                        "touchpoint",
                        Touchpoint.TICKET_CLOSED.key(),
                        "metric",
                        "CSAT",
                        "segment",
                        "plan:club",
                        "value",
                        80,
                        "startsOn",
                        today.minusDays(45).toString(),
                        "dueOn",
                        today.plusDays(45).toString()),
                Map.of(
                        "touchpoint", Touchpoint.CHECKOUT_COMPLETED.key(),
                        "metric", "CES",
                        "value", 6,
                        "startsOn", today.minusDays(80).toString(),
                        "dueOn", today.minusDays(10).toString()));
    }

    static List<Map<String, Object>> improvements(Story story) {
        LocalDate today = story.lastDay();
        return List.of(
                Map.of(
                        "name",
                        "Checkout remembers the address",
                        "description",
                        "Members of the club choose their address instead of typing it.",
                        "touchpoint",
                        Touchpoint.CHECKOUT_COMPLETED.key(),
                        "metric",
                        "CES",
                        "changedOn",
                        today.minusDays(40).toString(),
                        "days",
                        35,
                        "comparedWith",
                        List.of(Touchpoint.SEARCH_USED.key(), Touchpoint.RETURN_REFUNDED.key()),
                        "money",
                        Map.of(
                                "currency", "DKK",
                                "cost", 1_500,
                                "conversion",
                                        Map.of(
                                                "before", Map.of("hits", 4, "of", 100),
                                                "after", Map.of("hits", 15, "of", 300)),
                                "orders", Map.of("revenue", 10_000, "count", 50),
                                "lifetime", Map.of("valuePerYear", 1_000, "years", 5, "customersKept", 1))),
                Map.of(
                        "name", "More couriers in the evening",
                        "touchpoint", Touchpoint.ORDER_DELIVERED.key(),
                        "metric", "NPS",
                        "changedOn", today.minusDays(16).toString(),
                        "comparedWith", List.of(Touchpoint.STORE_VISITED.key(), Touchpoint.CLUB_JOINED.key())));
    }
}
