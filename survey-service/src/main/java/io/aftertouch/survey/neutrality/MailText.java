package io.aftertouch.survey.neutrality;

/**
 * A text of a survey that appears in its e-mail.
 *
 * @param name the name that the API knows it by
 * @param language the tag of its language
 */
public record MailText(String name, String language, String text) {}
