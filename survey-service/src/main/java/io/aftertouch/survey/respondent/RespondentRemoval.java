package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

/** Removes a respondent and remembers them sealed, so that they do not come back by a later event or import. */
@Singleton
public class RespondentRemoval {

    private final RespondentRepository respondents;
    private final OptOutRepository optOuts;
    private final RespondentSeal seal;
    private final Respondents people;

    RespondentRemoval(
            RespondentRepository respondents, OptOutRepository optOuts, RespondentSeal seal, Respondents people) {
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.seal = seal;
        this.people = people;
    }

    /** The person, held by reference and address until the transaction ends; a stranger when nothing is known of the reference. */
    public Respondent hold(String ref) {
        respondents.lock(List.of(Subjects.ofReference(ref)));
        Respondent person = people.orStranger(ref);
        respondents.lock(Subjects.of(person));
        return person;
    }

    /** Removes what is known of a person who was not heard of for long, without remembering that: they may come back. */
    void letGo(String ref) {
        Respondent person = hold(ref);
        optOuts.forgetHistory(ref);
        optOuts.forgetReasons(seal.sealed(Subjects.of(person)));
        respondents.remove(ref);
    }

    /**
     * Removes what is known of a person. Their opt-outs go on holding, sealed. An address that another respondent has too is not remembered as
     * erased: it is theirs as well.
     *
     * @return false when the person was erased before and nothing was left
     */
    public boolean remove(Respondent person, Instant now) {
        List<String> subjects = Subjects.of(person);
        Set<String> others = respondents.sharing(person).stream()
                .filter(other -> !other.ref().equals(person.ref()))
                .flatMap(other -> Subjects.of(other).stream())
                .collect(Collectors.toSet());
        optOuts.forgetHistory(person.ref());
        optOuts.forgetReasons(seal.sealed(subjects));
        boolean known = respondents.remove(person.ref());
        boolean fresh = optOuts.rememberErased(
                seal.sealed(Stream.concat(
                                Stream.of(Subjects.ofReference(person.ref())),
                                subjects.stream().filter(subject -> !others.contains(subject)))
                        .distinct()
                        .toList()),
                now);
        return known || fresh;
    }
}
