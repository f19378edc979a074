package io.aftertouch.feedback.review;

import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** How many cases wait for somebody. */
@Singleton
class CaseFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "aftertouch.cases.open",
                        "Review cases that nobody has resolved",
                        "SELECT COUNT(*) FROM review_case WHERE is_open"),
                Figure.of(
                        "aftertouch.cases.overdue",
                        "Those of them that should have been taken by now",
                        "SELECT COUNT(*) FROM review_case WHERE is_open AND due_at < UTC_TIMESTAMP(6) AND taken_at IS NULL"));
    }
}
