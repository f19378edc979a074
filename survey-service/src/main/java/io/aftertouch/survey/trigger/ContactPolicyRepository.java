package io.aftertouch.survey.trigger;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class ContactPolicyRepository implements PanacheRepositoryBase<SavedPolicy, Integer> {

    /** Empty while the configured policy holds. */
    Optional<SavedPolicy> saved() {
        return findByIdOptional(SavedPolicy.ID);
    }
}
