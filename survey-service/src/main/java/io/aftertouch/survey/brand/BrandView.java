package io.aftertouch.survey.brand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A brand as it is being edited. Of a survey's own: null stands for what the company has.
 *
 * @param version the number in the ETag
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BrandView(
        @Schema(nullable = true) String name,
        @Schema(nullable = true) AccentView accent,
        @Schema(nullable = true) LogoView logo,
        int version,
        Instant changedAt) {

    /** The accent as it was chosen, and as it is shown so that everybody can read it. */
    record AccentView(String chosen, ShadeView light, ShadeView dark) {}

    /** @param contrast the lowest ratio at which the shade is seen on the form; 4.5 is enough */
    record ShadeView(String colour, String on, BigDecimal contrast) {

        static ShadeView of(Shade shade) {
            return new ShadeView(
                    shade.colour(),
                    shade.on(),
                    BigDecimal.valueOf(shade.contrast()).setScale(1, RoundingMode.DOWN));
        }
    }

    /** @param bytes of the picture, which is at {@code logo} below the brand */
    record LogoView(String mediaType, int width, int height, int bytes) {}

    static BrandView of(EditedBrand brand) {
        return new BrandView(
                brand.name().orElse(null),
                brand.accent()
                        .map(accent -> new AccentView(
                                accent.chosen(), ShadeView.of(accent.light()), ShadeView.of(accent.dark())))
                        .orElse(null),
                brand.logo()
                        .map(logo -> new LogoView(logo.mediaType(), logo.width(), logo.height(), logo.picture().length))
                        .orElse(null),
                brand.version(),
                brand.changedAt().orElse(null));
    }
}
