package io.aftertouch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventsTest {

    private static final Story STORY = Story.endingAt(Instant.parse("2026-11-21T22:40:00Z"));

    private final Customers customers = Customers.of(STORY.chance("customers"));

    @Test
    void someHundredThingsHappenedInTheLastThreeDays() {
        assertThat(Events.of(STORY, customers))
                .hasSizeBetween(250, 400)
                .allSatisfy(event -> assertThat(event.occurredAt())
                        .isBetween(STORY.until().minus(Duration.ofDays(3).plusMinutes(1)), STORY.until()))
                .extracting(Event::id)
                .doesNotHaveDuplicates();
        assertThat(Events.of(STORY, customers)).isEqualTo(Events.of(STORY, customers));
    }

    @Test
    void thereIsSomethingForEveryReason() {
        var events = Events.of(STORY, customers);
        Set<String> withRule = Stream.of(Touchpoint.values())
                .filter(touchpoint -> Rule.at(touchpoint).isPresent())
                .map(Touchpoint::key)
                .collect(Collectors.toSet());
        Set<String> byEmail = Stream.of(Touchpoint.values())
                .flatMap(touchpoint -> Rule.at(touchpoint).stream())
                .filter(rule -> rule.channels().contains("EMAIL"))
                .map(Rule::touchpoint)
                .collect(Collectors.toSet());
        assertThat(byEmail).hasSize(2);
        assertThat(events).as("NO_RULE").anyMatch(event -> !withRule.contains(event.touchpoint()));
        assertThat(events).as("CONDITION").anyMatch(event -> "letterbox"
                .equals(event.attributes().get("place")));
        assertThat(events)
                .as("NO_ADDRESS")
                .anyMatch(event -> byEmail.contains(event.touchpoint())
                        && event.respondent().email() == null);
        assertThat(events)
                .as("INVITED by e-mail")
                .anyMatch(event -> byEmail.contains(event.touchpoint())
                        && event.respondent().email() != null);
        assertThat(events.stream().map(event -> event.respondent().ref()).distinct())
                .as("QUARANTINE")
                .hasSizeLessThan(events.size() / 2);
        assertThat(Stream.of(Touchpoint.values()).flatMap(touchpoint -> Rule.at(touchpoint).stream()))
                .as("SAMPLED_OUT")
                .anyMatch(rule -> rule.samplePercent() < 100);
    }

    @Test
    void nobodyRealIsWrittenTo() {
        assertThat(customers.all())
                .filteredOn(customer -> customer.email() != null)
                .hasSizeGreaterThan(1_500)
                .extracting(Customer::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z]+\\.[a-z]+\\.[0-9]+@example\\.com"));
    }
}
