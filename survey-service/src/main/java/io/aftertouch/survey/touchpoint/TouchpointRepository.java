package io.aftertouch.survey.touchpoint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class TouchpointRepository implements PanacheRepositoryBase<Touchpoint, String> {

    /** In the order of their keys. */
    List<Touchpoint> after(String key, int limit) {
        return find("from Touchpoint t join fetch t.stage where t.key > ?1 order by t.key", key)
                .page(0, limit)
                .list();
    }

    /** In the order of the journey. */
    List<Touchpoint> alongTheJourney() {
        return list("from Touchpoint t join fetch t.stage s order by s.position, s.key, t.position, t.key");
    }

    /** In their order. */
    List<Touchpoint> under(Stage stage) {
        return list(
                "from Touchpoint t join fetch t.stage where t.stage.key = ?1 order by t.position, t.key", stage.key());
    }

    Map<String, Touchpoint> byKeys(Collection<String> keys) {
        return list("key in ?1", keys).stream().collect(Collectors.toMap(Touchpoint::key, Function.identity()));
    }
}
