package io.aftertouch.feedback.response;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** The customer allows, or no longer allows, that the team writes back about the answer. */
@ApplicationScoped
public class ContactPermission {

    private static final Logger LOG = Logger.getLogger(ContactPermission.class);

    private final ResponseRepository responses;

    ContactPermission(ResponseRepository responses) {
        this.responses = responses;
    }

    @Transactional
    @RetryOnConflict
    public void say(UUID responseId, boolean permitted) {
        SurveyResponse response = responses.locked(responseId).orElseThrow(() -> new UnknownResponse(responseId));
        if (response.isWithdrawn()) {
            throw new AnswerWithdrawn();
        }
        response.permitContact(permitted);
        LOG.infof("Response %s: contact %s", responseId, permitted ? "permitted" : "not permitted");
    }
}
