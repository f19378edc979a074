package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.PublicLink;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;

/** What somebody finds who opens a public link. */
sealed interface LinkVisit {

    /** The question. */
    record Open(PublicLink link, Touchpoint touchpoint, SurveyVersion survey) implements LinkVisit {}

    /** Somebody closed it, or its time is over. */
    record Closed() implements LinkVisit {}

    /** The link is known, but not yet what it asks, or where. */
    record NotReady() implements LinkVisit {}

    /** No link has this code. */
    record Unknown() implements LinkVisit {}

    /** No link has this code, and this address has tried too many. */
    record TooMany() implements LinkVisit {}
}
