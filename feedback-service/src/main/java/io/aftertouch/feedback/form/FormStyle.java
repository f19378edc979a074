package io.aftertouch.feedback.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.aftertouch.feedback.catalog.Accent;
import io.aftertouch.feedback.catalog.Brand;
import io.aftertouch.platform.page.ContentSecurityPolicy;

/** The style sheet that every page of the form carries within it. */
record FormStyle(String css) {

    static FormStyle shipped() {
        try (var css = FormStyle.class.getResourceAsStream("/form/form.css")) {
            return new FormStyle(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param brand null for the colours of the house, as when it names none */
    String in(Brand brand) {
        return brand == null || brand.accent() == null ? css : css + colours(brand.accent());
    }

    private static String colours(Accent accent) {
        return root(accent.light()) + "@media (prefers-color-scheme:dark){" + root(accent.dark()) + "}";
    }

    private static String root(Accent.Shade shade) {
        return ":root{--brand:" + shade.colour() + ";--on:" + shade.on() + "}";
    }

    /**
     * What a browser lets a page with this style sheet do.
     *
     * @param logo whether the page carries a logo within it
     * @param preview whether a page of ours shows it in a frame; it can then send nothing
     */
    static String policy(String css, boolean logo, boolean preview) {
        String policy = ContentSecurityPolicy.withInlineStyle(css);
        if (logo) {
            policy = ContentSecurityPolicy.with(policy, "img-src", "data:");
        }
        if (preview) {
            policy = ContentSecurityPolicy.with(policy, "frame-ancestors", "'self'");
            policy = ContentSecurityPolicy.with(policy, "form-action", "'none'");
        }
        return policy;
    }
}
