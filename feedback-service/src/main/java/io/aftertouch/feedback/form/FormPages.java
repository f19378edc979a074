package io.aftertouch.feedback.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Brand;
import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Wording;
import io.aftertouch.feedback.form.Drawing.Mark;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.suspected.SuspectedAnswer;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.aftertouch.platform.seal.Stamps;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Makes the pages that customers see. Each carries its own style, needs nothing else, and is kept nowhere on its way. */
@ApplicationScoped
class FormPages {

    private static final Set<Language> ALL_LANGUAGES = EnumSet.allOf(Language.class);

    private final Catalog catalog;
    private final Stamps stamps;
    private final FormConfig config;
    private final ZoneId zone;
    private final Clock clock;
    private final Cache questions;
    private final FormStyle style = FormStyle.shipped();

    FormPages(
            Catalog catalog,
            Stamps stamps,
            FormConfig config,
            ZoneId zone,
            Clock clock,
            @CacheName("questions") Cache questions) {
        this.catalog = catalog;
        this.stamps = stamps;
        this.config = config;
        this.zone = zone;
        this.clock = clock;
        this.questions = questions;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {

        private Templates() {}

        static native TemplateInstance question(QuestionPage page);

        static native TemplateInstance confirmation(ConfirmationPage page);

        static native TemplateInstance thanks(ThanksPage page);

        static native TemplateInstance notice(NoticePage page);

        static native TemplateInstance withdrawal(Shell shell, String stamp);

        static native TemplateInstance privacy(Shell shell, Asking asking);

        static native TemplateInstance data(DataPage page);
    }

    /** Who reads: what the address and the browser say of the language. */
    record Reader(String lang, String acceptLanguage) {}

    /** A question as it is asked of many, drawn once for all of them. */
    private record Question(
            SurveyRef survey,
            Language language,
            Integer score,
            String occasion,
            boolean dated,
            boolean personal,
            boolean onceOnly) {}

    /** What a page looks like that was drawn once, and what a browser lets it do. */
    private record Drawn(Drawing page, String policy) {}

    /** The question as it is asked first. */
    Response question(Reader reader, Asking asking, Entered entered) {
        if (entered.comment() != null) {
            return question(200, reader, asking, entered, List.of());
        }
        Language language = languageFor(reader, asking);
        Optional<String> day = asking.occurredAt().map(at -> day(at, language));
        var question = new Question(
                asking.survey().ref(),
                language,
                entered.score(),
                asking.occasion(),
                day.isPresent(),
                asking.personal(),
                asking.submission().isPresent());
        Drawn drawn = questions
                .get(question, key -> drawn(language, asking, entered, day.isPresent()))
                .await()
                .indefinitely();
        Map<Mark, String> said = new EnumMap<>(Mark.class);
        said.put(Mark.PATH, asking.path());
        said.put(Mark.STAMP, stamps.now(Stamps.Shown.QUESTION, asking.path()));
        day.ifPresent(text -> said.put(Mark.DAY, text));
        asking.optOut().ifPresent(address -> said.put(Mark.OPT_OUT, address));
        asking.submission().ifPresent(token -> said.put(Mark.SUBMISSION, token));
        return page(200, drawn.page().with(said), language, drawn.policy());
    }

    private Drawn drawn(Language language, Asking asking, Entered entered, boolean dated) {
        QuestionPage page = question(
                language,
                asking.ofWhoeverComes(),
                entered,
                List.of(),
                dated ? Mark.DAY.sign() : null,
                Mark.STAMP.sign());
        return new Drawn(
                Drawing.of(drawn(Templates.question(page), language)),
                page.shell().policy());
    }

    /** The question as it is asked of somebody who has tried to answer it. */
    Response question(int status, Reader reader, Asking asking, Entered entered, List<Mistake> mistakes) {
        Language language = languageFor(reader, asking);
        QuestionPage page = question(
                language,
                asking,
                entered,
                mistakes,
                asking.occurredAt().map(at -> day(at, language)).orElse(null),
                stamps.now(Stamps.Shown.QUESTION, asking.path()));
        return page(status, Templates.question(page), page.shell());
    }

    private QuestionPage question(
            Language language, Asking asking, Entered entered, List<Mistake> mistakes, String day, String stamp) {
        String keep = entered.score() == null ? "" : "&score=" + entered.score();
        return new QuestionPage(
                shell(asking, language, keep),
                asking.survey(),
                wording(asking.survey(), language),
                new QuestionPage.About(Isolated.text(asking.occasion()), day),
                entered,
                mistakes,
                asking.submission().orElse(null),
                stamp);
    }

    /** Asks whether a person sends this: it is kept, but not counted before. Nothing was wrong with it. */
    Response confirmation(Reader reader, Asking asking, Entered entered) {
        Language language = languageFor(reader, asking);
        var page = new ConfirmationPage(
                shell(asking, language, "&score=" + entered.score()),
                asking.survey().scale(),
                wording(asking.survey(), language),
                entered,
                asking.submission().orElse(null),
                stamps.now(Stamps.Shown.CONFIRMATION, asking.path()));
        return page(200, Templates.confirmation(page), page.shell());
    }

    Response thanks(
            int status, Reader reader, Asking asking, SurveyResponse answer, boolean contradicted, boolean saved) {
        Language language = languageFor(reader, asking);
        String keep = asking.submission().map(token -> "&answer=" + token).orElse("");
        var page = new ThanksPage(
                shell(asking, language, keep),
                asking.survey().scale(),
                wording(asking.survey(), language),
                ThanksPage.Given.of(answer),
                ThanksPage.Contact.of(asking),
                answer.mayChangeAt(clock.instant(), asking.survey().editWindow()),
                answer.invitationId() != null,
                contradicted,
                saved);
        return page(status, Templates.thanks(page), page.shell());
    }

    Response privacy(Reader reader, Asking asking) {
        Language language = languageFor(reader, asking);
        Shell shell = shell(asking, language, "");
        return page(200, Templates.privacy(shell, asking), shell);
    }

    /** What whoever was asked can do about the own answer and data. */
    Response data(
            Reader reader,
            Asking asking,
            DataPage.State state,
            Optional<SurveyResponse> answer,
            List<SuspectedAnswer> waiting) {
        Language language = languageFor(reader, asking);
        var page = new DataPage(
                shell(asking, language, ""),
                asking.survey().scale(),
                wording(asking.survey(), language),
                state,
                answer.map(given -> new DataPage.Answer(
                                ThanksPage.Given.of(given),
                                day(given.answeredAt(), language),
                                given.revisedAt() == null ? null : day(given.revisedAt(), language),
                                given.mayChangeAt(
                                        clock.instant(), asking.survey().editWindow())))
                        .orElse(null),
                waiting.stream()
                        .map(one -> new DataPage.Waiting(
                                asking.survey().scale().rate(one.score()), one.comment(), day(one.sentAt(), language)))
                        .toList());
        return page(200, Templates.data(page), page.shell());
    }

    /** A notice for whoever followed a link of ours. */
    Response notice(NoticePage.Kind kind, Reader reader, Asking asking) {
        return notice(
                kind,
                languageFor(reader, asking),
                asking.survey().brand(),
                kind == NoticePage.Kind.WITHDRAWN
                        ? Optional.of(new NoticePage.AnswerLinks(asking.path(), false))
                        : Optional.empty());
    }

    /** A notice for anybody. */
    Response notice(NoticePage.Kind kind, Reader reader) {
        Language language = new LanguageChoice(reader.lang(), null, reader.acceptLanguage(), null).among(ALL_LANGUAGES);
        return notice(kind, language, catalog.brand().orElse(null));
    }

    /** The question of a survey that nobody is asked yet. */
    Response questionPreview(SurveyVersion survey, String lang) {
        Shell shell = previewShell(survey, lang);
        Language language = shell.language();
        var about = new QuestionPage.About(Isolated.text(language.sampleOccasion()), day(clock.instant(), language));
        var page = new QuestionPage(
                shell, survey, wording(survey, language), about, new Entered(null, null), List.of(), null, null);
        return page(200, Templates.question(page), shell);
    }

    /** The thanks of a survey that nobody is asked yet, for an answer with this rating. */
    Response thanksPreview(SurveyVersion survey, String lang, Rating rating) {
        Shell shell = previewShell(survey, lang);
        var page = new ThanksPage(
                shell,
                survey.scale(),
                wording(survey, shell.language()),
                new ThanksPage.Given(rating, null, false),
                ThanksPage.Contact.BY_EMAIL,
                false,
                false,
                false,
                false);
        return page(200, Templates.thanks(page), shell);
    }

    private Shell previewShell(SurveyVersion survey, String lang) {
        Set<Language> spoken = spoken(survey);
        Language language = new LanguageChoice(lang, null, null, survey.defaultLanguage()).among(spoken);
        return new Shell(
                null, null, language, spoken, survey.brand(), "", config.keptForMonths(), style, Shell.OURSELVES, true);
    }

    Language languageFor(Reader reader, Asking asking) {
        return new LanguageChoice(
                        reader.lang(),
                        asking.locale().orElse(null),
                        reader.acceptLanguage(),
                        asking.survey().defaultLanguage())
                .among(spoken(asking.survey()));
    }

    /** The question was answered; the answer can be looked after. */
    Response answered(Reader reader, Asking asking, boolean shown) {
        return notice(
                NoticePage.Kind.CLOSED,
                languageFor(reader, asking),
                asking.survey().brand(),
                Optional.of(new NoticePage.AnswerLinks(asking.path(), shown)));
    }

    /** Asks again before an answer is taken back. */
    Response withdrawal(int status, Reader reader, Asking asking) {
        Language language = languageFor(reader, asking);
        Shell shell = shell(asking, language, "");
        String stamp = stamps.now(Stamps.Shown.CONFIRMATION, asking.path());
        return page(status, Templates.withdrawal(shell, stamp), shell);
    }

    private Response notice(NoticePage.Kind kind, Language language, Brand brand) {
        return notice(kind, language, brand, Optional.empty());
    }

    private Response notice(
            NoticePage.Kind kind, Language language, Brand brand, Optional<NoticePage.AnswerLinks> answer) {
        String ancestors = kind.isOfPublicLinks() ? ancestors() : Shell.NOBODY;
        var shell = new Shell(
                null, null, language, ALL_LANGUAGES, brand, "", config.keptForMonths(), style, ancestors, false);
        return page(
                kind.status(),
                Templates.notice(new NoticePage(shell, kind, config.contactEmail(), config.contactPhone(), answer)),
                shell);
    }

    private Shell shell(Asking asking, Language language, String keep) {
        return new Shell(
                asking.path(),
                asking.optOut().orElse(null),
                language,
                spoken(asking.survey()),
                asking.survey().brand(),
                keep,
                config.keptForMonths(),
                style,
                asking.personal() ? Shell.NOBODY : ancestors(),
                false);
    }

    /** Who may show what stands behind a public link. */
    private String ancestors() {
        return config.frameAncestors()
                .filter(sites -> !sites.isEmpty())
                .map(sites -> String.join(" ", sites))
                .orElse(Shell.NOBODY);
    }

    private String day(Instant at, Language language) {
        return language.day(at.atZone(zone).toLocalDate());
    }

    private static Response page(int status, TemplateInstance template, Shell shell) {
        return page(status, drawn(template, shell.language()), shell.language(), shell.policy());
    }

    private static String drawn(TemplateInstance template, Language language) {
        return template.setLocale(language.tag()).render();
    }

    private static Response page(int status, String text, Language language, String policy) {
        var response = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(ContentSecurityPolicy.HEADER, policy)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .entity(text);
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
        return Arrays.stream(Language.values())
                .filter(language -> survey.texts().containsKey(language.tag()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
    }

    private static Wording wording(SurveyVersion survey, Language language) {
        return survey.texts().get(language.tag());
    }
}
