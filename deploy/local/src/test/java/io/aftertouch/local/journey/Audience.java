package io.aftertouch.local.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** Several visitors who see the same pages one after the other. Axe looks at what one of them sees while the next one's page comes. */
final class Audience implements AutoCloseable {

    private final List<Visitor> visitors;
    private final List<Visitor> waiting = new ArrayList<>();

    private Audience(List<Visitor> visitors) {
        this.visitors = visitors;
    }

    /** On a narrow and on a wide screen, in light and in dark. */
    static Audience ofFour() {
        return new Audience(Stream.of(320, 1280)
                .flatMap(width ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Visitor.arrives(width, scheme)))
                .toList());
    }

    /** On three widths of screen, in light, in dark and with the colours that they have set themselves. */
    static Audience ofNine() {
        return new Audience(Stream.of(320, 768, 1280)
                .flatMap(width -> Stream.of(
                        Visitor.arrives(width, ColorScheme.LIGHT),
                        Visitor.arrives(width, ColorScheme.DARK),
                        Visitor.withColoursOfTheirOwn(width)))
                .toList());
    }

    /** All of them sign in. */
    void signIn(RunningSuite suite) {
        each(visitor -> visitor.signInTo(suite, "/respondents"));
    }

    /** All of them open the page, and it is as it should be for each. */
    void sees(String address) {
        each(visitor -> {
            Response response = visitor.page().navigate(address);
            assertThat(response.status()).as(address).isNotEqualTo(429).isLessThan(500);
        });
    }

    /** All of them do something on the page they are at, and what they see then is as it should be for each. */
    void does(Consumer<Page> step) {
        each(visitor -> step.accept(visitor.page()));
    }

    private void each(Consumer<Visitor> step) {
        for (Visitor visitor : visitors) {
            if (waiting.remove(visitor)) {
                Axe.assertNothingFound(visitor.page());
            }
            step.accept(visitor);
            visitor.page().waitForLoadState();
            Axe.begin(visitor.page());
            waiting.add(visitor);
        }
    }

    /** Waits for what axe says about the last page. */
    void leaves() {
        waiting.forEach(visitor -> Axe.assertNothingFound(visitor.page()));
        waiting.clear();
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
