package io.aftertouch.feedback.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One template as a form: its name, and subject and text in each language. A language whose fields are both empty is left out. */
final class ReplyTemplateForm {

    private ReplyTemplateForm() {}

    /** The fields of one language. */
    record Language(String tag) {

        public String name() {
            return ReplyTemplates.nameOf(tag);
        }

        public String field() {
            return "texts." + tag;
        }

        public String subject() {
            return field() + ".subject";
        }

        public String text() {
            return field() + ".text";
        }
    }

    static List<Language> languages() {
        return ReplyTemplates.LANGUAGES.stream().map(Language::new).toList();
    }

    /** @param template null for a new one */
    static Typed of(int version, ReplyTemplate template) {
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(version));
        if (template != null) {
            values.put("name", template.name());
            for (Language language : languages()) {
                template.in(language.tag()).ifPresent(words -> {
                    values.put(language.subject(), words.subject());
                    values.put(language.text(), words.text());
                });
            }
        }
        return Typed.of(values);
    }

    /**
     * @param key of the template, null for a new one
     * @return all templates with this one as it was typed
     * @throws InvalidSetting naming every field that is not as it must be
     */
    static ReplyTemplates read(Typed typed, String key, ReplyTemplates current) {
        Map<String, ChangeReplyTemplates.TextWish> texts = new LinkedHashMap<>();
        for (Language language : languages()) {
            String subject = typed.value(language.subject());
            String text = typed.value(language.text());
            if (!subject.isBlank() || !text.isBlank()) {
                texts.put(language.tag(), new ChangeReplyTemplates.TextWish(subject, text));
            }
        }
        String name = typed.value("name").strip();
        Mistakes mistakes = new Mistakes();
        ReplyTemplate read = ChangeReplyTemplates.read(
                new ChangeReplyTemplates.TemplateWish(key == null ? free(name, current) : key, name, texts),
                "",
                mistakes);
        mistakes.refuse();
        List<ReplyTemplate> all = new ArrayList<>(current.templates());
        if (key == null) {
            all.add(read);
        } else {
            all.replaceAll(template -> template.key().equals(key) ? read : template);
        }
        return ChangeReplyTemplates.of(new ReplyTemplates(all)).read();
    }

    private static String free(String name, ReplyTemplates current) {
        String wanted = KeyFrom.name(name, "template");
        String key = wanted;
        for (int i = 2; current.find(key).isPresent(); i++) {
            key = wanted.substring(0, Math.min(wanted.length(), 60)) + "-" + i;
        }
        return key;
    }

    static ReplyTemplates without(String key, ReplyTemplates current) {
        return new ReplyTemplates(current.templates().stream()
                .filter(template -> !template.key().equals(key))
                .toList());
    }
}
