package io.aftertouch.survey.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class InvitationTransitionRepository implements PanacheRepositoryBase<InvitationTransition, UUID> {

    /** In the order in which they happened. */
    List<InvitationTransition> of(UUID invitation) {
        return list("invitationId = ?1 order by happenedAt, id", invitation);
    }

    Optional<InvitationTransition> last(UUID invitation) {
        return find("invitationId = ?1 order by happenedAt desc, id desc", invitation)
                .page(0, 1)
                .firstResultOptional();
    }
}
