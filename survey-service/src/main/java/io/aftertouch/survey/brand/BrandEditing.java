package io.aftertouch.survey.brand;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** Changes brands. The versions of surveys that are published already keep the one they were published with. */
@ApplicationScoped
class BrandEditing {

    private static final Logger LOG = Logger.getLogger(BrandEditing.class);

    private final EditedBrands brands;
    private final Clock clock;

    BrandEditing(EditedBrands brands, Clock clock) {
        this.brands = brands;
        this.clock = clock;
    }

    /** As it is being edited. */
    BrandView view(Wearer wearer) {
        brands.mustExist(wearer);
        return BrandView.of(brands.get(wearer));
    }

    /** The logo as customers see it; not the company's where a survey has none of its own. */
    Optional<Logo> logo(Wearer wearer) {
        return brands.get(wearer).logo();
    }

    @RetryOnConflict
    @Transactional
    BrandView change(Wearer wearer, String ifMatch, ChangeBrand wish) {
        return change(wearer, ifMatch, "changed", (brand, now) -> brand.rename(wish.name(), wish.accent(), now));
    }

    /** Name and colour at once with a new logo, as the page sends them. */
    @RetryOnConflict
    @Transactional
    BrandView change(Wearer wearer, String ifMatch, ChangeBrand wish, Logo logo) {
        return change(wearer, ifMatch, "changed, with a new logo", (brand, now) -> {
            brand.rename(wish.name(), wish.accent(), now);
            brand.wear(logo, now);
        });
    }

    @RetryOnConflict
    @Transactional
    BrandView wear(Wearer wearer, String ifMatch, Logo logo) {
        return change(wearer, ifMatch, "has a new logo", (brand, now) -> brand.wear(logo, now));
    }

    @RetryOnConflict
    @Transactional
    BrandView takeLogoOff(Wearer wearer, String ifMatch) {
        return change(wearer, ifMatch, "has no logo any more", EditedBrand::takeLogoOff);
    }

    private BrandView change(Wearer wearer, String ifMatch, String what, BiConsumer<EditedBrand, Instant> how) {
        brands.mustExist(wearer);
        EditedBrand brand = brands.toChange(wearer);
        new EntityTag(brand.version()).mustMatch(ifMatch);
        how.accept(brand, clock.instant());
        try {
            brands.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Brand %s %s", wearer, what);
        return BrandView.of(brand);
    }
}
