package io.aftertouch.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says why events wait. The service is ready all the same: what happens is taken, and told later. */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final OutboxRelay relay;

    RelayHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Telling the other services")
                .up()
                .withData(
                        "events",
                        relay.trouble().map(reason -> "wait: " + reason).orElse("are told"))
                .build();
    }
}
