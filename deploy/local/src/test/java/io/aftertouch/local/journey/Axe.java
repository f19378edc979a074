package io.aftertouch.local.journey;

import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What axe says about a page in a browser. It is put into every page once, with all its frames, and answers what is wrong and nothing else: a tenth of
 * the time that its own library needs, which brings it anew for every question and opens a second page to add up what it found.
 */
final class Axe {

    private static final String BEGIN = """
            off => {
                window.found = axe.run(document, {
                    resultTypes: ['violations'],
                    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
                }).then(result => ({
                    violations: result.violations.flatMap(one => one.nodes.map(
                        node => `${one.id} at ${node.target.join(' ')}: ${node.failureSummary}`)),
                    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
                    rules: result.violations.length + result.passes.length,
                }));
            }
            """;

    private Axe() {}

    /** Every page that is opened from now on has axe in it. */
    static void putInto(BrowserContext context) {
        context.addInitScript(AxeBuilder.getAxeScript());
    }

    /** Lets axe look at the page as it is now, and does not wait for it. */
    static void begin(Page page, String... rulesOff) {
        page.evaluate(BEGIN, List.of(rulesOff));
    }

    /** Waits for what axe found: nothing. Nor does the page scroll sideways. */
    static void assertNothingFound(Page page) {
        Map<?, ?> found = (Map<?, ?>) page.evaluate("window.found");
        String which = page.url() + " at " + page.viewportSize().width;
        assertThat((List<?>) found.get("violations")).as(which).isEmpty();
        assertThat(found.get("sideways")).as(which + " scrolls sideways").isEqualTo(false);
        assertThat((Integer) found.get("rules"))
                .as("rules that axe tried on " + which)
                .isGreaterThan(10);
    }

    /** Axe finds nothing on the page as it is now. */
    static void assertAccessible(Page page, String... rulesOff) {
        begin(page, rulesOff);
        assertNothingFound(page);
    }
}
