package io.aftertouch.survey.erasure;

import java.time.ZoneId;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.respondent.ErasureRequestRepository;
import org.jboss.logging.Logger;

/** Those who asked to be erased, for the people who carry it out. Erasing somebody ends the request, too. */
@ApplicationScoped
class ErasureRequests {

    private static final Logger LOG = Logger.getLogger(ErasureRequests.class);

    private final ErasureRequestRepository requests;
    private final ZoneId zone;

    ErasureRequests(ErasureRequestRepository requests, ZoneId zone) {
        this.requests = requests;
        this.zone = zone;
    }

    /** Those who wait longest first. */
    PagedView<ErasureRequestView> page(String cursor, int limit) {
        Optional<Cursor> after = Optional.ofNullable(Cursor.decode(cursor, 2));
        return PagedView.of(
                requests.waiting(
                        after.map(place -> place.instant(0)).orElse(null),
                        after.map(place -> place.string(1)).orElse(null),
                        limit + 1),
                limit,
                request -> ErasureRequestView.of(request, zone),
                last -> Cursor.encode(last.askedAt(), last.ref()));
    }

    /** Ends a request without erasing anybody; whoever does so tells the person why. */
    @RetryOnConflict
    @Transactional
    void setAside(String ref) {
        if (!requests.end(ref)) {
            throw new NotFound();
        }
        LOG.info("A request to be erased was set aside");
    }
}
