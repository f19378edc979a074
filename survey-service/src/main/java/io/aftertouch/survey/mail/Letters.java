package io.aftertouch.survey.mail;

import java.time.ZoneId;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** Writes invitations as text and HTML. */
@Singleton
public class Letters {

    private final MailWordings wordings;
    private final MailConfig config;
    private final ZoneId zone;
    private final Template text;
    private final Template html;

    Letters(
            MailWordings wordings,
            MailConfig config,
            ZoneId zone,
            @Location("mail/invitation.txt") Template text,
            @Location("mail/invitation.html") Template html) {
        this.wordings = wordings;
        this.config = config;
        this.zone = zone;
        this.text = text;
        this.html = html;
    }

    public WrittenLetter write(LetterOrder order) {
        LetterWriter writer = new LetterWriter(wordings.in(order.language()), zone, config.privacyNotice());
        Letter letter = writer.write(order);
        return new WrittenLetter(
                letter.brand(),
                letter.subject(),
                text.data("letter", letter).render(),
                html.data("letter", letter).render(),
                Optional.ofNullable(letter.look().logo()));
    }
}
