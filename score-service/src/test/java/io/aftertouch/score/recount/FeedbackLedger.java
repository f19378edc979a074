package io.aftertouch.score.recount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.metric.Counts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * feedback-service as far as it is asked here: it keeps answers and what is to be told of them as one, and says at any moment what both come to.
 * Whether and when the events are sent is up to the test.
 */
public final class FeedbackLedger implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<UUID, Answer> ANSWERS = new LinkedHashMap<>();
    private static final List<Told> TOLD = new ArrayList<>();
    private static volatile boolean away;
    private HttpServer server;

    /** An answer as it stands. */
    private static final class Answer {
        private final String touchpoint;
        private final String country;
        private final Instant answeredAt;
        private Integer score;
        private int revision = 1;

        Answer(String touchpoint, String country, Instant answeredAt, int score) {
            this.touchpoint = touchpoint;
            this.country = country;
            this.answeredAt = answeredAt;
            this.score = score;
        }

        YearMonth month() {
            return YearMonth.from(answeredAt.atZone(ZoneOffset.UTC));
        }
    }

    /** An event in the outbox. */
    static final class Told {
        private final UUID id = UUID.randomUUID();
        private final UUID answer;
        private final String type;
        private final ObjectNode data;
        private Instant sentAt;

        private Told(UUID answer, String type, ObjectNode data) {
            this.answer = answer;
            this.type = type;
            this.data = data;
        }

        UUID answer() {
            return answer;
        }

        UUID id() {
            return id;
        }

        Told send() {
            Topics.publish("responses", answer.toString(), id, type, data.toString());
            return sent(Instant.now());
        }

        /** What arrives is not what was written. */
        Told sendBroken() {
            Topics.publish("responses", answer.toString(), id, type, "{\"id\": \"" + answer + "\"}");
            return sent(Instant.now());
        }

        Told lose() {
            return sent(Instant.now().minus(Duration.ofHours(2)));
        }

        Told sent(Instant at) {
            synchronized (FeedbackLedger.class) {
                sentAt = at;
            }
            return this;
        }
    }

    static synchronized Told give(String touchpoint, String country, int score, Instant answeredAt) {
        UUID id = UUID.randomUUID();
        Answer answer = new Answer(touchpoint, country, answeredAt, score);
        ANSWERS.put(id, answer);
        return tell(id, answer, "response.recorded", null);
    }

    static synchronized Told revise(UUID id, int score) {
        Answer answer = ANSWERS.get(id);
        Integer before = answer.score;
        answer.score = score;
        answer.revision++;
        return tell(id, answer, "response.revised", before);
    }

    static synchronized Told withdraw(UUID id) {
        Answer answer = ANSWERS.get(id);
        Told told = tell(id, answer, "response.withdrawn", null);
        answer.score = null;
        return told;
    }

    /** From now on it answers nothing, or again. */
    static void away(boolean gone) {
        away = gone;
    }

    /** How the answers at a touchpoint stand. */
    static synchronized Counts counts(String touchpoint) {
        return ANSWERS.values().stream()
                .filter(answer -> answer.touchpoint.equals(touchpoint) && answer.score != null)
                .map(answer -> Counts.ofOne(answer.score))
                .reduce(Counts.NONE, Counts::plus);
    }

    private static Told tell(UUID id, Answer answer, String type, Integer before) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(Contracts.example(type));
            data.put("id", id.toString());
            data.put("revision", answer.revision);
            data.put("survey", answer.touchpoint + "-survey");
            data.put("touchpoint", answer.touchpoint);
            data.putObject("segments").put("country", answer.country);
            data.put("score", answer.score);
            data.put("answeredAt", answer.answeredAt.toString());
            if (before != null) {
                ((ObjectNode) data.get("previous")).put("score", before);
            }
            Told told = new Told(id, type, data);
            TOLD.add(told);
            return told;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized ObjectNode parts() {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode parts = body.putArray("parts");
        var all = new TreeSet<String>();
        ANSWERS.values().forEach(answer -> all.add(answer.touchpoint + " " + answer.month()));
        all.forEach(
                part -> parts.addObject().put("touchpoint", part.split(" ")[0]).put("month", part.split(" ")[1]));
        return body;
    }

    private static synchronized ObjectNode part(String touchpoint, String month) {
        Predicate<Answer> here = answer -> answer.touchpoint.equals(touchpoint)
                && answer.month().toString().equals(month);
        ObjectNode body = JSON.createObjectNode();
        ArrayNode series = body.putArray("series");
        ANSWERS.values().stream()
                .filter(here.and(answer -> answer.score != null))
                .forEach(answer -> series(series.addObject(), answer));
        ArrayNode told = body.putArray("told");
        TOLD.stream().filter(one -> here.test(ANSWERS.get(one.answer))).forEach(one -> told.addObject()
                .put("id", one.id.toString())
                .put("type", one.type)
                .put("createdAt", one.data.get("recordedAt").asText())
                .put("sentAt", one.sentAt == null ? null : one.sentAt.toString())
                .set("data", one.data));
        return body;
    }

    /** One answer at a time, all of one respondent. */
    private static synchronized ObjectNode named(String touchpoint, String month, String query) {
        List<UUID> known = ANSWERS.entrySet().stream()
                .filter(entry -> entry.getValue().touchpoint.equals(touchpoint)
                        && entry.getValue().month().toString().equals(month)
                        && entry.getValue().score != null)
                .map(Map.Entry::getKey)
                .toList();
        int place = query.contains("cursor=") ? Integer.parseInt(value(query, "cursor")) : 0;
        ObjectNode body = JSON.createObjectNode();
        ArrayNode answers = body.putArray("answers");
        if (place < known.size()) {
            Answer answer = ANSWERS.get(known.get(place));
            answers.addObject()
                    .put("id", known.get(place).toString())
                    .put("revision", answer.revision)
                    .put("respondentRef", touchpoint + "-respondent")
                    .put("survey", touchpoint + "-survey")
                    .put("surveyVersion", 1)
                    .put("scale", "NPS")
                    .put("score", answer.score)
                    .put("answeredAt", answer.answeredAt.toString());
        }
        return body.put("next", place + 1 < known.size() ? Integer.toString(place + 1) : null);
    }

    private static void series(ObjectNode series, Answer answer) {
        series.put("survey", answer.touchpoint + "-survey")
                .put("surveyVersion", 1)
                .put("scale", "NPS")
                .put("channel", "email")
                .putObject("segments")
                .put("country", answer.country);
        ObjectNode hour = series.putArray("hours").addObject();
        hour.put("hour", answer.answeredAt.truncatedTo(ChronoUnit.HOURS).toString());
        ArrayNode answers = hour.putArray("answers");
        for (int score = 0; score <= 10; score++) {
            answers.add(score == answer.score ? 1 : 0);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/recount", FeedbackLedger::answer);
            server.start();
            return Map.of(
                    "aftertouch.neighbours.feedback",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (away || !authorization.startsWith("Bearer ats_score-service_")) {
                exchange.sendResponseHeaders(away ? 503 : 401, -1);
                return;
            }
            String query = exchange.getRequestURI().getQuery();
            byte[] body = JSON.writeValueAsBytes(
                    query == null
                            ? parts()
                            : exchange.getRequestURI().getPath().endsWith("/named")
                                    ? named(value(query, "touchpoint"), value(query, "month"), query)
                                    : part(value(query, "touchpoint"), value(query, "month")));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String value(String query, String name) {
        return query.replaceAll("^(?:.*&)?" + name + "=([^&]*).*$", "$1");
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
