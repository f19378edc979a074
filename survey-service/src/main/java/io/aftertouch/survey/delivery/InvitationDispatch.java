package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.aftertouch.survey.invitation.DueInvitations;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Sends due invitations, one after the other on a thread of its own. Woken when an invitation is due at once, and by time for all others and
 * for what another instance left behind.
 */
@ApplicationScoped
class InvitationDispatch {

    private static final Logger LOG = Logger.getLogger(InvitationDispatch.class);

    private static final int ENOUGH_FAILURES = 3;

    private final InvitationSending sending;
    private final Postman postman;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private Thread worker;
    private Instant nextExpiry = Instant.MIN;
    private volatile boolean stopping;

    InvitationDispatch(InvitationSending sending, Postman postman, DeliveryConfig config, Clock clock) {
        this.sending = sending;
        this.postman = postman;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.sending()) {
            worker = Thread.ofPlatform().name("invitations").daemon().start(this::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        bell.release();
        if (worker != null) {
            worker.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) DueInvitations event) {
        bell.release();
    }

    private void work() {
        while (!stopping) {
            try {
                boolean rung = bell.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS);
                if (rung) {
                    bell.drainPermits();
                }
                sendDue();
                expire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Invitations wait: %s", e);
            }
        }
    }

    /** Sends all that is due by now. When the mail server fails again and again, the rest waits without being tried. */
    void sendDue() {
        int failuresInARow = 0;
        List<UUID> taken;
        do {
            Instant leaseEnds = clock.instant().plus(config.lease());
            taken = sending.claim();
            for (UUID id : taken) {
                if (stopping || clock.instant().isAfter(leaseEnds)) {
                    return; // whoever comes after the lease takes the rest
                }
                if (failuresInARow == ENOUGH_FAILURES) {
                    sending.postpone(id);
                } else {
                    failuresInARow = send(id) ? 0 : failuresInARow + 1;
                }
            }
        } while (taken.size() == config.batch() && failuresInARow < ENOUGH_FAILURES);
    }

    /** Tells whether this one is done with; otherwise it is tried again later. */
    private boolean send(UUID id) {
        try {
            var dispatch = sending.prepare(id);
            if (dispatch.isPresent()) {
                postman.deliver(dispatch.get());
                sending.sent(id);
            }
            return true;
        } catch (Postman.AddressRefused e) {
            sending.fail(id);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Invitation %s waits, it could not be sent: %s", id, withoutAddresses(e));
            sending.postpone(id);
            return false;
        }
    }

    private void expire() {
        Instant now = clock.instant();
        if (now.isBefore(nextExpiry)) {
            return;
        }
        while (!stopping && sending.expire() == config.batch()) {
            LOG.debug("More invitations are past their time");
        }
        nextExpiry = now.plus(config.expirySweep());
    }

    /** Mail servers like to repeat the address in what they say; a log holds none. */
    private static String withoutAddresses(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.toString().replaceAll("\\S+@\\S+", "…").replaceAll("[\\r\\n]+", " ");
    }
}
