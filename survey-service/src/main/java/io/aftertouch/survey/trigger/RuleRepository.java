package io.aftertouch.survey.trigger;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class RuleRepository implements PanacheRepositoryBase<TriggerRule, UUID> {

    /** The rules that an event at a touchpoint is judged by. */
    List<TriggerRule> activeAt(String touchpoint) {
        return list(
                "from TriggerRule r join fetch r.survey where r.touchpoint = ?1 and r.state = ?2",
                touchpoint,
                RuleState.ACTIVE);
    }

    /** The rules whose questions an event at a touchpoint makes pointless. */
    List<UUID> cancelledBy(String touchpoint) {
        return find("select id from TriggerRule where cancelledBy = ?1", touchpoint)
                .project(UUID.class)
                .list();
    }

    /** In the order in which they were made. */
    List<TriggerRule> after(UUID id, int limit) {
        String all = "from TriggerRule r join fetch r.survey";
        String ordered = " order by r.id";
        return (id == null ? find(all + ordered) : find(all + " where r.id > ?1" + ordered, id))
                .page(0, limit)
                .list();
    }

    List<TriggerRule> byTouchpoint() {
        return list("from TriggerRule r join fetch r.survey order by r.touchpoint, r.priority desc, r.id");
    }
}
