package io.aftertouch.survey.brand;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.edit.NotFound;

/** The company's brand, of which there is always one, and those that surveys have of their own. */
@Singleton
class EditedBrands {

    private static final String PARTS = "name, accent, logo_type, logo_data, logo_width, logo_height";

    private final EntityManager entities;

    EditedBrands(EntityManager entities) {
        this.entities = entities;
    }

    EditedBrand get(Wearer wearer) {
        return wearer.survey()
                .<EditedBrand>map(key -> {
                    SurveyBrand own = entities.find(SurveyBrand.class, key);
                    return own == null ? new SurveyBrand() : own;
                })
                .orElseGet(() -> entities.find(HouseBrand.class, HouseBrand.ID));
    }

    /** @throws NotFound when there is no such survey */
    void mustExist(Wearer wearer) {
        wearer.survey()
                .filter(key -> entities.createNativeQuery("SELECT 1 FROM survey WHERE survey_key = :survey")
                        .setParameter("survey", key)
                        .getResultList()
                        .isEmpty())
                .ifPresent(unknown -> {
                    throw new NotFound();
                });
    }

    /** The same, to be changed in the open transaction. */
    EditedBrand toChange(Wearer wearer) {
        wearer.survey().ifPresent(key -> entities.createNativeQuery(
                        "INSERT IGNORE INTO survey_brand (survey_key, version) VALUES (:survey, 0)")
                .setParameter("survey", key)
                .executeUpdate());
        return get(wearer);
    }

    void flush() {
        entities.flush();
    }

    /** What one survey has of its own, a new one gets too. */
    void copy(String from, String to) {
        entities.createNativeQuery(
                        "INSERT INTO survey_brand (survey_key, " + PARTS + ", version, changed_at) SELECT :to, " + PARTS
                                + ", 0, changed_at FROM survey_brand WHERE survey_key = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }
}
