package io.aftertouch.feedback.form;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.platform.seal.Seal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every showing of the form behind a public link an id of its own, as a token that stands in the form and comes back with the answer: so
 * the same form sent twice is one answer.
 *
 * <p>The token holds what it names and is sealed, so that nobody can choose an id, or carry it to another link, and no service has to remember whom it
 * showed a form.
 */
@ApplicationScoped
class Submissions {

    private static final String SEPARATOR = "~";
    private static final int NONCE_BYTES = 12;

    private final Seal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Submissions(@ConfigProperty(name = "aftertouch.session-key") String sessionKey, Clock clock) {
        this.clock = clock;
        this.seal = Seal.of(sessionKey, "submissions of public links");
    }

    Submission next(String code, SurveyRef survey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Submission(code, survey, clock.instant(), Seal.encoded(nonce));
    }

    /** As it stands in the form and in the address of the thanks. */
    String token(Submission submission) {
        String named = named(submission);
        return named + SEPARATOR + seal.proof(submission.code() + SEPARATOR + named);
    }

    /** What a token of a link names; empty when it is none of ours for this link. */
    Optional<Submission> read(String code, String token) {
        String[] parts = token == null ? new String[0] : token.split(SEPARATOR, -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        String named = token.substring(0, token.lastIndexOf(SEPARATOR));
        if (!seal.proves(parts[4], code + SEPARATOR + named)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Submission(
                    code,
                    new SurveyRef(parts[0], Integer.parseInt(parts[1])),
                    Instant.ofEpochSecond(Long.parseLong(parts[2])),
                    parts[3]));
        } catch (NumberFormatException | DateTimeException impossible) {
            throw new IllegalStateException("We made a token that we cannot read", impossible);
        }
    }

    private static String named(Submission submission) {
        return String.join(
                SEPARATOR,
                submission.survey().survey(),
                Integer.toString(submission.survey().version()),
                Long.toString(submission.shownAt().getEpochSecond()),
                submission.nonce());
    }
}
