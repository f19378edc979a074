package io.aftertouch.score.delivery;

import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** How far webhooks are behind. */
@Singleton
class MessageFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "aftertouch.webhook.messages.waiting",
                        "Messages that no receiver has taken yet",
                        "SELECT COUNT(*) FROM webhook JOIN webhook_message ON webhook_id = webhook.id WHERE webhook_message.state = 'WAITING'"),
                Figure.of(
                        "aftertouch.webhooks.failing",
                        "Webhooks whose receiver does not answer as it should",
                        "SELECT COUNT(*) FROM webhook_health WHERE failing_since IS NOT NULL"));
    }
}
