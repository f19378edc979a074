package io.aftertouch.local.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells the story of Nordlys to a running suite. Told again, nothing is there twice. */
public final class Demo {

    private static final int PROGRESS_STEP = 1_000;
    private static final Duration CASES_LEFT_OPEN = Duration.ofDays(4);
    private static final List<String> OUTCOMES =
            List.of("PUT_RIGHT", "PUT_RIGHT", "EXPLAINED", "NOT_OUR_DOING", "UNREACHABLE");
    private static final List<String> CAUSES = List.of("Carrier: late", "Packaging", "Information", "Other");

    private final DemoApi api;
    private final Consumer<String> tell;

    private Demo(DemoApi api, Consumer<String> tell) {
        this.api = api;
        this.tell = tell;
    }

    /**
     * Fills the suite.
     *
     * @param memory the file that remembers when the story was first told
     * @param tell hears how far it is
     */
    public static void fill(String url, String apiKey, Path memory, Clock clock, Consumer<String> tell) {
        DemoMemory remembered = DemoMemory.in(memory, clock);
        if (remembered.told()) {
            tell.accept("The demo is already there");
            return;
        }
        new Demo(new DemoApi(url, apiKey), tell).tell(remembered.end());
        remembered.toldIn(memory);
    }

    private void tell(Instant end) {
        DemoStory story = new DemoStory(end);
        tell.accept("Demo: touchpoints, surveys and rules");
        DemoShop.TOUCHPOINTS.forEach(this::ask);
        take(story.answers());
        happen(story.events());
        work(end.minus(CASES_LEFT_OPEN));
        tell.accept("Demo: told");
    }

    private void ask(DemoTouchpoint touchpoint) {
        api.postNew(
                "/api/v1/touchpoints",
                Map.of(
                        "key", touchpoint.key(),
                        "name", touchpoint.name(),
                        "stage", touchpoint.stage(),
                        "channel", touchpoint.channel()));
        api.postNew(
                "/api/v1/surveys",
                Map.of(
                        "key", touchpoint.survey(),
                        "metric", touchpoint.scale().metric(),
                        "scale", touchpoint.scale().name(),
                        "subject", touchpoint.subject(),
                        "title", touchpoint.name()));
        if (!api.get("/api/v1/surveys/" + touchpoint.survey())
                .path("state")
                .asText()
                .equals("PUBLISHED")) {
            api.post("/api/v1/surveys/" + touchpoint.survey() + "/publication", Map.of());
        }
        if (api.get("/api/v1/trigger-rules?touchpoint=" + touchpoint.key())
                .path("items")
                .isEmpty()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("touchpoint", touchpoint.key());
            rule.put("survey", touchpoint.survey());
            rule.put("channels", List.of(touchpoint.asksByEmail() ? "EMAIL" : "LINK"));
            rule.put("delay", "PT0S");
            api.post("/api/v1/trigger-rules", rule);
        }
    }

    private void take(List<DemoAnswer> answers) {
        AtomicInteger taken = new AtomicInteger();
        DemoApi.each(answers, answer -> {
            api.post("/api/v1/responses", answer.body());
            int count = taken.incrementAndGet();
            if (count % PROGRESS_STEP == 0) {
                tell.accept("Demo: %,d of %,d answers".formatted(count, answers.size()));
            }
        });
    }

    private void happen(List<DemoEvent> events) {
        tell.accept("Demo: %d events of the last days".formatted(events.size()));
        DemoApi.each(events, event -> {
            JsonNode decisions = api.post("/api/v1/events", event.body()).path("decisions");
            JsonNode link = decisions.path(0).at("/invitation/link");
            if (link.isTextual()
                    && event.answer() != null
                    && !event.touchpoint().asksByEmail()) {
                String token = link.asText().substring(link.asText().lastIndexOf('/') + 1);
                api.post("/api/v1/responses", Map.of("invitation", token, "score", event.answer()));
            }
        });
    }

    /** The team has closed what is older than a few days, all but every twentieth case, and has begun with some of the rest. */
    private void work(Instant closedBefore) {
        List<JsonNode> waiting = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/api/v1/review-cases?state=NEW&limit=200" + cursor);
            page.path("items").forEach(waiting::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        } while (cursor != null);
        tell.accept("Demo: %d cases wait, the older ones are worked on".formatted(waiting.size()));
        DemoApi.each(waiting, found -> work(found, closedBefore));
    }

    private void work(JsonNode found, Instant closedBefore) {
        int lot = Math.floorMod(
                (found.path("respondentRef").asText() + found.path("answeredAt").asText()).hashCode(), 20);
        boolean old = Instant.parse(found.path("answeredAt").asText()).isBefore(closedBefore);
        if (lot == 0 || (!old && lot > 5)) {
            return;
        }
        String path = "/api/v1/review-cases/" + found.path("id").asText();
        if (!api.postNew(path + "/take", null) || !old) {
            return;
        }
        api.post(
                path + "/resolution",
                Map.of("reason", OUTCOMES.get(lot % OUTCOMES.size()), "rootCause", CAUSES.get(lot % CAUSES.size())));
    }
}
