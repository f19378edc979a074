package io.aftertouch.platform.secret;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A setting whose value nobody else may know.
 *
 * @param name as in the configuration, {@code aftertouch.session-key}
 * @param shortest characters that it has at least
 * @param neededWith what makes it needed: another setting that is there, its own name for always, null for never
 */
public record SecretSetting(String name, int shortest, String neededWith) {

    private static final int LENGTH_OF_KEYS = 32;
    private static final int FEWEST_DIFFERENT = 5;

    /** Values of manuals, of examples and of our own tests. */
    private static final Pattern KNOWN_TO_EVERYBODY = Pattern.compile(
            "(?i).*(change.?(me|it)|replace.?me|default|example|passw([o0]r)?d|secret|for-tests|12345|qwerty).*"
                    + "|admin|root|mysql|mariadb|guest|test|aftertouch.*");

    /** A key from which others are derived or with which we sign; a service cannot do without it. */
    public static SecretSetting key(String name) {
        return new SecretSetting(name, LENGTH_OF_KEYS, name);
    }

    /** A key without which a service offers less. */
    public static SecretSetting optionalKey(String name) {
        return new SecretSetting(name, LENGTH_OF_KEYS, null);
    }

    /** What opens another system, which decides how long it is. */
    public static SecretSetting password(String name) {
        return new SecretSetting(name, 1, name);
    }

    /** What opens another system, once that one is named. */
    public static SecretSetting passwordOf(String other, String name) {
        return new SecretSetting(name, 1, other);
    }

    /**
     * What stands against starting with it.
     *
     * @param settings the value of a setting; empty when it has none
     */
    Optional<String> flaw(Function<String, Optional<String>> settings) {
        Optional<String> value = settings.apply(name).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            return isNeeded(settings) ? Optional.of(name + " is missing or empty" + advice()) : Optional.empty();
        }
        String secret = value.get();
        if (secret.length() < shortest) {
            return Optional.of(
                    name + " has " + secret.length() + " characters, " + shortest + " are needed" + advice());
        }
        return isKnownToEverybody(secret)
                ? Optional.of(name + " has a value that everybody knows" + advice())
                : Optional.empty();
    }

    private boolean isNeeded(Function<String, Optional<String>> settings) {
        return name.equals(neededWith)
                || neededWith != null
                        && settings.apply(neededWith)
                                .filter(text -> !text.isBlank())
                                .isPresent();
    }

    private static boolean isKnownToEverybody(String secret) {
        return KNOWN_TO_EVERYBODY.matcher(secret).matches()
                || secret.chars().distinct().count() < FEWEST_DIFFERENT;
    }

    private String advice() {
        return ": set " + environmentVariable()
                + (shortest == LENGTH_OF_KEYS
                        ? " to what \"openssl rand -base64 32\" prints, and keep it."
                        : " to a secret of yours.");
    }

    private String environmentVariable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
