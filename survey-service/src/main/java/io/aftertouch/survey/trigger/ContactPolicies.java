package io.aftertouch.survey.trigger;

import java.time.ZoneId;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.ContactPolicy;
import io.aftertouch.survey.judging.Judge;

/**
 * The contact policy in force. It is read once in each transaction, so that all that one transaction judges is judged by the same policy, and
 * every instance applies a change from the next transaction on.
 */
@Singleton
public class ContactPolicies {

    private final ContactPolicyRepository policies;
    private final ContactPolicyConfig config;
    private final ZoneId zone;

    ContactPolicies(ContactPolicyRepository policies, ContactPolicyConfig config, ZoneId zone) {
        this.policies = policies;
        this.config = config;
        this.zone = zone;
    }

    public ContactPolicy current() {
        return policies.saved()
                .map(SavedPolicy::settings)
                .orElseGet(() -> PolicySettings.of(config))
                .policy(zone);
    }

    /** The judge who applies the policy in force. */
    public Judge judge() {
        return new Judge(current());
    }
}
