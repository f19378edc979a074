package io.aftertouch.local.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.aftertouch.local.suite.SuiteZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** axe finds nothing on the pages that people meet, narrow and wide, light and dark; and nothing scrolls sideways. */
class AccessibilityJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final List<String> LANGUAGES = List.of("en", "da", "sv", "nb", "de");
    private static Site site;
    private static Site.Touchpoint touchpoint;
    private static JsonNode invitation;

    @BeforeAll
    static void somethingToSee() {
        site = SUITE.site();
        touchpoint = site.touchpoint("Store visit", "NPS", "LINK");
        invitation = touchpoint.event("r-axe").at("/decisions/0/invitation");
        touchpoint.event("r-axe");
        for (int i = 0; i < 40; i++) {
            assertThat(touchpoint
                            .answer("a" + i, i % 11, i % 3 == 0 ? "Der var lang kø" : null)
                            .status())
                    .isBetween(200, 299);
        }
        touchpoint.awaitCounted(40);
    }

    @Test
    void theFormIsThereForEverybody() {
        String link = invitation.path("link").asText();
        try (Audience customers = Audience.ofNine()) {
            for (String language : LANGUAGES) {
                customers.sees(link + "?lang=" + language);
            }
            String unsubscribe = link.replace("/s/", "/u/");
            customers.sees(link + "/privacy?lang=nb");
            customers.sees(link + "/data?lang=de");
            customers.sees(unsubscribe + "?lang=sv");
            customers.sees(unsubscribe + "/erasure?lang=da");
            customers.sees(SUITE.url() + "/s/AAAAAAAAAAAAAAAAAAAAAA");
            customers.sees(SUITE.url() + "/signin");
            customers.leaves();
        }
    }

    @Test
    void thePagesAboutScoresAndAnswersAreThereForEverybody() {
        String today = SuiteZone.today().toString();
        String target = site.post(
                        "/api/v1/targets",
                        Map.of("touchpoint", touchpoint.key(), "metric", "NPS", "value", 30, "dueOn", today))
                .path("id")
                .asText();
        String improvement = site.post(
                        "/api/v1/improvements",
                        Map.of(
                                "touchpoint",
                                touchpoint.key(),
                                "metric",
                                "NPS",
                                "name",
                                "More hands",
                                "changedOn",
                                today,
                                "money",
                                Map.of("currency", "EUR", "cost", 100, "otherGain", 150)))
                .path("id")
                .asText();
        try (Audience colleagues = Audience.ofFour()) {
            colleagues.signIn(SUITE);
            for (String path : List.of(
                    "/",
                    "/touchpoint/" + touchpoint.key(),
                    "/journey",
                    "/hotspots",
                    "/alerts",
                    "/comparison",
                    "/comparison?against=year",
                    "/targets",
                    "/targets/" + target,
                    "/improvements",
                    "/improvements/" + improvement,
                    "/responses",
                    "/responses?segment=country:DK&q=der",
                    "/responses/import",
                    "/inbox",
                    "/inbox/figures",
                    "/inbox/settings",
                    "/inbox/settings/flags",
                    "/inbox/settings/teams",
                    "/inbox/settings/replies",
                    "/inbox/settings/replies/sorry",
                    "/inbox/settings/replies/new",
                    "/inbox/settings/resurvey",
                    "/mail",
                    "/inbox?tp=" + touchpoint.key())) {
                colleagues.sees(SUITE.url() + path);
            }
            colleagues.does(page -> {
                page.locator(".rows h3 a").first().click();
                page.waitForSelector(".history");
            });
            colleagues.leaves();
        }
    }

    @Test
    void thePagesAboutAskingAreThereForEverybody() {
        String rule = site.get("/api/v1/trigger-rules?touchpoint=" + touchpoint.key())
                .at("/items/0/id")
                .asText();
        try (Audience colleagues = Audience.ofFour()) {
            colleagues.signIn(SUITE);
            for (String path : List.of(
                    "/surveys",
                    "/surveys/" + touchpoint.survey() + "/mail",
                    "/surveys/" + touchpoint.survey() + "/brand",
                    "/rules",
                    "/rules/new",
                    "/rules/" + rule,
                    "/decisions",
                    "/decisions?respondent=r-axe",
                    "/decisions/coverage",
                    "/decisions/coverage?groupBy=segment:plan",
                    "/invitations",
                    "/invitations/" + invitation.path("id").asText(),
                    "/respondents",
                    "/respondents?q=nobody-is-called-so",
                    "/respondents/r-axe",
                    "/respondents/r-axe/details",
                    "/respondents/r-axe/erasure",
                    "/respondents/erasures",
                    "/privacy",
                    "/privacy?respondent=r-axe",
                    "/settings",
                    "/settings/contact-policy")) {
                colleagues.sees(SUITE.url() + path);
            }
            colleagues.leaves();
        }
    }

    @Test
    void thePagesAboutWebhooksAreThereForEverybody() {
        String webhook = site.post(
                        "/api/v1/webhooks",
                        Map.of("name", "CRM", "url", "https://8.8.8.8/aftertouch", "types", List.of("alert.opened")))
                .path("id")
                .asText();
        try (Audience colleagues = Audience.ofFour()) {
            colleagues.signIn(SUITE);
            colleagues.sees(SUITE.url() + "/webhooks");
            colleagues.sees(SUITE.url() + "/webhooks/new");
            colleagues.sees(SUITE.url() + "/webhooks/" + webhook);
            colleagues.leaves();
        }
    }

    @Test
    void theImportOfAFileIsThereForEverybody() {
        byte[] file = "ref;email;locale\nr-axe-1;freja@example.com;da\nr-axe-2;no address;da\n"
                .getBytes(StandardCharsets.UTF_8);
        try (Audience colleagues = Audience.ofFour()) {
            colleagues.signIn(SUITE);
            colleagues.sees(SUITE.url() + "/respondents/imports");
            colleagues.does(
                    page -> page.getByText("My columns are called otherwise").click());
            colleagues.does(page -> {
                page.locator("input[type=file]").setInputFiles(new FilePayload("people.csv", "text/csv", file));
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the file"))
                        .click();
                assertThat(page.locator("main").innerText()).contains("Checked");
            });
            colleagues.leaves();
        }
    }

    @Test
    void thePagesAboutLinksAndTheFormsBehindThemAreThereForEverybody() {
        Site.Touchpoint store = site.touchpoint("Store visit", "CSAT", "LINK");
        Map<String, Object> link =
                Map.of("survey", store.survey(), "touchpoint", store.key(), "segments", Map.of("store", "aarhus"));
        String open = site.post("/api/v1/public-links", link).path("code").asText();
        String closed = site.post("/api/v1/public-links", link).path("code").asText();
        String form = SUITE.url() + "/p/" + open;
        await("the form of the link")
                .until(() -> site.send("GET", "/p/" + open, null).status() == 200);
        try (Audience customers = Audience.ofFour()) {
            for (String language : LANGUAGES) {
                customers.sees(form + "?lang=" + language);
                customers.does(page -> page.locator("button.send").click());
                customers.sees(form + "/privacy?lang=" + language);
                customers.sees(SUITE.url() + "/p/2222-2222?lang=" + language);
            }
            customers.sees(form + "?score=1&lang=en");
            customers.does(page -> {
                page.waitForTimeout(1_200);
                page.locator("button.send").click();
                assertThat(page.url()).contains("/thanks?");
            });
            customers.leaves();
        }
        try (Audience colleagues = Audience.ofFour()) {
            colleagues.signIn(SUITE);
            for (String path : List.of(
                    "/links",
                    "/links?touchpoint=none",
                    "/links/" + open,
                    "/touchpoints",
                    "/touchpoints?moved=" + store.key() + "&step=UP",
                    "/touchpoints/" + store.key(),
                    "/settings/stages",
                    "/settings/stages?moved=purchase&step=DOWN",
                    "/settings/parked-messages",
                    "/settings/parked-messages/feedback-service")) {
                colleagues.sees(SUITE.url() + path);
            }
            for (String format : List.of("a4", "a6", "receipt")) {
                colleagues.sees(SUITE.url() + "/links/" + open + "/print?lang=de&format=" + format);
            }
            colleagues.sees(SUITE.url() + "/links/" + closed);
            colleagues.does(page -> page.locator("details.act summary").first().click());
            colleagues.leaves();
        }
    }
}
