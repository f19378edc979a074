package io.aftertouch.feedback.view;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The saved views. */
@ApplicationScoped
class SavedViewRepository implements PanacheRepositoryBase<SavedView, UUID> {

    /** One's own and those of all, by name. */
    List<SavedView> seenBy(String who) {
        return list("owner = ?1 or shared = true order by name, id", who);
    }

    long ownedBy(String who) {
        return count("owner", who);
    }
}
