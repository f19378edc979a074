package io.aftertouch.survey.survey;

import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ChangeSurvey(
        @NotNull @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String subject,

        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Left out: the subject")
        String title,

        Language defaultLanguage,

        @Schema(description = "A scale of the survey's metric; fixed once the survey was published. Left out: as it is")
        ScaleKey scale,

        Integer positiveFrom,
        Integer positiveTo,
        Integer negativeFrom,
        Integer negativeTo,

        @Schema(description = OwnTexts.DESCRIPTION + "; left out: as they are")
        Map<@NotNull String, @NotNull @Valid OwnTexts> texts,

        @Size(max = 40) @Schema(description = EditWindow.DESCRIPTION + "; left out: as it is")
        String editWindow,

        @Schema(description = CreateSurvey.NEUTRAL_MAIL + "; left out: as it is")
        Boolean neutralMail) {

    /** What the survey says and allows after the change. */
    SurveySettings settings(Survey survey) {
        SurveySettings now = survey.settings();
        Scale changed = chosenScale(survey);
        return new SurveySettings(
                subject,
                Objects.requireNonNullElse(title, subject),
                Objects.requireNonNullElse(defaultLanguage, now.defaultLanguage()),
                OwnTexts.checked(
                        texts == null
                                ? now.on(changed.key(), survey.scale().key()).textsByTag()
                                : texts,
                        changed),
                EditWindow.read(editWindow).orElse(now.editWindow()),
                Objects.requireNonNullElse(neutralMail, now.neutralMail()));
    }

    /** The scale after the change; bands that are not named stay as they are, unless the scale becomes another one. */
    Scale chosenScale(Survey survey) {
        Scale now = survey.scale();
        Bands bands = new Bands(positiveFrom, positiveTo, negativeFrom, negativeTo);
        if (scale != null && scale != now.key()) {
            return CreateSurvey.chosen(survey.metric(), scale, bands);
        }
        Scale changed = now.with(bands);
        changed.flaw().ifPresent(flaw -> {
            throw new InvalidScale(flaw);
        });
        return changed;
    }
}
