package io.aftertouch.local.fault;

/**
 * Something that must never happen and did.
 *
 * @param invariant which of those of docs/faults.md it breaks
 */
record Violation(Invariant invariant, String what) {

    /** What must never happen, named as in docs/faults.md. */
    enum Invariant {
        /** Every answer that was acknowledged is stored once, with what it said. */
        V1,
        /** Every count equals a recount of the answers. */
        V2,
        /** A negative answer has one case, and a case its answer. */
        V3,
        /** Every event has one decision of each rule, and nobody is asked more often than the contact policy allows. */
        V4,
        /** Every invitation by e-mail reached the mail server once. */
        V5,
        /** Webhooks heard everything that they want to hear. */
        V6,
        /** No acknowledged step of a case is lost. */
        V7,
        /** What is asked for twice has one effect and one answer. */
        V8,
        /** Who was erased does not come back. */
        V9,
        /** What was told was heard: applied, or parked with a reason. */
        V10,
        /** Readiness follows what the service depends on. */
        V11,
        /** Nothing leaks. */
        V12,
        /** Trouble is a 503 and never a 500. */
        NO_500
    }

    @Override
    public String toString() {
        return invariant + " " + what;
    }
}
