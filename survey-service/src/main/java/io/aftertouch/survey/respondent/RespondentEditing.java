package io.aftertouch.survey.respondent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** Makes and changes respondents, each held while it happens, so that nobody is brought back while they are erased. */
@ApplicationScoped
class RespondentEditing {

    private static final Logger LOG = Logger.getLogger(RespondentEditing.class);

    private final RespondentRepository respondents;
    private final Respondents people;
    private final OptOutRegister register;
    private final Clock clock;

    RespondentEditing(RespondentRepository respondents, Respondents people, OptOutRegister register, Clock clock) {
        this.respondents = respondents;
        this.people = people;
        this.register = register;
        this.clock = clock;
    }

    /**
     * @throws RespondentExists when there is one with this reference
     * @throws ErasedRespondent when the reference or an address was erased
     */
    @RetryOnConflict
    @Transactional
    RespondentView create(RespondentDetails details) {
        respondents.lock(Subjects.of(details));
        refuseErased(details);
        if (respondents.findByIdOptional(details.ref()).isPresent()) {
            throw new RespondentExists();
        }
        LOG.info("A respondent was made");
        return write(details);
    }

    /** Replaces all that can be changed. */
    @RetryOnConflict
    @Transactional
    RespondentView replace(String ref, String ifMatch, RespondentDetails details) {
        return change(ref, ifMatch, before -> details);
    }

    /**
     * Changes a respondent, starting from what is there.
     *
     * @throws io.aftertouch.platform.problem.ProblemException when If-Match is missing or not what is there
     */
    @RetryOnConflict
    @Transactional
    RespondentView change(String ref, String ifMatch, UnaryOperator<RespondentDetails> change) {
        respondents.lock(List.of(Subjects.ofReference(ref)));
        Respondent before = respondents.findByIdOptional(ref).orElseThrow(NotFound::new);
        tag(before).mustMatch(ifMatch);
        RespondentDetails details = change.apply(RespondentDetails.of(before));
        respondents.lock(Subjects.of(details));
        refuseErased(details);
        LOG.info("A respondent was changed");
        return write(details);
    }

    /** Mail to the address is tried again. */
    @RetryOnConflict
    @Transactional
    void clearBounce(String ref) {
        if (!respondents.clearBounce(ref)) {
            throw new NotFound();
        }
    }

    private void refuseErased(RespondentDetails details) {
        if (people.look(List.of(details)).isErased(details)) {
            throw new ErasedRespondent();
        }
    }

    private RespondentView write(RespondentDetails details) {
        respondents.write(details, clock.instant());
        Respondent written = respondents.reread(details.ref());
        register.mark(List.of(written), register.of(List.of(written)));
        return RespondentView.of(respondents.reread(details.ref()));
    }

    /** Of what can be changed, so that an event that only says when the person was seen changes no tag. */
    static EntityTag tag(Respondent respondent) {
        return tag(RespondentDetails.of(respondent).toString());
    }

    static EntityTag tag(RespondentView view) {
        return tag(new RespondentDetails(
                        view.ref(),
                        view.email(),
                        view.phone(),
                        view.name(),
                        view.locale(),
                        view.country(),
                        view.timeZone(),
                        view.consent())
                .toString());
    }

    private static EntityTag tag(String details) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(details.getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
