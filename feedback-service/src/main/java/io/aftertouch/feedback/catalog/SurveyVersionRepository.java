package io.aftertouch.feedback.catalog;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The survey versions that survey-service published. */
@ApplicationScoped
class SurveyVersionRepository implements PanacheRepositoryBase<SurveyVersion, SurveyRef> {

    /** A published version never changes: what is known already stays as it is. */
    void keep(SurveyPublished event) {
        var version = new SurveyVersion(event);
        if (findById(version.ref()) == null) {
            persist(version);
        }
    }

    Optional<SurveyVersion> latest(String survey) {
        return find("ref.survey = ?1 order by ref.version desc", survey)
                .page(0, 1)
                .firstResultOptional();
    }

    Optional<SurveyVersion> newest() {
        return find("order by publishedAt desc").page(0, 1).firstResultOptional();
    }

    List<String> keys() {
        return find("select distinct ref.survey from SurveyVersion order by ref.survey")
                .project(String.class)
                .list();
    }
}
