package io.aftertouch.platform.inbox;

import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** What could not be applied and waits for somebody. */
@Singleton
class ParkedFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(Figure.of(
                "aftertouch.parked.messages",
                "Messages that could not be applied and that nobody has sent again",
                "SELECT COUNT(*) FROM parked_message WHERE retried_at IS NULL"));
    }
}
