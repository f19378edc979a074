package io.aftertouch.feedback.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Wording;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Makes the pages that customers see. Each carries its own style, needs nothing else, and is kept nowhere on its way. */
@ApplicationScoped
class FormPages {

    private static final Set<Language> ALL_LANGUAGES = EnumSet.allOf(Language.class);

    private final Catalog catalog;
    private final FormConfig config;
    private final ZoneId zone;
    private final String css = readCss();
    private final String policy = ContentSecurityPolicy.withInlineStyle(css);

    FormPages(Catalog catalog, FormConfig config, ZoneId zone) {
        this.catalog = catalog;
        this.config = config;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {

        private Templates() {}

        static native TemplateInstance question(QuestionPage page);

        static native TemplateInstance thanks(ThanksPage page);

        static native TemplateInstance notice(NoticePage page);

        static native TemplateInstance privacy(Shell shell, Asking asking);
    }

    /** Who reads: what the address and the browser say of the language. */
    record Reader(String lang, String acceptLanguage) {}

    Response question(int status, Reader reader, Asking asking, Entered entered, List<Mistake> mistakes) {
        Language language = languageFor(reader, asking);
        String keep = entered.score() == null ? "" : "&score=" + entered.score();
        var page = new QuestionPage(
                shell(asking, language, keep),
                asking.survey(),
                wording(asking.survey(), language),
                about(asking, language),
                entered,
                mistakes,
                asking.submission().orElse(null));
        return page(status, Templates.question(page), language);
    }

    Response thanks(
            int status, Reader reader, Asking asking, SurveyResponse answer, boolean contradicted, boolean saved) {
        Language language = languageFor(reader, asking);
        String keep = asking.submission().map(token -> "&answer=" + token).orElse("");
        var page = new ThanksPage(
                shell(asking, language, keep), asking, wording(asking.survey(), language), answer, contradicted, saved);
        return page(status, Templates.thanks(page), language);
    }

    Response privacy(Reader reader, Asking asking) {
        Language language = languageFor(reader, asking);
        return page(200, Templates.privacy(shell(asking, language, ""), asking), language);
    }

    /** A notice for whoever followed a link of ours. */
    Response notice(NoticePage.Kind kind, Reader reader, Asking asking) {
        return notice(kind, languageFor(reader, asking), asking.survey().brandName());
    }

    /** A notice for anybody. */
    Response notice(NoticePage.Kind kind, Reader reader) {
        Language language = new LanguageChoice(reader.lang(), null, reader.acceptLanguage(), null).among(ALL_LANGUAGES);
        return notice(kind, language, catalog.brandName().orElse(null));
    }

    Language languageFor(Reader reader, Asking asking) {
        return new LanguageChoice(
                        reader.lang(),
                        asking.locale().orElse(null),
                        reader.acceptLanguage(),
                        asking.survey().defaultLanguage())
                .among(spoken(asking.survey()));
    }

    private Response notice(NoticePage.Kind kind, Language language, String brand) {
        var shell = new Shell(null, null, language, ALL_LANGUAGES, brand, "", config.keptForMonths(), css);
        return page(
                kind.status(),
                Templates.notice(new NoticePage(shell, kind, config.contactEmail(), config.contactPhone())),
                language);
    }

    private Shell shell(Asking asking, Language language, String keep) {
        return new Shell(
                asking.path(),
                asking.optOut().orElse(null),
                language,
                spoken(asking.survey()),
                asking.survey().brandName(),
                keep,
                config.keptForMonths(),
                css);
    }

    private QuestionPage.About about(Asking asking, Language language) {
        String day = asking.occurredAt()
                .map(at -> language.day(at.atZone(zone).toLocalDate()))
                .orElse(null);
        return new QuestionPage.About(Isolated.text(asking.occasion()), day);
    }

    private Response page(int status, TemplateInstance template, Language language) {
        var response = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(ContentSecurityPolicy.HEADER, policy)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .entity(template.setLocale(language.tag()).render());
        if (status == 429 || status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, status == 429 ? 60 : 5);
        }
        return response.build();
    }

    /** A path rather than a full address: this service need not know under which name it is reached. */
    static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Set<Language> spoken(SurveyVersion survey) {
        return survey.texts().keySet().stream()
                .flatMap(tag -> Language.of(tag).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
    }

    private static Wording wording(SurveyVersion survey, Language language) {
        return survey.texts().get(language.tag());
    }

    private static String readCss() {
        try (var css = FormPages.class.getResourceAsStream("/form/form.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
