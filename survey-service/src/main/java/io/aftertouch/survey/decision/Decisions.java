package io.aftertouch.survey.decision;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.invitation.Invitations;

/** Reads the ledger, together with what became of the invitations. */
@Singleton
class Decisions {

    private final DecisionRepository decisions;
    private final Invitations invitations;

    Decisions(DecisionRepository decisions, Invitations invitations) {
        this.decisions = decisions;
        this.invitations = invitations;
    }

    /** Newest first. */
    PagedView<DecisionView> page(DecisionFilter filter, String cursor, int limit) {
        Cursor start = Cursor.decode(cursor, 2);
        List<Decision> rows = decisions.list(
                filter,
                start == null ? null : new DecisionRepository.Position(start.instant(0), start.uuid(1)),
                limit + 1);
        Map<UUID, Invitations.Summary> found = invitations.summaries(rows.stream()
                .map(decision -> decision.verdict().invitation().orElse(null))
                .filter(Objects::nonNull)
                .toList());
        return PagedView.of(
                rows,
                limit,
                decision -> DecisionView.of(decision, found),
                last -> Cursor.encode(last.decidedAt(), last.id()));
    }
}
