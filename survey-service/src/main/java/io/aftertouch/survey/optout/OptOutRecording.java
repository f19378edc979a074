package io.aftertouch.survey.optout;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOutStep;
import io.aftertouch.survey.respondent.OptOutStep.Act;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.touchpoint.UnknownTouchpoint;
import org.jboss.logging.Logger;

/** Ends questions, and what waits to be sent with them, or allows them again; and tells what holds. */
@ApplicationScoped
public class OptOutRecording {

    private static final Logger LOG = Logger.getLogger(OptOutRecording.class);

    private final Respondents respondents;
    private final OptOutRegister register;
    private final Invitations invitations;
    private final Touchpoints touchpoints;
    private final Clock clock;

    OptOutRecording(
            Respondents respondents,
            OptOutRegister register,
            Invitations invitations,
            Touchpoints touchpoints,
            Clock clock) {
        this.respondents = respondents;
        this.register = register;
        this.invitations = invitations;
        this.touchpoints = touchpoints;
        this.clock = clock;
    }

    @Transactional
    OptOutsView of(String ref) {
        return OptOutsView.of(register.inForce(respondents.orStranger(ref)), register.history(ref));
    }

    /** @throws UnknownTouchpoint when the wish names one that is not there */
    @RetryOnConflict
    @Transactional
    public void optOut(String ref, OptOutWish wish, String by) {
        if (wish.touchpoint() != null && touchpoints.find(wish.touchpoint()).isEmpty()) {
            throw new UnknownTouchpoint("touchpoint", wish.touchpoint());
        }
        take(ref, Act.OPTED_OUT, wish, by);
    }

    @RetryOnConflict
    @Transactional
    public void lift(String ref, OptOutWish wish, String by) {
        take(ref, Act.LIFTED, wish, by);
    }

    private void take(String ref, Act act, OptOutWish wish, String by) {
        Respondent person = respondents.orStranger(ref);
        if (respondents.isErased(person)) {
            LOG.info("Nothing is written about an erased respondent, who is left alone anyway");
            return;
        }
        take(person, new OptOutStep(act, wish.touchpoint(), wish.reason(), wish.source(), by, clock.instant()));
    }

    /** Within the open transaction. */
    void take(Respondent person, OptOutStep step) {
        register.take(person, step);
        if (step.act() == Act.OPTED_OUT) {
            invitations.cancelScheduled(person, step.touchpoint(), Reason.OPTED_OUT);
        }
    }
}
