package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.survey.invitation.Agenda;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOuts;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.trigger.ContactPolicies;
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

    /**
     * For events that are not stored yet. Invitations that one of them may make pointless are held until the transaction ends.
     *
     * @param people as the events find them, and what they do not want
     */
    Scene of(Collection<Occurrence> occurrences, Map<Respondent, OptOuts> people, Instant now) {
        RuleBook book = book(occurrences);
        Set<UUID> pointless = occurrences.stream()
                .flatMap(occurrence -> book.cancelledBy(occurrence.touchpoint()).stream())
                .collect(Collectors.toSet());
        return scene(occurrences, refs(people), book, invitations.agenda(people, refs(people), pointless), now);
    }

    /** For an event that will not be stored. */
    Scene imagined(Occurrence occurrence, Respondent person, Instant now) {
        Map<Respondent, OptOuts> alone = optOuts.of(List.of(person));
        List<Occurrence> occurrences = List.of(occurrence);
        return scene(occurrences, refs(alone), book(occurrences), invitations.agenda(alone, Set.of(), Set.of()), now);
    }

    private RuleBook book(Collection<Occurrence> occurrences) {
        return rules.at(occurrences.stream().map(Occurrence::touchpoint).collect(Collectors.toSet()));
    }

    private Scene scene(
            Collection<Occurrence> occurrences, Set<String> refs, RuleBook book, Agenda agenda, Instant now) {
        Set<String> cancelling = occurrences.stream()
                .map(Occurrence::touchpoint)
                .distinct()
                .flatMap(touchpoint -> book.cancelling(touchpoint).stream())
                .collect(Collectors.toSet());
        return new Scene(policies.judge(), book, agenda, events.whereabouts(refs, cancelling), now);
    }

    private static Set<String> refs(Map<Respondent, OptOuts> people) {
        return people.keySet().stream().map(Respondent::ref).collect(Collectors.toSet());
    }
}
