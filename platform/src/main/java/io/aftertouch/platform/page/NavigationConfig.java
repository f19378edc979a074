package io.aftertouch.platform.page;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The pages of the whole site, the same list in every service, so that people see one site. */
@ConfigMapping(prefix = "aftertouch.navigation")
public interface NavigationConfig {

    List<Group> groups();

    /** A headed list of pages. */
    interface Group {

        String key();

        String name();

        List<Item> items();
    }

    /** One page. */
    interface Item {

        String key();

        String name();

        String path();

        /** Address of a fragment with the number shown beside the name, if there is one. */
        Optional<String> count();

        /** The scope without which nobody can open it; without one everybody can who is signed in. */
        Optional<String> scope();
    }
}
