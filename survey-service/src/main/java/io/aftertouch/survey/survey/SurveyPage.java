package io.aftertouch.survey.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.neutrality.Finding;

/**
 * One survey, to be edited or read.
 *
 * @param next what publishing would make
 * @param differences from the version published last; null before the first publication
 * @param findings what in its e-mail is not neutral
 * @param language whose texts are on the page
 * @param form what stands in the fields
 * @param preview the definition whose form is shown, as JSON
 * @param conflict what somebody else saved in the meantime against what was typed; null when nobody did
 * @param notice what has just happened, null when nothing has
 */
record SurveyPage(
        SurveyView survey,
        SurveyPublished next,
        VersionComparison differences,
        List<Finding> findings,
        Language language,
        PageForm form,
        String preview,
        VersionComparison conflict,
        String notice,
        boolean mayChange) {

    private static final List<Duration> EDIT_WINDOWS = List.of(
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(30));

    /** Whether customers would see or count anything differently after publishing. */
    public boolean differs() {
        return differences == null || !differences.differences().isEmpty();
    }

    /** "Question in Danish, Low end in Danish": what starts a new series; empty when nothing does. */
    public String newSeries() {
        return differences == null
                ? ""
                : String.join(
                        ", ",
                        differences.differences().stream()
                                .filter(VersionComparison.Difference::startsNewSeries)
                                .map(difference -> PartNames.of(difference.part()))
                                .toList());
    }

    public SurveyTexts texts() {
        return next.texts(language);
    }

    /** The points as customers choose them: words where there are some, else numbers. */
    public List<String> points() {
        return texts().points().isEmpty()
                ? next.scale().scores().stream().map(String::valueOf).toList()
                : texts().points();
    }

    public boolean isWorded() {
        return survey.scale().key().isWorded();
    }

    /** Scale and bands, which are fixed by the first publication. */
    public boolean isFixed() {
        return survey.publishedVersion() > 0;
    }

    public boolean isGoodEndHigh() {
        return survey.scale().goodEnd() == GoodEnd.HIGH;
    }

    /** "negative 0 to 6, neutral 7 to 8, positive 9 to 10". */
    public String bands() {
        List<String> parts = new ArrayList<>();
        for (Band band : Band.values()) {
            String scores = scores(band);
            if (!scores.isEmpty()) {
                parts.add(band.name().toLowerCase(Locale.ROOT) + " " + scores);
            }
        }
        return String.join(", ", parts);
    }

    /** "0 to 6" for the negative band; empty when a band has no score. */
    public String scores(Band band) {
        List<Integer> scores = survey.scale().scores().stream()
                .filter(score -> survey.scale().band(score) == band)
                .toList();
        return switch (scores.size()) {
            case 0 -> "";
            case 1 -> scores.getFirst().toString();
            default -> scores.getFirst() + " to " + scores.getLast();
        };
    }

    public String subjectHint() {
        return "Put in place of " + WordingPack.SUBJECT;
    }

    public String lowest() {
        return "From " + survey.scale().min();
    }

    public String highest() {
        return "To " + survey.scale().max();
    }

    public String negative() {
        return scores(Band.NEGATIVE);
    }

    public String neutral() {
        return scores(Band.NEUTRAL);
    }

    public String positive() {
        return scores(Band.POSITIVE);
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** "Danish". */
    public String languageName() {
        return PartNames.inEnglish(language);
    }

    public List<Option> languageOptions() {
        return languages().stream()
                .map(choice -> new Option(choice.tag(), PartNames.inEnglish(choice)))
                .toList();
    }

    /** The scales that measure the survey's metric. */
    public List<Option> scales() {
        return Stream.of(ScaleKey.values())
                .filter(key -> key.metric() == survey.metric())
                .map(key -> new Option(
                        key.name(),
                        key.metric() + (key == ScaleKey.CES_2 ? " 2.0" : key == ScaleKey.CES_1 ? " 1.0" : "") + ", "
                                + key.usual().min() + " to " + key.usual().max()))
                .toList();
    }

    public List<Option> editWindows() {
        Duration now = Duration.parse(survey.editWindow());
        return Stream.concat(EDIT_WINDOWS.stream(), Stream.of(now))
                .distinct()
                .sorted()
                .map(window -> new Option(window.toString(), words(window)))
                .toList();
    }

    private static String words(Duration window) {
        if (window.isZero()) {
            return "Not at all";
        }
        if (window.toSeconds() % Duration.ofDays(1).toSeconds() == 0 && window.toDays() > 1) {
            return "For " + window.toDays() + " days";
        }
        if (window.toSeconds() % Duration.ofHours(1).toSeconds() == 0) {
            return window.toHours() == 1 ? "For an hour" : "For " + window.toHours() + " hours";
        }
        return "For " + window.toString();
    }

    /** The fields that hold the words of the scores. */
    public List<Option> pointFields() {
        List<Option> fields = new ArrayList<>();
        List<Integer> scores = survey.scale().scores();
        for (int i = 0; i < scores.size(); i++) {
            fields.add(new Option("points." + i, String.valueOf(scores.get(i))));
        }
        return fields;
    }

    /** What a field or a part is called. */
    public String name(String part) {
        return switch (part) {
            case "ownSubject" -> "What is rated, in " + languageName();
            case "lowBandTo", "highBandFrom" -> "Bands";
            default -> PartNames.of(part);
        };
    }

    /** The page on which a finding can be mended. */
    public String placeOf(Finding finding) {
        if (finding.text().equals("brandName")) {
            return "/settings/brand";
        }
        return finding.text().equals("subject")
                ? "#subject"
                : "/surveys/" + survey.key() + "?lang=" + finding.language() + "#wording";
    }
}
