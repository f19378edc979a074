package io.aftertouch.survey.optout;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.respondent.ErasureRequestRepository;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOutStep;
import io.aftertouch.survey.respondent.OptOutStep.Act;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import org.jboss.logging.Logger;

/** Lets whoever holds the link of an invitation end questions or ask to be erased, and take that back. */
@ApplicationScoped
class OptingOut {

    private static final Logger LOG = Logger.getLogger(OptingOut.class);
    private static final String BY_LINK = "link";

    private final Invitations invitations;
    private final Respondents respondents;
    private final OptOutRegister register;
    private final OptOutRecording recording;
    private final ErasureRequestRepository erasures;
    private final Surveys surveys;
    private final Touchpoints touchpoints;
    private final Clock clock;

    OptingOut(
            Invitations invitations,
            Respondents respondents,
            OptOutRegister register,
            OptOutRecording recording,
            ErasureRequestRepository erasures,
            Surveys surveys,
            Touchpoints touchpoints,
            Clock clock) {
        this.invitations = invitations;
        this.respondents = respondents;
        this.register = register;
        this.recording = recording;
        this.erasures = erasures;
        this.surveys = surveys;
        this.touchpoints = touchpoints;
        this.clock = clock;
    }

    /**
     * What a link opens: who asks, in which language they would write to this person, and what the person has ended already.
     *
     * @param ended everything, questions at this touchpoint, or nothing
     * @param undoable whether the person ended it by such a link, so that the same link takes it back
     */
    record Door(
            String brand,
            Language language,
            String touchpointName,
            Optional<Extent> ended,
            boolean undoable,
            ErasureWish erasure) {}

    /** What the token opens, with nothing done. Empty when no invitation has it. */
    @Transactional
    Optional<Door> look(String token) {
        return invitations.byToken(token).map(this::door);
    }

    /** Ends questions; doing so twice is doing so once. Empty when no invitation has this token. */
    @RetryOnConflict
    @Transactional
    Optional<Door> end(String token, Extent extent) {
        Optional<Invitations.Recipient> recipient = invitations.byToken(token);
        recipient.ifPresent(
                found -> person(found).ifPresent(person -> recording.take(person, step(Act.OPTED_OUT, found, extent))));
        return recipient.map(this::door);
    }

    /** Takes back what was ended by a link; what colleagues wrote down stays. Empty when no invitation has this token. */
    @RetryOnConflict
    @Transactional
    Optional<Door> undo(String token, Extent extent) {
        Optional<Invitations.Recipient> recipient = invitations.byToken(token);
        recipient.ifPresent(found -> person(found)
                .filter(person -> isUndoable(person, touchpoint(found, extent)))
                .ifPresent(person -> recording.take(person, step(Act.LIFTED, found, extent))));
        return recipient.map(this::door);
    }

    /**
     * Writes down that the person wants to be erased. People carry it out, since programs open links too and there is no way back.
     * Empty when no invitation has this token.
     */
    @RetryOnConflict
    @Transactional
    Optional<Door> askForErasure(String token) {
        Optional<Invitations.Recipient> recipient = invitations.byToken(token);
        recipient.flatMap(this::person).ifPresent(person -> {
            erasures.ask(person.ref(), clock.instant());
            LOG.info("A respondent asks to be erased");
        });
        return recipient.map(this::door);
    }

    /** Takes back what was asked. Empty when no invitation has this token. */
    @RetryOnConflict
    @Transactional
    Optional<Door> keep(String token) {
        Optional<Invitations.Recipient> recipient = invitations.byToken(token);
        recipient.flatMap(this::person).ifPresent(person -> erasures.end(person.ref()));
        return recipient.map(this::door);
    }

    /** Empty when the respondent was erased since: then nobody is asked anyway. */
    private Optional<Respondent> person(Invitations.Recipient recipient) {
        return respondents.find(recipient.respondentRef());
    }

    private OptOutStep step(Act act, Invitations.Recipient recipient, Extent extent) {
        return new OptOutStep(
                act, touchpoint(recipient, extent), null, BY_LINK, OptOutRegister.RESPONDENT, clock.instant());
    }

    private static String touchpoint(Invitations.Recipient recipient, Extent extent) {
        return switch (extent) {
            case ALL -> null;
            case HERE -> recipient.touchpoint();
        };
    }

    private boolean isUndoable(Respondent person, String touchpoint) {
        return inForce(register.inForce(person), touchpoint)
                .filter(step -> step.by().equals(OptOutRegister.RESPONDENT))
                .isPresent();
    }

    private static Optional<OptOutStep> inForce(List<OptOutStep> steps, String touchpoint) {
        return steps.stream()
                .filter(step -> Objects.equals(step.touchpoint(), touchpoint))
                .findFirst();
    }

    private Door door(Invitations.Recipient recipient) {
        SurveyPublished survey = surveys.published(recipient.survey(), recipient.surveyVersion());
        Optional<Respondent> person = person(recipient);
        Language language = person.flatMap(Respondent::locale)
                .flatMap(Language::of)
                .or(() -> Language.of(survey.defaultLanguage()))
                .orElse(Language.EN);
        String touchpoint =
                touchpoints.find(recipient.touchpoint()).map(Touchpoint::name).orElse(recipient.touchpoint());
        if (person.isEmpty()) {
            return new Door(survey.brandName(), language, touchpoint, Optional.of(Extent.ALL), false, ErasureWish.DONE);
        }
        Optional<Extent> ended = ended(register.inForce(person.get()), recipient);
        return new Door(
                survey.brandName(),
                language,
                touchpoint,
                ended,
                ended.filter(extent -> isUndoable(person.get(), touchpoint(recipient, extent)))
                        .isPresent(),
                erasures.of(person.get().ref()).isPresent() ? ErasureWish.ASKED : ErasureWish.POSSIBLE);
    }

    private static Optional<Extent> ended(List<OptOutStep> steps, Invitations.Recipient recipient) {
        if (inForce(steps, null).isPresent()) {
            return Optional.of(Extent.ALL);
        }
        return inForce(steps, recipient.touchpoint()).map(here -> Extent.HERE);
    }
}
