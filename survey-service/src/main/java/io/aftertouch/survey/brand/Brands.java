package io.aftertouch.survey.brand;

import jakarta.inject.Singleton;

/** The brand, as other features may see it. */
@Singleton
public class Brands {

    private final HouseBrandRepository brand;

    Brands(HouseBrandRepository brand) {
        this.brand = brand;
    }

    /** @param otherwise the name as long as nobody has set one */
    public Brand current(String otherwise) {
        HouseBrand house = brand.get();
        return new Brand(
                house.name().orElse(otherwise),
                house.logo().orElse(null),
                house.accent().orElse(null));
    }
}
