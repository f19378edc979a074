package io.aftertouch.survey.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What differs between two versions of a survey.
 *
 * @param from the number of the version compared from
 * @param to the number of the version compared to; the next one is the draft
 * @param startsNewSeries whether something differs that answers depend on: scores before and after are not of one series
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VersionComparison(String survey, int from, int to, boolean startsNewSeries, List<Difference> differences) {

    /**
     * One text or setting that differs.
     *
     * @param part by the name that the API knows it by: {@code texts.da.question}
     * @param language of a text, null for a setting
     * @param from as it was, null when there was nothing
     * @param to as it is, null when there is nothing any more
     * @param startsNewSeries whether answers depend on it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Difference(
            String part,
            @Schema(nullable = true) String language,
            @Schema(nullable = true) String from,
            @Schema(nullable = true) String to,
            boolean startsNewSeries) {}

    static VersionComparison between(SurveyPublished from, SurveyPublished to) {
        List<Difference> differences = new ArrayList<>();
        setting(differences, "scale", describe(from.scale()), describe(to.scale()), true);
        setting(differences, "subject", from.subject(), to.subject(), false);
        setting(differences, "title", from.title(), to.title(), false);
        setting(differences, "brand.name", from.brand().name(), to.brand().name(), false);
        setting(differences, "brand.logo", logo(from), logo(to, from), false);
        setting(differences, "brand.accent", accent(from), accent(to), false);
        setting(differences, "defaultLanguage", from.defaultLanguage(), to.defaultLanguage(), false);
        setting(
                differences,
                "editWindow",
                from.editWindow().toString(),
                to.editWindow().toString(),
                false);
        setting(
                differences,
                "neutralMail",
                String.valueOf(from.mayBeSentNeutrally()),
                String.valueOf(to.mayBeSentNeutrally()),
                false);
        Set<String> languages = new LinkedHashSet<>(from.texts().keySet());
        languages.addAll(to.texts().keySet());
        for (String language : languages) {
            texts(differences, language, from.texts().get(language), to.texts().get(language));
        }
        return new VersionComparison(
                to.key(),
                from.version(),
                to.version(),
                differences.stream().anyMatch(Difference::startsNewSeries),
                differences);
    }

    private static void texts(List<Difference> differences, String language, SurveyTexts from, SurveyTexts to) {
        List<Line> before = lines(from);
        List<Line> after = lines(to);
        for (int i = 0; i < before.size(); i++) {
            Line was = before.get(i);
            Line is = after.get(i);
            if (!Objects.equals(was.text(), is.text())) {
                differences.add(new Difference(
                        "texts." + language + "." + was.name(), language, was.text(), is.text(), was.isInstrument()));
            }
        }
    }

    /** @param isInstrument whether answers depend on it: question, ends and points are part of the instrument */
    private record Line(String name, String text, boolean isInstrument) {}

    /** Always the same lines in the same order; without texts they are null. */
    private static List<Line> lines(SurveyTexts texts) {
        SurveyTexts said = texts == null ? new SurveyTexts(null, null, null, null, null, null) : texts;
        ByBand nothing = new ByBand(null, null, null);
        ByBand followUp = Objects.requireNonNullElse(said.followUp(), nothing);
        ByBand thanks = Objects.requireNonNullElse(said.thanks(), nothing);
        return List.of(
                new Line("question", said.question(), true),
                new Line("lowLabel", said.lowLabel(), true),
                new Line("highLabel", said.highLabel(), true),
                new Line("points", joined(said.points()), true),
                new Line("followUp.negative", followUp.negative(), false),
                new Line("followUp.neutral", followUp.neutral(), false),
                new Line("followUp.positive", followUp.positive(), false),
                new Line("thanks.negative", thanks.negative(), false),
                new Line("thanks.neutral", thanks.neutral(), false),
                new Line("thanks.positive", thanks.positive(), false));
    }

    private static String joined(List<String> points) {
        return points == null || points.isEmpty() ? null : String.join(" · ", points);
    }

    private static void setting(List<Difference> differences, String part, String from, String to, boolean newSeries) {
        if (!Objects.equals(from, to)) {
            differences.add(new Difference(part, null, from, to, newSeries));
        }
    }

    private static String describe(Scale scale) {
        return scale.key() + ", negative " + scale.negativeFrom() + " to " + scale.negativeTo() + ", positive "
                + scale.positiveFrom() + " to " + scale.positiveTo();
    }

    private static String accent(SurveyPublished version) {
        return version.brand().accent() == null
                ? null
                : version.brand().accent().chosen();
    }

    private static String logo(SurveyPublished version) {
        return version.brand().logo() == null ? null : "A logo";
    }

    /** Two logos of one size are two logos: a picture cannot be told in words. */
    private static String logo(SurveyPublished version, SurveyPublished before) {
        boolean another = before.brand().logo() != null
                && !before.brand().logo().equals(version.brand().logo());
        return version.brand().logo() != null && another ? "Another logo" : logo(version);
    }
}
