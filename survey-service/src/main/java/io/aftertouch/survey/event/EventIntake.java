package io.aftertouch.survey.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.decision.Decision;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.decision.Verdict;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.touchpoint.UnknownTouchpoint;
import io.aftertouch.survey.trigger.ContactPolicies;
import io.aftertouch.survey.trigger.Rules;
import org.jboss.logging.Logger;

/** Takes an event, judges it and writes down what was decided, all in one transaction. */
@ApplicationScoped
class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);

    private final EventRepository events;
    private final Touchpoints touchpoints;
    private final Rules rules;
    private final Respondents respondents;
    private final ContactPolicies policies;
    private final Invitations invitations;
    private final DecisionLedger ledger;
    private final EventConfig config;
    private final Ids ids;
    private final Clock clock;

    EventIntake(
            EventRepository events,
            Touchpoints touchpoints,
            Rules rules,
            Respondents respondents,
            ContactPolicies policies,
            Invitations invitations,
            DecisionLedger ledger,
            EventConfig config,
            Ids ids,
            Clock clock) {
        this.events = events;
        this.touchpoints = touchpoints;
        this.rules = rules;
        this.respondents = respondents;
        this.policies = policies;
        this.invitations = invitations;
        this.ledger = ledger;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A repeat, also one at the same time, gets what the first one got. */
    @RetryOnConflict
    @Transactional
    EventAnswer receive(ReceiveEvent event) {
        Touchpoint touchpoint = plausible(event);
        Occurrence occurrence = event.occurrence();
        UUID id = ids.next();
        if (!events.add(id, occurrence, event.respondent().ref(), clock.instant())) {
            return answer(events.idOf(occurrence));
        }
        Respondent respondent = respondents.meet(event.respondent());
        invitations.cancelScheduled(respondent.ref(), rules.cancelledBy(touchpoint.key()), occurrence.occurredAt());
        List<Verdict> verdicts = judge(occurrence, respondent).stream()
                .map(judgement -> Verdict.of(judgement, invite(id, occurrence, touchpoint, respondent, judgement)))
                .toList();
        ledger.record(
                new Decision.Subject(id, touchpoint.key(), respondent.ref()),
                verdicts.isEmpty() ? List.of(Verdict.NO_RULE) : verdicts);
        LOG.infof("Event %s taken at %s, %d rules judged", id, touchpoint.key(), verdicts.size());
        return answer(id);
    }

    /** What {@link #receive} would decide now, with nothing written or sent. */
    @Transactional
    EventAnswer simulate(ReceiveEvent event) {
        plausible(event);
        return EventAnswer.simulated(judge(event.occurrence(), respondents.imagine(event.respondent())));
    }

    private Touchpoint plausible(ReceiveEvent event) {
        Instant now = clock.instant();
        if (event.occurredAt().isAfter(now.plus(config.clockSkew()))) {
            throw ImplausibleTime.future();
        }
        if (event.occurredAt().isBefore(now.minus(config.oldest()))) {
            throw ImplausibleTime.past();
        }
        return touchpoints
                .find(event.touchpoint())
                .orElseThrow(() -> new UnknownTouchpoint("touchpoint", event.touchpoint()));
    }

    private List<Judgement> judge(Occurrence occurrence, Respondent respondent) {
        var since = events.touchpointsSince(respondent.ref(), occurrence.occurredAt());
        return policies.judge()
                .judge(
                        occurrence,
                        invitations.addressee(respondent, occurrence.touchpoint(), since),
                        rules.at(occurrence.touchpoint()),
                        clock.instant());
    }

    private Optional<UUID> invite(
            UUID eventId, Occurrence occurrence, Touchpoint touchpoint, Respondent respondent, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Invited invited ->
                Optional.of(invitations.schedule(eventId, occurrence, touchpoint, respondent, invited));
            case Judgement.Deferred deferred -> Optional.empty();
            case Judgement.NotInvited not -> Optional.empty();
        };
    }

    private EventAnswer answer(UUID eventId) {
        List<Verdict> verdicts = ledger.about(eventId);
        List<UUID> invited = verdicts.stream()
                .flatMap(verdict -> verdict.invitation().stream())
                .toList();
        return EventAnswer.of(eventId, verdicts, invitations.summaries(invited));
    }
}
