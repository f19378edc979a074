package io.aftertouch.feedback.form;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.form.FormPages.Reader;
import io.aftertouch.feedback.form.FormResource.Sent;
import io.aftertouch.feedback.form.NoticePage.Kind;
import io.aftertouch.feedback.response.AlreadyAnswered;
import io.aftertouch.feedback.response.Answer;
import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.IntakeUnavailable;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.feedback.response.ResponseSubmission;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.suspected.SuspectedAnswers;
import io.aftertouch.feedback.suspicion.Suspicion;
import io.aftertouch.platform.seal.Stamps;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The form behind a public link: the same as behind an invitation, but for anybody, and any number of times. Opening it records nothing; sending
 * it does, once for every form that was shown.
 */
@Path("/p/{code}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LinkFormResource {

    private final LinkDoor door;
    private final Catalog catalog;
    private final Submissions submissions;
    private final LinkPace pace;
    private final FormPages pages;
    private final FormConfig config;
    private final ResponseSubmission submission;
    private final ResponseRepository responses;
    private final Suspicion suspicion;
    private final SuspectedAnswers suspected;
    private final Stamps stamps;
    private final CurrentVertxRequest current;
    private final Clock clock;

    LinkFormResource(
            LinkDoor door,
            Catalog catalog,
            Submissions submissions,
            LinkPace pace,
            FormPages pages,
            FormConfig config,
            ResponseSubmission submission,
            ResponseRepository responses,
            Suspicion suspicion,
            SuspectedAnswers suspected,
            Stamps stamps,
            CurrentVertxRequest current,
            Clock clock) {
        this.door = door;
        this.catalog = catalog;
        this.submissions = submissions;
        this.pace = pace;
        this.pages = pages;
        this.config = config;
        this.submission = submission;
        this.responses = responses;
        this.suspicion = suspicion;
        this.suspected = suspected;
        this.stamps = stamps;
        this.current = current;
        this.clock = clock;
    }

    /** Which link is opened, and what is known of the reader's language. */
    record Opening(
            @PathParam("code") String typed,
            @QueryParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {

        String code() {
            return LinkDoor.code(typed);
        }

        Reader reader() {
            return new Reader(lang, acceptLanguage);
        }
    }

    @GET
    @Operation(hidden = true)
    public Response question(@BeanParam Opening opening, @QueryParam("score") String score) {
        LinkVisit visit = visit(opening);
        if (visit instanceof LinkVisit.Open open) {
            var chosen = Entered.read(score, null, open.survey().scale());
            return pages.question(opening.reader(), shownAnew(open), chosen);
        }
        return otherwise(opening, visit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(@BeanParam Opening opening, @BeanParam Sent sent) {
        Optional<Submission> shown = submissions.read(opening.code(), sent.submission());
        Optional<SurveyResponse> before = shown.flatMap(one -> responses.throughLink(one.id()));
        if (before.isPresent()) {
            return again(opening, shown.get(), before.get(), sent);
        }
        LinkVisit visit = visit(opening);
        if (!(visit instanceof LinkVisit.Open open)) {
            return otherwise(opening, visit);
        }
        return shown.filter(this::isStillValid)
                .map(one -> send(opening, open, one, sent))
                .orElseGet(() -> pages.question(
                        422,
                        opening.reader(),
                        shownAnew(open),
                        sent.read(open.survey().scale()),
                        List.of(Mistake.STALE)));
    }

    @GET
    @Path("/thanks")
    @Operation(hidden = true)
    public Response thanks(@BeanParam Opening opening, @QueryParam("answer") String token) {
        return submissions
                .read(opening.code(), token)
                .flatMap(shown -> responses
                        .throughLink(shown.id())
                        .filter(this::isStillShown)
                        .map(answer -> thanks(200, opening, shown, answer, false)))
                .orElseGet(() -> otherwise(opening, visit(opening)));
    }

    @GET
    @Path("/privacy")
    @Operation(hidden = true)
    public Response privacy(@BeanParam Opening opening) {
        LinkVisit visit = visit(opening);
        return visit instanceof LinkVisit.Open open
                ? pages.privacy(opening.reader(), shownAnew(open))
                : otherwise(opening, visit);
    }

    private Response send(Opening opening, LinkVisit.Open open, Submission shown, Sent sent) {
        Reader reader = opening.reader();
        SurveyVersion survey = versionOf(shown);
        Asking asking = Asking.through(open.link(), open.touchpoint(), survey, submissions.token(shown));
        Entered entered = sent.read(survey.scale());
        List<Mistake> mistakes = entered.mistakes();
        if (!mistakes.isEmpty() || sent.wantsBack()) {
            return pages.question(mistakes.isEmpty() ? 200 : 422, reader, asking, entered, mistakes);
        }
        if (!pace.allowAnother(address())) {
            return pages.question(429, reader, asking, entered, List.of(Mistake.TOO_FAST));
        }
        String language = pages.languageFor(reader, asking).tag();
        try {
            Answer answer = submission.answerThrough(
                    open.link(),
                    survey,
                    open.touchpoint().channel(),
                    shown.id(),
                    entered.score(),
                    entered.commentOrNull(),
                    language);
            Evidence evidence = suspicion.of(sent.sending(sent.stamp(stamps, asking.path()), clock.instant()));
            if (evidence.isSuspicious()) {
                suspected.keep(answer, evidence);
                return pages.confirmation(reader, asking, entered);
            }
            submission.store(answer);
            return seeThanks(shown, language);
        } catch (AlreadyAnswered another) {
            return responses
                    .throughLink(shown.id())
                    .map(first -> thanks(409, opening, shown, first, true))
                    .orElseThrow(() -> another);
        } catch (IntakeUnavailable later) {
            return pages.question(503, reader, asking, entered, List.of(Mistake.BUSY));
        }
    }

    /** The same form sent again: the same answer leads to the same page, another one is told that the first stands. */
    private Response again(Opening opening, Submission shown, SurveyResponse first, Sent sent) {
        boolean same = sent.read(versionOf(shown).scale()).isSameAs(first);
        if (!isStillShown(first)) {
            return pages.notice(Kind.LINK_CLOSED, opening.reader());
        }
        return same ? seeThanks(shown, first.locale()) : thanks(409, opening, shown, first, true);
    }

    private Response seeThanks(Submission shown, String language) {
        return FormPages.seeOther(
                "/p/" + shown.code() + "/thanks?lang=" + language + "&answer=" + submissions.token(shown));
    }

    private Response thanks(
            int status, Opening opening, Submission shown, SurveyResponse answer, boolean contradicted) {
        Asking asking = Asking.answered(shown, versionOf(shown), submissions.token(shown));
        return pages.thanks(status, opening.reader(), asking, answer, contradicted, false);
    }

    /** What whoever asked for something that is not to be had here gets instead. */
    private Response otherwise(Opening opening, LinkVisit visit) {
        Reader reader = opening.reader();
        return switch (visit) {
            case LinkVisit.Open open -> FormPages.seeOther("/p/" + open.link().code());
            case LinkVisit.Closed closed -> pages.notice(Kind.LINK_CLOSED, reader);
            case LinkVisit.NotReady notReady -> pages.notice(Kind.NOT_READY, reader);
            case LinkVisit.Unknown unknown -> pages.notice(Kind.LINK_UNKNOWN, reader);
            case LinkVisit.TooMany tooMany -> pages.notice(Kind.TOO_MANY, reader);
        };
    }

    private Asking shownAnew(LinkVisit.Open open) {
        Submission fresh = submissions.next(open.link().code(), open.survey().ref());
        return Asking.through(open.link(), open.touchpoint(), open.survey(), submissions.token(fresh));
    }

    /** We showed it, so we have it: published versions are never removed. */
    private SurveyVersion versionOf(Submission shown) {
        return catalog.survey(shown.survey()).orElseThrow();
    }

    private boolean isStillValid(Submission shown) {
        return clock.instant().isBefore(shown.shownAt().plus(config.submissionValidFor()));
    }

    private boolean isStillShown(SurveyResponse answer) {
        return clock.instant().isBefore(answer.recordedAt().plus(config.answerShownFor()));
    }

    private LinkVisit visit(Opening opening) {
        return door.open(opening.code(), address());
    }

    private String address() {
        return current.getCurrent().request().remoteAddress().hostAddress();
    }
}
