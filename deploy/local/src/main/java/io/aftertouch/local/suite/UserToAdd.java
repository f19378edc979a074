package io.aftertouch.local.suite;

import java.util.Set;
import java.util.TreeSet;

import io.aftertouch.embedded.StartFailure;

/** Somebody who shall be able to sign in, as written on the command line: {@code mette:support,analyst}. */
record UserToAdd(String name, Set<String> roles) {

    private static final Set<String> ROLES = Set.of("admin", "editor", "support", "analyst");

    static UserToAdd parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon);
        Set<String> roles = new TreeSet<>(Set.of(text.substring(colon + 1).split(",")));
        if (!name.matches("[a-z][a-z0-9._-]{0,63}")) {
            throw new StartFailure(
                    "A user is written as name:role,role, the name in small letters, digits, dots and hyphens.");
        }
        if (!ROLES.containsAll(roles)) {
            throw new StartFailure("Roles are " + String.join(", ", new TreeSet<>(ROLES)) + ".");
        }
        return new UserToAdd(name, roles);
    }
}
