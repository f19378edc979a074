package io.aftertouch.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A bad answer is taken, worked on and closed by a colleague with a browser. */
class ClosedLoopJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aDetractorWaitsInTheInboxUntilTheLoopIsClosed() {
        Site.Touchpoint touchpoint = site.touchpoint("Return refunded", "NPS", "LINK");
        assertThat(touchpoint
                        .answer("detractor", 3, "Pengene kom aldrig tilbage")
                        .status())
                .isBetween(200, 299);
        try (Visitor colleague = Visitor.arrives()) {
            Page inbox = colleague.signInTo(suite, "/inbox");
            inbox.navigate(suite.url() + "/inbox?tp=" + touchpoint.key());
            inbox.locator(".rows li").getByRole(AriaRole.LINK).first().click();

            button(inbox, "Take the case").click();
            assertThat(inbox.locator(".pane-case .chip--solid").innerText()).isEqualToIgnoringCase("In progress");

            inbox.getByText("Add a note").click();
            inbox.getByLabel("Note for colleagues").fill("Refund was stuck at the bank; paid again today.");
            button(inbox, "Save note").click();

            inbox.locator("details.act summary", new Page.LocatorOptions().setHasText("Resolve"))
                    .click();
            inbox.getByLabel("How it ended").selectOption("PUT_RIGHT");
            inbox.getByLabel("Root cause (optional)").fill("Bank details outdated");
            button(inbox, "Resolve the case").click();

            assertThat(touchpoint.cases()).singleElement().satisfies(found -> {
                assertThat(found.path("state").asText()).isEqualTo("RESOLVED");
                assertThat(found.path("assignee").asText()).isEqualTo("admin");
            });
            colleague.assertNothingWentWrong();
        }
        String id = touchpoint.cases().getFirst().path("id").asText();
        JsonNode whole = site.get("/api/v1/review-cases/" + id);
        assertThat(whole.path("rootCause").asText()).isEqualTo("Bank details outdated");
        assertThat(whole.path("history").findValuesAsText("step"))
                .containsSubsequence("OPENED", "TAKEN", "NOTED", "RESOLVED");
        assertThat(site.send("POST", "/api/v1/review-cases/" + id + "/take", null)
                        .status())
                .as("a closed case cannot be taken")
                .isEqualTo(409);
    }

    @Test
    void aCommentThatTriesToBeAScriptIsShownAsTheTextItIs() {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> {{7*7}} ${7*7} {config}";
        Site.Touchpoint touchpoint = site.touchpoint("Shop search used", "NPS", "LINK");
        assertThat(touchpoint.answer("hostile", 0, hostile).status()).isBetween(200, 299);
        try (Visitor colleague = Visitor.arrives()) {
            Page inbox = colleague.signInTo(suite, "/inbox");
            inbox.navigate(suite.url() + "/inbox?tp=" + touchpoint.key());
            assertThat(inbox.locator(".rows .comment").innerText()).isEqualTo(hostile);
            inbox.locator(".rows li").getByRole(AriaRole.LINK).first().click();
            assertThat(inbox.locator("blockquote.comment").innerText()).isEqualTo(hostile);
            inbox.navigate(suite.url() + "/responses?tp=" + touchpoint.key());
            assertThat(inbox.locator("td .comment").innerText()).isEqualTo(hostile);
            inbox.navigate(suite.url() + "/touchpoint/" + touchpoint.key());

            colleague.assertNothingWentWrong();
        }
    }
}
