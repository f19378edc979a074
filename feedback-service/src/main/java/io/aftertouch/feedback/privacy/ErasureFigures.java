package io.aftertouch.feedback.privacy;

import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** How many wait to be forgotten. */
@Singleton
class ErasureFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(Figure.of(
                "aftertouch.erasures.waiting",
                "Respondents who were erased and are not forgotten everywhere yet",
                "SELECT COUNT(*) FROM erasure"));
    }
}
