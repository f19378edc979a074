package io.aftertouch.survey.survey;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.aftertouch.platform.edit.NotFound;

/** Tells what publishing a survey would change. */
@Singleton
class SurveyReading {

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyDrafting drafting;
    private final Clock clock;

    SurveyReading(SurveyRepository surveys, SurveyVersionRepository versions, SurveyDrafting drafting, Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.drafting = drafting;
        this.clock = clock;
    }

    /**
     * Compares two versions.
     *
     * @param from a published version; null means the one published last
     * @param to a published version; null means what publishing would make now
     */
    VersionComparison compare(String key, Integer from, Integer to) {
        Survey survey = surveys.findByIdOptional(key).orElseThrow(NotFound::new);
        SurveyPublished before = version(key, from == null ? survey.publishedVersion() : from);
        SurveyPublished after = to == null ? drafting.nextVersion(survey, clock.instant()) : version(key, to);
        return VersionComparison.between(before, after);
    }

    private SurveyPublished version(String key, int number) {
        return versions.definition(key, number).orElseThrow(NotFound::new);
    }
}
