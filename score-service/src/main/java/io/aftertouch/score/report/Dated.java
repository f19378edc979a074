package io.aftertouch.score.report;

/** An answer that says as of when it is: true of the same numbers a second later, but for that. */
interface Dated {

    /** What of it changes only with the numbers. */
    Object content();
}
