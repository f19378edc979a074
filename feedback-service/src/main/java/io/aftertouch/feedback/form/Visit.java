package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.response.SurveyResponse;

/** What somebody finds who opens a link. */
sealed interface Visit {

    /** The question, still unanswered. */
    record Open(Invitation invitation, SurveyVersion survey) implements Visit {}

    /** A question that was answered through this link. */
    record Answered(Invitation invitation, SurveyVersion survey, SurveyResponse response) implements Visit {}

    /** A question whose answer the customer took back. */
    record Withdrawn(Invitation invitation, SurveyVersion survey) implements Visit {}

    /** Nothing to answer any more: cancelled, or its time is over. */
    record Closed(Invitation invitation, SurveyVersion survey) implements Visit {}

    /** The invitation is known, but not yet what it asks. */
    record NotReady(Invitation invitation) implements Visit {}

    /** No invitation has this token. */
    record Unknown() implements Visit {}

    /** No invitation has this token, and this address has tried too many. */
    record TooMany() implements Visit {}
}
