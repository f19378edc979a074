package io.aftertouch.survey.optout;

/** How far it is with being erased. */
enum ErasureWish {
    POSSIBLE,
    ASKED,
    DONE
}
