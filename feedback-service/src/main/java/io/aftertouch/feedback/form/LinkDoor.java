package io.aftertouch.feedback.form;

import java.time.Clock;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.PublicLink;
import io.aftertouch.platform.access.TokenMisses;

/** Opens a public link: tells by its code what is behind it. */
@ApplicationScoped
class LinkDoor {

    private final Catalog catalog;
    private final TokenMisses misses;
    private final Clock clock;

    LinkDoor(Catalog catalog, TokenMisses misses, Clock clock) {
        this.catalog = catalog;
        this.misses = misses;
        this.clock = clock;
    }

    /** The code that somebody typed, perhaps with a hyphen in the middle or in capital letters. */
    static String code(String typed) {
        return typed.replace("-", "").toLowerCase(Locale.ROOT);
    }

    LinkVisit open(String code, String address) {
        return catalog.publicLink(code)
                .map(this::behind)
                .orElseGet(() -> misses.allowAnother(address) ? new LinkVisit.Unknown() : new LinkVisit.TooMany());
    }

    private LinkVisit behind(PublicLink link) {
        if (!link.isOpenAt(clock.instant())) {
            return new LinkVisit.Closed();
        }
        var touchpoint = catalog.touchpoint(link.touchpoint());
        var survey = catalog.latestSurvey(link.survey());
        return touchpoint.isPresent() && survey.isPresent()
                ? new LinkVisit.Open(link, touchpoint.get(), survey.get())
                : new LinkVisit.NotReady();
    }
}
