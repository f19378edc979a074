package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class DecisionRepository implements PanacheRepositoryBase<Decision, UUID> {

    /** What was decided when the events came in, in the order in which it was. */
    List<Decision> firstOfEvents(Collection<UUID> eventIds) {
        return eventIds.isEmpty() ? List.of() : list("eventId in ?1 and replacesId is null order by id", eventIds);
    }

    /** The events of the decisions at a touchpoint, newest first. */
    List<UUID> latestAt(String touchpoint, int limit) {
        return find(
                        "select eventId from Decision where touchpoint = ?1 and replacesId is null"
                                + " order by decidedAt desc, id desc",
                        touchpoint)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    /**
     * Newest first.
     *
     * @param before starts after the row with this time and id; null for the newest
     */
    List<Decision> list(DecisionFilter filter, Position before, int limit) {
        Criteria criteria = Criteria.of(filter);
        if (before != null) {
            criteria.add("(decidedAt < :at or decidedAt = :at and id < :id)", "at", before.at());
            criteria.parameters.put("id", before.id());
        }
        return find(criteria.where() + " order by decidedAt desc, id desc", criteria.parameters)
                .page(0, limit)
                .list();
    }

    /** A place in the ledger. */
    record Position(Instant at, UUID id) {}

    /** How many decisions ended with each outcome and reason, counted one by one. */
    List<LedgerCounts.Count> counts(DecisionFilter filter) {
        Criteria criteria = Criteria.of(filter);
        return find(
                        "select outcome, reason, count(*) from Decision where " + criteria.where()
                                + " group by outcome, reason",
                        criteria.parameters)
                .project(LedgerCounts.Count.class)
                .list();
    }

    private record Criteria(List<String> conditions, Map<String, Object> parameters) {

        static Criteria of(DecisionFilter filter) {
            Criteria criteria = new Criteria(new ArrayList<>(), new HashMap<>());
            criteria.add("respondentRef = :respondent", "respondent", filter.respondent());
            criteria.add("touchpoint = :touchpoint", "touchpoint", filter.touchpoint());
            criteria.add("ruleId = :rule", "rule", filter.rule());
            criteria.add("survey = :survey", "survey", filter.survey());
            criteria.add("outcome = :outcome", "outcome", filter.outcome());
            criteria.add("reason = :reason", "reason", filter.reasonToLookFor());
            criteria.add("decidedAt >= :from", "from", filter.from());
            criteria.add("decidedAt < :to", "to", filter.to());
            return criteria;
        }

        void add(String condition, String name, Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        String where() {
            return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
        }
    }

    /** The last one first. */
    List<Decision> latestOf(String respondentRef, int limit) {
        return find("respondentRef = ?1 order by decidedAt desc, id desc", respondentRef)
                .page(0, limit)
                .list();
    }

    /** Takes a person out of the decisions about them. */
    void forget(String respondentRef) {
        getEntityManager()
                .createNativeQuery("UPDATE decision SET respondent_ref = '' WHERE respondent_ref = :ref")
                .setParameter("ref", respondentRef)
                .executeUpdate();
    }

    /** Decisions that still tell whom they were about, in the order of their ids; both ends exclusive. */
    List<UUID> personal(UUID after, UUID before, int limit) {
        return find(
                        "select id from Decision where id > ?1 and id < ?2 and respondentRef <> '' order by id",
                        after,
                        before)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    void forget(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("UPDATE decision SET respondent_ref = '' WHERE id IN (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** All that was decided about a respondent, first to last. */
    List<Decision> of(String respondentRef) {
        return list("respondentRef = ?1 order by decidedAt, id", respondentRef);
    }
}
