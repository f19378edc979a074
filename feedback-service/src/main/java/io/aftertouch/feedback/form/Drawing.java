package io.aftertouch.feedback.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that is drawn once and shown to many. What belongs to one reader alone stands in it as marks, in whose place it is put each time: addresses,
 * stamps and days, all of letters that mean nothing to HTML.
 *
 * @param texts what stands between the marks; one more than there are marks
 */
record Drawing(List<String> texts, List<Mark> marks) {

    /** Nobody can write into a page what looks like a mark: its sign is another one each time the service starts. */
    private static final String SECRET = "mark-" + UUID.randomUUID() + "-";

    private static final Pattern SIGN = Pattern.compile(SECRET + "([A-Z_]+)~");

    /** What a page says to one reader alone. */
    enum Mark {
        PATH,
        OPT_OUT,
        DAY,
        SUBMISSION,
        STAMP;

        /** Stands in a page while it is drawn. */
        String sign() {
            return SECRET + name() + "~";
        }
    }

    /** @param page drawn with the signs of marks */
    static Drawing of(String page) {
        List<String> texts = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        Matcher sign = SIGN.matcher(page);
        int from = 0;
        while (sign.find()) {
            texts.add(page.substring(from, sign.start()));
            marks.add(Mark.valueOf(sign.group(1)));
            from = sign.end();
        }
        texts.add(page.substring(from));
        return new Drawing(List.copyOf(texts), List.copyOf(marks));
    }

    /** @param said in place of each mark that the page has */
    String with(Map<Mark, String> said) {
        StringBuilder page = new StringBuilder(texts.getFirst());
        for (int i = 0; i < marks.size(); i++) {
            page.append(said.get(marks.get(i))).append(texts.get(i + 1));
        }
        return page.toString();
    }
}
