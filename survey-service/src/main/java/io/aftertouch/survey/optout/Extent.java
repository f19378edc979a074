package io.aftertouch.survey.optout;

import java.util.Optional;
import java.util.stream.Stream;

/** How much somebody does not want to be asked, as it stands in the address of the page. */
enum Extent {
    /** About nothing. What a mail program's own button means. */
    ALL("all"),
    /** Not about the touchpoint of the invitation. */
    HERE("touchpoint");

    private final String word;

    Extent(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Extent> of(String word) {
        return Stream.of(values()).filter(extent -> extent.word.equals(word)).findFirst();
    }
}
