package io.aftertouch.survey.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.survey.invitation.InvitationState;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;

/** Adds up what became of the judgements of one group. */
final class CoverageCount {

    private long judged;
    private long invited;
    private long waiting;
    private long sent;
    private long answered;
    private final Map<Reason, Long> notInvited = new EnumMap<>(Reason.class);
    private final Map<Reason, Long> notSent = new EnumMap<>(Reason.class);

    void decided(Outcome outcome, Reason reason, long n) {
        judged += n;
        switch (outcome) {
            case INVITED -> invited += n;
            case DEFERRED, NOT_INVITED -> notInvited.merge(reason, n, Long::sum);
        }
    }

    /**
     * @param reason why it was cancelled or failed; null when it was not
     * @param wentOut whether it was sent or handed out
     */
    void invitation(InvitationState state, Reason reason, boolean wentOut, long n) {
        if (state == InvitationState.ANSWERED) {
            answered += n;
        }
        if (wentOut || state == InvitationState.ANSWERED) {
            sent += n;
        } else if (state == InvitationState.SCHEDULED) {
            waiting += n;
        } else {
            notSent.merge(reason == null ? Reason.TOO_OLD : reason, n, Long::sum);
        }
    }

    void add(CoverageCount other) {
        judged += other.judged;
        invited += other.invited;
        waiting += other.waiting;
        sent += other.sent;
        answered += other.answered;
        other.notInvited.forEach((reason, n) -> notInvited.merge(reason, n, Long::sum));
        other.notSent.forEach((reason, n) -> notSent.merge(reason, n, Long::sum));
    }

    long judged() {
        return judged;
    }

    CoverageRow row(String group) {
        return new CoverageRow(group, judged, invited, waiting, sent, answered, whys(notInvited), whys(notSent));
    }

    private static List<CoverageRow.Why> whys(Map<Reason, Long> counts) {
        List<CoverageRow.Why> whys = new ArrayList<>();
        counts.forEach((reason, n) -> whys.add(new CoverageRow.Why(reason, n)));
        whys.sort(CoverageRow.Why.MOST_FREQUENT_FIRST);
        return List.copyOf(whys);
    }
}
