package io.aftertouch.score.report;

import java.util.Collection;
import java.util.stream.Collectors;

import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.score.catalog.SurveyVersion;

/** Answers given on different scales were asked to be added up. */
final class MixedScales extends ProblemException {

    MixedScales(Collection<SurveyVersion> versions) {
        super(
                "mixed-scales",
                "The answers of %s were given on different scales and cannot be added up. Group by survey, or filter by one survey."
                        .formatted(versions.stream()
                                .map(SurveyVersion::label)
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }
}
