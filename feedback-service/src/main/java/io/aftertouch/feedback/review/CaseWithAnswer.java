package io.aftertouch.feedback.review;

import io.aftertouch.feedback.response.SurveyResponse;

/** A case and the answer that it is about. */
public record CaseWithAnswer(ReviewCase reviewCase, SurveyResponse response) {}
