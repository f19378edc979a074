package io.aftertouch.local.gateway;

import java.util.Set;

/**
 * Knows the names of this machine for itself. A page of another site whose name was made to lead here (DNS rebinding) asks under that
 * other name, and gets nothing.
 */
final class HostCheck {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private HostCheck() {}

    static boolean isOwn(String host) {
        return host != null && OWN_NAMES.contains(host.toLowerCase(java.util.Locale.ROOT));
    }
}
