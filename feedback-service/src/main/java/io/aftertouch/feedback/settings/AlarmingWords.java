package io.aftertouch.feedback.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words in a comment that bring an answer to the team whatever its score, by language. Whole words in any case, so that "sue" does not find "issue";
 * a star at the end stands for any ending. A comment is searched for the words of its own language, and for all of them when that is not known.
 */
public final class AlarmingWords {

    static final List<String> LANGUAGES = List.of("en", "da", "sv", "nb", "de");
    static final int MOST = 200;
    static final int LONGEST = 60;

    private static final AlarmingWords DELIVERED = new AlarmingWords(
            LANGUAGES.stream().collect(Collectors.toMap(language -> language, AlarmingWords::fromFile)));

    private final Map<String, List<String>> byLanguage = new LinkedHashMap<>();
    private final Map<String, Optional<Pattern>> patterns = new LinkedHashMap<>();
    private final Optional<Pattern> all;

    public AlarmingWords(Map<String, List<String>> words) {
        for (String language : LANGUAGES) {
            List<String> ofLanguage = List.copyOf(words.getOrDefault(language, List.of()));
            byLanguage.put(language, ofLanguage);
            patterns.put(language, pattern(ofLanguage));
        }
        all = pattern(
                byLanguage.values().stream().flatMap(List::stream).distinct().toList());
    }

    /** The lists that come with the suite. */
    static AlarmingWords delivered() {
        return DELIVERED;
    }

    Map<String, List<String>> byLanguage() {
        return byLanguage;
    }

    /**
     * The first alarming word of a comment, as it stands there.
     *
     * @param comment may be null
     * @param locale of the comment, such as {@code da-DK}; may be null
     */
    public Optional<String> in(String comment, String locale) {
        if (comment == null) {
            return Optional.empty();
        }
        return patterns.getOrDefault(language(locale), all)
                .map(pattern -> pattern.matcher(comment))
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    /** Norwegian is one list, whichever way it is written. */
    private static String language(String locale) {
        String language = locale == null ? "" : Locale.forLanguageTag(locale).getLanguage();
        return language.equals("nn") || language.equals("no") ? "nb" : language;
    }

    private static Optional<Pattern> pattern(Collection<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        words.stream()
                                .map(AlarmingWords::expression)
                                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String expression(String word) {
        return word.endsWith("*")
                ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\p{L}\\p{N}]*"
                : Pattern.quote(word);
    }

    private static List<String> fromFile(String language) {
        try (InputStream file = AlarmingWords.class.getResourceAsStream("/alarming/" + language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
