package io.aftertouch.survey.apikey;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class UnknownScope extends ProblemException {

    UnknownScope() {
        super(
                "unknown-scope",
                "An API key may have these scopes: " + String.join(", ", Scopes.ALL) + ".",
                new FieldError("scopes", "holds something else"));
    }
}
