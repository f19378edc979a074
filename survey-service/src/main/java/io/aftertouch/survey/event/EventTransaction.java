package io.aftertouch.survey.event;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.decision.Decision;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.decision.Verdict;
import io.aftertouch.survey.invitation.Agenda;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOuts;
import io.aftertouch.survey.respondent.People;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.touchpoint.UnknownTouchpoint;
import io.aftertouch.survey.touchpoint.UnseenTouchpoints;
import org.jboss.logging.Logger;

/**
 * Takes events that came together in one transaction, with a handful of statements however many they are: what judging them needs is read at
 * once, they are judged in memory one after the other, and all that follows is written at once.
 */
@ApplicationScoped
class EventTransaction {

    private static final Logger LOG = Logger.getLogger(EventTransaction.class);

    /** Stands where the reference of a respondent would. */
    private static final String NOBODY = "";

    private final EventRepository events;
    private final Touchpoints touchpoints;
    private final UnseenTouchpoints unseen;
    private final Respondents respondents;
    private final OptOutRegister optOuts;
    private final Scenes scenes;
    private final Invitations invitations;
    private final DecisionLedger ledger;
    private final EventConfig config;
    private final Ids ids;
    private final Clock clock;

    EventTransaction(
            EventRepository events,
            Touchpoints touchpoints,
            UnseenTouchpoints unseen,
            Respondents respondents,
            OptOutRegister optOuts,
            Scenes scenes,
            Invitations invitations,
            DecisionLedger ledger,
            EventConfig config,
            Ids ids,
            Clock clock) {
        this.events = events;
        this.touchpoints = touchpoints;
        this.unseen = unseen;
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.scenes = scenes;
        this.invitations = invitations;
        this.ledger = ledger;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes what can be taken; what cannot harms nothing else. A repeat, also one in the same group or at the same time, gets what the first one
     * got.
     *
     * @return what became of each, in their order
     */
    @RetryOnConflict
    @Transactional
    List<Taken> take(List<ReceiveEvent> group) {
        Instant now = clock.instant();
        Map<String, Touchpoint> places = places(group, now);
        Map<ReceiveEvent, ProblemException> flaws = new IdentityHashMap<>();
        group.forEach(event -> flaw(event, places, now).ifPresent(flaw -> flaws.put(event, flaw)));
        List<ReceiveEvent> sound =
                group.stream().filter(event -> !flaws.containsKey(event)).toList();
        Map<EventName, EventAnswer> answers = sound.isEmpty() ? Map.of() : answers(sound, places, now);
        return group.stream()
                .<Taken>map(event -> flaws.containsKey(event)
                        ? new Taken.Refused(flaws.get(event))
                        : new Taken.Accepted(answers.get(event.name())))
                .toList();
    }

    /** What {@link #take} would decide about an event now, with nothing written or sent. */
    @Transactional
    EventAnswer simulate(SimulateEvent wish) {
        ReceiveEvent event = wish.event();
        Instant now = clock.instant();
        Map<String, Touchpoint> places = places(List.of(event));
        flaw(event, places, now).ifPresent(flaw -> {
            throw flaw;
        });
        People people = respondents.look(List.of(event.respondent()));
        if (people.isErased(event.respondent())) {
            return EventAnswer.erased();
        }
        Respondent person = people.meet(event.respondent());
        Occurrence occurrence = event.occurrence();
        Scenes.InForce inForce =
                wish.rule() == null ? scenes.inForce(places) : scenes.inForce(places, wish.replaces(), wish.rule());
        return EventAnswer.simulated(
                scenes.imagined(inForce, occurrence, person, now).judge(occurrence, person));
    }

    /** The touchpoints of the events; made now where the configuration says so. */
    private Map<String, Touchpoint> places(Collection<ReceiveEvent> group, Instant now) {
        Map<String, Touchpoint> places = places(group);
        if (!config.autoCreateTouchpoints()) {
            return places;
        }
        Set<String> missing = group.stream()
                .filter(event -> implausibleTime(event, now).isEmpty())
                .map(ReceiveEvent::touchpoint)
                .filter(touchpoint -> !places.containsKey(touchpoint))
                .collect(Collectors.toSet());
        unseen.make(missing, config.autoCreateStage(), config.autoCreateChannel());
        return missing.isEmpty() ? places : places(group);
    }

    private Map<String, Touchpoint> places(Collection<ReceiveEvent> group) {
        return touchpoints.byKeys(group.stream().map(ReceiveEvent::touchpoint).collect(Collectors.toSet()));
    }

    private Optional<ProblemException> flaw(ReceiveEvent event, Map<String, Touchpoint> places, Instant now) {
        return implausibleTime(event, now)
                .or(() -> places.containsKey(event.touchpoint())
                        ? Optional.empty()
                        : Optional.of(new UnknownTouchpoint("touchpoint", event.touchpoint())));
    }

    private Optional<ProblemException> implausibleTime(ReceiveEvent event, Instant now) {
        if (event.occurredAt().isAfter(now.plus(config.clockSkew()))) {
            return Optional.of(ImplausibleTime.future());
        }
        if (event.occurredAt().isBefore(now.minus(config.oldest()))) {
            return Optional.of(ImplausibleTime.past());
        }
        return Optional.empty();
    }

    private Map<EventName, EventAnswer> answers(List<ReceiveEvent> sound, Map<String, Touchpoint> places, Instant now) {
        Scenes.InForce inForce = scenes.inForce(places);
        People people =
                respondents.hold(sound.stream().map(ReceiveEvent::respondent).toList());
        Map<EventName, UUID> known =
                events.known(sound.stream().map(ReceiveEvent::name).toList());
        Map<EventName, Arrival> fresh = new LinkedHashMap<>();
        Map<EventName, ReceiveEvent> aboutErased = new LinkedHashMap<>();
        for (ReceiveEvent event : sound) {
            if (known.containsKey(event.name())) {
                continue;
            }
            if (people.isErased(event.respondent())) {
                aboutErased.putIfAbsent(event.name(), event);
            } else {
                fresh.computeIfAbsent(event.name(), name -> arrival(event, places.get(event.touchpoint()), people));
            }
        }
        Map<EventName, EventAnswer> answers = new HashMap<>(repeated(known));
        if (!fresh.isEmpty()) {
            List<Arrival> arrivals = List.copyOf(fresh.values());
            Map<Respondent, OptOuts> met =
                    optOuts.of(people, arrivals.stream().map(Arrival::person).toList());
            respondents.write(people, met);
            answers.putAll(judged(inForce, arrivals, met, now));
        }
        answers.putAll(passedOver(aboutErased.values(), now));
        return answers;
    }

    /** Keeps of events about people who were erased that they happened, and nothing about whom. */
    private Map<EventName, EventAnswer> passedOver(Collection<ReceiveEvent> aboutErased, Instant now) {
        Map<EventName, EventAnswer> answers = new HashMap<>();
        List<EventRepository.NewEvent> rows = new ArrayList<>();
        List<DecisionLedger.Entry> entries = new ArrayList<>();
        for (ReceiveEvent event : aboutErased) {
            UUID id = ids.next();
            Occurrence occurrence = event.occurrence().withoutAttributes();
            rows.add(new EventRepository.NewEvent(id, occurrence, NOBODY));
            entries.add(new DecisionLedger.Entry(
                    new Decision.Subject(id, event.touchpoint(), NOBODY, occurrence.segments()),
                    List.of(Verdict.ERASED)));
            answers.put(event.name(), EventAnswer.of(id, List.of(Verdict.ERASED), Map.of()));
        }
        if (!rows.isEmpty()) {
            events.add(rows, now);
            ledger.record(entries);
            LOG.infof("%d events about erased respondents taken without them", rows.size());
        }
        return answers;
    }

    /** An event that is new, with the id that it gets and the person as it finds them. */
    private record Arrival(UUID id, Occurrence occurrence, Touchpoint touchpoint, Respondent person) {

        Decision.Subject subject() {
            return new Decision.Subject(id, touchpoint.key(), person.ref(), occurrence.segments());
        }
    }

    private Arrival arrival(ReceiveEvent event, Touchpoint touchpoint, People people) {
        return new Arrival(ids.next(), event.occurrence(), touchpoint, people.meet(event.respondent()));
    }

    private Map<EventName, EventAnswer> judged(
            Scenes.InForce inForce, List<Arrival> fresh, Map<Respondent, OptOuts> people, Instant now) {
        Scene scene = scenes.of(inForce, fresh.stream().map(Arrival::occurrence).toList(), people, now);
        events.add(
                fresh.stream()
                        .map(arrival -> new EventRepository.NewEvent(
                                arrival.id(),
                                arrival.occurrence(),
                                arrival.person().ref()))
                        .toList(),
                now);
        Map<EventName, EventAnswer> answers = new HashMap<>();
        List<DecisionLedger.Entry> entries = new ArrayList<>();
        for (Arrival arrival : fresh) {
            Map<UUID, Invitations.Summary> invited = new HashMap<>();
            List<Verdict> verdicts = verdicts(arrival, scene, invited);
            entries.add(new DecisionLedger.Entry(arrival.subject(), verdicts));
            answers.put(EventName.of(arrival.occurrence()), EventAnswer.of(arrival.id(), verdicts, invited));
        }
        invitations.write(scene.agenda());
        ledger.record(entries);
        say(fresh);
        return answers;
    }

    private static List<Verdict> verdicts(Arrival arrival, Scene scene, Map<UUID, Invitations.Summary> invited) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Judgement judgement : scene.judge(arrival.occurrence(), arrival.person())) {
            Optional<Invitations.Summary> invitation = invite(arrival, judgement, scene.agenda());
            invitation.ifPresent(summary -> invited.put(summary.id(), summary));
            verdicts.add(Verdict.of(judgement, invitation.map(Invitations.Summary::id)));
        }
        return verdicts.isEmpty() ? List.of(Verdict.NO_RULE) : verdicts;
    }

    private static Optional<Invitations.Summary> invite(Arrival arrival, Judgement judgement, Agenda agenda) {
        return switch (judgement) {
            case Judgement.Invited invited ->
                Optional.of(agenda.schedule(
                        arrival.id(), arrival.occurrence(), arrival.touchpoint(), arrival.person(), invited));
            case Judgement.Deferred deferred -> Optional.empty();
            case Judgement.NotInvited not -> Optional.empty();
        };
    }

    private Map<EventName, EventAnswer> repeated(Map<EventName, UUID> known) {
        Map<UUID, List<Verdict>> verdicts = ledger.about(known.values());
        Map<UUID, Invitations.Summary> invited = invitations.summaries(verdicts.values().stream()
                .flatMap(List::stream)
                .flatMap(verdict -> verdict.invitation().stream())
                .toList());
        return known.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        event -> EventAnswer.of(event.getValue(), verdicts.get(event.getValue()), invited)));
    }

    private static void say(List<Arrival> fresh) {
        for (Arrival arrival : fresh) {
            LOG.logf(
                    fresh.size() == 1 ? Logger.Level.INFO : Logger.Level.DEBUG,
                    "Event %s taken at %s",
                    arrival.id(),
                    arrival.touchpoint().key());
        }
        if (fresh.size() > 1) {
            LOG.infof("%d events taken together", fresh.size());
        }
    }
}
