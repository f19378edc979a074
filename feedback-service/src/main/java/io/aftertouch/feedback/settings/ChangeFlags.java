package io.aftertouch.feedback.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which answers are flagged, as somebody wants it; also how it is stored. */
@Schema(name = "ChangeFlags")
record ChangeFlags(
        @Schema(
                description =
                        "By language (en, da, sv, nb, de) the words that bring an answer to the team whatever its score;"
                                + " a star at the end stands for any ending.")
        Map<String, List<String>> alarmingWords,

        @Schema(
                description =
                        "How many negative answers of one respondent are said to be repeated, 2 to 50; 0 for never.")
        Integer repeats,

        @Schema(description = "The time in which they count, P1D to P730D.", examples = "P90D")
        String repeatsWithin) {

    static ChangeFlags of(FlagRules rules) {
        return new ChangeFlags(
                rules.alarming().byLanguage(), rules.repeats(), rules.within().toString());
    }

    /** @throws InvalidSetting naming every field that is not as it must be */
    FlagRules rules() {
        Mistakes mistakes = new Mistakes();
        Map<String, List<String>> words = readWords(mistakes);
        mistakes.addIf(
                repeats == null || repeats != 0 && (repeats < 2 || repeats > FlagRules.MOST_REPEATS),
                "repeats",
                "must be 0 or between 2 and " + FlagRules.MOST_REPEATS);
        Duration within = mistakes.read("repeatsWithin", this::readWithin);
        mistakes.refuse();
        return new FlagRules(new AlarmingWords(words), repeats, within);
    }

    private Map<String, List<String>> readWords(Mistakes mistakes) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        if (alarmingWords == null) {
            mistakes.add("alarmingWords", "is missing");
            return read;
        }
        alarmingWords.forEach((language, words) -> {
            String field = "alarmingWords." + language;
            mistakes.addIf(
                    !AlarmingWords.LANGUAGES.contains(language), "alarmingWords", "must be in en, da, sv, nb or de");
            List<String> given = words == null ? List.of() : words;
            mistakes.addIf(given.size() > AlarmingWords.MOST, field, "must be at most " + AlarmingWords.MOST);
            mistakes.addIf(
                    given.stream().anyMatch(ChangeFlags::isUnfit),
                    field,
                    "must be words of 2 to " + AlarmingWords.LONGEST + " characters, with a star only at the end");
            read.put(
                    language,
                    given.stream()
                            .map(word -> word == null ? "" : word.strip())
                            .distinct()
                            .toList());
        });
        return read;
    }

    private static boolean isUnfit(String word) {
        if (word == null || !Text.Check.isStorable(word)) {
            return true;
        }
        String stem = word.strip().endsWith("*")
                ? word.strip().substring(0, word.strip().length() - 1)
                : word.strip();
        return Text.Check.length(stem) < 2 || Text.Check.length(stem) > AlarmingWords.LONGEST || stem.contains("*");
    }

    private Duration readWithin() {
        try {
            Duration within = Duration.parse(repeatsWithin == null ? "" : repeatsWithin.strip());
            if (within.compareTo(Duration.ofDays(1)) >= 0 && within.compareTo(FlagRules.LONGEST) <= 0) {
                return within;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a duration such as P90D", e);
        }
        throw new IllegalArgumentException("must be between 1 and 730 days");
    }
}
