package io.aftertouch.feedback.form;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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

import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.form.FormPages.Reader;
import io.aftertouch.feedback.form.NoticePage.Kind;
import io.aftertouch.feedback.response.AlreadyAnswered;
import io.aftertouch.feedback.response.Answer;
import io.aftertouch.feedback.response.AnswerChange;
import io.aftertouch.feedback.response.AnswerWithdrawn;
import io.aftertouch.feedback.response.ContactPermission;
import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.IntakeUnavailable;
import io.aftertouch.feedback.response.InvitationClosed;
import io.aftertouch.feedback.response.ResponseSubmission;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.suspected.SuspectedAnswers;
import io.aftertouch.feedback.suspicion.LinkOpening;
import io.aftertouch.feedback.suspicion.Sending;
import io.aftertouch.feedback.suspicion.Suspicion;
import io.aftertouch.platform.seal.Stamps;
import io.aftertouch.platform.seal.Stamps.Shown;
import io.aftertouch.platform.seal.Stamps.Stamp;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** The form behind a customer's link. Opening it, in whatever way, records nothing; only sending it does. */
@Path("/s/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FormResource {

    private static final Logger LOG = Logger.getLogger(FormResource.class);

    private final Door door;
    private final FormPages pages;
    private final FormConfig config;
    private final ResponseSubmission submission;
    private final AnswerChange changes;
    private final ContactPermission contactPermission;
    private final Suspicion suspicion;
    private final SuspectedAnswers suspected;
    private final Stamps stamps;
    private final CurrentVertxRequest current;
    private final Clock clock;

    FormResource(
            Door door,
            FormPages pages,
            FormConfig config,
            ResponseSubmission submission,
            AnswerChange changes,
            ContactPermission contactPermission,
            Suspicion suspicion,
            SuspectedAnswers suspected,
            Stamps stamps,
            CurrentVertxRequest current,
            Clock clock) {
        this.door = door;
        this.pages = pages;
        this.config = config;
        this.submission = submission;
        this.changes = changes;
        this.contactPermission = contactPermission;
        this.suspicion = suspicion;
        this.suspected = suspected;
        this.stamps = stamps;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What was sent with a form, and how.
     *
     * @param shown the stamp of the page that it was sent from
     * @param hand whether the page's script saw a key or a pointer
     * @param back set when the reader wants to choose again instead of confirming
     */
    record Sent(
            @FormParam("score") String score,
            @FormParam("comment") String comment,
            @FormParam("submission") String submission,
            @FormParam("shown") String shown,
            @FormParam("hand") String hand,
            @FormParam("back") String back,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent) {

        Entered read(Scale scale) {
            return Entered.read(score, comment, scale);
        }

        boolean wantsBack() {
            return back != null;
        }

        Optional<Stamp> stamp(Stamps stamps, String path) {
            return stamps.read(path, shown);
        }

        Sending sending(Optional<Stamp> stamp, Instant now) {
            return new Sending(stamp.map(Stamp::at), now, hand, agent);
        }
    }

    /** Which link is opened, and what is known of the reader's language. */
    record Opening(
            @PathParam("token") String token,
            @QueryParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {

        Reader reader() {
            return new Reader(lang, acceptLanguage);
        }

        Asking asking(Invitation invitation, SurveyVersion survey) {
            return Asking.by(token, invitation, survey);
        }
    }

    @GET
    @Operation(hidden = true)
    public Response question(
            @BeanParam Opening opening,
            @QueryParam("score") String score,
            @QueryParam("via") String via,
            @QueryParam("change") String change) {
        Visit visit = visit(opening);
        if (change != null && visit instanceof Visit.Answered answered && isChangeable(answered)) {
            return pages.question(
                    200,
                    opening.reader(),
                    opening.asking(answered.invitation(), answered.survey()),
                    Entered.of(answered.response()),
                    List.of());
        }
        if (visit instanceof Visit.Open open) {
            var chosen = Entered.read(score, null, open.survey().scale());
            suspicion.opened(open.invitation().id(), link(via, chosen), isHead());
            return pages.question(opening.reader(), opening.asking(open.invitation(), open.survey()), chosen);
        }
        return otherwise(opening, visit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(@BeanParam Opening opening, @BeanParam Sent sent) {
        Visit visit = visit(opening);
        return switch (visit) {
            case Visit.Open(Invitation invitation, SurveyVersion survey) ->
                send(opening, invitation, survey, Optional.empty(), sent);
            case Visit.Answered(Invitation invitation, SurveyVersion survey, SurveyResponse before) ->
                send(opening, invitation, survey, Optional.of(before), sent);
            case Visit.Withdrawn withdrawn -> otherwise(opening, withdrawn);
            case Visit.Closed closed -> otherwise(opening, closed);
            case Visit.NotReady notReady -> otherwise(opening, notReady);
            case Visit.Unknown unknown -> otherwise(opening, unknown);
            case Visit.TooMany tooMany -> otherwise(opening, tooMany);
        };
    }

    @GET
    @Path("/thanks")
    @Operation(hidden = true)
    public Response thanks(@BeanParam Opening opening, @QueryParam("saved") String saved) {
        Visit visit = visit(opening);
        if (visit instanceof Visit.Answered answered && isStillShown(answered)) {
            return thanks(200, opening, answered, false, saved != null);
        }
        return otherwise(opening, visit);
    }

    @POST
    @Path("/contact")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response contact(@BeanParam Opening opening, @FormParam("contact") String contact) {
        Visit visit = visit(opening);
        if (visit instanceof Visit.Answered answered && isStillShown(answered)) {
            contactPermission.say(answered.response().id(), "yes".equals(contact));
            Asking asking = opening.asking(answered.invitation(), answered.survey());
            String language = pages.languageFor(opening.reader(), asking).tag();
            return FormPages.seeOther(asking.path() + "/thanks?lang=" + language + "&saved=yes");
        }
        return otherwise(opening, visit);
    }

    @GET
    @Path("/withdrawal")
    @Operation(hidden = true)
    public Response askBeforeWithdrawal(@BeanParam Opening opening) {
        Visit visit = visit(opening);
        return visit instanceof Visit.Answered answered
                ? pages.withdrawal(200, opening.reader(), opening.asking(answered.invitation(), answered.survey()))
                : otherwise(opening, visit);
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(@BeanParam Opening opening, @BeanParam Sent sent) {
        Visit visit = visit(opening);
        if (visit instanceof Visit.Answered answered) {
            Asking asking = opening.asking(answered.invitation(), answered.survey());
            if (suspicion
                    .of(sent.sending(sent.stamp(stamps, asking.path()), clock.instant()))
                    .isSuspicious()) {
                return pages.withdrawal(422, opening.reader(), asking);
            }
            changes.withdraw(answered.response().id());
            String language = pages.languageFor(opening.reader(), asking).tag();
            return FormPages.seeOther(asking.path() + "/thanks?lang=" + language);
        }
        return otherwise(opening, visit);
    }

    @GET
    @Path("/privacy")
    @Operation(hidden = true)
    public Response privacy(@BeanParam Opening opening) {
        Visit visit = visit(opening);
        return switch (visit) {
            case Visit.Open(Invitation invitation, SurveyVersion survey) ->
                pages.privacy(opening.reader(), opening.asking(invitation, survey));
            case Visit.Answered answered ->
                pages.privacy(opening.reader(), opening.asking(answered.invitation(), answered.survey()));
            case Visit.Withdrawn(Invitation invitation, SurveyVersion survey) ->
                pages.privacy(opening.reader(), opening.asking(invitation, survey));
            case Visit.Closed(Invitation invitation, SurveyVersion survey) ->
                pages.privacy(opening.reader(), opening.asking(invitation, survey));
            case Visit.NotReady notReady -> otherwise(opening, notReady);
            case Visit.Unknown unknown -> otherwise(opening, unknown);
            case Visit.TooMany tooMany -> otherwise(opening, tooMany);
        };
    }

    private Visit visit(Opening opening) {
        return door.open(
                opening.token(), current.getCurrent().request().remoteAddress().hostAddress());
    }

    private Response thanks(int status, Opening opening, Visit.Answered visit, boolean contradicted, boolean saved) {
        Asking asking = opening.asking(visit.invitation(), visit.survey());
        return pages.thanks(status, opening.reader(), asking, visit.response(), contradicted, saved);
    }

    /** What whoever asked for something that is not to be had here gets instead. */
    private Response otherwise(Opening opening, Visit visit) {
        Reader reader = opening.reader();
        return switch (visit) {
            case Visit.Open(Invitation invitation, SurveyVersion survey) ->
                FormPages.seeOther(opening.asking(invitation, survey).path());
            case Visit.Answered answered ->
                pages.answered(
                        reader, opening.asking(answered.invitation(), answered.survey()), isStillShown(answered));
            case Visit.Withdrawn(Invitation invitation, SurveyVersion survey) ->
                pages.notice(Kind.WITHDRAWN, reader, opening.asking(invitation, survey));
            case Visit.Closed(Invitation invitation, SurveyVersion survey) ->
                pages.notice(Kind.CLOSED, reader, opening.asking(invitation, survey));
            case Visit.NotReady notReady -> pages.notice(Kind.NOT_READY, reader);
            case Visit.Unknown unknown -> pages.notice(Kind.UNKNOWN, reader);
            case Visit.TooMany tooMany -> pages.notice(Kind.TOO_MANY, reader);
        };
    }

    private Response send(
            Opening opening, Invitation invitation, SurveyVersion survey, Optional<SurveyResponse> before, Sent sent) {
        Reader reader = opening.reader();
        Asking asking = opening.asking(invitation, survey);
        Entered entered = sent.read(survey.scale());
        List<Mistake> mistakes = entered.mistakes();
        if (!mistakes.isEmpty() || sent.wantsBack()) {
            return pages.question(mistakes.isEmpty() ? 200 : 422, reader, asking, entered, mistakes);
        }
        String language = pages.languageFor(reader, asking).tag();
        try {
            Answer answer = submission.answerTo(invitation, survey, entered.score(), entered.commentOrNull(), language);
            if (before.filter(entered::isSameAs).isEmpty()) {
                Evidence evidence = evidence(asking, invitation, sent);
                if (evidence.isSuspicious()) {
                    return suspected(reader, asking, entered, before.isEmpty(), answer, evidence);
                }
            }
            submission.store(answer);
            return FormPages.seeOther(asking.path() + "/thanks?lang=" + language);
        } catch (AlreadyAnswered another) {
            return contradicted(opening);
        } catch (AnswerWithdrawn withdrawn) {
            return pages.notice(Kind.WITHDRAWN, reader, asking);
        } catch (InvitationClosed closed) {
            return pages.notice(Kind.CLOSED, reader, asking);
        } catch (IntakeUnavailable later) {
            return pages.question(503, reader, asking, entered, List.of(Mistake.BUSY));
        }
    }

    /** Whoever confirms is judged by the confirmation alone, whatever programs did to the links. */
    private Evidence evidence(Asking asking, Invitation invitation, Sent sent) {
        Optional<Stamp> stamp = sent.stamp(stamps, asking.path());
        if (stamp.isEmpty()) {
            LOG.infof(
                    "Answer to invitation %s came %s",
                    invitation.id(), sent.shown() == null ? "without a stamp" : "with a stamp of another page");
        }
        Sending sending = sent.sending(stamp, clock.instant());
        return stamp.filter(page -> page.shown() == Shown.CONFIRMATION).isPresent()
                ? suspicion.of(sending)
                : suspicion.of(sending, invitation.id());
    }

    /** Asks to confirm. A first answer is kept meanwhile; of a change the answer that it would change is. */
    private Response suspected(
            Reader reader, Asking asking, Entered entered, boolean first, Answer answer, Evidence evidence) {
        if (first) {
            suspected.keep(answer, evidence);
        }
        return pages.confirmation(reader, asking, entered);
    }

    /** Tells the links of one message from each other. */
    private static String link(String via, Entered chosen) {
        if ("h".equals(via)) {
            return LinkOpening.TRAP;
        }
        return chosen.score() == null ? "form" : "score-" + chosen.score();
    }

    private boolean isHead() {
        return current.getCurrent().request().method() == HttpMethod.HEAD;
    }

    /** Says that the first answer stands, and shows it as long as it is shown at all. */
    private Response contradicted(Opening opening) {
        Visit visit = visit(opening);
        return visit instanceof Visit.Answered answered && isStillShown(answered)
                ? thanks(409, opening, answered, true, false)
                : otherwise(opening, visit);
    }

    private boolean isStillShown(Visit.Answered answered) {
        return isChangeable(answered)
                || clock.instant().isBefore(answered.response().recordedAt().plus(config.answerShownFor()));
    }

    private boolean isChangeable(Visit.Answered answered) {
        return answered.response()
                .mayChangeAt(clock.instant(), answered.survey().editWindow());
    }
}
