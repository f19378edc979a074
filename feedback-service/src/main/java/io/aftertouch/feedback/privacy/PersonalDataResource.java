package io.aftertouch.feedback.privacy;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.privacy.PersonalDataView.AnswerTold;
import io.aftertouch.feedback.privacy.PersonalDataView.CaseTold;
import io.aftertouch.feedback.privacy.PersonalDataView.InvitationTold;
import io.aftertouch.feedback.privacy.PersonalDataView.SuspectedTold;
import io.aftertouch.feedback.recovery.RecoveryRepository;
import io.aftertouch.feedback.reply.ReplyRepository;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.feedback.suspected.SuspectedAnswerRepository;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.inbox.ParkedText;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/personal-data")
@Tag(name = "Personal data")
@Produces(MediaType.APPLICATION_JSON)
class PersonalDataResource {

    private final ResponseRepository responses;
    private final ReviewCaseRepository cases;
    private final ReplyRepository replies;
    private final RecoveryRepository recoveries;
    private final SuspectedAnswerRepository suspected;
    private final Catalog catalog;
    private final ParkedMessages parked;

    PersonalDataResource(
            ResponseRepository responses,
            ReviewCaseRepository cases,
            ReplyRepository replies,
            RecoveryRepository recoveries,
            SuspectedAnswerRepository suspected,
            Catalog catalog,
            ParkedMessages parked) {
        this.responses = responses;
        this.cases = cases;
        this.replies = replies;
        this.recoveries = recoveries;
        this.suspected = suspected;
        this.catalog = catalog;
        this.parked = parked;
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    @Transactional
    @Operation(
            operationId = "getPersonalData",
            summary = "All that this service keeps about a respondent",
            description = "Asked by survey-service, which answers for all services at /api/v1/respondents/{ref}/export."
                    + " Somebody of whom nothing is kept has empty lists.")
    public PersonalDataView of(@QueryParam("respondent") @NotNull @Size(min = 1, max = 200) String ref) {
        return new PersonalDataView(
                responses.allOf(ref).stream().map(this::told).toList(),
                suspected.of(ref).stream().map(SuspectedTold::of).toList(),
                catalog.invitationsTo(ref).stream().map(InvitationTold::of).toList(),
                parked.about(ParkedForgetting.about(ref)).stream()
                        .map(ParkedText::of)
                        .toList());
    }

    private AnswerTold told(SurveyResponse response) {
        CaseTold reviewCase = cases.ofResponse(response.id())
                .map(found -> CaseTold.of(
                        found,
                        cases.history(found.id()),
                        replies.of(found.id()),
                        recoveries.of(found.id()).orElse(null)))
                .orElse(null);
        return AnswerTold.of(response, responses.revisionsOf(response.id()), reviewCase);
    }
}
