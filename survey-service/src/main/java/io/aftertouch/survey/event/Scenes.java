package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.survey.invitation.Agenda;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOuts;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.trigger.ContactPolicies;
import io.aftertouch.survey.trigger.CreateRule;
import io.aftertouch.survey.trigger.RuleBook;
import io.aftertouch.survey.trigger.Rules;

/** Reads what judging events needs, with a handful of statements however many events there are. */
@Singleton
class Scenes {

    private final EventRepository events;
    private final Rules rules;
    private final OptOutRegister optOuts;
    private final Invitations invitations;
    private final ContactPolicies policies;

    Scenes(
            EventRepository events,
            Rules rules,
            OptOutRegister optOuts,
            Invitations invitations,
            ContactPolicies policies) {
        this.events = events;
        this.rules = rules;
        this.optOuts = optOuts;
        this.invitations = invitations;
        this.policies = policies;
    }

    /** What is in force at some touchpoints, whoever comes there. */
    record InForce(Judge judge, RuleBook rules) {}

    /** Reads the contact policy and the rules. */
    InForce inForce(Map<String, Touchpoint> places) {
        return new InForce(policies.judge(), rules.at(places));
    }

    /**
     * The same with a rule that is not saved.
     *
     * @param replaces the rule that it takes the place of; null when it is a new one
     */
    InForce inForce(Map<String, Touchpoint> places, UUID replaces, CreateRule draft) {
        return new InForce(policies.judge(), rules.at(places).with(draft.touchpoint(), rules.draft(replaces, draft)));
    }

    /**
     * For events that are not stored yet. Invitations that one of them may make pointless are held until the transaction ends.
     *
     * @param people as the events find them, and what they do not want
     */
    Scene of(InForce inForce, Collection<Occurrence> occurrences, Map<Respondent, OptOuts> people, Instant now) {
        Set<UUID> pointless = touchpoints(occurrences)
                .flatMap(touchpoint -> inForce.rules().cancelledBy(touchpoint).stream())
                .collect(Collectors.toSet());
        return scene(inForce, occurrences, refs(people), invitations.agenda(people, refs(people), pointless), now);
    }

    /** For an event that will not be stored. */
    Scene imagined(InForce inForce, Occurrence occurrence, Respondent person, Instant now) {
        Map<Respondent, OptOuts> alone = optOuts.of(List.of(person));
        return scene(inForce, List.of(occurrence), refs(alone), invitations.agenda(alone, Set.of(), Set.of()), now);
    }

    private Scene scene(
            InForce inForce, Collection<Occurrence> occurrences, Set<String> refs, Agenda agenda, Instant now) {
        Set<String> cancelling = touchpoints(occurrences)
                .flatMap(touchpoint -> inForce.rules().cancelling(touchpoint).stream())
                .collect(Collectors.toSet());
        return new Scene(inForce.judge(), inForce.rules(), agenda, events.whereabouts(refs, cancelling), now);
    }

    private static Stream<String> touchpoints(Collection<Occurrence> occurrences) {
        return occurrences.stream().map(Occurrence::touchpoint).distinct();
    }

    private static Set<String> refs(Map<Respondent, OptOuts> people) {
        return people.keySet().stream().map(Respondent::ref).collect(Collectors.toSet());
    }
}
