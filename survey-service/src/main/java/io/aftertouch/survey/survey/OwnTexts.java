package io.aftertouch.survey.survey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.platform.problem.FieldError;

/**
 * What a survey says in words of its own in one language; null where the standard wording will do. Plain text, in which {subject} is filled in
 * and nothing else.
 *
 * @param subject what is rated, in this language
 * @param points a word for each score from the lowest, on scales that have words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnTexts(
        @Size(max = 120) @jakarta.validation.constraints.Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String subject,

        @Size(max = 300) @jakarta.validation.constraints.Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String question,

        @Size(max = 60) @jakarta.validation.constraints.Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String lowLabel,

        @Size(max = 60) @jakarta.validation.constraints.Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String highLabel,

        @Size(max = 11)
        List<
                        @NotNull @Size(max = 60)
                        @jakarta.validation.constraints.Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
                        String>
                points,

        @Valid OwnByBand followUp,
        @Valid OwnByBand thanks) {

    static final String DESCRIPTION =
            "By language (en, da, sv, nb, de): what is said in other words than the standard ones. Plain text with {subject}";

    static final OwnTexts NONE = new OwnTexts(null, null, null, null, null, null, null);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

    /**
     * Makes sure that the texts fit a scale.
     *
     * @param byTag null when there are none
     */
    static Map<Language, OwnTexts> checked(Map<String, OwnTexts> byTag, Scale scale) {
        List<FieldError> errors = new ArrayList<>();
        Map<Language, OwnTexts> texts = new EnumMap<>(Language.class);
        Objects.requireNonNullElse(byTag, Map.<String, OwnTexts>of()).forEach((tag, own) -> {
            Language language = Language.ofTag(tag).orElse(null);
            if (language == null) {
                errors.add(new FieldError("texts." + tag, "is not one of en, da, sv, nb, de"));
                return;
            }
            errors.addAll(own.flaws("texts." + tag + ".", scale));
            if (!own.equals(NONE)) {
                texts.put(language, own);
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidTexts(errors);
        }
        return texts;
    }

    private List<FieldError> flaws(String path, Scale scale) {
        List<FieldError> errors = new ArrayList<>();
        boolean worded = scale.key().isWorded();
        if (points != null && !worded) {
            errors.add(new FieldError(path + "points", "are numbers on this scale; only its ends have words"));
        } else if (points != null && points.size() != scale.scores().size()) {
            errors.add(
                    new FieldError(path + "points", "must be " + scale.scores().size() + ", one for each score"));
        }
        if (worded && (lowLabel != null || highLabel != null)) {
            errors.add(new FieldError(
                    path + (lowLabel != null ? "lowLabel" : "highLabel"),
                    "is the word of the outermost score on this scale: say it in points"));
        }
        unknownPlaceholder(errors, path + "question", question);
        unknownPlaceholder(errors, path + "lowLabel", lowLabel);
        unknownPlaceholder(errors, path + "highLabel", highLabel);
        if (points != null) {
            points.forEach(point -> unknownPlaceholder(errors, path + "points", point));
        }
        byBand(errors, path + "followUp.", followUp);
        byBand(errors, path + "thanks.", thanks);
        return errors;
    }

    private static void byBand(List<FieldError> errors, String path, OwnByBand own) {
        if (own != null) {
            unknownPlaceholder(errors, path + "negative", own.negative());
            unknownPlaceholder(errors, path + "neutral", own.neutral());
            unknownPlaceholder(errors, path + "positive", own.positive());
        }
    }

    /** Ends and points stand as they are typed; everywhere else {subject} is filled in. Any other would reach customers as it is. */
    private static void unknownPlaceholder(List<FieldError> errors, String path, String text) {
        if (text == null) {
            return;
        }
        boolean filled = !path.endsWith("Label") && !path.endsWith("points");
        Matcher found = PLACEHOLDER.matcher(filled ? text.replace(WordingPack.SUBJECT, "") : text);
        if (found.find()) {
            errors.add(new FieldError(
                    path,
                    filled
                            ? "knows only {subject}, not " + found.group()
                            : "takes no placeholder, as " + found.group()));
        }
    }

    /** The words of the scores: its own, else the usual ones. */
    List<String> points(List<String> usual) {
        return points == null ? usual : points;
    }

    OwnTexts withoutScores() {
        return new OwnTexts(subject, question, null, null, null, followUp, thanks);
    }

    OwnTexts withoutSubject() {
        return new OwnTexts(null, question, lowLabel, highLabel, points, followUp, thanks);
    }
}
