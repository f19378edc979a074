package io.aftertouch.platform.access;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What callers are called where people read it: a person by name, an API key by the name that it was given. */
@Singleton
@Named("callers")
public class CallerNames {

    private final ApiKeys keys;

    CallerNames(ApiKeys keys) {
        this.keys = keys;
    }

    /** @param caller what {@link Caller#name()} said; null stays null, and a key that is not known any more stays as it is */
    public String shown(String caller) {
        return caller == null || !caller.startsWith(Caller.KEY_PREFIX)
                ? caller
                : keys.name(caller.substring(Caller.KEY_PREFIX.length())).orElse(caller);
    }
}
