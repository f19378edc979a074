package io.aftertouch.feedback.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The words that replies start from, as somebody wants them. */
@Schema(name = "ChangeReplyTemplates")
record ChangeReplyTemplates(
        @Schema(description = "In the order in which they are offered.")
        List<TemplateWish> templates) {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 4_000;

    private static final String KEY = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final int MOST = 50;

    /** A template. */
    @Schema(name = "ReplyTemplate")
    record TemplateWish(
            @Schema(pattern = KEY) String key,
            String name,

            @Schema(description = "By language (en, da, sv, nb, de); at least one.")
            Map<String, TextWish> texts) {}

    /** Words in one language. */
    @Schema(
            name = "ReplyTemplateText",
            description =
                    "{brand}, {date} of the answer, {touchpoint} and {agent} are filled in. The greeting by name is added when a reply is sent.")
    record TextWish(String subject, String text) {}

    static ChangeReplyTemplates of(ReplyTemplates templates) {
        return new ChangeReplyTemplates(
                templates.templates().stream().map(ChangeReplyTemplates::of).toList());
    }

    static TemplateWish of(ReplyTemplate template) {
        Map<String, TextWish> texts = new LinkedHashMap<>();
        for (String language : ReplyTemplates.LANGUAGES) {
            template.in(language).ifPresent(words -> texts.put(language, new TextWish(words.subject(), words.text())));
        }
        return new TemplateWish(template.key(), template.name(), texts);
    }

    /** @throws InvalidSetting naming every field that is not as it must be */
    ReplyTemplates read() {
        Mistakes mistakes = new Mistakes();
        mistakes.addIf(templates == null, "templates", "is missing");
        List<TemplateWish> wanted = templates == null ? List.of() : templates;
        mistakes.addIf(wanted.size() > MOST, "templates", "must be at most " + MOST);
        List<ReplyTemplate> read = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            TemplateWish template = wanted.get(i);
            String field = "templates[" + i + "].";
            if (template == null) {
                mistakes.add("templates[" + i + "]", "is missing");
                continue;
            }
            mistakes.addIf(
                    template.key() != null && !keys.add(template.key()), field + "key", "is taken by another template");
            read.add(read(template, field, mistakes));
        }
        mistakes.refuse();
        return new ReplyTemplates(read);
    }

    /** @param field what the names of its fields begin with */
    static ReplyTemplate read(TemplateWish template, String field, Mistakes mistakes) {
        mistakes.addIf(
                template.key() == null || !template.key().matches(KEY),
                field + "key",
                "must start with a letter or digit and hold only lower-case letters, digits, dots, hyphens and underscores");
        mistakes.addIf(
                isUnfit(template.name(), LONGEST_NAME),
                field + "name",
                "must have 1 to " + LONGEST_NAME + " characters");
        Map<String, TextWish> texts = template.texts() == null ? Map.of() : template.texts();
        mistakes.addIf(texts.isEmpty(), field + "texts", "must hold at least one language");
        Map<String, ReplyText> read = new LinkedHashMap<>();
        texts.forEach((language, words) -> {
            mistakes.addIf(
                    !ReplyTemplates.LANGUAGES.contains(language), field + "texts", "must be in en, da, sv, nb or de");
            read.put(language, read(words, field + "texts." + language, mistakes));
        });
        return new ReplyTemplate(
                template.key(), template.name() == null ? "" : template.name().strip(), read);
    }

    private static ReplyText read(TextWish words, String field, Mistakes mistakes) {
        if (words == null) {
            mistakes.add(field, "is missing");
            return null;
        }
        boolean subjectUnfit =
                isUnfit(words.subject(), LONGEST_SUBJECT) || words.subject().matches("(?s).*\\R.*");
        boolean textUnfit = isUnfit(words.text(), LONGEST_TEXT);
        mistakes.addIf(subjectUnfit, field + ".subject", "must be one line of 1 to " + LONGEST_SUBJECT + " characters");
        mistakes.addIf(textUnfit, field + ".text", "must have 1 to " + LONGEST_TEXT + " characters");
        if (subjectUnfit || textUnfit) {
            return null;
        }
        ReplyText read =
                new ReplyText(words.subject().strip(), words.text().strip().replace("\r\n", "\n"));
        mistakes.addIf(
                !read.unknownPlaceholders().isEmpty(),
                field + ".text",
                "must hold no placeholders but {brand}, {date}, {touchpoint} and {agent}");
        return read;
    }

    private static boolean isUnfit(String words, int longest) {
        return words == null || words.isBlank() || !Text.Check.isStorable(words) || Text.Check.length(words) > longest;
    }
}
