package io.aftertouch.survey.mail;

import java.util.Optional;

import io.aftertouch.survey.brand.Logo;

/**
 * An invitation ready to be sent: the brand as the name of the sender, the subject, and the two parts that say the same.
 *
 * @param logo the picture that the HTML names {@code cid:logo}; empty when it names none
 */
public record WrittenLetter(String brand, String subject, String text, String html, Optional<Logo> logo) {

    WrittenLetter withSubject(String other) {
        return new WrittenLetter(brand, other, text, html, logo);
    }
}
