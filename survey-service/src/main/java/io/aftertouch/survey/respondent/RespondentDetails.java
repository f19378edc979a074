package io.aftertouch.survey.respondent;

import java.time.ZoneId;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an event says about the person. What it leaves out stays as it was. */
@Schema(name = "Respondent")
public record RespondentDetails(
        @NotNull
        @Size(max = 128)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "The outside reference of the person", examples = "r-17")
        String ref,

        @Size(max = 254)
        @Pattern(
                regexp =
                        "[A-Za-z0-9.!#$%&'*/=?^_`{|}~+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*",
                message = "must be one plain e-mail address")
        @Schema(examples = "freja@example.com")
        String email,

        @Pattern(regexp = "\\+?[0-9][0-9 ()-]{4,28}[0-9]", message = "must be a phone number with country code")
        @Schema(examples = "+45 12 34 56 78")
        String phone,

        @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String name,

        @Size(max = 35)
        @Pattern(
                regexp = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*",
                message = "must be a language tag such as da or da-DK")
        @Schema(examples = "da")
        String locale,

        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 country code of two capitals")
        @Schema(description = "Decides which sending rule holds; left out: the segment country does", examples = "DK")
        String country,

        @Size(max = 64) @TimeZone @Schema(description = "Of the IANA database", examples = "Europe/Copenhagen")
        String timeZone,

        @Valid Consent consent) {

    /** Both together; where they differ, the later one. */
    RespondentDetails and(RespondentDetails later) {
        return new RespondentDetails(
                ref,
                orElse(later.email, email),
                orElse(later.phone, phone),
                orElse(later.name, name),
                orElse(later.locale, locale),
                orElse(later.country, country),
                orElse(later.timeZone, timeZone),
                orElse(later.consent, consent));
    }

    private static <T> T orElse(T later, T earlier) {
        return later == null ? earlier : later;
    }

    /** What can be changed about a respondent, as it is. */
    static RespondentDetails of(Respondent respondent) {
        return new RespondentDetails(
                respondent.ref(),
                respondent.email().orElse(null),
                respondent.phone().orElse(null),
                respondent.name().orElse(null),
                respondent.locale().orElse(null),
                respondent.country().orElse(null),
                respondent.timeZone().map(ZoneId::getId).orElse(null),
                respondent.consent().orElse(null));
    }

    String emailContact() {
        return ContactAddress.ofEmail(email).map(ContactAddress::text).orElse(null);
    }

    String phoneContact() {
        return ContactAddress.ofPhone(phone).map(ContactAddress::text).orElse(null);
    }
}
