package io.aftertouch.platform.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the links that do not exist which each address opens, so that nobody can guess tokens for long. Links that exist always open. */
@ApplicationScoped
public class TokenMisses {

    private final PerAddress misses;

    /** @param perMinute links that do not exist which one address may open in a minute */
    TokenMisses(@ConfigProperty(name = "aftertouch.token-misses-per-minute") int perMinute) {
        misses = new PerAddress(perMinute);
    }

    /** @return false when this address has had more misses than it may */
    public boolean allowAnother(String address) {
        return misses.allowAnother(address);
    }
}
