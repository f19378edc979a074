package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A shop opens the form behind a public link in a page of its own; sites that the installation does not name cannot. */
class EmbeddedFormJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static HttpServer web;
    private static Site.Touchpoint store;
    private static String code;

    @BeforeAll
    static void aShopWithAPageOfItsOwn() throws IOException {
        Site site = SUITE.site();
        store = site.touchpoint("Checkout", "NPS", "LINK");
        code = site.post("/api/v1/public-links", Map.of("survey", store.survey(), "touchpoint", store.key()))
                .path("code")
                .asText();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/button", "<html lang=\"da\"><h1>Tak for dit køb</h1>%s");
        page("/inline", "<html lang=\"en\"><h1>Thanks</h1>%s".replace("%s", script("data-show=\"inline\"")));
        web.start();
        await("the form of the link")
                .until(() -> site.send("GET", "/p/" + code, null).status() == 200);
    }

    @AfterAll
    static void theShopCloses() {
        web.stop(0);
    }

    private static String script(String more) {
        return "<script src=\"" + SUITE.url() + "/embed.js\" data-link=\"" + code + "\" " + more + "></script>";
    }

    /** A page under the strictest policy that lets it show the form. */
    private static void page(String path, String html) {
        byte[] body = ("<!doctype html><meta charset=\"utf-8\"><title>Shop</title>" + html.replace("%s", script("")))
                .getBytes(StandardCharsets.UTF_8);
        web.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders()
                    .add(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src " + SUITE.url() + "; frame-src " + SUITE.url());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String at(String host, String path) {
        return "http://" + host + ":" + web.getAddress().getPort() + path;
    }

    @Test
    void aShopThatIsNamedShowsTheFormAndTakesAnAnswer() {
        try (Visitor guest = Visitor.arrives()) {
            Page page = guest.open(at(RunningSuite.SHOP, "/button"));
            assertThat(page.frames())
                    .as("nothing is loaded before it is wanted")
                    .hasSize(1);
            Locator button =
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortæl os, hvordan det gik"));
            button.focus();
            page.keyboard().press("Enter");

            Locator dialog =
                    page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Fortæl os, hvordan det gik"));
            dialog.waitFor();
            FrameLocator form = page.frameLocator("dialog iframe");
            assertThat(form.locator("html").getAttribute("lang")).isEqualTo("da");
            form.locator("input[name=score][value='8']").check();
            guest.readsTheQuestion();
            assertThat(page.locator("iframe").boundingBox().height)
                    .as("the frame is as high as the form")
                    .isCloseTo(
                            ((Number) form.locator("html").evaluate("html => html.offsetHeight")).doubleValue(),
                            org.assertj.core.api.Assertions.within(2.0));
            form.locator("button.send").click();
            form.locator("h1", new FrameLocator.LocatorOptions().setHasText("Tak for dit svar"))
                    .waitFor();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Luk"))
                    .click();
            assertThat(dialog.isVisible()).isFalse();
            assertThat((Boolean) button.evaluate("button => button === document.activeElement"))
                    .as("the focus is back where it was")
                    .isTrue();
            assertThat(page.context().cookies()).isEmpty();
            guest.assertNothingWentWrong();
        }
        assertThat(store.answers())
                .filteredOn(answer -> answer.path("score").asInt() == 8)
                .hasSize(1);
    }

    @Test
    void theFormCanStandInThePage() {
        try (Visitor guest = Visitor.arrives()) {
            Page page = guest.open(at(RunningSuite.SHOP, "/inline"));
            page.frameLocator("iframe").locator("button.send").waitFor();
            assertThat(page.getByRole(AriaRole.BUTTON).count()).isZero();
            guest.assertNothingWentWrong();
        }
    }

    @Test
    void aSiteThatIsNotNamedShowsNothing() {
        try (Visitor guest = Visitor.arrives()) {
            Page page = guest.open(at("other.localhost", "/inline"));
            page.waitForCondition(() -> !guest.wrong().isEmpty());
            assertThat(guest.wrong()).anySatisfy(message -> assertThat(message).contains("frame-ancestors"));
            assertThat(page.frameLocator("iframe").locator("form").count()).isZero();
        }
    }

    @Test
    void theFormBehindAnInvitationIsInNobodysFrame() {
        String link = store.event("r-framed").at("/decisions/0/invitation/link").asText();
        await("news of the invitation")
                .until(() -> SUITE.site()
                                .send("GET", link.substring(SUITE.url().length()), null)
                                .status()
                        == 200);
        try (Visitor guest = Visitor.arrives()) {
            Page page = guest.open(at(RunningSuite.SHOP, "/inline"));
            page.evaluate("address => document.querySelector('iframe').src = address", link);
            page.waitForCondition(() -> !guest.wrong().isEmpty());
            assertThat(guest.wrong()).anySatisfy(message -> assertThat(message).contains("frame-ancestors 'none'"));
        }
    }

    @Test
    void theOfficeShowsTheLineToCopy() {
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(SUITE, "/links/" + code);
            assertThat(page.locator("pre.code").innerText())
                    .isEqualTo("<script src=\"" + SUITE.url() + "/embed.js\" data-link=\"" + code.substring(0, 4) + "-"
                            + code.substring(4) + "\" async></script>");
            colleague.assertNothingWentWrong();
        }
    }
}
