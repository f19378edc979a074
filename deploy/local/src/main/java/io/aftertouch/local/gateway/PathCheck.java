package io.aftertouch.local.gateway;

import java.util.regex.Pattern;

/**
 * Refuses paths that two programs could read differently: path parameters, empty and dot segments, encoded separators. Nothing of ours
 * has them.
 */
final class PathCheck {

    private static final Pattern SUSPICIOUS = Pattern.compile(
            "[;\\\\]|//|%(?:2e|2f|3b|5c|25|[01][0-9a-f]|7f)|/\\.{1,2}(?:/|$)|[^\\x21-\\x7e]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PathCheck() {}

    static boolean isPlain(String rawPath) {
        return rawPath.startsWith("/")
                && !SUSPICIOUS.matcher(rawPath).find()
                && !BROKEN_ESCAPE.matcher(rawPath).find();
    }
}
