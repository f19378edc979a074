package io.aftertouch.local.suite;

import java.time.Duration;

import io.aftertouch.embedded.Broker;
import io.aftertouch.embedded.ServerProcess;

/** The broker between the services. */
record BrokerPart(Broker.Settings settings) implements Part {

    static final String NAME = "broker";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServerProcess start() {
        return Broker.start(settings).process();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(20);
    }
}
