package io.aftertouch.local.suite;

import java.time.Duration;
import java.util.List;

import io.aftertouch.embedded.DatabaseAccount;
import io.aftertouch.embedded.EmbeddedDatabase;
import io.aftertouch.embedded.ServerProcess;

/** The database of all services, in which each has its own. */
record DatabasePart(EmbeddedDatabase.Settings settings, List<DatabaseAccount> accounts) implements Part {

    static final String NAME = "database";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServerProcess start() {
        return EmbeddedDatabase.start(settings, accounts).process();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }
}
