package io.aftertouch.survey.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.problem.FieldError;

/**
 * The form in which somebody edits a survey, with the texts of one language at a time. A text that is as it ships, or empty, is none of the
 * survey's own.
 *
 * @param standard the texts as they ship, with {subject} to be filled in
 */
record SurveyForm(Survey survey, Language language, SurveyTexts standard) {

    private static final String SUBJECT_OF_LANGUAGE = "ownSubject";

    /** What stands in the fields before anybody types. */
    PageForm filled(SurveyTexts toEdit) {
        SurveySettings settings = survey.settings();
        Scale scale = survey.scale();
        boolean goodEndIsHigh = scale.goodEnd() == GoodEnd.HIGH;
        Map<String, List<String>> values = new LinkedHashMap<>();
        put(values, "title", settings.title());
        put(values, "subject", settings.subject());
        put(values, "defaultLanguage", settings.defaultLanguage().tag());
        put(values, "editWindow", settings.editWindow().toString());
        put(values, "neutralMail", settings.neutralMail() ? "yes" : "");
        put(values, "scale", scale.key().name());
        put(values, "lowBandTo", String.valueOf(goodEndIsHigh ? scale.negativeTo() : scale.positiveTo()));
        put(values, "highBandFrom", String.valueOf(goodEndIsHigh ? scale.positiveFrom() : scale.negativeFrom()));
        String ownSubject = settings.texts(language).subject();
        put(values, SUBJECT_OF_LANGUAGE, ownSubject == null ? "" : ownSubject);
        put(values, "question", toEdit.question());
        put(values, "lowLabel", toEdit.lowLabel());
        put(values, "highLabel", toEdit.highLabel());
        for (int i = 0; i < toEdit.points().size(); i++) {
            put(values, "points." + i, toEdit.points().get(i));
        }
        put(values, "followUp", toEdit.followUp());
        put(values, "thanks", toEdit.thanks());
        return PageForm.of(values);
    }

    private static void put(Map<String, List<String>> values, String field, ByBand texts) {
        put(values, field + ".negative", texts.negative());
        put(values, field + ".neutral", texts.neutral());
        put(values, field + ".positive", texts.positive());
    }

    private static void put(Map<String, List<String>> values, String field, String value) {
        values.put(field, List.of(value));
    }

    /** The change that somebody typed, as the API takes it. */
    ChangeSurvey wish(PageForm typed) {
        ScaleKey scale = typed.choice("scale", ScaleKey.class);
        boolean anotherScale = scale != null && scale != survey.scale().key();
        boolean goodEndIsHigh = survey.scale().goodEnd() == GoodEnd.HIGH;
        Integer lowBandTo = anotherScale ? null : typed.number("lowBandTo");
        Integer highBandFrom = anotherScale ? null : typed.number("highBandFrom");
        return new ChangeSurvey(
                typed.text("subject"),
                typed.text("title"),
                Language.of(typed.text("defaultLanguage")).orElse(null),
                scale,
                goodEndIsHigh ? highBandFrom : null,
                goodEndIsHigh ? null : lowBandTo,
                goodEndIsHigh ? null : highBandFrom,
                goodEndIsHigh ? lowBandTo : null,
                texts(typed, anotherScale ? scale : survey.scale().key()),
                typed.text("editWindow"),
                typed.isChosen("neutralMail", "yes"));
    }

    /** The texts of all languages: of this one as typed, of the others as they were. */
    private Map<String, OwnTexts> texts(PageForm typed, ScaleKey scale) {
        ScaleKey before = survey.scale().key();
        Map<String, OwnTexts> texts =
                new LinkedHashMap<>(survey.settings().on(scale, before).textsByTag());
        OwnTexts own = new OwnTexts(
                typed.text(SUBJECT_OF_LANGUAGE),
                own(typed, "question", standard.question()),
                before.isWorded() ? null : own(typed, "lowLabel", standard.lowLabel()),
                before.isWorded() ? null : own(typed, "highLabel", standard.highLabel()),
                points(typed),
                OwnByBand.of(
                        own(typed, "followUp.negative", standard.followUp().negative()),
                        own(typed, "followUp.neutral", standard.followUp().neutral()),
                        own(typed, "followUp.positive", standard.followUp().positive())),
                OwnByBand.of(
                        own(typed, "thanks.negative", standard.thanks().negative()),
                        own(typed, "thanks.neutral", standard.thanks().neutral()),
                        own(typed, "thanks.positive", standard.thanks().positive())));
        texts.put(language.tag(), scale == before ? own : own.withoutScores());
        return texts;
    }

    private List<String> points(PageForm typed) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < standard.points().size(); i++) {
            String own = typed.text("points." + i);
            points.add(own == null ? standard.points().get(i) : own);
        }
        return points.equals(standard.points()) ? null : points;
    }

    private static String own(PageForm typed, String field, String standard) {
        String text = typed.text(field);
        return text == null || text.equals(standard) ? null : text;
    }

    /** The form with each mistake at the field that it is about. */
    PageForm named(PageForm refused) {
        List<FieldError> errors = refused.errors().stream()
                .map(error -> new FieldError(fieldOf(error.field()), error.message()))
                .toList();
        return new PageForm(refused.typed(), refused.detail(), errors);
    }

    /** {@code texts[da].points[2].<list element>} is typed into the field {@code points.2} while Danish is on the page. */
    private String fieldOf(String path) {
        String plain = path.replaceAll("\\.?<[^>]*>", "").replaceAll("\\[(\\w+)]", ".$1");
        String here = "texts." + language.tag() + ".";
        if (plain.startsWith(here)) {
            String field = plain.substring(here.length());
            return field.equals("subject") ? SUBJECT_OF_LANGUAGE : field;
        }
        return switch (plain) {
            case "positiveFrom", "negativeFrom" -> "highBandFrom";
            case "positiveTo", "negativeTo" -> "lowBandTo";
            default -> plain;
        };
    }
}
