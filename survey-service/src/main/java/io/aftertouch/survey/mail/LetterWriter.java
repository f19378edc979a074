package io.aftertouch.survey.mail;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import io.aftertouch.survey.survey.Scale;
import io.aftertouch.survey.survey.SurveyTexts;

/** Puts an invitation into words. */
record LetterWriter(MailWording wording, ZoneId zone, Optional<URI> privacyNotice) {

    /** The form knows from it that the link was not opened by a person. */
    private static final String TRAP = "?via=h";

    Letter write(LetterOrder order) {
        SurveyTexts texts = order.survey().texts(order.language());
        String brand = oneLine(order.survey().brandName());
        Scale scale = order.survey().scale();
        boolean numbered = texts.points().isEmpty();
        return new Letter(
                order.language().tag(),
                brand,
                Letter.Look.of(order.survey().brand(), order.neutral()),
                oneLine((order.reminder() ? wording.reminderSubject() : wording.subject()).replace("{brand}", brand)),
                (order.reminder() ? wording.reminderPreheader() : wording.preheader()).replace("{brand}", brand),
                greeting(order.name()),
                (order.reminder() ? wording.reminderIntro() : wording.intro())
                        .replace("{brand}", brand)
                        .replace("{date}", day(order, order.occurredAt())),
                texts.question(),
                numbered ? wording.chooseNumber() : wording.chooseWord(),
                scale.scores().stream()
                        .map(score -> choice(score, scale, texts, order.form()))
                        .toList(),
                numbered,
                texts.lowLabel(),
                texts.highLabel(),
                wording.why().replace("{brand}", brand).replace("{date}", day(order, order.expiresAt())),
                order.form() + TRAP,
                privacyNotice.map(URI::toString).orElse(null),
                wording.privacy(),
                order.unsubscribe().toString(),
                wording.unsubscribe());
    }

    private Letter.Choice choice(int score, Scale scale, SurveyTexts texts, URI form) {
        List<String> points = texts.points();
        String link = form + "?score=" + score;
        if (points.isEmpty()) {
            String readOut = wording.scoreOf()
                    .replace("{score}", String.valueOf(score))
                    .replace("{max}", String.valueOf(scale.max()));
            return new Letter.Choice(score, String.valueOf(score), readOut, link);
        }
        String point = points.get(score - scale.min());
        return new Letter.Choice(score, point, point, link);
    }

    /** By the first name, as people write to each other. */
    private String greeting(Optional<String> name) {
        return name.map(LetterWriter::firstName)
                .filter(first -> !first.isEmpty())
                .map(first -> wording.greetingWithName().replace("{name}", first))
                .orElse(wording.greeting());
    }

    static String firstName(String name) {
        return oneLine(name).split(" ", 2)[0];
    }

    private String day(LetterOrder order, Instant at) {
        return DateTimeFormatter.ofPattern(
                        wording.datePattern(), order.language().locale())
                .format(at.atZone(zone));
    }

    /** Nothing that comes from outside may start a new line in a header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
