package io.aftertouch.survey.optout;

/** The words with which somebody asks to be erased, in one language; {@code {brand}} is filled in. */
record ErasureWording(
        String offer,
        String question,
        String explanation,
        String confirm,
        String onlyStop,
        String askedTitle,
        String asked,
        String takeBack,
        String takenBackTitle,
        String takenBack,
        String doneTitle,
        String done) {

    ErasureWording of(String brand) {
        return new ErasureWording(
                offer,
                question,
                explanation.replace("{brand}", brand),
                confirm,
                onlyStop,
                askedTitle,
                asked.replace("{brand}", brand),
                takeBack,
                takenBackTitle,
                takenBack.replace("{brand}", brand),
                doneTitle,
                done.replace("{brand}", brand));
    }
}
