package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people that a group of events is about, as each event finds them: what one says about a person, the next one knows. Writes nothing. */
public final class People {

    private final Map<String, Respondent> known;
    private final Set<String> erased;
    private final Seals seals;
    private final Map<String, RespondentDetails> said = new TreeMap<>();
    private final Instant now;

    /** @param erased sealed subjects of those who were erased */
    People(Collection<Respondent> known, Set<String> erased, Seals seals, Instant now) {
        this.erased = erased;
        this.seals = seals;
        this.known = new HashMap<>(known.stream().collect(Collectors.toMap(Respondent::ref, Function.identity())));
        this.now = now;
    }

    /** Whether this is about somebody who was erased, known again by reference or by address: nothing of it may be written. */
    public boolean isErased(RespondentDetails details) {
        return seals.of(Subjects.of(details)).stream().anyMatch(erased::contains);
    }

    /** What it would change to hear this about a person. */
    public Novelty novelty(RespondentDetails details) {
        Respondent before = known.get(details.ref());
        if (before == null) {
            return Novelty.NEW;
        }
        return RespondentDetails.of(before).equals(RespondentDetails.of(before.told(details, now)))
                ? Novelty.KNOWN
                : Novelty.CHANGED;
    }

    /** Hears what an event says about a person, and tells how they are known from now on. */
    public Respondent meet(RespondentDetails details) {
        Respondent before = known.get(details.ref());
        Respondent met = before == null ? new Respondent(details, now) : before.told(details, now);
        known.put(details.ref(), met);
        said.merge(details.ref(), details, RespondentDetails::and);
        return met;
    }

    Seals seals() {
        return seals;
    }

    /** Everybody as they are known by now. */
    Collection<Respondent> latest() {
        return List.copyOf(known.values());
    }

    /** All that was said, once for each person and in the order of their references. */
    List<RespondentDetails> said() {
        return List.copyOf(said.values());
    }
}
