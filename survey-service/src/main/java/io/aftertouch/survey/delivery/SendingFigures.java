package io.aftertouch.survey.delivery;

import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** How far sending lags behind what is due. */
@Singleton
class SendingFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "aftertouch.invitations.due",
                        "Invitations that are due and not sent",
                        "SELECT COUNT(*) FROM invitation WHERE state = 'SCHEDULED' AND next_attempt_at <= UTC_TIMESTAMP(6)"),
                Figure.age(
                        "aftertouch.invitations.due.oldest.age.seconds",
                        "How long the first of them has been due",
                        "next_attempt_at",
                        "invitation WHERE state = 'SCHEDULED' AND next_attempt_at <= UTC_TIMESTAMP(6)"),
                Figure.of(
                        "aftertouch.replies.waiting",
                        "Replies of colleagues that are not sent yet",
                        "SELECT COUNT(*) FROM reply WHERE state = 'WAITING'"));
    }
}
