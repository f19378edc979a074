package io.aftertouch.survey.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.github.bucket4j.Bucket;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the e-mail of a survey as a trial: marked as one in its subject, with links that lead back to the page where it is shown, and recorded
 * nowhere. Nobody can use it to write to many people.
 */
@Singleton
class TrialSending {

    private static final Logger LOG = Logger.getLogger(TrialSending.class);

    private static final int TRIALS = 10;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final String MARK = "[Test] ";

    private final Specimen specimen;
    private final Postman postman;
    private final Ids ids;
    private final String host;
    private final Map<String, Bucket> allowances = new ConcurrentHashMap<>();

    TrialSending(
            Specimen specimen,
            Postman postman,
            Ids ids,
            @ConfigProperty(name = "aftertouch.public-address") URI publicAddress) {
        this.specimen = specimen;
        this.postman = postman;
        this.ids = ids;
        this.host = publicAddress.getHost();
    }

    /**
     * @param caller who wants it, a person
     * @throws TrialRefused when it was too many in a short time, or the mail server does not take it
     */
    void send(String survey, SendTrial trial, String caller) {
        WrittenLetter letter = specimen.write(survey, trial.choice()).orElseThrow(NotFound::new);
        Bucket allowance = allowances.computeIfAbsent(caller, name -> Bucket.builder()
                .addLimit(limit -> limit.capacity(TRIALS).refillGreedy(TRIALS, PERIOD))
                .build());
        if (!allowance.tryConsume(1)) {
            throw new TrialRefused("That were many trials in a short time. Wait a minute.");
        }
        Mail mail = new Mail(
                "<test-" + ids.next() + "@" + host + ">",
                Optional.empty(),
                trial.to(),
                Optional.empty(),
                letter.withSubject(MARK + letter.subject()));
        try (MailLine line = postman.line()) {
            Handover handover = line.handOver(mail);
            if (!(handover instanceof Handover.Taken)) {
                throw new TrialRefused("The mail server did not take it: " + handover.reply());
            }
        }
        LOG.infof("%s sent a trial of the e-mail of %s", caller, survey);
    }
}
