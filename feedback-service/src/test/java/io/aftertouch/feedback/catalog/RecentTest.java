package io.aftertouch.feedback.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecentTest {

    private final Map<String, String> source = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Function<String, Optional<String>> reading = key -> Optional.ofNullable(source.get(key));
    private final Recent<String> recent = new Recent<>(this::read, clock());

    @Test
    void isReadAgainAfterASecond() {
        source.put("a", "one");
        assertThat(recent.of("a")).contains("one");
        source.put("a", "two");

        assertThat(recent.of("a")).contains("one");
        now = now.plusSeconds(1);
        assertThat(recent.of("a")).contains("two");

        assertThat(asked).hasSize(2);
    }

    @Test
    void isReadByOneWhileTheOthersGoOn() {
        source.put("a", "one");
        recent.of("a");
        now = now.plusSeconds(2);
        List<Optional<String>> others = new ArrayList<>();
        reading = key -> {
            others.add(recent.of(key));
            return Optional.of("two");
        };

        assertThat(recent.of("a")).contains("two");

        assertThat(others).containsExactly(Optional.of("one"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void isAtHandForASecond() {
        source.put("a", "one");
        assertThat(recent.atHand("a")).isEmpty();
        recent.of("a");

        assertThat(recent.atHand("a")).contains("one");
        now = now.plusSeconds(1);
        assertThat(recent.atHand("a")).isEmpty();

        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsNotThereIsAskedForEachTime() {
        assertThat(recent.of("a")).isEmpty();
        source.put("a", "one");

        assertThat(recent.of("a")).contains("one");
    }

    @Test
    void whatIsGoneIsGone() {
        source.put("a", "one");
        recent.of("a");
        source.clear();
        now = now.plusSeconds(1);

        assertThat(recent.of("a")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKnownAsItWas() {
        source.put("a", "one");
        recent.of("a");
        now = now.plusSeconds(1);
        reading = key -> {
            throw new IllegalStateException("away");
        };

        assertThatThrownBy(() -> recent.of("a")).hasMessage("away");
        assertThat(recent.of("a")).contains("one");
    }

    private Optional<String> read(String key) {
        asked.add(key);
        return reading.apply(key);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
