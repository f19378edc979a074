package io.aftertouch.local.journey;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Behind the link of a message stands all that a customer can do about the own answer and data, with a few taps and without an account. */
class OwnDataJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void anAnswerIsSeenChangedAndWithdrawnAndWhoGaveItIsLeftAloneAndAsksToBeErased() {
        Site.Touchpoint touchpoint = site.touchpoint("Glasses fitted", "NPS", "LINK");
        String person = "r-own-" + UUID.randomUUID().toString().substring(0, 8);
        String form =
                touchpoint.event(person).at("/decisions/0/invitation/link").asText();
        await("the form")
                .until(() -> site.send("GET", form.substring(suite.url().length()), null)
                                .status()
                        == 200);
        try (Visitor customer = Visitor.arrives()) {
            Page page = customer.open(form + "?lang=en&score=9");
            sends(customer);
            page.waitForURL(url -> url.contains("/thanks"));
            follow(page, "Your answer and your data");
            page.waitForURL(url -> url.contains("/data"));
            assertThat(page.locator(".answer").innerText()).contains("9");

            follow(page, "Change your answer");
            page.locator("input[name=score][value='3']").check();
            page.locator("textarea").fill("They slip");
            sends(customer);
            page.waitForURL(url -> url.contains("/thanks"));
            JsonNode answer = touchpoint.answers().getFirst();
            assertThat(answer.path("score").asInt()).isEqualTo(3);
            assertThat(answer.path("firstScore").asInt()).isEqualTo(9);
            assertThat(touchpoint.cases()).as("it turned bad").hasSize(1);

            follow(page, "Your answer and your data");
            page.waitForURL(url -> url.contains("/data"));
            assertThat(page.locator(".answer").innerText()).contains("3", "They slip");
            follow(page, "Withdraw your answer");
            page.waitForURL(url -> url.contains("/withdrawal"));
            sends(customer);
            awaitHeading(page, "Your answer is withdrawn");
            assertThat(touchpoint.answers()).isEmpty();

            customer.open(form + "/data?lang=en");
            follow(page, "Do not ask me again");
            page.waitForURL(url -> url.contains("/u/"));
            sends(customer);
            awaitHeading(page, "We will not ask you again");
            customer.open(form + "/data?lang=en");
            follow(page, "Have everything about me erased");
            page.waitForURL(url -> url.contains("/erasure"));
            sends(customer);
            awaitHeading(page, "You have asked to be erased");
            assertThat(customer.wrong())
                    .as("nothing but that a withdrawn answer is gone")
                    .allSatisfy(message -> assertThat(message).endsWith("410 (Gone)"));
        }
        assertThat(site.get("/api/v1/respondents/" + person).path("optedOut").asBoolean())
                .isTrue();
        assertThat(site.get("/api/v1/respondents/erasures?limit=200").findValuesAsText("respondentRef"))
                .contains(person);
    }

    private static void sends(Visitor customer) {
        customer.readsTheQuestion();
        customer.page().locator("button.send").first().click();
    }

    private static void awaitHeading(Page page, String words) {
        page.locator("h1", new Page.LocatorOptions().setHasText(words)).waitFor();
    }

    private static void follow(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }
}
