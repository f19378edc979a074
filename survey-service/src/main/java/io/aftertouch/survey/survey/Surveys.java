package io.aftertouch.survey.survey;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/** The surveys, as other features may see them. */
@Singleton
public class Surveys {

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyDrafting drafting;
    private final Clock clock;
    private final Map<SurveyVersion.Id, SurveyPublished> known = new ConcurrentHashMap<>();

    Surveys(SurveyRepository surveys, SurveyVersionRepository versions, SurveyDrafting drafting, Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.drafting = drafting;
        this.clock = clock;
    }

    public Optional<Survey> find(String key) {
        return surveys.findByIdOptional(key);
    }

    public List<Survey> all() {
        return surveys.byTitle();
    }

    public Map<String, Survey> byKeys(Collection<String> keys) {
        return surveys.byKeys(keys);
    }

    /** What publishing the survey would make now: for whoever wants to see it before customers do. */
    public Optional<SurveyPublished> draft(String key) {
        return find(key).map(survey -> drafting.nextVersion(survey, clock.instant()));
    }

    /** The definition of a published version. It never changes, so it is read once. */
    public SurveyPublished published(String survey, int version) {
        return known.computeIfAbsent(new SurveyVersion.Id(survey, version), id -> versions.definition(survey, version)
                .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + survey)));
    }
}
