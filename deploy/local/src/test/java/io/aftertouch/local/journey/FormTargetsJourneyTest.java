package io.aftertouch.local.journey;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A finger finds whatever is to be tapped in the form, on every width of screen. */
class FormTargetsJourneyTest {

    private static final double FINGER = 44;

    private static final RunningSuite SUITE = RunningSuite.shared();

    @ParameterizedTest
    @ValueSource(strings = {"NPS", "CSAT"})
    void everythingToTapIsAsLargeAsAFinger(String metric) {
        Site.Touchpoint touchpoint = SUITE.site().touchpoint("Fingers", metric, "LINK");
        String code = SUITE.site()
                .post("/api/v1/public-links", Map.of("survey", touchpoint.survey(), "touchpoint", touchpoint.key()))
                .path("code")
                .asText();
        await("the form")
                .until(() -> SUITE.site().send("GET", "/p/" + code, null).status() == 200);
        try (Visitor customer = Visitor.arrives()) {
            Page page = customer.open(SUITE.url() + "/p/" + code + "?lang=de");
            for (int width : new int[] {320, 375, 559, 560, 623, 624, 1280}) {
                page.setViewportSize(width, 800);
                List<BoundingBox> choices = boxes(page.locator(".point, .word"));
                assertThat(choices).hasSize(metric.equals("NPS") ? 11 : 5);
                assertThat(boxes(page.locator(".point, .word, button.send, textarea, .langs a")))
                        .as("at " + width)
                        .allSatisfy(box -> {
                            assertThat(box.width).isGreaterThanOrEqualTo(FINGER);
                            assertThat(box.height).isGreaterThanOrEqualTo(FINGER);
                        });
                if (metric.equals("NPS")) {
                    assertThat(choices.stream().map(box -> box.y).distinct())
                            .as("rows at " + width)
                            .hasSize(width < 560 ? 2 : 1);
                }
            }
            customer.assertNothingWentWrong();
        }
    }

    private static List<BoundingBox> boxes(Locator places) {
        return places.all().stream().map(Locator::boundingBox).toList();
    }
}
