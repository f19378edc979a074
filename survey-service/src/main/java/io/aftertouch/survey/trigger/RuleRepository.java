package io.aftertouch.survey.trigger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class RuleRepository implements PanacheRepositoryBase<TriggerRule, UUID> {

    /** The rules that events at these touchpoints are judged by. */
    List<TriggerRule> activeAt(Collection<String> touchpoints) {
        return list(
                "from TriggerRule r join fetch r.survey where r.touchpoint in ?1 and r.state = ?2",
                touchpoints,
                RuleState.ACTIVE);
    }

    /** A rule, and the touchpoint whose events make its question pointless. */
    record Cancelled(UUID rule, String by) {}

    /** The rules whose questions events at these touchpoints make pointless. */
    List<Cancelled> cancelledBy(Collection<String> touchpoints) {
        return find("select id, cancelledBy from TriggerRule where cancelledBy in ?1", touchpoints)
                .project(Cancelled.class)
                .list();
    }

    /**
     * In the order in which they were made.
     *
     * @param touchpoint null for the rules of all
     * @param id the last one that was seen; null from the first
     */
    List<TriggerRule> after(String touchpoint, UUID id, int limit) {
        return find(
                        "from TriggerRule r join fetch r.survey where (?1 is null or r.touchpoint = ?1)"
                                + " and (?2 is null or r.id > ?2) order by r.id",
                        touchpoint,
                        id)
                .page(0, limit)
                .list();
    }

    List<TriggerRule> byTouchpoint() {
        return list("from TriggerRule r join fetch r.survey order by r.touchpoint, r.priority desc, r.id");
    }

    /** Whether the ledger names the rule. */
    boolean hasDecided(UUID id) {
        return !getEntityManager()
                .createNativeQuery("SELECT 1 FROM decision WHERE rule_id = :rule LIMIT 1")
                .setParameter("rule", id)
                .getResultList()
                .isEmpty();
    }
}
