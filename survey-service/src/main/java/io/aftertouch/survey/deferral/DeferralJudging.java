package io.aftertouch.survey.deferral;

import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.decision.Decision;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.decision.Verdict;
import io.aftertouch.survey.event.Events;
import io.aftertouch.survey.invitation.Agenda;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Matter;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.trigger.ContactPolicies;
import io.aftertouch.survey.trigger.Rules;
import org.jboss.logging.Logger;

/**
 * Judges again what was deferred: all that is due for one person together, by the rules and the contact policy of today. Each deferred decision
 * is followed by another one with its reason, whatever has become of rule, event and person.
 */
@ApplicationScoped
class DeferralJudging {

    private static final Logger LOG = Logger.getLogger(DeferralJudging.class);

    private final DeferralRepository deferrals;
    private final Events events;
    private final Respondents respondents;
    private final OptOutRegister optOuts;
    private final Rules rules;
    private final ContactPolicies policies;
    private final Invitations invitations;
    private final Touchpoints touchpoints;
    private final DecisionLedger ledger;
    private final DeferralConfig config;
    private final Clock clock;

    DeferralJudging(
            DeferralRepository deferrals,
            Events events,
            Respondents respondents,
            OptOutRegister optOuts,
            Rules rules,
            ContactPolicies policies,
            Invitations invitations,
            Touchpoints touchpoints,
            DecisionLedger ledger,
            DeferralConfig config,
            Clock clock) {
        this.deferrals = deferrals;
        this.events = events;
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.rules = rules;
        this.policies = policies;
        this.invitations = invitations;
        this.touchpoints = touchpoints;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    /** Takes due deferrals and tells whose they are; nobody else works on them until the lease ends. */
    @RetryOnConflict
    @Transactional
    Set<String> claim() {
        Instant now = clock.instant();
        List<Deferral> due = deferrals.claimDue(now, config.batch());
        due.forEach(deferral -> deferral.lease(now.plus(config.lease())));
        return due.stream().map(Deferral::respondentRef).collect(Collectors.toSet());
    }

    /** Judges again all that is due for a person; tells how much it was. */
    @RetryOnConflict
    @Transactional
    int judge(String ref) {
        Instant now = clock.instant();
        List<Deferral> due = respondents
                .hold(ref)
                .map(person -> deferrals.dueOf(person, now))
                .orElseGet(() -> deferrals.dueOf(ref, now));
        List<Open> open =
                due.stream().flatMap(deferral -> open(deferral).stream()).toList();
        if (!open.isEmpty()) {
            judge(open, now);
        }
        return due.size();
    }

    private void judge(List<Open> open, Instant now) {
        Agenda agenda = invitations.agenda(optOuts.of(people(open)), List.of(), List.of());
        Map<Matter, Open> matters = new IdentityHashMap<>();
        open.forEach(one -> matters.put(matter(one, agenda), one));
        Map<Open, Verdict> verdicts = new LinkedHashMap<>();
        for (Judge.Judged judged : policies.judge().judgeAgain(List.copyOf(matters.keySet()), now)) {
            Open judgedAgain = matters.get(judged.matter());
            if (judged.judgement() instanceof Judgement.Deferred again && isOnlyLate(judgedAgain, again)) {
                judgedAgain.deferral().waitOn(again.freeAt());
            } else {
                verdicts.put(judgedAgain, verdict(judgedAgain, judged.judgement(), agenda));
            }
        }
        invitations.write(agenda);
        verdicts.forEach((one, verdict) -> replace(one.deferral(), one.occurrence(), verdict));
    }

    /** The invitation before went out a little later than planned, and with it the end of its quarantine: no other decision. */
    private boolean isOnlyLate(Open open, Judgement.Deferred again) {
        return open.deferral().isOnlyLate(again.freeAt(), config.grace());
    }

    /** What may still be asked. */
    private record Open(Deferral deferral, Occurrence occurrence, Terms terms, Respondent person) {}

    /** Empty when it may not, which is written down. */
    private Optional<Open> open(Deferral deferral) {
        Occurrence occurrence = events.occurrence(deferral.eventId()).orElseThrow();
        Optional<Respondent> person = respondents.find(deferral.respondentRef());
        Optional<Terms> terms = rules.active(deferral.ruleId());
        if (person.isPresent() && terms.isPresent()) {
            return Optional.of(new Open(deferral, occurrence, terms.get(), person.get()));
        }
        Reason reason = person.isPresent() ? Reason.RULE_PAUSED : Reason.ERASED;
        replace(
                deferral,
                occurrence,
                Verdict.not(Optional.of(deferral.ruleId()), ledger.surveyOf(deferral.id()), reason));
        return Optional.empty();
    }

    private static Set<Respondent> people(List<Open> open) {
        return open.stream().map(Open::person).collect(Collectors.toSet());
    }

    private Matter matter(Open open, Agenda agenda) {
        Set<String> since = events.visitedSince(
                open.person().ref(),
                open.terms().cancelledBy().stream().toList(),
                open.occurrence().occurredAt());
        return Matter.deferred(
                open.occurrence(),
                agenda.addressee(open.person(), open.occurrence().touchpoint(), since),
                open.terms(),
                open.deferral().deadline(config.grace()));
    }

    private Verdict verdict(Open open, Judgement judgement, Agenda agenda) {
        Optional<UUID> invitation =
                switch (judgement) {
                    case Judgement.Invited invited -> Optional.of(invite(open, invited, agenda));
                    case Judgement.Deferred again -> Optional.empty();
                    case Judgement.NotInvited not -> Optional.empty();
                };
        return Verdict.of(judgement, invitation);
    }

    private UUID invite(Open open, Judgement.Invited invited, Agenda agenda) {
        return agenda.schedule(
                        open.deferral().eventId(),
                        open.occurrence(),
                        touchpoint(open.occurrence()),
                        open.person(),
                        invited)
                .id();
    }

    private void replace(Deferral deferral, Occurrence occurrence, Verdict verdict) {
        Decision.Subject subject = new Decision.Subject(
                deferral.eventId(), occurrence.touchpoint(), deferral.respondentRef(), occurrence.segments());
        ledger.replace(deferral.id(), subject, verdict);
        LOG.infof("Decision %s, which was deferred, is judged again: %s", deferral.id(), verdict.reason());
    }

    private Touchpoint touchpoint(Occurrence occurrence) {
        return touchpoints.find(occurrence.touchpoint()).orElseThrow();
    }
}
