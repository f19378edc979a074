package io.aftertouch.feedback.response;

/** Something that has to follow when a customer changes or withdraws an answer: it happens in the transaction of the change. */
public interface ResponseChange {

    /** @param before what the answer said until now */
    void revised(SurveyResponse response, ResponseRevision before);

    void withdrawn(SurveyResponse response);
}
