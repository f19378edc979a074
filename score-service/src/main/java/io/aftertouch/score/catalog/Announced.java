package io.aftertouch.score.catalog;

import java.util.stream.Stream;

/** What every event must bring, so that one that does not is told apart from a fault of ours. */
final class Announced {

    private Announced() {}

    static void require(String type, Object... properties) {
        if (Stream.of(properties).anyMatch(property -> property == null)) {
            throw new IllegalArgumentException("A " + type + " lacks a property that it must have");
        }
    }
}
