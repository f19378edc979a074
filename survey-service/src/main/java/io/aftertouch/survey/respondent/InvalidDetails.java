package io.aftertouch.survey.respondent;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** What somebody says about a respondent breaks the rules of its fields. */
final class InvalidDetails extends ProblemException {

    InvalidDetails(FieldError... errors) {
        super("invalid-request", "The request breaks the rules of its fields.", errors);
    }
}
