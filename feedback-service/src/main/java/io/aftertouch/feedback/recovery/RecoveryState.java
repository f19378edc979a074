package io.aftertouch.feedback.recovery;

/** How far asking a customer again has come. */
public enum RecoveryState {
    /** It is not time yet. */
    WAITING,
    /** The case was open again when it was time. */
    DROPPED,
    /** The service that asks was told. */
    ASKED,
    INVITED,
    /** The customer may be invited later. */
    DEFERRED,
    NOT_INVITED,
    /** The second answer is there. */
    ANSWERED
}
