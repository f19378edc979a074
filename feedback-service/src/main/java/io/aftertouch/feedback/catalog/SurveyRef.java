package io.aftertouch.feedback.catalog;

import jakarta.persistence.Embeddable;

/** One published version of a survey; what it asks never changes. */
@Embeddable
public record SurveyRef(String survey, int version) {}
