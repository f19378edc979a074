package io.aftertouch.survey.survey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class SurveyRepository implements PanacheRepositoryBase<Survey, String> {

    /** In the order of their keys. */
    List<Survey> after(String key, int limit) {
        return find("key > ?1 order by key", key).page(0, limit).list();
    }

    /** As it is now, even when the request that asks has read it before and changed it since. */
    Optional<Survey> afresh(String key) {
        getEntityManager().clear();
        return findByIdOptional(key);
    }

    List<Survey> byTitle() {
        return list("order by title, key");
    }

    Map<String, Survey> byKeys(Collection<String> keys) {
        return list("key in ?1", keys).stream().collect(Collectors.toMap(Survey::key, Function.identity()));
    }
}
