package io.aftertouch.survey.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.survey.Language;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** Puts a frame around what a colleague wrote: the greeting by name, which is known here only, and why the respondent gets it. */
@Singleton
public class ReplyLetters {

    private final Map<Language, ReplyWording> wordings = new EnumMap<>(Language.class);
    private final Optional<URI> privacyNotice;
    private final ZoneId zone;
    private final Template text;
    private final Template html;

    ReplyLetters(
            MailConfig config,
            ZoneId zone,
            @Location("mail/reply.txt") Template text,
            @Location("mail/reply.html") Template html) {
        this.privacyNotice = config.privacyNotice();
        this.zone = zone;
        this.text = text;
        this.html = html;
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            wordings.put(language, read(json, "/wording/reply/" + language.tag() + ".json"));
        }
    }

    /** {@code {name}}, {@code {brand}} and {@code {date}} of the answer are filled in. */
    record ReplyWording(String datePattern, String greeting, String greetingWithName, String why, String privacy) {}

    public WrittenLetter write(ReplyOrder order) {
        ReplyLetter letter = letter(order);
        return new WrittenLetter(
                letter.brand(),
                letter.subject(),
                text.data("letter", letter).render(),
                html.data("letter", letter).render(),
                Optional.ofNullable(letter.look().logo()));
    }

    private ReplyLetter letter(ReplyOrder order) {
        ReplyWording wording = wordings.get(order.language());
        String brand = LetterWriter.oneLine(order.survey().brandName());
        String day = DateTimeFormatter.ofPattern(
                        wording.datePattern(), order.language().locale())
                .format(order.answeredAt().atZone(zone));
        return new ReplyLetter(
                order.language().tag(),
                brand,
                Letter.Look.of(order.survey().brand(), false),
                LetterWriter.oneLine(order.subject()),
                order.name()
                        .map(LetterWriter::firstName)
                        .filter(first -> !first.isEmpty())
                        .map(first -> wording.greetingWithName().replace("{name}", first))
                        .orElse(wording.greeting()),
                order.text().strip(),
                wording.why().replace("{brand}", brand).replace("{date}", day),
                privacyNotice.map(URI::toString).orElse(null),
                wording.privacy());
    }

    private static ReplyWording read(JsonMapper json, String file) {
        try (var resource = ReplyLetters.class.getResourceAsStream(file)) {
            return json.readValue(resource, ReplyWording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording " + file + " cannot be read", e);
        }
    }
}
