package io.aftertouch.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.journey.Site;

/**
 * Events of a shop: one in two is of a person who was never heard of, the others are of people who were. Some touchpoints have a rule with
 * conditions, some a rule that asks only a sample, some two rules of which one wins, and some none. What is asked is asked the next day, so that
 * no e-mail is sent while it is measured.
 */
final class ShopEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTRIES = List.of("DK", "SE", "NO", "FI", "DE");
    private static final List<String> PLANS = List.of("free", "plus", "pro");
    private static final List<String> TOUCHPOINTS = List.of(
            "support.closed",
            "support.closed",
            "support.reopened",
            "order.delivered",
            "order.delivered",
            "store.visited",
            "newsletter.opened");

    private final SplittableRandom random = new SplittableRandom(4711);
    private final Instant start = Instant.now();
    private int people;
    private int events;

    /** Makes touchpoints, surveys and rules. */
    void configure(Site site) {
        for (String touchpoint : Stream.concat(TOUCHPOINTS.stream(), Stream.of("till.paid"))
                .distinct()
                .toList()) {
            site.post(
                    "/api/v1/touchpoints",
                    Map.of("key", touchpoint, "name", touchpoint, "stage", "post-purchase", "channel", "web"));
        }
        for (String metric : List.of("NPS", "CSAT", "CES")) {
            site.post("/api/v1/surveys", Map.of("key", key(metric), "metric", metric, "subject", "Nordlys"));
            site.post("/api/v1/surveys/" + key(metric) + "/publication", Map.of());
        }
        rule(site, "support.closed", "CES", Map.of("cancelledBy", "support.reopened", "priority", 5));
        rule(site, "support.closed", "NPS", Map.of("samplePercent", 40));
        rule(site, "till.paid", "CSAT", Map.of("channels", List.of("LINK"), "delay", "PT0S"));
        rule(
                site,
                "order.delivered",
                "CSAT",
                Map.of("conditions", List.of(condition("segment.country", "in", "values", List.of("DK", "SE", "NO")))));
        rule(
                site,
                "store.visited",
                "NPS",
                Map.of(
                        "samplePercent",
                        25,
                        "conditions",
                        List.of(
                                condition("segment.plan", "notEquals", "value", "free"),
                                condition("attribute.amount", "greaterThan", "value", "100"))));
    }

    /** An event at a touchpoint at which everybody gets a link at once. */
    byte[] linked() throws JsonProcessingException {
        Map<String, Object> event = new HashMap<>(next());
        event.put("touchpoint", "till.paid");
        event.put("respondent", Map.of("ref", "visitor-" + events));
        return bytes(event);
    }

    private static String key(String metric) {
        return "shop-" + metric.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> condition(String field, String operator, String kind, Object value) {
        return Map.of("field", field, "operator", operator, kind, value);
    }

    private static void rule(Site site, String touchpoint, String metric, Map<String, Object> more) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "touchpoint", touchpoint, "survey", key(metric), "channels", List.of("EMAIL"), "delay", "PT24H"));
        rule.putAll(more);
        site.post("/api/v1/trigger-rules", rule);
    }

    /** So many bodies of a request with so many events. */
    List<byte[]> batches(int count, int size) throws JsonProcessingException {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Map<String, Object>> some = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                some.add(next());
            }
            bodies.add(bytes(Map.of("events", some)));
        }
        return bodies;
    }

    /** So many bodies of a request with one event. */
    List<byte[]> singles(int count) throws JsonProcessingException {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(bytes(next()));
        }
        return bodies;
    }

    private static byte[] bytes(Object body) throws JsonProcessingException {
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> next() {
        int person = people == 0 || random.nextBoolean() ? people++ : random.nextInt(people);
        events++;
        return Map.of(
                "id", "e-" + events,
                "source", "shop",
                "touchpoint", oneOf(TOUCHPOINTS),
                "occurredAt", start.minusSeconds(random.nextInt(3600)).toString(),
                "respondent",
                        Map.of(
                                "ref", "customer-" + person,
                                "email", "customer." + person + "@example.com",
                                "name", "Customer number " + person,
                                "locale", "da"),
                "segments", Map.of("country", oneOf(COUNTRIES), "plan", oneOf(PLANS)),
                "attributes",
                        Map.of(
                                "ticketId", Integer.toString(events),
                                "agent", "agent-" + random.nextInt(40),
                                "amount", Integer.toString(random.nextInt(400))));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
