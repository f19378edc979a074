package io.aftertouch.score.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Puts touchpoints under their stages. */
public final class Stages {

    private static final Comparator<Standing> IN_ORDER_OF_THE_JOURNEY = Comparator.comparing(
                    (Standing standing) -> standing.touchpoint().stagePosition(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(standing -> standing.touchpoint().stage(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(
                    standing -> standing.touchpoint().position(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(standing -> standing.touchpoint().key());

    private Stages() {}

    /** The stages in the order in which customers meet them, each with its touchpoints in theirs; those without a known place come last. */
    public static SequencedMap<Stage, List<Standing>> inOrder(List<Standing> standings) {
        return standings.stream()
                .sorted(IN_ORDER_OF_THE_JOURNEY)
                .collect(Collectors.groupingBy(
                        standing -> Stage.of(standing.touchpoint()), LinkedHashMap::new, Collectors.toList()));
    }
}
