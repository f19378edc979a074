package io.aftertouch.score.news;

/** What news is about. The properties of each kind are what its messages hold as {@code data}; the methods here are not among them. */
sealed interface Subject permits ToldResponse, ToldCase, ToldAlert, ToldInvitation {

    /** The key of the touchpoint, by which webhooks are filtered; null when it was not told. */
    String touchpoint();

    /** Whom it names, so that it can be forgotten; null for nobody. */
    String about();
}
