package io.aftertouch.local.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tells the story to a running suite: what is asked where, the answers, what happened lately, what became of the cases, and what is planned. Each
 * part can be told again and adds nothing then.
 */
final class Telling {

    private static final int HANDS = 12;
    private static final int EVENTS_AT_ONCE = 25;
    private static final Duration UNTIL_SURVEYS_ARE_KNOWN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Api api;
    private final Crew crew;
    private final Consumer<String> teller;

    Telling(Api api, Consumer<String> teller) {
        this.api = api;
        this.crew = new Crew(HANDS, teller);
        this.teller = teller;
    }

    void tell(Story story) throws InterruptedException {
        Customers customers = Customers.of(story.chance("customers"));
        List<Answer> answers = Answers.of(story, customers);
        configure();
        Map<String, String> stored = post(answers);
        happen(Events.of(story, customers));
        askAgain();
        work(CaseEnd.of(answers, story), stored);
        plan(story);
    }

    /** Targets and improvements that are not there yet. */
    private void plan(Story story) throws InterruptedException {
        List<Map<String, Object>> targets = Plans.targets(story);
        for (Map<String, Object> target : targets) {
            Api.Reply reply = posted("/api/v1/targets", target);
            if (!reply.isProblem("target-exists")) {
                reply.orFail();
            }
        }
        Set<String> names = new HashSet<>();
        all("/api/v1/improvements?limit=200")
                .forEach(one -> names.add(one.path("name").asText()));
        List<Map<String, Object>> improvements = Plans.improvements(story);
        for (Map<String, Object> improvement : improvements) {
            if (!names.contains(improvement.get("name").toString())) {
                posted("/api/v1/improvements", improvement).orFail();
            }
        }
        teller.accept(targets.size() + " targets and " + improvements.size() + " improvements");
    }

    private void configure() throws InterruptedException {
        Set<String> rules = rules();
        for (Touchpoint touchpoint : Touchpoint.values()) {
            make(touchpoint);
            make(touchpoint.survey());
            Optional<Rule> rule =
                    Rule.at(touchpoint).filter(one -> !rules.contains(one.touchpoint() + " " + one.survey()));
            if (rule.isPresent()) {
                api.post("/api/v1/trigger-rules", rule.get()).orFail();
            }
        }
        teller.accept(Touchpoint.values().length + " touchpoints with their surveys and rules");
    }

    /** Customers are asked once more after their case; what somebody has set since stays. */
    private void askAgain() throws InterruptedException {
        make(AskingAgain.TOUCHPOINT, "Case resolved", Stage.LOYALTY, "email");
        make(AskingAgain.SURVEY);
        if (!rules().contains(AskingAgain.TOUCHPOINT + " " + AskingAgain.SURVEY.key())) {
            api.post("/api/v1/trigger-rules", AskingAgain.RULE).orFail();
        }
        String setting = "/api/v1/inbox/settings/resurvey";
        if (api.get(setting).orFail().path("version").asInt() == 0) {
            sent(() -> api.put(setting, AskingAgain.SETTING, "\"0\"")).orFail();
        }
        teller.accept("customers are asked again a day after their case was resolved");
    }

    private void make(Touchpoint touchpoint) throws InterruptedException {
        make(touchpoint.key(), touchpoint.title(), touchpoint.stage(), touchpoint.channel());
    }

    private void make(String key, String title, Stage stage, String channel) throws InterruptedException {
        if (!exists("/api/v1/touchpoints/" + key)) {
            api.post("/api/v1/touchpoints", Map.of("key", key, "name", title, "stage", stage.key(), "channel", channel))
                    .orFail();
        }
    }

    private void make(Touchpoint.Survey survey) throws InterruptedException {
        String address = "/api/v1/surveys/" + survey.key();
        if (!exists(address)) {
            api.post(
                            "/api/v1/surveys",
                            Map.of(
                                    "key", survey.key(),
                                    "metric", survey.scale().metric(),
                                    "scale", survey.scale().name(),
                                    "subject", survey.subject(),
                                    "title", survey.title()))
                    .orFail();
        }
        if (api.get(address).orFail().path("publishedVersion").asInt() == 0) {
            api.post(address + "/publication", Map.of()).orFail();
        }
    }

    private boolean exists(String address) throws InterruptedException {
        Api.Reply reply = api.get(address);
        return reply.status() != 404 && reply.orFail() != null;
    }

    private Set<String> rules() throws InterruptedException {
        Set<String> rules = new HashSet<>();
        for (JsonNode rule : all("/api/v1/trigger-rules?limit=200")) {
            rules.add(
                    rule.path("touchpoint").asText() + " " + rule.path("survey").asText());
        }
        return rules;
    }

    /** @return for the id of each answer the one under which the suite stored it */
    private Map<String, String> post(List<Answer> answers) throws InterruptedException {
        Map<String, String> stored = new ConcurrentHashMap<>();
        crew.each("answers", answers, answer -> post(answer).ifPresent(id -> stored.put(answer.id(), id)));
        return stored;
    }

    /** Empty when an answer of this name is there that says something else. */
    private Optional<String> post(Answer answer) throws InterruptedException {
        Api.Reply reply = posted("/api/v1/responses", answer);
        return reply.isProblem("already-answered")
                ? Optional.empty()
                : Optional.of(reply.orFail().path("id").asText());
    }

    private Api.Reply posted(String address, Object body) throws InterruptedException {
        return sent(() -> api.post(address, body));
    }

    /** Something that a service is told. */
    @FunctionalInterface
    private interface Sending {

        Api.Reply send() throws InterruptedException;
    }

    /** What a service says that has heard of touchpoints and surveys; news of them take a moment. */
    private static Api.Reply sent(Sending sending) throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_SURVEYS_ARE_KNOWN.toNanos();
        Api.Reply reply = sending.send();
        while (isNotHeardOf(reply) && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
            reply = sending.send();
        }
        return reply;
    }

    private static boolean isNotHeardOf(Api.Reply reply) {
        return reply.isProblem("unknown-survey")
                || reply.isProblem("unknown-touchpoint")
                || reply.body().at("/errors/0/field").asText().equals("touchpoint");
    }

    private void happen(List<Event> events) throws InterruptedException {
        for (int from = 0; from < events.size(); from += EVENTS_AT_ONCE) {
            List<Event> some = events.subList(from, Math.min(from + EVENTS_AT_ONCE, events.size()));
            JsonNode answer =
                    api.post("/api/v1/events/batch", Map.of("events", some)).orFail();
            for (JsonNode result : answer.path("results")) {
                new Api.Reply(result.path("status").asInt(), result.path("problem")).orFail();
            }
        }
        teller.accept(events.size() + " of " + events.size() + " events of the last three days");
    }

    private void work(Map<String, CaseEnd> ends, Map<String, String> stored) throws InterruptedException {
        Map<String, CaseEnd> byResponse = new ConcurrentHashMap<>();
        ends.forEach((answer, end) ->
                Optional.ofNullable(stored.get(answer)).ifPresent(response -> byResponse.put(response, end)));
        List<JsonNode> ours = new ArrayList<>();
        for (JsonNode reviewCase : all("/api/v1/review-cases?state=NEW&state=IN_PROGRESS&limit=200")) {
            if (byResponse.containsKey(responseOf(reviewCase)) && isUntouchedByOthers(reviewCase)) {
                ours.add(reviewCase);
            }
        }
        crew.each("cases", ours, reviewCase -> work(reviewCase, byResponse.get(responseOf(reviewCase))));
    }

    private static String responseOf(JsonNode reviewCase) {
        return reviewCase.path("responseId").asText();
    }

    private boolean isUntouchedByOthers(JsonNode reviewCase) {
        return reviewCase.path("assignee").isNull()
                || reviewCase.path("assignee").asText().equals(api.caller());
    }

    /** Leaves a case alone as soon as somebody else is at it. */
    private void work(JsonNode reviewCase, CaseEnd end) throws InterruptedException {
        String id = reviewCase.path("id").asText();
        String address = "/api/v1/review-cases/" + id;
        if (end.state() != CaseEnd.State.NEW && !step(api.post(address + "/take", Map.of()))) {
            return;
        }
        if (end.note() != null) {
            step(api.post(address + "/notes", Map.of("text", end.note()), "demo-note-" + id));
        }
        switch (end.state()) {
            case NEW, IN_PROGRESS -> {}
            case WAITING -> step(api.post(address + "/waiting", Map.of()));
            case RESOLVED ->
                step(api.post(address + "/resolution", Map.of("reason", end.outcome(), "rootCause", end.rootCause())));
        }
    }

    private static boolean step(Api.Reply reply) {
        return reply.status() != 409 && reply.orFail() != null;
    }

    private List<JsonNode> all(String firstPage) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String page = firstPage;
        while (page != null) {
            JsonNode answer = api.get(page).orFail();
            answer.path("items").forEach(items::add);
            page = answer.path("next").isTextual()
                    ? firstPage + "&cursor="
                            + URLEncoder.encode(answer.path("next").asText(), StandardCharsets.UTF_8)
                    : null;
        }
        return items;
    }
}
