package io.aftertouch.local.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.aftertouch.local.suite.SuiteZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever people and systems write, wherever they may: every page of every service shows it as the text it is, and does nothing with it. */
class HostileTextJourneyTest {

    /** As long as a name may be. */
    private static final String TEXT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{config}{{7*7}}${7*7}"
            + "\u202Eevil\u202C=HYPERLINK(\"//x\")";

    /** As long as a segment may be. */
    private static final String SEGMENT = "<script>alert(1)</script>\"'{config}{{7*7}}${7*7}";

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
    private static final String TOUCHPOINT = "hostile-" + MARK;
    private static final String OTHER_TOUCHPOINT = TOUCHPOINT + ".other";
    private static final String SURVEY = TOUCHPOINT + "-survey";
    private static final String RESPONDENT = "<b>r</b>\"'{{7*7}}-" + MARK;

    private static Site site;
    private static String rule;
    private static String link;
    private static String reviewCase;
    private static String target;
    private static String improvement;
    private static String webhook;
    private static JsonNode invitation;

    @BeforeAll
    static void everythingIsCalledSo() {
        site = SUITE.site();
        whatIsAsked();
        whatIsAnswered();
        whatIsMeasured();
    }

    private static void whatIsAsked() {
        site.post("/api/v1/stages", Map.of("key", TOUCHPOINT, "name", TEXT));
        site.post(
                "/api/v1/touchpoints",
                Map.of("key", TOUCHPOINT, "name", TEXT, "stage", TOUCHPOINT, "channel", "email"));
        site.post(
                "/api/v1/surveys",
                Map.of("key", SURVEY, "metric", "NPS", "subject", TEXT, "title", TEXT, "neutralMail", false));
        site.post("/api/v1/surveys/" + SURVEY + "/publication", Map.of());
        rule = id(site.post(
                "/api/v1/trigger-rules",
                Map.of(
                        "touchpoint",
                        TOUCHPOINT,
                        "survey",
                        SURVEY,
                        "channels",
                        List.of("EMAIL"),
                        "conditions",
                        List.of(Map.of("field", "segment.plan", "operator", "equals", "value", SEGMENT)))));
        Map<String, Object> event = new HashMap<>(Map.of(
                "id",
                TEXT + MARK,
                "source",
                "journey",
                "touchpoint",
                TOUCHPOINT,
                "occurredAt",
                Instant.now().toString(),
                "respondent",
                Map.of("ref", RESPONDENT, "email", TOUCHPOINT + "@example.com", "name", TEXT, "locale", "en"),
                "segments",
                Map.of("plan", SEGMENT),
                "attributes",
                Map.of("ticketId", TEXT)));
        invitation = site.post("/api/v1/events", event).at("/decisions/0/invitation");
        assertThat(invitation.path("id").asText()).as("an invitation").isNotEmpty();
        link = site.post(
                        "/api/v1/public-links",
                        Map.of(
                                "survey",
                                SURVEY,
                                "touchpoint",
                                TOUCHPOINT,
                                "name",
                                TEXT,
                                "segments",
                                Map.of("store", SEGMENT)))
                .path("code")
                .asText();
        site.post(
                "/api/v1/api-keys",
                Map.of("name", "<script>alert(1)</script>{{7*7}}", "scopes", List.of("scores:read")));
        site.post(
                "/api/v1/touchpoints",
                Map.of("key", OTHER_TOUCHPOINT, "name", TEXT, "stage", TOUCHPOINT, "channel", "email"));
        assertThat(site.send(
                                "POST",
                                "/api/v1/respondents/" + segment(RESPONDENT) + "/opt-outs",
                                Map.of("touchpoint", OTHER_TOUCHPOINT, "reason", TEXT, "source", TEXT))
                        .status())
                .isEqualTo(204);
    }

    private static void whatIsAnswered() {
        await("the form").until(() -> site.send("GET", form(), null).status() == 200);
        for (int score : new int[] {0, 10, 10, 10, 10, 10}) {
            Map<String, Object> answer = Map.of(
                    "source",
                    "journey",
                    "id",
                    MARK + "-" + UUID.randomUUID(),
                    "survey",
                    SURVEY,
                    "touchpoint",
                    TOUCHPOINT,
                    "score",
                    score,
                    "comment",
                    TEXT,
                    "respondentRef",
                    RESPONDENT,
                    "segments",
                    Map.of("plan", SEGMENT));
            await("the answer")
                    .until(() -> site.send("POST", "/api/v1/responses", answer).status() < 300);
        }
        reviewCase = id(site.get("/api/v1/review-cases?touchpoint=" + TOUCHPOINT)
                .path("items")
                .get(0));
        site.post("/api/v1/review-cases/" + reviewCase + "/notes", Map.of("text", TEXT));
        site.post("/api/v1/inbox/views", Map.of("name", "<script>alert(1)</script>", "query", "q=" + encoded(TEXT)));
    }

    private static void whatIsMeasured() {
        await("the score")
                .until(() -> site.send("GET", "/api/v1/scores?metric=NPS&touchpoint=" + TOUCHPOINT, null)
                                .body()
                                .at("/groups/0/buckets/0/n")
                                .asInt()
                        == 6);
        String today = SuiteZone.today().toString();
        target = id(site.post(
                "/api/v1/targets",
                Map.of(
                        "touchpoint",
                        TOUCHPOINT,
                        "metric",
                        "NPS",
                        "segment",
                        "plan:" + SEGMENT,
                        "value",
                        30,
                        "dueOn",
                        today,
                        "note",
                        TEXT)));
        improvement = id(site.post(
                "/api/v1/improvements",
                Map.of(
                        "touchpoint",
                        TOUCHPOINT,
                        "metric",
                        "NPS",
                        "name",
                        TEXT,
                        "description",
                        TEXT,
                        "changedOn",
                        today)));
        webhook = id(site.post(
                "/api/v1/webhooks",
                Map.of(
                        "name",
                        TEXT,
                        "url",
                        "https://8.8.8.8/?<script>alert(1)</script>"
                                .replace("<", "%3C")
                                .replace(">", "%3E"),
                        "types",
                        List.of("alert.opened"),
                        "touchpoints",
                        List.of(OTHER_TOUCHPOINT))));
    }

    @Test
    void everyPageOfTheStaffShowsItAsText() {
        List<String> showing = List.of(
                "/",
                "/touchpoint/" + TOUCHPOINT,
                "/journey",
                "/targets?touchpoint=" + TOUCHPOINT,
                "/targets/" + target,
                "/improvements?touchpoint=" + TOUCHPOINT,
                "/improvements/" + improvement,
                "/webhooks",
                "/webhooks/" + webhook,
                "/responses?tp=" + TOUCHPOINT,
                "/responses?q=" + encoded(TEXT),
                "/inbox?tp=" + TOUCHPOINT,
                "/inbox?case=" + reviewCase,
                "/surveys",
                "/surveys/" + SURVEY,
                "/touchpoints",
                "/touchpoints/" + TOUCHPOINT,
                "/settings/stages",
                "/rules",
                "/rules/" + rule,
                "/decisions?respondent=" + encoded(RESPONDENT),
                "/invitations/" + id(invitation),
                "/respondents?q=" + encoded(RESPONDENT),
                "/respondents/" + segment(RESPONDENT),
                "/privacy?respondent=" + encoded(RESPONDENT),
                "/links",
                "/links/" + link,
                "/settings");
        List<String> echoing = new ArrayList<>();
        for (String path : List.of(
                "/hotspots",
                "/alerts",
                "/comparison",
                "/inbox/figures",
                "/inbox/settings",
                "/decisions/coverage",
                "/invitations",
                "/respondents/erasures",
                "/responses/suspected",
                "/respondents/imports",
                "/surveys/" + SURVEY + "/mail",
                "/mail")) {
            echoing.add(path + "?q=" + encoded(TEXT) + "&touchpoint=" + encoded(TEXT) + "&segment=" + encoded(TEXT)
                    + "&from=" + encoded(TEXT) + "&cursor=" + encoded(TEXT));
        }
        try (Visitor colleague = Visitor.arrives()) {
            colleague.signInTo(SUITE, "/");
            showing.forEach(path -> {
                looksAt(colleague, path);
                assertThat(colleague.page().content()).as(path).contains("alert(1)", "7*7");
            });
            echoing.forEach(path -> looksAt(colleague, path));
        }
    }

    @Test
    void theCustomersPagesShowItAsText() {
        String token = form().substring("/s/".length());
        try (Visitor customer = Visitor.arrives()) {
            for (String path : List.of(
                    form() + "?lang=en",
                    form() + "/privacy",
                    "/u/" + token,
                    "/u/" + token + "/erasure",
                    "/p/" + link,
                    "/p/" + link + "/privacy",
                    "/s/" + encoded(TEXT),
                    "/problems/" + encoded(TEXT),
                    "/signin?failed=" + encoded(TEXT))) {
                looksAt(customer, path);
            }
        }
    }

    private static void looksAt(Visitor visitor, String path) {
        Page page = visitor.page();
        int wrongBefore = visitor.wrong().size();
        Response response = page.navigate(SUITE.url() + path);
        assertThat(response.status()).as(path).isLessThan(500);
        String shown = (String) page.evaluate("document.documentElement.textContent");
        assertThat(page.locator("img[src='x'], main b:text-is('r')").count())
                .as("elements of the text on " + path)
                .isZero();
        assertThat((Boolean) page.evaluate("[...document.scripts].some(script => script.text.includes('alert('))"))
                .as("scripts of the text on " + path)
                .isFalse();
        assertThat(occurrences(shown, "{config}"))
                .as("nothing of it is filled in on " + path)
                .isEqualTo(occurrences(shown, "{config}{{7*7}}${7*7}"));
        assertThat(visitor.wrong().stream().skip(wrongBefore).filter(wrong -> !isNoHarm(wrong, response.status())))
                .as(path)
                .isEmpty();
    }

    /** Browsers write into the console which pages they were refused, and what cannot stand in a field for a date. */
    private static boolean isNoHarm(String wrong, int status) {
        return status >= 400 && wrong.contains("the server responded with a status of " + status)
                || wrong.contains("does not conform to the required format, \"yyyy-MM-dd\"");
    }

    private static long occurrences(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static String form() {
        String address = invitation.path("link").asText();
        return address.substring(address.indexOf("/s/"));
    }

    /** A reference that cannot stand in an address as it is. */
    private static String segment(String reference) {
        return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(reference.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
