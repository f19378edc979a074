package io.aftertouch.survey.neutrality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves that the texts of a survey may stand in a neutral e-mail: one that asks, and neither advertises nor praises. It is strict, since a
 * wrong "no" costs another word and a wrong "yes" sends advertising to people who must not get any.
 *
 * <p>The name of the company may hold what it likes to be called. It is not held against a text that names it, and is checked on its own: a
 * name of more than three words that praises is a slogan.
 */
public final class NeutralMailCheck {

    private static final Pattern EXCLAMATION = Pattern.compile("[!¡！‼⁉❗❕]+");
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:[a-z]+://|www\\.|mailto:)\\S*|\\b[\\w-]+\\.(?:com|net|org|io|eu|dk|se|no|de|uk|shop|store)\\b");
    private static final Pattern ADDRESS_IN_NAME = Pattern.compile("(?i)\\b(?:[a-z]+://|www\\.|mailto:)\\S*");
    private static final Pattern PRICE = Pattern.compile(
            "(?i)\\d+\\s?%|[€$£]\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:[€$£]|kr\\b\\.?|eur\\b|dkk\\b|sek\\b|nok\\b|usd\\b|gbp\\b)",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FIRST_PLACE = Pattern.compile("(?i)(?:#|\\b(?:nr|no|num)\\.?)\\s?1\\b");
    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{Lu}{5,}|\\p{Lu}{3,}(?:[\\s-]+\\p{Lu}{3,})+)(?![\\p{L}\\p{N}])");
    private static final Pattern SYMBOL =
            Pattern.compile("[\\p{IsEmoji_Presentation}\\u2605\\u2606\\u2665\\u2764\\u2713\\u2714\\u2728]");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final int WORDS_OF_A_NAME = 3;

    private final Map<String, LoadedWords.Matching> offers = new HashMap<>();
    private final Map<String, LoadedWords.Matching> praise = new HashMap<>();

    NeutralMailCheck(List<LoadedWords> languages) {
        for (LoadedWords words : languages) {
            offers.put(words.language(), new LoadedWords.Matching(words.offers()));
            praise.put(words.language(), new LoadedWords.Matching(words.praise()));
        }
    }

    /**
     * Everything that is not neutral, text by text.
     *
     * @param company the name of whoever asks
     */
    public List<Finding> findings(String company, List<MailText> texts) {
        List<Finding> findings = new ArrayList<>(inName(company));
        String name = plain(company);
        for (MailText text : texts) {
            String words = plain(text.text());
            // a subject stands in for a name that was not set: then the question is what it is part of, and nothing is
            // left of it
            findings.addAll(inText(text, name.isBlank() ? words : words.replace(name, " ")));
        }
        return findings;
    }

    private List<Finding> inText(MailText text, String words) {
        List<Finding> findings = new ArrayList<>();
        add(findings, text, Flaw.EXCLAMATION, first(EXCLAMATION, words));
        add(findings, text, Flaw.OFFER, offers.get(text.language()).firstIn(words));
        add(findings, text, Flaw.OFFER, first(PRICE, words));
        add(findings, text, Flaw.PRAISE, praise.get(text.language()).firstIn(words));
        add(findings, text, Flaw.PRAISE, first(FIRST_PLACE, words));
        add(findings, text, Flaw.LINK, first(LINK, words));
        add(findings, text, Flaw.CAPITALS, first(CAPITALS, words));
        add(findings, text, Flaw.SYMBOL, first(SYMBOL, words));
        return findings;
    }

    /** In every language, since the name is the same in all of them; each word is named once. */
    private List<Finding> inName(String company) {
        MailText name = new MailText("brandName", null, company);
        String words = plain(company);
        List<Finding> findings = new ArrayList<>();
        add(findings, name, Flaw.EXCLAMATION, first(EXCLAMATION, words));
        add(findings, name, Flaw.OFFER, firstOf(offers, words));
        add(findings, name, Flaw.OFFER, first(PRICE, words));
        if (words.strip().split("\\s+").length > WORDS_OF_A_NAME) {
            add(findings, name, Flaw.PRAISE, firstOf(praise, words));
        }
        add(findings, name, Flaw.LINK, first(ADDRESS_IN_NAME, words));
        add(findings, name, Flaw.SYMBOL, first(SYMBOL, words));
        return findings;
    }

    private static Optional<String> firstOf(Map<String, LoadedWords.Matching> languages, String words) {
        return languages.values().stream()
                .flatMap(language -> language.firstIn(words).stream())
                .findFirst();
    }

    private static void add(List<Finding> findings, MailText text, Flaw flaw, Optional<String> found) {
        found.ifPresent(
                characters -> findings.add(new Finding(text.name(), text.language(), characters.strip(), flaw)));
    }

    private static Optional<String> first(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** As it is read: characters that cannot be seen take no word apart. */
    private static String plain(String text) {
        return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
