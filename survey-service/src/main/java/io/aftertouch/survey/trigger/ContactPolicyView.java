package io.aftertouch.survey.trigger;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.judging.SendingRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The contact policy in force. Durations are ISO 8601; {@code version} is the number in the ETag.
 *
 * @param version 0 while nobody has saved a policy and the configured one holds
 * @param changedBy null while nobody has
 */
@Schema(name = "ContactPolicy")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ContactPolicyView(
        String quarantine,
        String sameNpsSurvey,
        Map<String, String> surveys,
        Integer dailyCap,
        QuietHoursPart quietHours,
        SortedMap<String, SendingRule> countries,
        SendingRule otherCountries,
        String timeZone,
        int version,
        String changedBy,
        Instant changedAt) {

    /** When nobody is asked: local times of the respondent, {@code HH:mm}. */
    @Schema(name = "QuietHoursView")
    record QuietHoursPart(String from, String to) {}

    static ContactPolicyView configured(PolicySettings settings, String timeZone) {
        return of(settings, timeZone, 0, null, null);
    }

    /** What is saved first has version 1. */
    static ContactPolicyView of(SavedPolicy saved, String timeZone) {
        return of(saved.settings(), timeZone, saved.version() + 1, saved.changedBy(), saved.changedAt());
    }

    private static ContactPolicyView of(
            PolicySettings settings, String timeZone, int version, String changedBy, Instant changedAt) {
        SortedMap<String, String> surveys = new TreeMap<>();
        settings.surveys().forEach((survey, rest) -> surveys.put(survey, IsoDuration.text(rest)));
        return new ContactPolicyView(
                IsoDuration.text(settings.quarantine()),
                IsoDuration.text(settings.sameNpsSurvey()),
                surveys,
                settings.dailyCap().orElse(null),
                settings.quietHours()
                        .map(quiet -> new QuietHoursPart(
                                quiet.from().toString(), quiet.to().toString()))
                        .orElse(null),
                settings.countries(),
                settings.otherCountries(),
                timeZone,
                version,
                changedBy,
                changedAt);
    }
}
