package io.aftertouch.feedback.catalog;

import java.util.Objects;

/**
 * How customers recognise the company that asks.
 *
 * @param logo null when it has none
 * @param accent null for the colours of the house
 */
public record Brand(String name, Logo logo, Accent accent) {

    public Brand {
        Objects.requireNonNull(name, "name");
    }
}
