package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

@Singleton
class PublicLinkRepository implements PanacheRepositoryBase<PublicLink, String> {

    /** Where a page of the list ended. */
    record Place(Instant createdAt, String code) {}

    /**
     * The links, newest first.
     *
     * @param touchpoint null for all
     * @param after null for the beginning
     */
    List<PublicLink> newestFirst(String touchpoint, Place after, int limit) {
        List<String> rules = new ArrayList<>();
        Parameters values = new Parameters();
        if (touchpoint != null) {
            rules.add("touchpoint = :touchpoint");
            values.and("touchpoint", touchpoint);
        }
        if (after != null) {
            rules.add("(createdAt < :at or createdAt = :at and code < :code)");
            values.and("at", after.createdAt()).and("code", after.code());
        }
        String where = rules.isEmpty() ? "" : String.join(" and ", rules) + " ";
        return find(where + "order by createdAt desc, code desc", values)
                .page(0, limit)
                .list();
    }

    List<PublicLink> at(String touchpoint) {
        return list("touchpoint", touchpoint);
    }

    List<PublicLink> asking(String survey) {
        return list("survey", survey);
    }
}
