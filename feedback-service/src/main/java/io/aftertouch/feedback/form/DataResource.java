package io.aftertouch.feedback.form;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.form.FormResource.Opening;
import io.aftertouch.feedback.suspected.SuspectedAnswers;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page behind a customer's link on which the own answer and the own data are looked after: what was answered, or may have been by a program, as long
 * as it is kept, and where it is changed or withdrawn, where questions are ended and where erasure is asked for.
 */
@Path("/s/{token}/data")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class DataResource {

    private final Door door;
    private final FormPages pages;
    private final SuspectedAnswers suspected;
    private final CurrentVertxRequest current;

    DataResource(Door door, FormPages pages, SuspectedAnswers suspected, CurrentVertxRequest current) {
        this.door = door;
        this.pages = pages;
        this.suspected = suspected;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@BeanParam Opening opening) {
        Visit visit = door.open(
                opening.token(), current.getCurrent().request().remoteAddress().hostAddress());
        return switch (visit) {
            case Visit.Open(Invitation invitation, SurveyVersion survey) ->
                page(opening, invitation, survey, DataPage.State.WAITED_FOR);
            case Visit.Answered answered ->
                pages.data(
                        opening.reader(),
                        opening.asking(answered.invitation(), answered.survey()),
                        DataPage.State.GIVEN,
                        Optional.of(answered.response()),
                        List.of());
            case Visit.Withdrawn(Invitation invitation, SurveyVersion survey) ->
                page(opening, invitation, survey, DataPage.State.WITHDRAWN);
            case Visit.Closed(Invitation invitation, SurveyVersion survey) ->
                page(opening, invitation, survey, DataPage.State.NEVER_GIVEN);
            case Visit.NotReady notReady -> pages.notice(NoticePage.Kind.NOT_READY, opening.reader());
            case Visit.Unknown unknown -> pages.notice(NoticePage.Kind.UNKNOWN, opening.reader());
            case Visit.TooMany tooMany -> pages.notice(NoticePage.Kind.TOO_MANY, opening.reader());
        };
    }

    private Response page(Opening opening, Invitation invitation, SurveyVersion survey, DataPage.State state) {
        return pages.data(
                opening.reader(),
                opening.asking(invitation, survey),
                state,
                Optional.empty(),
                suspected.waitingFor(invitation.id()));
    }
}
