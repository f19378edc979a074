package io.aftertouch.platform.access;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Addresses that take files. {@code quarkus.http.limits.max-body-size} must be as large; all other addresses have limits of their own. */
@ConfigMapping(prefix = "aftertouch.large-bodies")
interface LargeBodies {

    /** The paths, exactly. */
    Optional<List<String>> paths();

    /** How large a body may be there. */
    @WithDefault("100M")
    MemorySize size();
}
