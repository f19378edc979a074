package io.aftertouch.survey.brand;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** A brand as people edit it, or parts of one. Customers see it with the next version of each survey that wears it. */
@MappedSuperclass
abstract class EditedBrand {

    @Column(length = 120)
    private String name;

    @Column(length = 7)
    private String accent;

    @Column(length = 16)
    private String logoType;

    @Column(columnDefinition = "text")
    private String logoData;

    private Integer logoWidth;

    private Integer logoHeight;

    @Version
    private int version;

    private Instant changedAt;

    /** @param newAccent {@code #rrggbb}, or null for none of its own */
    void rename(String newName, String newAccent, Instant now) {
        name = newName;
        accent = newAccent == null ? null : Colour.of(newAccent).hex();
        changedAt = now;
    }

    void wear(Logo logo, Instant now) {
        logoType = logo.mediaType();
        logoData = logo.data();
        logoWidth = logo.width();
        logoHeight = logo.height();
        changedAt = now;
    }

    void takeLogoOff(Instant now) {
        logoType = null;
        logoData = null;
        logoWidth = null;
        logoHeight = null;
        changedAt = now;
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<Accent> accent() {
        return Optional.ofNullable(accent).map(Accent::of);
    }

    Optional<Logo> logo() {
        return Optional.ofNullable(logoData).map(data -> new Logo(logoType, data, logoWidth, logoHeight));
    }

    int version() {
        return version;
    }

    Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }
}
