package io.aftertouch.survey.mail;

/** An invitation ready to be sent: the brand as the name of the sender, the subject, and the two parts that say the same. */
public record WrittenLetter(String brand, String subject, String text, String html) {

    WrittenLetter withSubject(String other) {
        return new WrittenLetter(brand, other, text, html);
    }
}
