package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.survey.judging.QuietHours;
import io.aftertouch.survey.judging.SendingRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ChangeContactPolicy",
        description = "The contact policy as it shall be; what is left out is not limited")
record ChangePolicy(
        @NotNull
        @Size(max = 40)
        @Schema(
                description = "ISO 8601 duration between any two invitations to one person, whatever they ask",
                examples = "P30D")
        String quarantine,

        @NotNull
        @Size(max = 40)
        @Schema(description = "ISO 8601 duration between two invitations to the same NPS survey", examples = "P90D")
        String sameNpsSurvey,

        @Size(max = 200)
        @Schema(
                description = "ISO 8601 durations between two invitations to the same survey, by key, for surveys that"
                        + " have a rest of their own. The quarantine holds beside it",
                examples = "{\"yearly-nps\": \"P365D\"}")
        Map<@Size(max = 64) String, @NotNull @Size(max = 40) String> surveys,

        @Min(1) @Max(100) @Schema(description = "How many invitations a person gets on one day of theirs at the most")
        Integer dailyCap,

        @Valid
        @Schema(description = "When nobody is asked, by the respondent's time zone, else by that of the installation")
        QuietHoursInput quietHours,

        @Size(max = 250)
        @Schema(
                description = "What countries want, by ISO 3166-1 code. CONSENT_REQUIRED: only who gave a consent is"
                        + " written to. NEUTRAL_MAIL_ONLY: the mail must not advertise. This is a setting of the installation and"
                        + " not legal advice; find out what the law of each country asks of you",
                examples = "{\"DE\": \"CONSENT_REQUIRED\", \"DK\": \"NEUTRAL_MAIL_ONLY\"}")
        Map<
                        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 country code of two capitals")
                        String,
                        @NotNull SendingRule>
                countries,

        @Schema(description = "What every other country wants, and one that is not known", defaultValue = "FREE")
        SendingRule otherCountries) {

    /** Local times; when the end lies before the beginning, they run over midnight. */
    @Schema(name = "QuietHours")
    record QuietHoursInput(
            @NotNull @Pattern(regexp = TIME, message = TIME_MESSAGE) @Schema(examples = "21:00")
            String from,

            @NotNull @Pattern(regexp = TIME, message = TIME_MESSAGE) @Schema(examples = "08:00")
            String to) {

        private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
        private static final String TIME_MESSAGE = "must be a time of day such as 21:00";
    }

    /** Throws when something does not make sense. */
    PolicySettings settings() {
        List<FieldError> flaws = new ArrayList<>();
        PolicySettings settings = new PolicySettings(
                IsoDuration.parse("quarantine", quarantine, flaws).orElse(Duration.ZERO),
                IsoDuration.parse("sameNpsSurvey", sameNpsSurvey, flaws).orElse(Duration.ZERO),
                rests(flaws),
                Optional.ofNullable(dailyCap),
                Optional.ofNullable(quietHours)
                        .map(quiet -> new QuietHours(LocalTime.parse(quiet.from()), LocalTime.parse(quiet.to()))),
                new TreeMap<>(Objects.requireNonNullElse(countries, Map.of())),
                Objects.requireNonNullElse(otherCountries, SendingRule.FREE));
        settings.quietHours()
                .filter(quiet -> quiet.from().equals(quiet.to()))
                .ifPresent(always -> flaws.add(new FieldError("quietHours.to", "must differ from the beginning")));
        if (!flaws.isEmpty()) {
            throw new InvalidPolicy(flaws);
        }
        return settings;
    }

    private SortedMap<String, Duration> rests(List<FieldError> flaws) {
        SortedMap<String, Duration> rests = new TreeMap<>();
        Objects.requireNonNullElse(surveys, Map.<String, String>of())
                .forEach((survey, text) ->
                        IsoDuration.parse("surveys." + survey, text, flaws).ifPresent(rest -> rests.put(survey, rest)));
        return rests;
    }
}
