package io.aftertouch.score.improvement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class ImprovementRepository implements PanacheRepositoryBase<Improvement, UUID> {

    /**
     * Newest first.
     *
     * @param touchpoint null for those of all
     * @param before the last one that was seen; null from the first
     */
    List<Improvement> newestFirst(String touchpoint, UUID before, int limit) {
        return find("(?1 is null or touchpoint = ?1) and (?2 is null or id < ?2) order by id desc", touchpoint, before)
                .page(0, limit)
                .list();
    }

    /** What else was changed at these touchpoints in that time, both days included. */
    List<Improvement> others(UUID than, Collection<String> touchpoints, LocalDate from, LocalDate to) {
        return list(
                "id <> ?1 and touchpoint in ?2 and changedOn between ?3 and ?4 order by changedOn, id",
                than,
                touchpoints,
                from,
                to);
    }
}
