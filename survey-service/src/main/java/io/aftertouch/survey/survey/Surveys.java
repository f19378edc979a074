package io.aftertouch.survey.survey;

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
    private final Map<SurveyVersion.Id, SurveyPublished> known = new ConcurrentHashMap<>();

    Surveys(SurveyRepository surveys, SurveyVersionRepository versions) {
        this.surveys = surveys;
        this.versions = versions;
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

    /** The definition of a published version. It never changes, so it is read once. */
    public SurveyPublished published(String survey, int version) {
        return known.computeIfAbsent(new SurveyVersion.Id(survey, version), id -> versions.definition(survey, version)
                .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + survey)));
    }
}
