package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.aftertouch.survey.judging.ContactPolicy;
import io.aftertouch.survey.judging.QuietHours;
import io.aftertouch.survey.judging.SendingRule;

/** All that can be changed about the contact policy. */
record PolicySettings(
        Duration quarantine,
        Duration sameNpsSurvey,
        SortedMap<String, Duration> surveys,
        Optional<Integer> dailyCap,
        Optional<QuietHours> quietHours,
        SortedMap<String, SendingRule> countries,
        SendingRule otherCountries) {

    static PolicySettings of(ContactPolicyConfig config) {
        return new PolicySettings(
                config.quarantine(),
                config.sameNpsSurvey(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(config.countries()),
                config.otherCountries());
    }

    /** As the judge applies it. */
    ContactPolicy policy(ZoneId zone) {
        return new ContactPolicy(
                quarantine,
                sameNpsSurvey,
                Map.copyOf(surveys),
                dailyCap,
                quietHours,
                Map.copyOf(countries),
                otherCountries,
                zone);
    }
}
