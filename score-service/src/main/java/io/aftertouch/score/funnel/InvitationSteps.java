package io.aftertouch.score.funnel;

import java.time.LocalDate;

/**
 * What has been heard of one invitation. Each step is remembered once and none undoes another, so that neither their order nor a repetition
 * changes what they come to.
 *
 * @param touchpoint its number; null until it was heard that it was scheduled
 * @param day of UTC on which it was scheduled; null until then
 */
record InvitationSteps(Integer touchpoint, LocalDate day, int steps) {

    static final InvitationSteps NONE = new InvitationSteps(null, null, 0);

    /** The bits stand in the table: add at the end. */
    enum Step {
        SENT,
        /** It came back, or could not be sent for good. */
        RETURNED,
        /** It was called off because the person asked not to be asked. */
        OPTED_OUT,
        ANSWERED,
        /** The answer was taken back. */
        WITHDRAWN;

        private int bit() {
            return 1 << ordinal();
        }
    }

    InvitationSteps with(Step step) {
        return new InvitationSteps(touchpoint, day, steps | step.bit());
    }

    InvitationSteps scheduled(int at, LocalDate on) {
        return new InvitationSteps(at, on, steps);
    }

    boolean isKnown() {
        return touchpoint != null;
    }

    private boolean has(Step step) {
        return (steps & step.bit()) != 0;
    }

    /** How far it came. Whoever answered had got it, whatever else was heard; nothing counts before it is known where. */
    Passage passage() {
        if (!isKnown()) {
            return Passage.NONE;
        }
        boolean reached = has(Step.ANSWERED);
        boolean sent = reached || has(Step.SENT);
        boolean delivered = reached || sent && !has(Step.RETURNED) && !has(Step.OPTED_OUT);
        boolean answered = reached && !has(Step.WITHDRAWN);
        return new Passage(0, 1, sent ? 1 : 0, delivered ? 1 : 0, answered ? 1 : 0);
    }
}
