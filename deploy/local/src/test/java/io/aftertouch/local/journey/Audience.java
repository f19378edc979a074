package io.aftertouch.local.journey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Visitors with screens of different widths who see the same pages one after the other, each page in several colours. Axe looks at what one of them
 * sees while the next one's page comes.
 */
final class Audience implements AutoCloseable {

    private final List<Visitor> visitors;
    private final List<Colours> colours;
    private final boolean everyRule;
    private final Set<Visitor> looking = new HashSet<>();

    private Audience(List<Integer> widths, List<Colours> colours, boolean everyRule) {
        this.visitors = widths.stream().map(Visitor::arrives).toList();
        this.colours = colours;
        this.everyRule = everyRule;
    }

    /** On a narrow and on a wide screen, in light and in dark. */
    static Audience ofFour() {
        return new Audience(List.of(320, 1280), List.of(Colours.LIGHT, Colours.DARK), false);
    }

    /** On three widths of screen, in light, in dark and with the colours that people have set themselves; by every rule in each of them. */
    static Audience ofNine() {
        return new Audience(List.of(320, 768, 1280), List.of(Colours.values()), true);
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
            awaitWhatIsFound(visitor);
            colours.getFirst().putOn(visitor.page());
            step.accept(visitor);
            visitor.page().waitForLoadState();
            look(visitor, colours.getFirst());
        }
        for (Colours others : colours.subList(1, colours.size())) {
            for (Visitor visitor : visitors) {
                awaitWhatIsFound(visitor);
                look(visitor, others);
            }
        }
    }

    private void look(Visitor visitor, Colours in) {
        if (everyRule) {
            Axe.beginWithEveryRule(visitor.page(), in);
        } else {
            Axe.begin(visitor.page(), in);
        }
        looking.add(visitor);
    }

    private void awaitWhatIsFound(Visitor visitor) {
        if (looking.remove(visitor)) {
            Axe.assertNothingFound(visitor.page());
        }
    }

    /** Waits for what axe says about the last page. */
    void leaves() {
        visitors.forEach(this::awaitWhatIsFound);
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
