package io.aftertouch.survey.mail;

import java.util.List;

/**
 * What a colleague wrote to a respondent, with the frame around it, before it becomes text and HTML.
 *
 * @param text the colleague's own words, with paragraphs between empty lines
 * @param privacyLink null when the installation names none
 */
record ReplyLetter(
        String language,
        String brand,
        Letter.Look look,
        String subject,
        String greeting,
        String text,
        String why,
        String privacyLink,
        String privacy) {

    /** The text as paragraphs of lines. */
    public List<List<String>> paragraphs() {
        return List.of(text.split("\n{2,}")).stream()
                .map(paragraph -> List.of(paragraph.split("\n")))
                .toList();
    }
}
