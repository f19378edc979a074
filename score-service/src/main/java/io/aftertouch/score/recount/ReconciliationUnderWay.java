package io.aftertouch.score.recount;

import io.aftertouch.platform.problem.ProblemException;

/** A recount waits or runs already. */
final class ReconciliationUnderWay extends ProblemException {

    ReconciliationUnderWay() {
        super("reconciliation-under-way", "Another recount is not through yet.");
    }
}
