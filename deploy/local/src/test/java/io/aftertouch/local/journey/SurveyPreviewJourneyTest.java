package io.aftertouch.local.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An editor gives the company a face, words a survey while seeing the very form, publishes it, and a customer gets that form. */
class SurveyPreviewJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final Site SITE = SUITE.site();

    @BeforeAll
    static void theCompanyHasAFace() {
        try (Visitor editor = Visitor.arrives(1280)) {
            Page page = editor.signInTo(SUITE, "/settings/brand");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Nordlys A/S");
            page.getByLabel("Accent colour").fill("#ff6600");
            page.getByLabel("Logo").setInputFiles(new FilePayload("logo.png", "image/png", LogoFile.png()));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the brand"))
                    .click();
            assertThat(page.locator("main")).containsText("#ba4a00, #ff6600 darkened");
            Axe.assertAccessible(page);
            editor.assertNothingWentWrong();
        }
    }

    /** The suite is shared with other journeys. */
    @AfterAll
    static void theFaceIsTakenOff() {
        try (Visitor editor = Visitor.arrives(1280)) {
            Page page = editor.signInTo(SUITE, "/settings/brand");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove the logo"))
                    .click();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("");
            page.getByLabel("Accent colour").fill("");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the brand"))
                    .click();
            assertThat(page.locator("main")).containsText("The colours of the house");
        }
    }

    @Test
    void thePreviewFollowsTheTypingAndTheCustomerGetsThatForm() {
        Site.Touchpoint touchpoint = SITE.touchpoint("Store preview", "NPS", "LINK");
        try (Visitor editor = Visitor.arrives(1280)) {
            Page page = editor.signInTo(SUITE, "/surveys/" + touchpoint.survey());
            FrameLocator preview = page.frameLocator("iframe[name=preview]");
            assertThat(preview.locator("h1")).containsText("How likely is it that you would recommend Nordlys");
            assertThat(preview.locator(".brand img")).hasAttribute("alt", "Nordlys A/S");

            page.getByLabel("Question").fill("Would you send a friend to {subject}?");
            assertThat(preview.locator("h1")).containsText("Would you send a friend to Nordlys?");
            assertThat(page.getByLabel("Question")).isFocused();

            preview.getByLabel("9", new FrameLocator.GetByLabelOptions().setExact(true))
                    .click();
            assertThat(preview.getByText("What did you like most?")).isVisible();
            String before = page.url();
            preview.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Send"))
                    .click();
            assertThat(preview.locator("h1")).containsText("Would you send a friend");
            assertThat(page.url()).isEqualTo(before);

            page.getByLabel("Page", new Page.GetByLabelOptions().setExact(true)).selectOption("negative");
            assertThat(preview.locator("h1")).containsText("We are sorry");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save draft"))
                    .click();
            assertThat(page.locator(".callout").first()).containsText("starts a new series");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish version 2"))
                    .click();
            assertThat(page.locator(".page-head")).containsText("Version 2, published");
            editor.assertNothingWentWrong();
        }

        JsonNode decided =
                touchpoint.event("r-preview-" + UUID.randomUUID().toString().substring(0, 8));
        String link = decided.at("/decisions/0/invitation/link").asText();
        try (Visitor customer = Visitor.arrives(375)) {
            Page form = awaitForm(customer, link + "?lang=en");
            assertThat(form.locator("h1")).containsText("Would you send a friend to Nordlys?");
            assertThat(form.locator(".brand img")).hasAttribute("alt", "Nordlys A/S");
            assertThat((Integer) form.locator(".brand img").evaluate("img => img.naturalWidth"))
                    .isPositive();
            Colours.LIGHT.putOn(form);
            assertThat(form.locator(".send")).hasCSS("background-color", "rgb(186, 74, 0)");
            Colours.DARK.putOn(form);
            assertThat(form.locator(".send")).hasCSS("background-color", "rgb(255, 102, 0)");
            Axe.assertAccessible(form);
            customer.assertNothingWentWrong();
        }
    }

    @Test
    void withoutJavaScriptAButtonShowsThePreview() {
        Site.Touchpoint touchpoint = SITE.touchpoint("Store plain", "CSAT", "LINK");
        try (Visitor editor = Visitor.withoutJavaScript()) {
            Page page = editor.signInTo(SUITE, "/surveys/" + touchpoint.survey());
            FrameLocator preview = page.frameLocator("iframe[name=preview]");
            page.getByLabel("Language", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("da");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show preview"))
                    .click();
            assertThat(preview.locator("h1")).containsText("Hvor tilfreds var du med Nordlys?");

            page.getByLabel("Question").fill("How content were you with {subject}?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take into the preview"))
                    .click();
            assertThat(page.getByLabel("Question")).hasValue("How content were you with {subject}?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show preview"))
                    .click();
            assertThat(preview.locator("h1")).containsText("How content were you with Nordlys?");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void thePagesOfASurveyAreAccessibleInEveryLanguageAndWidth(int width) {
        String survey = "axe-" + UUID.randomUUID().toString().substring(0, 8);
        SITE.post(
                "/api/v1/surveys", Map.of("key", survey, "metric", "CES", "subject", "Nordlys", "neutralMail", false));
        SITE.post("/api/v1/surveys/" + survey + "/publication", Map.of());
        Site.Reply changed = SITE.change(
                "/api/v1/surveys/" + survey,
                Map.of("subject", "Nordlys", "texts", Map.of("da", Map.of("question", "Vind! Var {subject} nem?"))));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        try (Visitor editor = Visitor.arrives(width)) {
            Page page = editor.signInTo(SUITE, "/surveys/" + survey + "?lang=da");
            FrameLocator preview = page.frameLocator("iframe[name=preview]");
            for (String language : List.of("en", "da", "sv", "nb", "de")) {
                page.getByLabel("Language", new Page.GetByLabelOptions().setExact(true))
                        .selectOption(language);
                assertThat(preview.locator("html")).hasAttribute("lang", language);
                for (String screen : List.of("320 px", "375 px", "Desktop")) {
                    page.getByLabel(screen).check();
                    int shown = ((Number) page.locator("iframe").evaluate("frame => frame.clientWidth")).intValue();
                    assertThat(shown)
                            .isEqualTo(
                                    screen.equals("Desktop")
                                            ? Math.max(shown, 766)
                                            : Integer.parseInt(screen.substring(0, 3)));
                    assertThat(scrollsSideways(preview.locator("html")))
                            .as(language + " at " + screen)
                            .isFalse();
                }
                // the form in the frame is a page of its own, with a main part and a footer of its own
                Axe.assertAccessible(page, "landmark-unique");
            }
            for (String path : List.of(
                    "/surveys/" + survey + "/versions",
                    "/surveys/" + survey + "/versions/comparison",
                    "/settings/brand",
                    "/surveys")) {
                Axe.assertAccessible(editor.open(SUITE.url() + path));
            }
            editor.assertNothingWentWrong();
        }
    }

    /** News of the version travels from service to service. */
    private static Page awaitForm(Visitor customer, String link) {
        Page page = customer.open(link);
        for (int tries = 0; tries < 100 && !page.locator(".points").isVisible(); tries++) {
            page.waitForTimeout(100);
            page = customer.open(link);
        }
        return page;
    }

    private static boolean scrollsSideways(Locator html) {
        return (Boolean) html.evaluate("html => html.scrollWidth > html.clientWidth");
    }
}
