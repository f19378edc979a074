package io.aftertouch.survey.publiclink;

import java.util.Locale;
import java.util.stream.Stream;

/** On what a public link is printed. */
enum PosterFormat {
    A4("A4 poster", "A4", "18mm"),
    A6("A6 card", "A6", "8mm"),
    RECEIPT("Receipt, 80 mm", "80mm 150mm", "4mm");

    private final String words;
    private final String paper;
    private final String margin;

    PosterFormat(String words, String paper, String margin) {
        this.words = words;
        this.paper = paper;
        this.margin = margin;
    }

    /** The format of an address, A6 where it names none of ours. */
    static PosterFormat of(String name) {
        return Stream.of(values())
                .filter(format -> format.key().equals(name))
                .findFirst()
                .orElse(A6);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** The paper's size, which style sheets cannot choose by a class of the page. */
    String pageRule() {
        return "@page{size:" + paper + ";margin:" + margin + "}";
    }
}
