package io.aftertouch.survey.brand;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class HouseBrandRepository implements PanacheRepositoryBase<HouseBrand, Integer> {

    /** There is always one: a migration makes it. */
    HouseBrand get() {
        return findById(HouseBrand.ID);
    }
}
