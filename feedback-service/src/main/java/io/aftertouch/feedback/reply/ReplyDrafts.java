package io.aftertouch.feedback.reply;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.settings.ReplyTemplates;
import io.aftertouch.feedback.settings.ReplyText;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.access.CallerNames;

/** Starts replies from templates, in the customer's language. */
@ApplicationScoped
public class ReplyDrafts {

    private static final String USUAL = "en";

    private final Settings settings;
    private final Catalog catalog;
    private final CallerNames names;
    private final ZoneId zone;

    ReplyDrafts(Settings settings, Catalog catalog, CallerNames names, ZoneId zone) {
        this.settings = settings;
        this.catalog = catalog;
        this.names = names;
        this.zone = zone;
    }

    /** The language to write to a customer in: that of the answer, else of the invitation, else of the survey. */
    public String languageOf(SurveyResponse response) {
        return ReplyTemplates.languageOf(response.locale())
                .or(() -> Optional.ofNullable(response.invitationId())
                        .flatMap(catalog::invitation)
                        .flatMap(Invitation::locale)
                        .flatMap(ReplyTemplates::languageOf))
                .or(() -> ReplyTemplates.languageOf(survey(response).defaultLanguage()))
                .orElse(USUAL);
    }

    /**
     * @param template its key
     * @param language null for the customer's; a template that does not speak it is given in English, or as it was written first
     * @param who replies
     * @return empty when there is no such template
     */
    public Optional<ReplyDraft> draft(SurveyResponse response, String template, String language, String who) {
        String wanted = language == null ? languageOf(response) : language;
        return settings.replies().find(template).map(found -> {
            String spoken = Optional.of(wanted)
                    .filter(found.texts()::containsKey)
                    .or(() -> Optional.of(USUAL).filter(found.texts()::containsKey))
                    .orElseGet(() -> found.texts().keySet().iterator().next());
            ReplyText words = found.in(spoken).orElseThrow().filled(values(response, spoken, who));
            return new ReplyDraft(spoken, words.subject(), words.text());
        });
    }

    private Map<String, String> values(SurveyResponse response, String language, String who) {
        return Map.of(
                "brand", survey(response).brand().name(),
                "date", day(response.answeredAt(), language),
                "touchpoint",
                        catalog.touchpoint(response.touchpoint())
                                .map(Touchpoint::name)
                                .orElse(response.touchpoint()),
                "agent", names.shown(who));
    }

    private String day(Instant at, String language) {
        String pattern =
                switch (language) {
                    case "da", "nb", "de" -> "d. MMMM";
                    default -> "d MMMM";
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
                .format(at.atZone(zone));
    }

    private SurveyVersion survey(SurveyResponse response) {
        return catalog.survey(response.survey()).orElseThrow();
    }
}
