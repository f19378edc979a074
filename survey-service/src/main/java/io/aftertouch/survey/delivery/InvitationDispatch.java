package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.aftertouch.survey.invitation.Cause;
import io.aftertouch.survey.invitation.Claim;
import io.aftertouch.survey.invitation.DueInvitations;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.mail.Letters;
import io.aftertouch.survey.mail.Mail;
import io.aftertouch.survey.mail.MailLine;
import io.aftertouch.survey.mail.Postman;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Sends what is due. One thread takes invitations for this instance, several hand them over, each over a connection of its own and one after the
 * other, so that whoever hangs holds up nobody else. Woken when an invitation is due at once, and by time for all others and for what another
 * instance left behind.
 */
@ApplicationScoped
class InvitationDispatch {

    private static final Logger LOG = Logger.getLogger(InvitationDispatch.class);

    private static final Duration REST_OF_A_LINE = Duration.ofSeconds(1);
    private static final Duration PAUSE_FOR_THE_DATABASE = Duration.ofSeconds(1);

    private final InvitationSending sending;
    private final Postman postman;
    private final Letters letters;
    private final SmsGateway gateway;
    private final AnswersHeard answers;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final BlockingQueue<Claim> taken;
    private final AtomicBoolean full = new AtomicBoolean();
    private final Breaker mailServer;
    private final Breaker smsGateway;
    private final List<Thread> threads = new ArrayList<>();
    private Instant nextExpiry = Instant.MIN;
    private volatile boolean stopping;

    InvitationDispatch(
            InvitationSending sending,
            Postman postman,
            Letters letters,
            SmsGateway gateway,
            AnswersHeard answers,
            DeliveryConfig config,
            Clock clock) {
        this.sending = sending;
        this.postman = postman;
        this.letters = letters;
        this.gateway = gateway;
        this.answers = answers;
        this.config = config;
        this.clock = clock;
        this.taken = new ArrayBlockingQueue<>(config.batch());
        this.mailServer = new Breaker(clock, config.firstPause());
        this.smsGateway = new Breaker(clock, config.firstPause());
    }

    void start(@Observes StartupEvent event) {
        if (!config.sending()) {
            return;
        }
        threads.add(Thread.ofPlatform().name("invitations").daemon().start(this::take));
        for (int i = 1; i <= config.connections(); i++) {
            threads.add(Thread.ofPlatform().name("invitations-" + i).daemon().start(this::handOver));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        bell.release();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(patience - System.nanoTime())));
        }
        for (Claim left = taken.poll(); left != null; left = taken.poll()) {
            sending.release(left);
        }
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) DueInvitations event) {
        bell.release();
    }

    /** Takes invitations for the others, never more than they are about to work on. */
    private void take() {
        while (!stopping) {
            try {
                boolean more = takeDue();
                expire();
                if (!more && bell.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Invitations wait: %s", e);
                rest(config.sweep());
            }
        }
    }

    /**
     * Takes what is due, and reminders where there is room left and it is known who has answered. Tells whether to go on at once: there may be
     * more, and room for it.
     */
    private boolean takeDue() {
        Set<Channel> channels = channelsThatWork();
        int room = taken.remainingCapacity();
        int filled = take(room, limit -> sending.claim(channels, limit));
        if (filled < room && answers.areUpToDate()) {
            filled += take(room - filled, limit -> sending.claimReminders(channels, limit));
        }
        if (filled < room) {
            return false;
        }
        full.set(true);
        return isHalfEmpty();
    }

    /** While the mail server is left alone, text messages and links go on, and the other way round. */
    private Set<Channel> channelsThatWork() {
        Set<Channel> channels = EnumSet.of(Channel.LINK);
        if (!mailServer.isOpen()) {
            channels.add(Channel.EMAIL);
        }
        if (!smsGateway.isOpen()) {
            channels.add(Channel.WEBHOOK);
        }
        return channels;
    }

    private int take(int room, IntFunction<List<Claim>> claim) {
        if (room == 0) {
            return 0;
        }
        List<Claim> claims = claim.apply(room);
        taken.addAll(claims);
        return claims.size();
    }

    private boolean isHalfEmpty() {
        return taken.size() <= config.batch() / 2;
    }

    private void handOver() {
        try (MailLine line = postman.line()) {
            while (!stopping) {
                Claim claim = taken.poll(REST_OF_A_LINE.toMillis(), TimeUnit.MILLISECONDS);
                if (claim == null) {
                    line.closeWhenIdle();
                    continue;
                }
                if (isHalfEmpty() && full.compareAndSet(true, false)) {
                    bell.release();
                }
                handOver(claim, line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(Claim claim, MailLine line) {
        try {
            Optional<Dispatch> dispatch = sending.prepare(claim);
            if (dispatch.isEmpty()) {
                return;
            }
            Breaker breaker = breaker(dispatch.get());
            if (breaker.isOpen()) {
                sending.release(claim);
            } else {
                Handover handover = handOver(dispatch.get(), line);
                count(handover, breaker);
                writeDown(dispatch.get(), handover);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Invitation %s waits for the end of its lease: %s", claim.invitation(), e);
        }
    }

    private Handover handOver(Dispatch dispatch, MailLine line) {
        Handover handover =
                switch (dispatch.message()) {
                    case Dispatch.Text text -> gateway.handOver(text);
                    case Dispatch.Letter letter ->
                        line.handOver(new Mail(
                                letter.id(),
                                letter.inReplyTo(),
                                letter.to(),
                                Optional.of(letter.order().unsubscribe()),
                                letters.write(letter.order())));
                };
        if (handover instanceof Handover.NotNow notNow) {
            LOG.warnf(
                    "Invitation %s waits, it could not be sent: %s",
                    dispatch.claim().invitation(), Cause.readable(notNow.reply()));
        }
        return handover;
    }

    private Breaker breaker(Dispatch dispatch) {
        return switch (dispatch.message()) {
            case Dispatch.Letter letter -> mailServer;
            case Dispatch.Text text -> smsGateway;
        };
    }

    private static void count(Handover handover, Breaker breaker) {
        if (handover instanceof Handover.NotNow notNow && notNow.everybody()) {
            breaker.failed();
        } else {
            breaker.worked();
        }
    }

    /** What the mail server has taken must become known, or it is sent again: as long as the lease lasts, this is tried. */
    private void writeDown(Dispatch dispatch, Handover handover) {
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
                        "Invitation %s was sent, which is not written down yet: %s",
                        dispatch.claim().invitation(), e);
                rest(PAUSE_FOR_THE_DATABASE);
            }
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

    private void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!stopping && System.nanoTime() < end) {
            try {
                Thread.sleep(Math.min(100, Math.max(1, time.toMillis())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
