package io.aftertouch.score.crm;

import jakarta.inject.Singleton;

import io.aftertouch.score.metric.Scale;

/** Respondents of whom this service has heard. */
@Singleton
public class KnownRespondents {

    private final Customers customers;

    KnownRespondents(Customers customers) {
        this.customers = customers;
    }

    /** The reference of somebody new who answered. */
    public String one() {
        String ref = Customers.stranger();
        customers.heard(customers.answer(ref, Scale.NPS, 9, Customers.MONDAY));
        return ref;
    }
}
