package io.aftertouch.survey.neutrality;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of one language that no neutral text holds.
 *
 * @param offers what promises an advantage; {@code *} at an end stands for any letters, so {@code *rabat*} also finds "kunderabatten"
 * @param praise what speaks well of whoever asks
 */
record LoadedWords(String language, List<String> offers, List<String> praise) {

    /** The words as one pattern, made once. */
    static final class Matching {

        private final Pattern pattern;

        Matching(List<String> words) {
            String any = words.stream().map(Matching::asPattern).collect(Collectors.joining("|"));
            pattern = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        private static String asPattern(String word) {
            String plain = Normalizer.normalize(word, Normalizer.Form.NFC).replace("*", "");
            String quoted =
                    List.of(plain.split(" ")).stream().map(Pattern::quote).collect(Collectors.joining("\\s+"));
            return (word.startsWith("*") ? "[\\p{L}\\p{N}]*" : "")
                    + quoted
                    + (word.endsWith("*") ? "[\\p{L}\\p{N}]*" : "");
        }

        Optional<String> firstIn(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        }
    }
}
