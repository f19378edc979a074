package io.aftertouch.survey.survey;

import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreateSurvey(
        @NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE) @Schema(examples = "ticket-nps")
        String key,

        @NotNull Metric metric,

        @Schema(description = "Left out: NPS for NPS, CSAT_5 for CSAT, CES_2 for CES")
        ScaleKey scale,

        @NotNull
        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "What is rated; takes the place of {subject} in the question", examples = "Nordlys")
        String subject,

        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "What colleagues call it; left out: the subject")
        String title,

        @Schema(description = "The language of customers of whom no other is known")
        Language defaultLanguage,

        @Schema(description = "First score of the positive band, when it shall not be the usual one")
        Integer positiveFrom,

        Integer positiveTo,
        Integer negativeFrom,
        Integer negativeTo,

        @Schema(description = OwnTexts.DESCRIPTION) Map<@NotNull String, @NotNull @Valid OwnTexts> texts,

        @Size(max = 40) @Schema(description = EditWindow.DESCRIPTION, defaultValue = "PT24H")
        String editWindow,

        @Schema(description = NEUTRAL_MAIL, defaultValue = "true")
        Boolean neutralMail) {

    static final String NEUTRAL_MAIL =
            "Whether its e-mail may be sent where only neutral mail is allowed; its texts are checked when it is published";

    SurveySettings settings(Language usualLanguage) {
        return new SurveySettings(
                subject,
                Objects.requireNonNullElse(title, subject),
                Objects.requireNonNullElse(defaultLanguage, usualLanguage),
                OwnTexts.checked(texts, chosenScale()),
                EditWindow.read(editWindow).orElse(EditWindow.USUAL),
                !Boolean.FALSE.equals(neutralMail));
    }

    Scale chosenScale() {
        return chosen(metric, scale, new Bands(positiveFrom, positiveTo, negativeFrom, negativeTo));
    }

    static Scale chosen(Metric metric, ScaleKey scale, Bands bands) {
        ScaleKey key = scale == null ? metric.usualScale() : scale;
        if (key.metric() != metric) {
            throw new InvalidScale(key + " does not measure " + metric + ".");
        }
        Scale chosen = key.usual().with(bands);
        chosen.flaw().ifPresent(flaw -> {
            throw new InvalidScale(flaw);
        });
        return chosen;
    }
}
