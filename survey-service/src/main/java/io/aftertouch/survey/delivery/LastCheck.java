package io.aftertouch.survey.delivery;

import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.aftertouch.survey.event.Events;
import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Addressee;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.judging.SendingRule;
import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.trigger.ContactPolicies;
import io.aftertouch.survey.trigger.Rules;

/** Judges once more, just before something is sent: much may have happened since the event. */
@Singleton
class LastCheck {

    private final Events events;
    private final Invitations invitations;
    private final Rules rules;
    private final ContactPolicies policies;

    LastCheck(Events events, Invitations invitations, Rules rules, ContactPolicies policies) {
        this.events = events;
        this.invitations = invitations;
        this.rules = rules;
        this.policies = policies;
    }

    /** What was found. */
    sealed interface Finding {}

    /**
     * It may be sent.
     *
     * @param neutral whether nothing in it may look like advertising
     */
    record MayGo(boolean neutral) implements Finding {}

    /** It must not be sent at all. */
    record Objection(Reason reason) implements Finding {}

    /** It may be sent later: at the end of the quiet hours, or of a day on which the person was asked enough. */
    record Wait(Instant until) implements Finding {}

    Finding find(Invitation invitation, Instant now) {
        if (invitation.isForNobody()) {
            return new Objection(Reason.ERASED);
        }
        Judge judge = policies.judge();
        Addressee addressee = invitations.addresseeOf(invitation);
        Optional<Reason> objection = rules.active(invitation.ruleId())
                .map(terms -> judge.objection(terms, invitation.channel(), invitation.occurredAt(), addressee, now)
                        .or(() -> objection(terms, invitation)))
                .orElse(Optional.of(Reason.RULE_PAUSED));
        if (objection.isPresent()) {
            return new Objection(objection.get());
        }
        Optional<Instant> heldUntil = judge.heldUntil(addressee, now);
        return heldUntil.isPresent() ? new Wait(heldUntil.get()) : new MayGo(isNeutral(judge, addressee));
    }

    /** The rule may pick its events otherwise than it did when this one came in. */
    private Optional<Reason> objection(Terms terms, Invitation invitation) {
        return terms.areChoosy() ? events.occurrence(invitation.eventId()).flatMap(terms::objection) : Optional.empty();
    }

    /** Whether the country of the person wants nothing in it that looks like advertising. */
    boolean isNeutral(Invitation invitation) {
        return isNeutral(policies.judge(), invitations.addresseeOf(invitation));
    }

    private static boolean isNeutral(Judge judge, Addressee addressee) {
        return judge.policy().sendingRule(addressee.country()) == SendingRule.NEUTRAL_MAIL_ONLY;
    }
}
