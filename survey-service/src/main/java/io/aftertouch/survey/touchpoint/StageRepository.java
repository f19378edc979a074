package io.aftertouch.survey.touchpoint;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class StageRepository implements PanacheRepositoryBase<Stage, String> {

    List<Stage> inOrder() {
        return list("order by position, key");
    }

    /**
     * Makes whoever else changes the journey wait for the end of this transaction, so that places stay without gaps and what is told of a
     * touchpoint last is true. To be called before anything is read.
     */
    void holdTheJourney() {
        getEntityManager()
                .createNativeQuery("SELECT stage_key FROM stage ORDER BY stage_key FOR UPDATE", String.class)
                .getResultList();
    }
}
