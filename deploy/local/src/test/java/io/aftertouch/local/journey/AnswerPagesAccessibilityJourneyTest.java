package io.aftertouch.local.journey;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** axe finds nothing on what follows the form: mistakes, the question whether a person sends it, thanks; nor on the list of what was suspected. */
class AnswerPagesAccessibilityJourneyTest {

    /** Whoever sends within a second after the page was made is asked again. */
    private static final String READ =
            "performance.now() > performance.getEntriesByType('navigation')[0].responseStart + 1100";

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final Site SITE = SUITE.site();

    @Test
    void whatFollowsTheFormIsThereForEverybody() {
        Site.Touchpoint store = SITE.touchpoint("Form", "CSAT", "LINK");
        String code = SITE.post("/api/v1/public-links", Map.of("survey", store.survey(), "touchpoint", store.key()))
                .path("code")
                .asText();
        String form = SUITE.url() + "/p/" + code;
        await("the form").until(() -> SITE.send("GET", "/p/" + code, null).status() == 200);
        try (Audience customers = Audience.ofNine()) {
            customers.sees(form + "?lang=de");
            customers.does(page -> {
                page.locator("button.send").click();
                page.waitForSelector(".errors");
            });
            customers.does(page -> {
                page.evaluate("document.querySelector('input[name=score]').checked = true");
                page.evaluate("document.forms[0].requestSubmit()");
                page.waitForSelector("button.second");
            });
            customers.does(page -> {
                page.waitForCondition(() -> (Boolean) page.evaluate(READ));
                page.locator("button.send").first().click();
                page.waitForURL(url -> url.contains("/thanks"));
            });
            customers.leaves();
        }
        assertThat(store.answers()).as("one on each width of screen").hasSize(3);
    }

    @Test
    void theListOfSuspectedAnswersIsThereForEverybody() throws Exception {
        String form = SITE.touchpoint("Form", "NPS", "LINK")
                .event("r-suspected")
                .at("/decisions/0/invitation/link")
                .asText();
        await("the form")
                .until(() -> SITE.send("GET", form.substring(SUITE.url().length()), null)
                                .status()
                        == 200);
        ScannerJourneyTest.postsWithoutLooking(form);
        try (Audience colleagues = Audience.ofFour()) {
            colleagues.signIn(SUITE);
            for (String state : List.of("WAITING", "CONFIRMED", "DISCARDED", "SUPERSEDED")) {
                colleagues.sees(SUITE.url() + "/responses/suspected?state=" + state);
            }
            colleagues.leaves();
        }
    }
}
