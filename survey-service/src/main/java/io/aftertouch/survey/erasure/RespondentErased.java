package io.aftertouch.survey.erasure;

import java.time.Instant;

/** Told to the other services, so that they forget what they keep under the reference ({@code respondent.erased}). */
record RespondentErased(String ref, Instant erasedAt) {

    static final String TOPIC = "respondents";
    static final String TYPE = "respondent.erased";
}
