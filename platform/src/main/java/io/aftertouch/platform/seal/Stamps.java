package io.aftertouch.platform.seal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stamps each page that is shown with the time, so that what is sent tells how long somebody had it before their eyes. A stamp is good for one link. */
@ApplicationScoped
public class Stamps {

    private static final String SEPARATOR = "~";

    private final Seal seal;
    private final Clock clock;

    Stamps(@ConfigProperty(name = "aftertouch.session-key") String sessionKey, Clock clock) {
        this.seal = Seal.of(sessionKey, "stamps of forms");
        this.clock = clock;
    }

    /** What was shown. */
    public enum Shown {
        QUESTION,
        /** The question whether a person sends what was chosen. */
        CONFIRMATION
    }

    /** Something was shown at a time. */
    public record Stamp(Shown shown, Instant at) {}

    /** @param path address of what is shown */
    public String now(Shown shown, String path) {
        return at(shown, path, clock.instant());
    }

    public String at(Shown shown, String path, Instant at) {
        String said = shown.name().charAt(0) + Long.toString(at.toEpochMilli(), Character.MAX_RADIX);
        return said + SEPARATOR + seal.proof(path + SEPARATOR + said);
    }

    /** Empty when it is none of ours, or was made for another link. */
    public Optional<Stamp> read(String path, String stamp) {
        String[] parts = stamp == null ? new String[0] : stamp.split(SEPARATOR, -1);
        if (parts.length != 2 || !seal.proves(parts[1], path + SEPARATOR + parts[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stamp(
                    parts[0].charAt(0) == 'C' ? Shown.CONFIRMATION : Shown.QUESTION,
                    Instant.ofEpochMilli(Long.parseLong(parts[0].substring(1), Character.MAX_RADIX))));
        } catch (NumberFormatException | DateTimeException impossible) {
            throw new IllegalStateException("We made a stamp that we cannot read", impossible);
        }
    }
}
