package io.aftertouch.feedback.form;

import java.time.Instant;

import io.aftertouch.feedback.catalog.SurveyRef;

/**
 * One showing of the form behind a public link, to be answered once.
 *
 * @param survey the version that was shown, and that the answer belongs to even if another was published meanwhile
 * @param nonce tells this showing from every other
 */
record Submission(String code, SurveyRef survey, Instant shownAt, String nonce) {

    /** Names the answer among all answers through public links: {@code k7mpx3qd/Zm9vYmFyYmF6}. */
    String id() {
        return code + "/" + nonce;
    }
}
