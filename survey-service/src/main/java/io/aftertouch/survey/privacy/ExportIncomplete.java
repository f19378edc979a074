package io.aftertouch.survey.privacy;

import java.util.Collection;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A service that may keep something about the respondent did not say so: what the others keep is not all. */
final class ExportIncomplete extends ProblemException {

    ExportIncomplete(Collection<Neighbour> missing) {
        super(
                "export-incomplete",
                "Not every service could say what it keeps, so nothing is exported.",
                missing.stream()
                        .map(neighbour -> new FieldError(neighbour.title(), "did not answer"))
                        .toArray(FieldError[]::new));
    }
}
