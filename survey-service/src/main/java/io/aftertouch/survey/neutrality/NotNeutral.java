package io.aftertouch.survey.neutrality;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A survey was to be published whose e-mail would not be neutral, although it may be sent where only neutral mail is allowed. */
public final class NotNeutral extends ProblemException {

    /** @param findings one at least; what is found in several languages in the same text is named once */
    public NotNeutral(String survey, List<Finding> findings) {
        super("not-neutral", "The e-mail of " + survey + " would not be neutral.", named(findings));
    }

    private static FieldError[] named(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FieldError(finding.text(), finding.words()))
                .distinct()
                .toArray(FieldError[]::new);
    }
}
