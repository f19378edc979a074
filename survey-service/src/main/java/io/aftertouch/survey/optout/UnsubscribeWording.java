package io.aftertouch.survey.optout;

/** The words of the page that ends all questions, in one language; {@code {brand}} is filled in. */
record UnsubscribeWording(
        String languages,
        String question,
        String explanation,
        String confirm,
        String doneTitle,
        String done,
        String goneTitle,
        String gone) {

    UnsubscribeWording of(String brand) {
        return new UnsubscribeWording(
                languages,
                question,
                explanation.replace("{brand}", brand),
                confirm,
                doneTitle,
                done.replace("{brand}", brand),
                goneTitle,
                gone);
    }
}
