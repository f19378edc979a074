package io.aftertouch.feedback.settings;

import io.aftertouch.platform.problem.ProblemException;

/** The version of a setting as an ETag, so that nobody overwrites a change they have not seen. */
record EntityTag(int version) {

    String header() {
        return "\"" + version + "\"";
    }

    /** @param ifMatch the If-Match header of a change that must start from this version */
    void mustMatch(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Missing();
        }
        if (!ifMatch.strip().equals(header())) {
            throw new Changed();
        }
    }

    private static final class Missing extends ProblemException {

        Missing() {
            super("precondition-required", "Send the ETag of what you read as If-Match.");
        }
    }

    /** Somebody else's change came first, even if only by a moment. */
    static final class Changed extends ProblemException {

        Changed() {
            super("precondition-failed", "Somebody else changed this setting since you read it.");
        }
    }
}
