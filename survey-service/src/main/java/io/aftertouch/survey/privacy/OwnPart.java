package io.aftertouch.survey.privacy;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.inbox.ParkedText;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.erasure.ParkedForgetting;
import io.aftertouch.survey.event.Events;
import io.aftertouch.survey.invitation.InvitationReading;
import io.aftertouch.survey.privacy.RespondentExport.EventTold;
import io.aftertouch.survey.privacy.RespondentExport.Seen;
import io.aftertouch.survey.privacy.RespondentExport.SurveyPart;
import io.aftertouch.survey.respondent.ErasureRequest;
import io.aftertouch.survey.respondent.ErasureRequestRepository;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.PrivacyLog;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.RespondentView;
import io.aftertouch.survey.respondent.Respondents;

/** What this service keeps about a respondent, as of one moment. */
@Singleton
class OwnPart {

    private final Respondents respondents;
    private final OptOutRegister register;
    private final Events events;
    private final InvitationReading invitations;
    private final DecisionLedger ledger;
    private final ParkedMessages parked;
    private final PrivacyLog log;
    private final ErasureRequestRepository requests;

    OwnPart(
            Respondents respondents,
            OptOutRegister register,
            Events events,
            InvitationReading invitations,
            DecisionLedger ledger,
            ParkedMessages parked,
            PrivacyLog log,
            ErasureRequestRepository requests) {
        this.respondents = respondents;
        this.register = register;
        this.events = events;
        this.invitations = invitations;
        this.ledger = ledger;
        this.parked = parked;
        this.log = log;
        this.requests = requests;
    }

    @Transactional
    SurveyPart of(String ref) {
        Respondent person = respondents.orStranger(ref);
        boolean erased = respondents.isErased(person);
        return new SurveyPart(
                respondents.find(ref).map(RespondentView::of).orElse(null),
                erased ? List.of() : register.inForce(person),
                register.history(ref),
                requests.of(ref).map(ErasureRequest::askedAt).orElse(null),
                events.of(ref).stream()
                        .map(event -> new EventTold(
                                event.id(),
                                event.occurrence().source(),
                                event.occurrence().id(),
                                event.occurrence().touchpoint(),
                                event.occurrence().occurredAt(),
                                event.receivedAt(),
                                event.occurrence().segments(),
                                event.occurrence().attributes()))
                        .toList(),
                invitations.to(ref),
                ledger.of(ref),
                parked.about(ParkedForgetting.about(person)).stream()
                        .map(ParkedText::of)
                        .toList(),
                log.about(ref).stream()
                        .filter(entry -> entry.act() == PrivacyLog.Act.EXPORTED)
                        .map(entry -> new Seen(entry.by(), entry.at()))
                        .toList());
    }

    @Transactional
    void writeDown(String ref, String by) {
        log.write(PrivacyLog.Act.EXPORTED, ref, by);
    }
}
