package io.aftertouch.survey.brand;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** Changes the brand. The versions of surveys that are published already keep the one they were published with. */
@ApplicationScoped
class BrandEditing {

    private static final Logger LOG = Logger.getLogger(BrandEditing.class);

    private final HouseBrandRepository brand;
    private final Clock clock;

    BrandEditing(HouseBrandRepository brand, Clock clock) {
        this.brand = brand;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    BrandView change(String ifMatch, ChangeBrand wish) {
        return change(ifMatch, "changed", (house, now) -> house.rename(wish.name(), wish.accent(), now));
    }

    /** Name and colour at once with a new logo, as the page sends them. */
    @RetryOnConflict
    @Transactional
    BrandView change(String ifMatch, ChangeBrand wish, Logo logo) {
        return change(ifMatch, "changed, with a new logo", (house, now) -> {
            house.rename(wish.name(), wish.accent(), now);
            house.wear(logo, now);
        });
    }

    @RetryOnConflict
    @Transactional
    BrandView wear(String ifMatch, Logo logo) {
        return change(ifMatch, "has a new logo", (house, now) -> house.wear(logo, now));
    }

    @RetryOnConflict
    @Transactional
    BrandView takeLogoOff(String ifMatch) {
        return change(ifMatch, "has no logo any more", HouseBrand::takeLogoOff);
    }

    private BrandView change(String ifMatch, String what, BiConsumer<HouseBrand, Instant> how) {
        HouseBrand house = brand.get();
        new EntityTag(house.version()).mustMatch(ifMatch);
        how.accept(house, clock.instant());
        try {
            brand.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Brand %s", what);
        return BrandView.of(house);
    }
}
