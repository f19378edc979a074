package io.aftertouch.survey.respondent;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * Writes down what an event says about a person. Until the transaction ends nobody else can judge the same person, whether by
     * reference or by address.
     */
    public Respondent meet(RespondentDetails details) {
        respondents.lock(Subjects.of(imagine(details)));
        respondents.upsert(details, clock.instant());
        Respondent met = respondents.reread(details.ref());
        register.mark(List.of(met));
        return met;
    }

    /** The person as they would be after {@link #meet}, without writing anything. */
    public Respondent imagine(RespondentDetails details) {
        Optional<Respondent> known = respondents.findByIdOptional(details.ref());
        return new Respondent(
                known.map(before -> new RespondentDetails(
                                details.ref(),
                                orBefore(details.email(), before.email()),
                                orBefore(details.phone(), before.phone()),
                                orBefore(details.name(), before.name()),
                                orBefore(details.locale(), before.locale()),
                                orBefore(details.country(), before.country()),
                                orBefore(details.timeZone(), before.timeZone().map(ZoneId::getId)),
                                details.consent() == null ? before.consent().orElse(null) : details.consent()))
                        .orElse(details),
                clock.instant());
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

    public boolean isErased(Respondent person) {
        return !optOuts.erased(seal.sealed(Subjects.of(person))).isEmpty();
    }

    /**
     * Which of these people were erased, known again by reference or by address: nothing may be written about them.
     *
     * @return their references
     */
    public Set<String> erased(Collection<RespondentDetails> people) {
        Map<String, List<String>> sealed = people.stream()
                .collect(Collectors.toMap(
                        RespondentDetails::ref,
                        person -> seal.sealed(Subjects.of(person)),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
        Set<String> found =
                optOuts.erased(sealed.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return sealed.entrySet().stream()
                .filter(person -> person.getValue().stream().anyMatch(found::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String orBefore(String said, Optional<String> before) {
        return said == null ? before.orElse(null) : said;
    }
}
