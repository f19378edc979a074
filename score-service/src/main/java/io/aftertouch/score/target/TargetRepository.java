package io.aftertouch.score.target;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class TargetRepository implements PanacheRepositoryBase<Target, UUID> {

    /**
     * Newest first.
     *
     * @param touchpoint null for those of all
     * @param before the last one that was seen; null from the first
     */
    List<Target> newestFirst(String touchpoint, UUID before, int limit) {
        return find("(?1 is null or touchpoint = ?1) and (?2 is null or id < ?2) order by id desc", touchpoint, before)
                .page(0, limit)
                .list();
    }
}
