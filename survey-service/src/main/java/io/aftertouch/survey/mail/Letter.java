package io.aftertouch.survey.mail;

import java.util.List;
import java.util.Optional;

import io.aftertouch.survey.brand.Accent;
import io.aftertouch.survey.brand.Brand;
import io.aftertouch.survey.brand.Logo;

/**
 * An invitation in words, before it becomes text and HTML.
 *
 * @param look the colours of the company and its logo
 * @param choices one for each score, the lowest first
 * @param numbered whether the choices are numbers rather than words
 * @param trap a link that people do not see: whoever opens it is a program
 * @param privacyLink null when the installation names none
 */
record Letter(
        String language,
        String brand,
        Look look,
        String subject,
        String preheader,
        String greeting,
        String intro,
        String question,
        String instruction,
        List<Choice> choices,
        boolean numbered,
        String lowEnd,
        String highEnd,
        String why,
        String trap,
        String privacyLink,
        String privacy,
        String unsubscribeLink,
        String unsubscribe) {

    /**
     * How the company is recognised. Colours are {@code #rrggbb}, readable on the grounds of the e-mail in their scheme.
     *
     * @param logo null when there is none, or none may be shown
     */
    record Look(String light, String dark, Logo logo) {

        private static final String HOUSE_LIGHT = "#1c3f6e";
        private static final String HOUSE_DARK = "#a3c4ee";

        static Look of(Brand brand, boolean neutral) {
            Optional<Accent> accent = Optional.ofNullable(brand.accent());
            return new Look(
                    accent.map(colours -> colours.light().colour()).orElse(HOUSE_LIGHT),
                    accent.map(colours -> colours.dark().colour()).orElse(HOUSE_DARK),
                    neutral ? null : brand.logo());
        }
    }

    /**
     * One score to choose.
     *
     * @param label as it stands on the button
     * @param readOut as it is read to somebody who does not see the row
     */
    record Choice(int score, String label, String readOut, String link) {}

    /** Numbers stand in two rows, so that the buttons are wide enough on a narrow screen. */
    public List<List<Choice>> rows() {
        int half = (choices.size() + 1) / 2;
        return List.of(choices.subList(0, half), choices.subList(half, choices.size()));
    }

    /** The choices for the text part, the best known first: "10  (Extremely likely)  https://…", in columns. */
    public List<String> lines() {
        List<String> names = choices.stream().map(this::nameInText).toList();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        return choices.reversed().stream()
                .map(choice -> nameInText(choice)
                        + " ".repeat(width - nameInText(choice).length() + 2)
                        + choice.link())
                .toList();
    }

    private String nameInText(Choice choice) {
        if (!numbered) {
            return choice.label();
        }
        String number = String.format("%2d", choice.score());
        if (choice.equals(choices.getFirst())) {
            return number + "  (" + lowEnd + ")";
        }
        return choice.equals(choices.getLast()) ? number + "  (" + highEnd + ")" : number;
    }
}
