package io.aftertouch.survey.respondent;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** The people who may be asked. */
@Singleton
public class Respondents {

    private final RespondentRepository respondents;
    private final OptOutRepository optOuts;
    private final OptOutRegister register;
    private final RespondentSeal seal;
    private final Clock clock;

    Respondents(
            RespondentRepository respondents,
            OptOutRepository optOuts,
            OptOutRegister register,
            RespondentSeal seal,
            Clock clock) {
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.register = register;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Holds people, by reference and by every address of theirs. Until the transaction ends nobody else can judge them, under whichever of
     * these they come.
     */
    public People hold(Collection<RespondentDetails> said) {
        Set<String> subjects = new HashSet<>();
        said.forEach(person -> subjects.addAll(Subjects.of(person)));
        respondents
                .addresses(refs(said))
                .forEach(
                        known -> subjects.addAll(Subjects.of(known.ref(), known.emailContact(), known.phoneContact())));
        Seals seals = new Seals(seal);
        seals.of(subjects); // now, while nobody waits for the people
        respondents.lock(subjects);
        People people = look(said, seals);
        List<String> sinceWeLooked = people.latest().stream()
                .flatMap(person -> Subjects.of(person).stream())
                .filter(subject -> !subjects.contains(subject))
                .toList();
        if (!sinceWeLooked.isEmpty()) {
            respondents.lock(sinceWeLooked);
        }
        return people;
    }

    /**
     * Holds somebody who is known by now, by reference and by every address of theirs, until the transaction ends. Empty when the person was
     * erased.
     */
    public Optional<Respondent> hold(String ref) {
        Optional<Respondent> known = respondents.findByIdOptional(ref);
        respondents.lock(Set.copyOf(known.map(Subjects::of).orElse(List.of(Subjects.ofReference(ref)))));
        known.ifPresent(respondents::refresh);
        return known;
    }

    /** What is known about people, without holding them. */
    public People look(Collection<RespondentDetails> said) {
        return look(said, new Seals(seal));
    }

    private People look(Collection<RespondentDetails> said, Seals seals) {
        Set<String> subjects =
                said.stream().flatMap(person -> Subjects.of(person).stream()).collect(Collectors.toSet());
        return new People(respondents.byRefs(refs(said)), optOuts.erased(seals.of(subjects)), seals, clock.instant());
    }

    /**
     * Writes down what {@link People#meet} heard.
     *
     * @param optOuts of everybody who was met
     */
    public void write(People people, Map<Respondent, OptOuts> optOuts) {
        respondents.upsert(people.said(), clock.instant());
        register.mark(people.latest(), optOuts);
    }

    private static Set<String> refs(Collection<RespondentDetails> said) {
        return said.stream().map(RespondentDetails::ref).collect(Collectors.toSet());
    }

    /** Those of them who are known. */
    public List<Respondent> known(Collection<String> refs) {
        return refs.isEmpty() ? List.of() : respondents.byRefs(refs);
    }

    public Respondent get(String ref) {
        return respondents.findById(ref);
    }

    public Optional<Respondent> find(String ref) {
        return respondents.findByIdOptional(ref);
    }

    /** The respondent with this reference; one of whom nothing else is known when there is none. */
    public Respondent orStranger(String ref) {
        return find(ref)
                .orElseGet(() -> new Respondent(
                        new RespondentDetails(ref, null, null, null, null, null, null, null), clock.instant()));
    }

    /** An e-mail address as the contact policy sees it: one text for one mailbox. */
    public static String mailbox(String email) {
        return ContactAddress.ofEmail(email).orElseThrow().text();
    }

    /** Mail to this mailbox came back for good: whoever has it is not written to, until they have another one. */
    public void bounced(String mailbox, Instant at) {
        respondents.markBounced(mailbox, at);
    }

    /** Everybody who is known under a text: as the reference, the e-mail address or the phone number. */
    public List<Respondent> knownAs(String text) {
        boolean mail = text.contains("@");
        return respondents.sharing(new Respondent(
                new RespondentDetails(text, mail ? text : null, mail ? null : text, null, null, null, null, null),
                clock.instant()));
    }

    /** Whether this is somebody who was erased, known again by reference or by address. */
    public boolean isErased(Respondent person) {
        return !optOuts.erased(seal.sealed(Subjects.of(person))).isEmpty();
    }
}
