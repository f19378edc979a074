package io.aftertouch.survey.mail;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.survey.survey.Language;

/** Somebody wants to see the e-mail of a survey in their own mail program. */
record SendTrial(
        @NotNull
        @Size(max = 254)
        @Pattern(
                regexp =
                        "[A-Za-z0-9.!#$%&'*/=?^_`{|}~+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*",
                message = "must be one plain e-mail address")
        String to,

        Language language,
        boolean reminder,
        boolean neutral) {

    Specimen.Choice choice() {
        return new Specimen.Choice(language, reminder, neutral);
    }
}
