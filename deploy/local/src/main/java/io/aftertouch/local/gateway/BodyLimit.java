package io.aftertouch.local.gateway;

import java.util.Set;

/** How much a request may carry before it is refused here; the services have narrower limits of their own. */
final class BodyLimit {

    private static final long USUAL = 3L << 20;
    private static final long FILE = 101L << 20;

    /** Where files are taken. */
    private static final Set<String> FILES = Set.of(
            "/api/v1/respondents/imports", "/respondents/imports", "/api/v1/responses/import", "/responses/import");

    long of(String path) {
        return FILES.contains(path) ? FILE : USUAL;
    }
}
