package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.time.ZoneId;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A respondent with all that is known. The ETag changes with what can be changed, not with when the person was seen last.
 *
 * @param path the reference as it stands in addresses: {@code ~} and base64url when it is not plain
 * @param emailBouncedAt when mail to the address came back for good, else null
 * @param optedOut whether the person does not want to be asked at all; single touchpoints stand under opt-outs
 */
@Schema(name = "RespondentView")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RespondentView(
        String ref,
        String path,
        String email,
        String phone,
        String name,
        String locale,
        String country,
        String timeZone,
        Consent consent,
        Instant emailBouncedAt,
        boolean optedOut,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    public static RespondentView of(Respondent respondent) {
        return new RespondentView(
                respondent.ref(),
                RespondentPath.segment(respondent.ref()),
                respondent.email().orElse(null),
                respondent.phone().orElse(null),
                respondent.name().orElse(null),
                respondent.locale().orElse(null),
                respondent.country().orElse(null),
                respondent.timeZone().map(ZoneId::getId).orElse(null),
                respondent.consent().orElse(null),
                respondent.emailBouncedAt().orElse(null),
                respondent.isMarkedOptedOut(),
                respondent.firstSeenAt(),
                respondent.lastSeenAt());
    }

    @Schema(description = "What If-Match takes between quotes, for callers who cannot read the ETag.")
    public String getVersion() {
        return RespondentEditing.tag(this).version();
    }
}
