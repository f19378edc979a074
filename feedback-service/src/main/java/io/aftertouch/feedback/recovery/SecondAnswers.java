package io.aftertouch.feedback.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.response.ResponseFollowUp;
import io.aftertouch.feedback.response.SurveyResponse;

/** Knows the second answer of a customer who was asked again, in the transaction of the answer. Such an answer comes through an invitation. */
@ApplicationScoped
class SecondAnswers implements ResponseFollowUp {

    private final RecoveryRepository recoveries;

    SecondAnswers(RecoveryRepository recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public void write(Connection connection, List<SurveyResponse> recorded) throws SQLException {
        List<SurveyResponse> invited = recorded.stream()
                .filter(response -> response.invitationId() != null && response.respondentRef() != null)
                .toList();
        if (invited.isEmpty()) {
            return;
        }
        Set<String> respondents =
                invited.stream().map(SurveyResponse::respondentRef).collect(Collectors.toSet());
        Map<RecoveryRepository.Asked, UUID> awaited = recoveries.awaited(connection, respondents);
        Map<UUID, SurveyResponse> answered = new HashMap<>();
        for (SurveyResponse response : invited) {
            UUID reviewCase =
                    awaited.get(new RecoveryRepository.Asked(response.respondentRef(), response.touchpoint()));
            if (reviewCase != null) {
                answered.putIfAbsent(reviewCase, response);
            }
        }
        if (!answered.isEmpty()) {
            recoveries.answered(connection, answered);
        }
    }

    @Override
    public void committed() {
        // the case shows it when it is looked at; nobody waits for it
    }
}
