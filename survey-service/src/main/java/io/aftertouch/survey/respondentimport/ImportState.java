package io.aftertouch.survey.respondentimport;

/** How far an import is. */
enum ImportState {
    /** Rows are being taken, group by group. */
    RUNNING,
    /** All rows were taken or refused. */
    DONE,
    /** It broke off; what it took until then stays. Importing the same file again takes the rest and harms nothing. */
    FAILED
}
