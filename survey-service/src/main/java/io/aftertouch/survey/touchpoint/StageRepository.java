package io.aftertouch.survey.touchpoint;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class StageRepository implements PanacheRepositoryBase<Stage, String> {

    List<Stage> inOrder() {
        return list("order by position, key");
    }
}
