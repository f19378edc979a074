package io.aftertouch.platform.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;

/** Whoever sent the current request. */
@RequestScoped
@Named("caller")
public class Caller {

    static final String KEY_PREFIX = "key:";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** A person's name, {@code key:<id>} for an API key, {@code anonymous} for nobody. */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** The roles of a person, "admin, support"; empty for a key. */
    public String roles() {
        return String.join(", ", new java.util.TreeSet<>(identity.getRoles()));
    }

    /** Whether the caller has a permission, so that a page can leave out what would be refused anyway. */
    public boolean may(String scope) {
        String[] nameAndAction = scope.split(":", 2);
        return identity.checkPermissionBlocking(
                nameAndAction.length == 1
                        ? new StringPermission(nameAndAction[0])
                        : new StringPermission(nameAndAction[0], nameAndAction[1]));
    }
}
