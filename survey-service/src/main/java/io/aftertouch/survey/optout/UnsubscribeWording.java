package io.aftertouch.survey.optout;

/** The words of the page that ends questions, in one language; {@code {brand}} and {@code {touchpoint}} are filled in. */
record UnsubscribeWording(
        String languages,
        String question,
        String explanation,
        String confirm,
        String confirmHere,
        String doneTitle,
        String done,
        String doneHereTitle,
        String doneHere,
        String undo,
        String undoneTitle,
        String undone,
        String goneTitle,
        String gone,
        String manyTitle,
        String many,
        String again) {

    UnsubscribeWording of(String brand, String touchpoint) {
        return new UnsubscribeWording(
                languages,
                question,
                filled(explanation, brand, touchpoint),
                confirm,
                filled(confirmHere, brand, touchpoint),
                doneTitle,
                filled(done, brand, touchpoint),
                doneHereTitle,
                filled(doneHere, brand, touchpoint),
                undo,
                undoneTitle,
                filled(undone, brand, touchpoint),
                goneTitle,
                gone,
                manyTitle,
                many,
                again);
    }

    /** The touchpoint last: its name is typed by people and may hold braces. */
    private static String filled(String text, String brand, String touchpoint) {
        int place = text.indexOf("{touchpoint}");
        return place < 0
                ? text.replace("{brand}", brand)
                : text.substring(0, place).replace("{brand}", brand)
                        + touchpoint
                        + text.substring(place + "{touchpoint}".length()).replace("{brand}", brand);
    }
}
