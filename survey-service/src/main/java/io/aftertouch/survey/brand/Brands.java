package io.aftertouch.survey.brand;

import jakarta.inject.Singleton;

/** Brands, as other features may see them. */
@Singleton
public class Brands {

    private final EditedBrands brands;

    Brands(EditedBrands brands) {
        this.brands = brands;
    }

    /**
     * What a survey wears: what it has of its own, and of all else what the company has.
     *
     * @param otherwise the name as long as nobody has set one
     */
    public Brand of(String survey, String otherwise) {
        EditedBrand own = brands.get(Wearer.survey(survey));
        EditedBrand company = brands.get(Wearer.COMPANY);
        return new Brand(
                own.name().or(company::name).orElse(otherwise),
                own.logo().or(company::logo).orElse(null),
                own.accent().or(company::accent).orElse(null));
    }

    /** What one survey has of its own, a new one gets too. */
    public void copy(String from, String to) {
        brands.copy(from, to);
    }
}
