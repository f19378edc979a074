package io.aftertouch.survey.mail;

/**
 * The words around the question in an invitation, in one language. {@code {name}}, {@code {brand}} and {@code {date}} are filled in.
 *
 * @param datePattern how a day is written within a sentence
 * @param chooseNumber how to answer when the scores are numbers
 * @param chooseWord how to answer when the scores are words
 * @param scoreOf how a score is read out, {@code {score}} of {@code {max}}
 */
record MailWording(
        String datePattern,
        String subject,
        String preheader,
        String greeting,
        String greetingWithName,
        String intro,
        String reminderSubject,
        String reminderPreheader,
        String reminderIntro,
        String chooseNumber,
        String chooseWord,
        String scoreOf,
        String why,
        String privacy,
        String unsubscribe) {}
