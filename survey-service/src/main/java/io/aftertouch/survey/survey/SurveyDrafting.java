package io.aftertouch.survey.survey;

import java.time.Instant;

import jakarta.inject.Singleton;

/** Fills in what a survey leaves to the standard wording. */
@Singleton
class SurveyDrafting {

    private final WordingPacks packs;
    private final SurveyConfig config;

    SurveyDrafting(WordingPacks packs, SurveyConfig config) {
        this.packs = packs;
        this.config = config;
    }

    /** The version that publishing would make now. */
    SurveyPublished nextVersion(Survey survey, Instant now) {
        return new SurveyPublished(
                survey.key(),
                survey.publishedVersion() + 1,
                survey.metric(),
                survey.scale(),
                survey.subject(),
                survey.title(),
                config.brandName().orElse(survey.subject()),
                survey.defaultLanguage().tag(),
                packs.texts(survey.scale(), survey.subject()),
                now);
    }
}
