package io.aftertouch.feedback.privacy;

import java.time.Instant;

/** What survey-service tells: a person is to be forgotten. */
record RespondentErased(String ref, Instant erasedAt) {

    static final String TYPE = "respondent.erased";
}
