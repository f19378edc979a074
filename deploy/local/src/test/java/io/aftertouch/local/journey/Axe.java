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
            ({only, off, colours}) => {
                window.found = axe.run(document, {
                    resultTypes: ['violations'],
                    ...(only.length > 0 && {runOnly: {type: 'rule', values: only}}),
                    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
                }).then(result => ({
                    violations: result.violations.flatMap(one => one.nodes.map(
                        node => `${one.id} at ${node.target.join(' ')}: ${node.failureSummary}`)),
                    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
                    rules: [...result.violations, ...result.passes].map(one => one.id),
                    colours: matchMedia(colours).matches,
                    few: only.length > 0,
                }));
            }
            """;

    private Axe() {}

    /** Every page that is opened from now on has axe in it. */
    static void putInto(BrowserContext context) {
        context.addInitScript(AxeBuilder.getAxeScript());
    }

    /** Lets axe look at the page as it is now, in these colours, and does not wait for it. */
    static void begin(Page page, Colours colours, String... rulesOff) {
        begin(page, colours, colours.rules(), rulesOff);
    }

    /** The same with every rule there is, whatever the colours are. */
    static void beginWithEveryRule(Page page, Colours colours) {
        begin(page, colours, List.of());
    }

    private static void begin(Page page, Colours colours, List<String> only, String... rulesOff) {
        colours.putOn(page);
        page.evaluate(BEGIN, Map.of("only", only, "off", List.of(rulesOff), "colours", colours.mediaQuery()));
    }

    /** Waits for what axe found: nothing. Nor does the page scroll sideways. */
    static void assertNothingFound(Page page) {
        Map<?, ?> found = (Map<?, ?>) page.evaluate("window.found");
        String which = page.url() + " at " + page.viewportSize().width;
        assertThat((List<?>) found.get("violations")).as(which).isEmpty();
        assertThat(found.get("sideways")).as(which + " scrolls sideways").isEqualTo(false);
        assertThat(found.get("colours")).as("the colours of " + which).isEqualTo(true);
        assertThat((List<?>) found.get("rules"))
                .as("rules that axe tried on " + which)
                .hasSizeGreaterThan(found.get("few").equals(true) ? 0 : 10);
    }

    /** Axe finds nothing on the page as it is now, in the light and in the dark. */
    static void assertAccessible(Page page, String... rulesOff) {
        for (Colours colours : List.of(Colours.LIGHT, Colours.DARK)) {
            begin(page, colours, rulesOff);
            assertNothingFound(page);
        }
    }
}
