package io.aftertouch.survey.reply;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.aftertouch.survey.invitation.Cause;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.mail.Mail;
import io.aftertouch.survey.mail.MailLine;
import io.aftertouch.survey.mail.Postman;
import io.aftertouch.survey.mail.ReplyLetters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Hands replies over to the mail server, one after the other and over a line of their own, so that what a person wrote does not queue behind
 * thousands of invitations. Woken when a reply comes, and by time for those that wait for the mail server and for what another instance left.
 */
@ApplicationScoped
class ReplyDispatch {

    private static final Logger LOG = Logger.getLogger(ReplyDispatch.class);

    private static final int AT_ONCE = 10;
    private static final Duration PAUSE_FOR_THE_DATABASE = Duration.ofSeconds(1);

    private final ReplySending sending;
    private final ReplyLetters letters;
    private final Postman postman;
    private final ReplyConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopping;
    private Thread thread;

    ReplyDispatch(ReplySending sending, ReplyLetters letters, Postman postman, ReplyConfig config, Clock clock) {
        this.sending = sending;
        this.letters = letters;
        this.postman = postman;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.sending()) {
            thread = Thread.ofPlatform().name("replies").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        bell.release();
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) RepliesDue event) {
        bell.release();
    }

    private void run() {
        try (MailLine line = postman.line()) {
            while (!stopping) {
                if (handOverDue(line)) {
                    continue;
                }
                line.closeWhenIdle();
                if (bell.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether there may be more. */
    private boolean handOverDue(MailLine line) throws InterruptedException {
        try {
            List<ReplySending.Claim> claims = sending.claim(AT_ONCE);
            for (ReplySending.Claim claim : claims) {
                handOver(claim, line);
            }
            return claims.size() == AT_ONCE;
        } catch (RuntimeException e) {
            LOG.warnf("Replies wait: %s", e);
            Thread.sleep(PAUSE_FOR_THE_DATABASE);
            return false;
        }
    }

    /** One that fails keeps no other waiting. */
    private void handOver(ReplySending.Claim claim, MailLine line) throws InterruptedException {
        try {
            Optional<ReplySending.Dispatch> dispatch = sending.prepare(claim);
            if (dispatch.isPresent()) {
                handOver(dispatch.get(), line);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Reply %s could not be sent: %s", claim.reply(), e);
            brokeDown(claim);
        }
    }

    private void brokeDown(ReplySending.Claim claim) {
        try {
            sending.brokeDown(claim);
        } catch (RuntimeException e) {
            LOG.warnf("Reply %s waits for the end of its lease: %s", claim.reply(), e);
        }
    }

    private void handOver(ReplySending.Dispatch dispatch, MailLine line) throws InterruptedException {
        Handover handover = line.handOver(Mail.byPerson(
                dispatch.messageId(), dispatch.inReplyTo(), dispatch.to(), letters.write(dispatch.order())));
        if (handover instanceof Handover.NotNow notNow) {
            LOG.warnf(
                    "Reply %s waits, it could not be sent: %s",
                    dispatch.claim().reply(), Cause.readable(notNow.reply()));
        }
        writeDown(dispatch, handover);
    }

    /** What the mail server has taken must become known, or it is sent again: as long as the lease lasts, this is tried. */
    private void writeDown(ReplySending.Dispatch dispatch, Handover handover) throws InterruptedException {
        while (true) {
            try {
                sending.handedOver(dispatch, handover);
                return;
            } catch (RuntimeException e) {
                boolean worthMore = handover instanceof Handover.Taken
                        && clock.instant().isBefore(dispatch.claim().leaseEnds());
                if (stopping || !worthMore) {
                    throw e;
                }
                LOG.warnf(
                        "Reply %s was sent, which is not written down yet: %s",
                        dispatch.claim().reply(), e);
                Thread.sleep(PAUSE_FOR_THE_DATABASE);
            }
        }
    }
}
