package io.aftertouch.survey.survey;

/** A survey was retired or asks again; told within the transaction that did it. */
public record SurveyTurned(String survey) {}
