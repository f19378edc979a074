package io.aftertouch.survey.respondent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What some people are known under, sealed: each once, however often it is asked for. */
final class Seals {

    private final RespondentSeal seal;
    private final Map<String, String> sealed = new HashMap<>();

    Seals(RespondentSeal seal) {
        this.seal = seal;
    }

    List<String> of(Collection<String> subjects) {
        return subjects.stream()
                .map(subject -> sealed.computeIfAbsent(subject, seal::sealed))
                .toList();
    }
}
