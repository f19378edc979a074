package io.aftertouch.platform.testing.intruder;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.catchThrowable;

/** Feeds parsers with texts that nobody would write: good ones in which something was changed. They are the same in every run. */
public final class OddTexts {

    private static final long SEED = Long.getLong("aftertouch.hostile.seed", 4711);
    private static final int MANY = 3_000;
    private static final int MOST_CHANGES = 4;

    private static final List<String> PIECES = List.of(
            "\u0000",
            "\n",
            "\r\n",
            "\"",
            "'",
            "\\",
            ",",
            ";",
            ":",
            "-",
            "_",
            "+",
            "=",
            "%",
            ".",
            "..",
            "/",
            "*",
            " ",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\u202e",
            "\ufeff",
            "\u0130",
            "\u00df",
            "\u0661",
            "\uffff",
            "0",
            "9",
            "-1",
            "99999999999999999999",
            "1e9",
            "NaN",
            "Z",
            "T",
            "P",
            "Q=",
            ";q=",
            "q=2",
            "null",
            "x".repeat(300));

    private OddTexts() {}

    /** What reads a text. */
    @FunctionalInterface
    public interface Parser {
        void read(String text) throws Exception;
    }

    /**
     * Fails when a parser ends otherwise than with a result or one of the refusals that it says it has.
     *
     * @param good texts that it can read
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static void feed(Parser parser, List<String> good, Class<? extends Exception>... refusals) {
        Random random = new Random(SEED);
        Stream.concat(
                        Stream.concat(good.stream(), Stream.concat(PIECES.stream(), Stream.of(""))),
                        Stream.generate(() -> changed(good.get(random.nextInt(good.size())), random))
                                .limit(MANY))
                .forEach(text -> {
                    ThrowingCallable reading = () -> parser.read(text);
                    Throwable thrown = catchThrowable(reading);
                    boolean refused =
                            thrown == null || Stream.of(refusals).anyMatch(refusal -> refusal.isInstance(thrown));
                    if (!refused) {
                        throw new AssertionError("reading %s (seed %d)".formatted(escaped(text), SEED), thrown);
                    }
                });
    }

    private static String changed(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(at, text.substring(at, end).repeat(random.nextInt(40)));
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c >= ' ' && c < 127 ? (char) c : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
