package io.aftertouch.survey.respondent;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Who does not want to be asked, about everything or about one touchpoint. An opt-out holds for the reference and for every address that the
 * person had: whoever comes later under one of them is left alone too.
 */
@Singleton
public class OptOutRegister {

    private static final Logger LOG = Logger.getLogger(OptOutRegister.class);

    /** Who acts when somebody uses the link in their own e-mail. */
    public static final String RESPONDENT = "respondent";

    private static final int SHOWN = 100;

    private final OptOutRepository optOuts;
    private final RespondentRepository respondents;
    private final RespondentSeal seal;
    private final Outbox outbox;
    private final Ids ids;

    OptOutRegister(
            OptOutRepository optOuts, RespondentRepository respondents, RespondentSeal seal, Outbox outbox, Ids ids) {
        this.optOuts = optOuts;
        this.respondents = respondents;
        this.seal = seal;
        this.outbox = outbox;
        this.ids = ids;
    }

    public OptOuts of(Respondent person) {
        return of(List.of(person)).get(person);
    }

    /** What each of these people does not want. */
    public Map<Respondent, OptOuts> of(Collection<Respondent> people) {
        return of(people, new Seals(seal));
    }

    /** What those who were met do not want. */
    public Map<Respondent, OptOuts> of(People people, Collection<Respondent> met) {
        return of(met, people.seals());
    }

    private Map<Respondent, OptOuts> of(Collection<Respondent> people, Seals seals) {
        Map<Respondent, List<String>> sealed = new HashMap<>();
        people.forEach(person -> sealed.put(person, seals.of(Subjects.of(person))));
        Map<String, List<OptOutRepository.Row>> found =
                optOuts.of(sealed.values().stream().flatMap(List::stream).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(OptOutRepository.Row::subject));
        return sealed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        person -> of(person.getValue().stream()
                                .flatMap(subject -> found.getOrDefault(subject, List.of()).stream()))));
    }

    private static OptOuts of(Stream<OptOutRepository.Row> rows) {
        List<OptOutRepository.Row> all = rows.toList();
        if (all.isEmpty()) {
            return OptOuts.NONE;
        }
        Set<String> touchpoints = all.stream()
                .map(OptOutRepository.Row::touchpoint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new OptOuts(all.stream().anyMatch(row -> row.touchpoint() == null), touchpoints);
    }

    /** The opt-outs that hold for a person, each as it was made first; the one of everything before those of touchpoints. */
    public List<OptOutStep> inForce(Respondent person) {
        return optOuts.of(seal.sealed(Subjects.of(person))).stream()
                .map(row -> new OptOutStep(
                        OptOutStep.Act.OPTED_OUT, row.touchpoint(), row.reason(), row.source(), row.by(), row.at()))
                .sorted(Comparator.comparing(OptOutStep::at))
                .collect(Collectors.toMap(
                        step -> Objects.requireNonNullElse(step.touchpoint(), ""),
                        step -> step,
                        (first, other) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing(step -> Objects.requireNonNullElse(step.touchpoint(), "")))
                .toList();
    }

    /** What was done under this reference, newest first. */
    public List<OptOutStep> history(String ref) {
        return optOuts.history(ref, SHOWN);
    }

    /**
     * Leaves a person alone from now on, under the reference and every address, or takes that back; remembered and announced unless it was so
     * already.
     *
     * @return whether it changed anything
     */
    public boolean take(Respondent person, OptOutStep step) {
        List<String> subjects = Subjects.of(person);
        respondents.lock(subjects);
        List<String> sealed = seal.sealed(subjects);
        boolean changed =
                switch (step.act()) {
                    case OPTED_OUT -> add(sealed, step);
                    case LIFTED -> optOuts.remove(sealed, step.touchpoint());
                };
        if (changed) {
            List<Respondent> sharing = respondents.sharing(person);
            mark(sharing, of(sharing));
            optOuts.record(ids.next(), person.ref(), step);
            outbox.add(
                    RespondentOptedOut.TOPIC,
                    person.ref(),
                    step.act() == OptOutStep.Act.OPTED_OUT ? RespondentOptedOut.OUT : RespondentOptedOut.IN,
                    RespondentOptedOut.of(person.ref(), step));
            LOG.infof("A respondent: %s", step.act());
        }
        return changed;
    }

    private boolean add(List<String> sealed, OptOutStep step) {
        boolean anyNew = false;
        for (String subject : sealed) {
            anyNew |= optOuts.add(new OptOutRepository.Row(
                    subject, step.touchpoint(), step.at(), step.reason(), step.source(), step.by()));
        }
        return anyNew;
    }

    /** Brings the marks of these people in line with what holds. */
    void mark(Collection<Respondent> people, Map<Respondent, OptOuts> found) {
        Map<Boolean, List<String>> wrong = people.stream()
                .filter(found::containsKey)
                .filter(person -> found.get(person).everything() != person.isMarkedOptedOut())
                .collect(Collectors.partitioningBy(
                        person -> found.get(person).everything(),
                        Collectors.mapping(Respondent::ref, Collectors.toList())));
        wrong.forEach((optedOut, refs) -> respondents.mark(refs, optedOut));
    }
}
