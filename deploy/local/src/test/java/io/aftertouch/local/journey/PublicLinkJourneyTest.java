package io.aftertouch.local.journey;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A poster is printed in the office, hangs in a shop, and whoever passes by answers. */
class PublicLinkJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void aGuestScansThePosterAndCountsOnceAtTheTouchpointWithItsSegments() throws IOException {
        Site.Touchpoint store = site.touchpoint("Store visit", "NPS", "LINK");
        JsonNode link = site.post(
                "/api/v1/public-links",
                Map.of(
                        "survey",
                        store.survey(),
                        "touchpoint",
                        store.key(),
                        "segments",
                        Map.of("country", "DK", "store", "aarhus")));

        String scanned = scannedFromThePoster("/links/" + link.path("code").asText() + "/print");
        assertThat(scanned).isEqualTo(link.path("url").asText()).startsWith(suite.url() + "/p/");

        awaitHanging(scanned);
        try (Visitor guest = Visitor.withoutJavaScript()) {
            Page form = guest.open(scanned);
            String submission = form.locator("input[name=submission]").inputValue();
            guest.readsTheQuestion();
            form.getByRole(
                            AriaRole.RADIO,
                            new Page.GetByRoleOptions().setName("2").setExact(true))
                    .check();
            form.locator("textarea").fill("Køen var endeløs");
            form.locator("button.send").click();
            assertThat(form.url()).contains("/thanks?");
            String thanks = form.locator("main").innerText();

            form.reload();
            assertThat(form.locator("main").innerText()).isEqualTo(thanks);
            var again = form.request()
                    .post(
                            scanned,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("submission", submission)
                                            .set("score", 2)
                                            .set("comment", "Køen var endeløs")));
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.url()).isEqualTo(form.url());
            assertThat(store.answers()).hasSize(1);
            fourMoreGuests(guest, scanned);
            guest.assertNothingWentWrong();
        }

        await("the score of the link's segment").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        bucket(store, "store:aarhus").path("n").asInt())
                .isEqualTo(5));
        assertThat(bucket(store, "store:aarhus").path("negative").asInt()).isEqualTo(1);
        assertThat(store.answers()).hasSize(5).allSatisfy(answer -> {
            assertThat(answer.path("source").asText()).isEqualTo("link");
            assertThat(answer.path("respondentRef").isNull()).isTrue();
        });
        assertThat(store.cases())
                .as("the negative answer waits in the inbox")
                .anySatisfy(found -> assertThat(found.toString()).contains("aarhus"));
    }

    @Test
    void aLinkThatIsClosedInTheOfficeIsClosedOnTheWall() {
        Site.Touchpoint store = site.touchpoint("Store visit", "CSAT", "LINK");
        String code = site.post("/api/v1/public-links", Map.of("survey", store.survey(), "touchpoint", store.key()))
                .path("code")
                .asText();
        try (Visitor guest = Visitor.arrives();
                Visitor colleague = Visitor.arrives()) {
            awaitHanging(suite.url() + "/p/" + code);
            Page office = colleague.signInTo(suite, "/links/" + code);
            office.getByText("Close the link").first().click();
            office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close the link"))
                    .click();
            assertThat(office.locator(".callout").innerText()).contains("it cannot be used any more");

            await().untilAsserted(() -> {
                var answer = guest.page().navigate(suite.url() + "/p/" + code);
                assertThat(answer.status()).isEqualTo(410);
            });
            assertThat(guest.page().locator("main").innerText()).contains("This link cannot be used any more");
            colleague.assertNothingWentWrong();
        }
    }

    @Test
    void theJourneyStandsAsItIsOrderedWithTheKeyboardAlone() {
        Site.Touchpoint first = site.touchpoint("Checkout", "NPS", "LINK");
        Site.Touchpoint second = site.touchpoint("Pick-up", "NPS", "LINK");
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(suite, "/touchpoints");
            String up = "[id='" + second.key() + "'] button[value=UP]";
            page.locator(up).focus();
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("moved=" + second.key()));
            assertThat(page.locator(".toast").innerText()).contains("Pick-up is number");
            page.waitForSelector("[id='" + second.key() + "'] :focus");
            await().untilAsserted(() -> {
                String journey = page.request().get(suite.url() + "/journey").text();
                assertThat(journey.indexOf("/touchpoint/" + second.key()))
                        .isPositive()
                        .isLessThan(journey.indexOf("/touchpoint/" + first.key()));
            });
            colleague.assertNothingWentWrong();
        }
    }

    /** Waits until the service that shows the form has heard of the link. */
    private void awaitHanging(String url) {
        await("news of " + url)
                .until(() -> site.send("GET", url.substring(site.url().length()), null)
                                .status()
                        == 200);
    }

    private String scannedFromThePoster(String path) throws IOException {
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(suite, path);
            for (String format : List.of("a4", "a6", "receipt")) {
                page.navigate(suite.url() + path + "?lang=da&format=" + format);
                assertThat(decoded(page.screenshot(new Page.ScreenshotOptions().setFullPage(true))))
                        .isEqualTo(suite.url() + path.replace("/links/", "/p/").replace("/print", ""));
            }
            colleague.assertNothingWentWrong();
            return decoded(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
        }
    }

    private static String decoded(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        try {
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)))[0].getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No QR code can be read from the poster", e);
        }
    }

    /** Below five answers no score is shown. All of them read the question at the same time. */
    private static void fourMoreGuests(Visitor guest, String url) {
        Page page = guest.page();
        List<String> forms = IntStream.range(0, 4)
                .mapToObj(i -> page.request().get(url).text())
                .toList();
        guest.readsTheQuestion();
        for (String form : forms) {
            var sent = page.request()
                    .post(
                            url,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("submission", field("submission", form))
                                            .set("shown", field("shown", form))
                                            .set("score", 10)));
            assertThat(sent.url()).contains("/thanks?");
        }
    }

    private static String field(String name, String form) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(form);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private JsonNode bucket(Site.Touchpoint store, String segment) {
        return site.get("/api/v1/scores?metric=NPS&touchpoint=" + store.key() + "&segment=" + segment)
                .path("groups")
                .path(0)
                .path("buckets")
                .path(0);
    }
}
