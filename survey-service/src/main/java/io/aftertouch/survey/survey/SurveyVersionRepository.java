package io.aftertouch.survey.survey;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.survey.survey.SurveyPages.VersionsPage;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class SurveyVersionRepository implements PanacheRepositoryBase<SurveyVersion, SurveyVersion.Id> {

    private final ObjectMapper json;

    SurveyVersionRepository(ObjectMapper json) {
        this.json = json;
    }

    void add(SurveyPublished published, String by) {
        try {
            persist(new SurveyVersion(published, json.writeValueAsString(published), by));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A survey version cannot be written as JSON", e);
        }
    }

    Optional<SurveyPublished> definition(String survey, int number) {
        return findByIdOptional(new SurveyVersion.Id(survey, number)).map(this::definition);
    }

    /** Newest first. */
    List<SurveyPublished> definitions(String survey) {
        return list("id.survey = ?1 order by id.number desc", survey).stream()
                .map(this::definition)
                .toList();
    }

    /** Newest first, those before a number. */
    List<SurveyPublished> definitions(String survey, int before, int limit) {
        return find("id.survey = ?1 and id.number < ?2 order by id.number desc", survey, before).page(0, limit).stream()
                .map(this::definition)
                .toList();
    }

    /** Newest first, those before a number, each with who published it. */
    List<VersionsPage.PublishedVersion> published(String survey, int before, int limit) {
        return find("id.survey = ?1 and id.number < ?2 order by id.number desc", survey, before).page(0, limit).stream()
                .map(version -> new VersionsPage.PublishedVersion(definition(version), version.publishedBy()))
                .toList();
    }

    /** Newest first. */
    List<Integer> numbers(String survey) {
        return find("select id.number from SurveyVersion where id.survey = ?1 order by id.number desc", survey)
                .project(Integer.class)
                .list();
    }

    private SurveyPublished definition(SurveyVersion version) {
        try {
            return json.readValue(version.definition(), SurveyPublished.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored survey version cannot be read", e);
        }
    }
}
